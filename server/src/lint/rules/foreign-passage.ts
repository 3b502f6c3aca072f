import { t } from '@vscode/l10n';
import { isHan, isLatin, Trait } from '../../core/characters';
import { blockRule } from '../rule';

/** A language that OCR may leave in a Chinese issue, by its letters. */
type Script = 'latin' | 'kana' | 'hangul' | 'cyrillic';

/** Letters of which a passage has so many before it counts as one. */
const LETTERS_ENOUGH = 40;

/** Letters of a script that say about as much as one Han character does. Kana stand among Han characters in Japanese. */
const LETTERS_PER_HAN: Readonly<Record<Script, number>> = { latin: 4, kana: 0.5, hangul: 1, cyrillic: 4 };

export const foreignPassage = blockRule({
  id: 'foreign-passage',
  title: 'Passage in another language',
  description:
    'A paragraph that is entirely or mostly in another language, for example because an OCR model translated it.',
  severity: 'info',
  kinds: ['body', 'crosshead', 'caption', 'heading'],
  traits: Trait.latin | Trait.otherScript,
  *check({ text }) {
    if (text.length < LETTERS_ENOUGH) return;
    const script = foreignScriptOf(withoutCode(text));
    if (script) yield { span: { start: 0, end: text.length }, message: messageFor(script), fixes: [] };
  },
});

/** A tag, an address, or a run of ASCII with digits or signs in it: letters that belong to no language. */
const TAG = /<[^<>]{1,400}>/g;
const ASCII_RUN = /[!-~]+/g;
const CODE = /[\d@_=/\\{}[\]|#~^$]|[A-Za-z][.:][A-Za-z]|[a-z][A-Z]/;

/** The text without what is written in letters but in no language. */
function withoutCode(text: string): string {
  return text.replace(TAG, ' ').replace(ASCII_RUN, (run) => (CODE.test(run) ? ' ' : run));
}

/** The script in which a text is written for its greater part, if that is not Chinese. */
function foreignScriptOf(text: string): Script | undefined {
  const counts: Record<Script, number> = { latin: 0, kana: 0, hangul: 0, cyrillic: 0 };
  let han = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHan(code)) han++;
    else {
      const script = scriptOf(code);
      if (script) counts[script]++;
    }
  }
  for (const script of ['latin', 'kana', 'hangul', 'cyrillic'] as const) {
    const letters = counts[script];
    const enough = script === 'kana' ? LETTERS_ENOUGH / 2 : LETTERS_ENOUGH;
    if (letters >= enough && letters / LETTERS_PER_HAN[script] > han) return script;
  }
  return undefined;
}

function scriptOf(code: number): Script | undefined {
  if (isLatin(code) || (code >= 0xc0 && code <= 0x24f)) return 'latin';
  if (code >= 0x3041 && code <= 0x30ff) return 'kana';
  if (code >= 0xac00 && code <= 0xd7a3) return 'hangul';
  if (code >= 0x400 && code <= 0x52f) return 'cyrillic';
  return undefined;
}

function messageFor(script: Script): string {
  switch (script) {
    case 'latin':
      return t('This passage is in Latin script. Was it translated?');
    case 'kana':
      return t('This passage is in Japanese. Was it translated?');
    case 'hangul':
      return t('This passage is in Korean. Was it translated?');
    case 'cyrillic':
      return t('This passage is in Cyrillic script. Was it translated?');
  }
}
