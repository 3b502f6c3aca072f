import { t } from '@vscode/l10n';
import radicals from '../../../../dictionaries/lexicons/radicals.json';
import { Trait } from '../../core/characters';
import { blockRule, READ_TEXT, replacement } from '../rule';

/** Radicals that stand for a character but have no Unicode decomposition; those of Kangxi have one. */
const RADICALS: Readonly<Record<string, string>> = radicals;

/** CJK radicals, Kangxi radicals and compatibility ideographs, those outside the basic plane as surrogate pairs. */
const COMPATIBILITY = /[\u2e80-\u2fd5\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/g;

export const compatibilityCharacter = blockRule({
  id: 'compatibility-character',
  title: 'Look-alike code point',
  description:
    'A radical or compatibility ideograph that looks like an ordinary character but that a search for that character does not find.',
  severity: 'warning',
  applicability: 'safe',
  grouped: (count) => t('Radicals or compatibility ideographs in place of characters: {0}', count),
  kinds: READ_TEXT,
  traits: Trait.exotic,
  *check({ text }) {
    for (const match of text.matchAll(COMPATIBILITY)) {
      const character = match[0];
      const meant = RADICALS[character] ?? character.normalize('NFKC');
      if (meant === character) continue;
      const span = { start: match.index, end: match.index + character.length };
      yield {
        span,
        message: t('“{0}” is encoded as a radical or compatibility form', character),
        fixes: [replacement(span, meant, 'safe', t('Replace with the ordinary characters'))],
      };
    }
  },
});
