import { t } from '@vscode/l10n';
import type { Analysis } from '../analysis/analysis';
import { textOf, type Span } from '../core/span';
import { mentionAt } from '../entities/mentionAt';
import { namedKeyOf, type NamedKey } from '../entities/namedKey';

type NamesInText = Pick<Analysis, 'source' | 'mentions'>;

/** One spelling of one name, to be repaired wherever it occurs. */
export interface Renaming {
  readonly key: NamedKey;
  /** Without white space. */
  readonly spelling: string;
  /** The place that was asked about. */
  readonly span: Span;
}

/** Why something cannot be renamed, as a sentence for the user. */
export interface Refusal {
  readonly refusal: string;
}

/** What renaming at an offset would repair. Only names of people, places and organisations can be renamed. */
export function renamingAt({ source: { text }, mentions }: NamesInText, offset: number): Renaming | Refusal {
  const mention = mentionAt(mentions, offset);
  const key = mention && namedKeyOf(mention);
  if (!mention || key === undefined)
    return {
      refusal: t('You can rename only people, places and organisations, and Galley found none here.'),
    };
  const { span } = mention;
  if (/[\r\n]/.test(textOf(text, span))) return { refusal: t('A line break splits this name. Join the lines first.') };
  return { key, spelling: withoutSpace(textOf(text, span)), span };
}

/** The name as it is to be written, or why it cannot be a name. */
export function checkedName(name: string, { spelling }: Renaming): string | Refusal {
  const trimmed = name.trim();
  if (trimmed === '') return { refusal: t('A name cannot be empty.') };
  if (/[\r\n\t]/.test(trimmed)) return { refusal: t('A name must be on one line.') };
  if (trimmed === spelling) return { refusal: t('The name is already spelled this way.') };
  return trimmed;
}

/** Where an issue has the same name in the same spelling, within one line; mentions of medium confidence too. */
export function renamedIn({ source: { text }, mentions }: NamesInText, { key, spelling }: Renaming): readonly Span[] {
  return mentions
    .filter((mention) => namedKeyOf(mention) === key)
    .map(({ span }) => span)
    .filter((span) => !/[\r\n]/.test(textOf(text, span)) && withoutSpace(textOf(text, span)) === spelling);
}

function withoutSpace(words: string): string {
  return words.replace(/\s/g, '');
}
