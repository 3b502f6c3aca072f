import { t } from '@vscode/l10n';
import { Trait } from '../../core/characters';
import { blockRule, READ_TEXT } from '../rule';

/** U+FFFD, the private use area, and halves of surrogate pairs. */
const UNREADABLE = /[\ue000-\uf8ff\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const unreadableCharacter = blockRule({
  id: 'unreadable-character',
  title: 'Unreadable character',
  description: 'A replacement character, a private code or half a code pair: the character itself is lost.',
  severity: 'error',
  grouped: (count) => t('Characters that are lost and must be read from the page: {0}', count),
  kinds: READ_TEXT,
  traits: Trait.exotic,
  *check({ text }) {
    for (const match of text.matchAll(UNREADABLE))
      yield { span: { start: match.index, end: match.index + 1 }, message: t('This character is lost'), fixes: [] };
  },
});
