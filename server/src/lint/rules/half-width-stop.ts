import { t } from '@vscode/l10n';
import { Trait } from '../../core/characters';
import { blockRule, replacement } from '../rule';
import { SENTENCE_KINDS, sentenceStopsIn } from '../sentenceStops';

export const halfWidthStop = blockRule({
  id: 'half-width-stop',
  title: 'Possible half-width full stop',
  description:
    'A half-width stop that may end a Chinese sentence, but is next to very little text, a number or an abbreviation.',
  severity: 'info',
  applicability: 'suggested',
  kinds: SENTENCE_KINDS,
  traits: Trait.asciiPunctuation | Trait.chineseMark,
  *check({ text }) {
    for (const { at, isCertain } of sentenceStopsIn(text)) {
      if (isCertain) continue;
      const span = { start: at, end: at + 1 };
      const fixes = ['。', '，'].map((mark) =>
        replacement(span, mark, 'suggested', t('Replace “{0}” with {1}', text.charAt(at), mark)),
      );
      yield { span, message: t('This stop may end a Chinese sentence'), fixes };
    }
  },
});
