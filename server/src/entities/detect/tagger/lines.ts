import { MARGIN, type Streams } from './grams';
import { lexiconReader, type Lexicon } from './lexicon';
import { EDGE, type Alphabet } from './symbols';

/** Reads lines into the streams that n-grams are taken from. Reuses its memory: streams hold until the next line is read. */
export function lineReader(
  alphabet: Alphabet,
  lexicon: Lexicon,
): { read(text: string, start: number, end: number): Streams } {
  const words = lexiconReader(lexicon);
  let streams: Uint16Array[] = [];
  let size = 0;
  return {
    read(text, start, end) {
      const length = end - start;
      if (streams.length === 0 || size < length) {
        size = length + 256;
        streams = Array.from({ length: 4 }, () => new Uint16Array(size + 2 * MARGIN));
      }
      const [characters, shapes, names, common] = streams;
      if (!characters || !shapes || !names || !common) return streams;
      for (const stream of streams) stream.fill(0, 0, length + 2 * MARGIN);
      const edgeShape = alphabet.shape[EDGE] ?? 0;
      for (let at = 0; at < MARGIN; at++) {
        shapes[at] = edgeShape;
        shapes[length + MARGIN + at] = edgeShape;
      }
      for (let at = 0; at < length; at++) {
        const code = text.charCodeAt(start + at);
        characters[MARGIN + at] = alphabet.symbol[code] ?? EDGE;
        shapes[MARGIN + at] = alphabet.shape[code] ?? 0;
      }
      words.read(characters, length, names, common);
      return streams;
    },
  };
}
