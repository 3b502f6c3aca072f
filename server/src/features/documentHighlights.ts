import type { Analysis } from '../analysis/analysis';
import type { Span } from '../core/span';
import { mentionAt } from '../entities/mentionAt';
import type { Mention } from '../entities/model';
import { namedKeyOf } from '../entities/namedKey';

/**
 * Every place in an issue that names the same as the mention at an offset, mentions of medium confidence too; what
 * indexes do not keep, such as dates, is the same where it has the same name.
 */
export function documentHighlights({ mentions }: Pick<Analysis, 'mentions'>, offset: number): readonly Span[] {
  const named = mentionAt(mentions, offset);
  if (!named) return [];
  const key = keyOf(named);
  return mentions.filter((mention) => keyOf(mention) === key).map(({ span }) => span);
}

function keyOf(mention: Mention): string {
  return namedKeyOf(mention) ?? `${mention.type}:${mention.simplifiedName ?? mention.name}`;
}
