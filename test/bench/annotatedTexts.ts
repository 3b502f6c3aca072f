import { existsSync, readFileSync } from 'node:fs';
import type { Span } from '../../server/src/core/span';
import { createRandom } from '../accuracy/habits/random';

/** A text with the spans of what it names. */
export interface AnnotatedText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** A public corpus of news with marked names, {{type:words}}, where it is beside the repository. */
const CORPUS = new URL('../../../shared/data/ner/boson/origindata.txt', import.meta.url);

/** The first characters of real news with its own marks; undefined where the corpus is not there. */
export function realAnnotatedText(length: number, lineLength?: number): AnnotatedText | undefined {
  if (!existsSync(CORPUS)) return undefined;
  let text = '';
  const spans: Span[] = [];
  let column = 0;
  const write = (words: string): void => {
    for (const character of words) {
      if (lineLength !== undefined && column >= lineLength && character !== '\n') {
        text += '\n';
        column = 0;
      }
      text += character;
      column = character === '\n' ? 0 : column + 1;
    }
  };
  for (const part of readFileSync(CORPUS, 'utf8').split(/(\{\{[a-z_]+:[^}]*\}\})/)) {
    if (text.length >= length) break;
    const words = /^\{\{[a-z_]+:\s*([^}]*)\}\}$/.exec(part)?.[1];
    const start = text.length;
    write(words ?? part);
    if (words) spans.push({ start: text.charAt(start) === '\n' ? start + 1 : start, end: text.length });
  }
  return { text, spans };
}

/** A text drawn at random in which few names are repeated often, as in a newspaper; no two of its lines are alike. */
export function drawnAnnotatedText(length: number, seed: number): AnnotatedText {
  const random = createRandom(seed);
  // Few characters are frequent, as in every language.
  const draw = (): string => String.fromCharCode(0x4e00 + Math.floor(2500 * random.next() ** 3));
  const names = Array.from({ length: 300 }, () => Array.from({ length: random.between(2, 4) }, draw).join(''));
  const spans: Span[] = [];
  let text = '';
  while (text.length < length) {
    for (let sentence = random.between(1, 6); sentence > 0; sentence--) {
      for (let words = random.between(4, 16); words > 0; words--) {
        text += random.chance(0.03) ? '，' : draw();
        if (!random.chance(0.08)) continue;
        const name = names[Math.floor(names.length * random.next() ** 2)] ?? '';
        spans.push({ start: text.length, end: text.length + name.length });
        text += name;
      }
      text += '。';
    }
    text += '\n';
  }
  return { text, spans };
}
