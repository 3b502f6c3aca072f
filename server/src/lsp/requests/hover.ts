import { t } from '@vscode/l10n';
import { MarkupKind, type Hover } from 'vscode-languageserver';
import { visible } from '../../core/visible';
import { mentionAt } from '../../entities/mentionAt';
import type { Mention } from '../../entities/model';
import { hover as cardOf, type HoverCard } from '../../features/hover';
import type { HoverRow } from '../../features/hover/row';
import type { Stats } from '../../index/queries/stats';
import type { OpenIssue } from '../session/openIssues';
import { rangeOf } from '../ranges';

/** What is shown of the mention at an offset. The index may take a moment; it is asked only where there is a mention. */
export async function hover(
  issue: OpenIssue,
  offset: number,
  statsOf: (mention: Mention) => Promise<Stats | undefined>,
): Promise<Hover | null> {
  const { analysis } = issue;
  const { lines } = analysis.document;
  const mention = mentionAt(
    analysis.mentions.filter(({ confidence }) => confidence === 'high'),
    offset,
  );
  if (!mention) return null;
  const card = cardOf(analysis, mention, await statsOf(mention));
  return { range: rangeOf(lines, card.span), contents: { kind: MarkupKind.Markdown, value: inMarkdown(card) } };
}

function inMarkdown({ title, rows, timeline, sources }: HoverCard): string {
  const career = timeline.map((row) => `- ${inWords(row)}`).join('\n');
  const parts = [`**${escaped(title)}**`, lines(rows), career, lines(sources)];
  return parts.filter((part) => part !== '').join('\n\n');
}

function lines(rows: readonly HoverRow[]): string {
  return rows.map(inWords).join('  \n');
}

function inWords({ label, text, uri }: HoverRow): string {
  const shown = uri === undefined ? escaped(text) : `[${escaped(text)}](${uri})`;
  return t('{0}: {1}', escaped(label), shown);
}

/** The words come from the page and from dictionaries: nothing in them is a mark, a link or a picture. */
function escaped(text: string): string {
  return visible(text.replace(/[\r\n]+/g, ' ')).replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&');
}
