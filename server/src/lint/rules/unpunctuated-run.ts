import { t } from '@vscode/l10n';
import { isHan } from '../../core/characters';
import { blockRule } from '../rule';

export const unpunctuatedRun = blockRule({
  id: 'unpunctuated-run',
  title: 'No punctuation',
  description:
    'A long run of Chinese characters without any punctuation, for example because columns of vertical text were run together.',
  severity: 'info',
  kinds: ['body', 'caption'],
  options: {
    longest: {
      default: 60,
      minimum: 10,
      maximum: 10_000,
      description: 'The maximum number of consecutive Chinese characters without punctuation.',
    },
  },
  *check({ text, options }) {
    const { longest } = options;
    // A run that is too long covers a multiple of the length allowed, so only these places need a look.
    for (let probe = longest; probe < text.length; probe += longest) {
      if (!isHan(text.charCodeAt(probe))) continue;
      let start = probe;
      while (start > 0 && isHan(text.charCodeAt(start - 1))) start--;
      let end = probe + 1;
      while (end < text.length && isHan(text.charCodeAt(end))) end++;
      if (end - start > longest)
        yield {
          span: { start, end },
          message: t('{0} characters in a row without punctuation', end - start),
          fixes: [],
        };
      probe += Math.floor((end - probe) / longest) * longest;
    }
  },
});
