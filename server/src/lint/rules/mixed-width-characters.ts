import { t } from '@vscode/l10n';
import { once } from '../../core/cache';
import { isHan, Trait } from '../../core/characters';
import type { IssueDocument } from '../../issue/model';
import { issueRule, replacement } from '../rule';

/**
 * A number or word in full-width characters, with the point and the per-cent sign that belong to it, and with commas between
 * thousands, which ３，０００ has but no list: no number of a list begins with a zero.
 */
const WIDE_RUN =
  /(?:[０-９]{1,3}(?:，[０-９]{3})*?(?:，０[０-９]{2})(?:，[０-９]{3})*(?![０-９])|[０-９Ａ-Ｚａ-ｚ]+)(?:．[０-９]+)*％?/g;

/** What is between a full-width form and its ASCII one. */
const WIDTH_OFFSET = 0xfee0;

export const mixedWidthCharacters = issueRule({
  id: 'mixed-width-characters',
  title: 'Mixed widths',
  description: 'Full-width digits or letters in an issue that also uses half-width ones.',
  severity: 'warning',
  applicability: 'safe',
  grouped: (count) => t('Full-width digits or letters beside half-width ones: {0}', count),
  *check({ document }) {
    const wide = document.blocks.filter(({ line }) => (line.traits & Trait.wide) !== 0);
    if (wide.length === 0 || !hasHalfWidth(document)) return;
    const hasNarrowLabel = once(() =>
      document.blocks.some(({ line }) => (line.traits & Trait.latin) !== 0 && LABEL.test(line.text)),
    );
    for (const block of wide)
      for (const match of block.line.text.matchAll(WIDE_RUN)) {
        if (isLabel(block.line.text, match) && !hasNarrowLabel()) continue;
        const start = block.content.start + match.index;
        const span = { start, end: start + match[0].length };
        yield {
          span,
          message: t('Full-width “{0}”, but the issue also uses half-width characters', match[0]),
          fixes: [replacement(span, halfWidth(match[0]), 'safe', t('Use half-width digits and letters'))],
        };
      }
  },
});

/** A letter in half width among Chinese characters. */
const LABEL = /\p{Script=Han}[A-Za-z]\p{Script=Han}/u;

/** Ｃ in 登记证Ｃ字: a single letter among Chinese characters is as wide as they are, where the issue has no other such. */
function isLabel(text: string, { index, 0: run }: RegExpExecArray): boolean {
  return /^[Ａ-Ｚａ-ｚ]$/.test(run) && isHan(text.charCodeAt(index - 1)) && isHan(text.charCodeAt(index + 1));
}

/** Looks at the words of the page only: a `#` or an image link says nothing about its type. */
function hasHalfWidth(document: IssueDocument): boolean {
  return document.blocks.some(
    ({ kind, line }) => kind !== 'image' && kind !== 'residue' && (line.traits & (Trait.digit | Trait.latin)) !== 0,
  );
}

function halfWidth(wide: string): string {
  return Array.from(wide, (character) => String.fromCharCode(character.charCodeAt(0) - WIDTH_OFFSET)).join('');
}
