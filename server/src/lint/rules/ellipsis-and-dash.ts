import { t } from '@vscode/l10n';
import { isChinese } from '../../core/characters';
import { blockRule, PRINTED_TEXT, replacement } from '../rule';

/** Dots or hyphens in a row. */
const RUN = /[.．]+|。+|…+|[·・•‧･]+|-+/g;

/** Longer runs of dots lead the eye to a page number, or are blanks to be filled in. */
const DOTS = { least: 3, most: 6 };

export const ellipsisAndDash = blockRule({
  id: 'ellipsis-and-dash',
  title: 'Ellipsis or dash written with other characters',
  description: 'Dots or hyphens, such as ..., 。。。 or --, instead of the Chinese …… or ——.',
  severity: 'info',
  applicability: 'suggested',
  grouped: (count) => t('Ellipses and dashes written with other characters: {0}', count),
  kinds: PRINTED_TEXT,
  *check({ text }) {
    if (!/\.\.\.|．．．|。。。|…|--|[·・•‧･]{3}/.test(text)) return;
    for (const { index: start, 0: run } of text.matchAll(RUN)) {
      const end = start + run.length;
      const isDash = run === '--';
      if (!isDash && !isEllipsis(run)) continue;
      if (
        !isChinese(text.charCodeAt(start - 1)) ||
        (isDash && !isChinese(text.charCodeAt(end))) ||
        /[0-9]/.test(text.charAt(end))
      )
        continue;
      yield {
        span: { start, end },
        message: t('Ellipses and dashes written with other characters: {0}', 1),
        fixes: [replacement({ start, end }, isDash ? '——' : '……', 'suggested', t('Change to …… and ——'))],
      };
    }
  },
});

function isEllipsis(run: string): boolean {
  if (run.startsWith('…')) return run.length === 1;
  return !run.startsWith('-') && run.length >= DOTS.least && run.length <= DOTS.most;
}
