import { t } from '@vscode/l10n';
import { Trait } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import { blockRule, READ_TEXT } from '../rule';

/** U+FFFD, the private use area, and halves of surrogate pairs. */
const UNREADABLE = /[\ue000-\uf8ff\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * What people and programs write for a character that they cannot read: □ within a sentence, several squares beside a character,
 * [illegible], 【模糊】. A square at the start of a line, or behind the end of a sentence, is a bullet or an end mark.
 */
const MARKED =
  /(?<=[\u4e00-\u9fff，、“《（])□+|[□■]{2,4}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])■{2,4}|[[［【〔（(](?:illegible|unreadable|unclear|模糊(?:不清)?|字迹(?:模糊|不清)|(?:无法|难以)辨认|看不清|缺字|漫漶(?:不清)?)[\]］】〕）)]/gi;

export const unreadableCharacter = blockRule({
  id: 'unreadable-character',
  title: 'Unreadable character',
  description: 'A character that is lost: a replacement character, a private code, half a code pair, □ or [illegible].',
  severity: 'error',
  grouped: (count) => t('Characters that are lost and must be read from the page: {0}', count),
  kinds: READ_TEXT,
  traits: Trait.exotic | Trait.paired,
  *check({ text }): Iterable<Finding> {
    for (const match of text.matchAll(UNREADABLE))
      yield { span: { start: match.index, end: match.index + 1 }, message: t('This character is lost'), fixes: [] };
    for (const { 0: mark, index } of text.matchAll(MARKED))
      yield {
        span: { start: index, end: index + mark.length },
        severity: 'info',
        message: t('The text marks what is here as unreadable'),
        fixes: [],
      };
  },
});
