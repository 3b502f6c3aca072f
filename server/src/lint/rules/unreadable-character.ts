import { t } from '@vscode/l10n';
import { Trait } from '../../core/characters';
import { blockRule, READ_TEXT } from '../rule';

/** U+FFFD, the private use area, and halves of surrogate pairs. */
const UNREADABLE = /[\ue000-\uf8ff\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const unreadableCharacter = blockRule({
  id: 'unreadable-character',
  title: 'Unreadable character',
  description: 'A replacement character, private-use character or unpaired surrogate: the original character is lost.',
  severity: 'error',
  grouped: (count) => t('Lost characters, to be restored from the page: {0}', count),
  kinds: READ_TEXT,
  traits: Trait.exotic,
  *check({ text }) {
    for (const match of text.matchAll(UNREADABLE))
      yield { span: { start: match.index, end: match.index + 1 }, message: t('This character is lost'), fixes: [] };
  },
});
