import type { Vocabulary } from './vocabulary';

/** A token of a sentence. */
export interface Token {
  readonly id: number;
  /** The offset of the Han character that it is, in UTF-16 code units; -1 for every other token. */
  readonly at: number;
}

/** Tokens that a model of this kind takes at one time, beside the two around them. */
const MOST_TOKENS = 510;

/** What BERT takes for Chinese characters, of which each is a token; those beyond the basic plane, too. */
const HAN = '\\u4e00-\\u9fff\\u3400-\\u4dbf\\u{20000}-\\u{2ceaf}\\uf900-\\ufaff\\u{2f800}-\\u{2fa1f}';
const MARK = '\\p{P}$+<=>^`|~';
const IS_HAN = new RegExp(`^[${HAN}]$`, 'u');
const PARTS = new RegExp(`[${HAN}]|[${MARK}]|[^\\s\\p{C}${MARK}${HAN}]+`, 'gu');

/** Longer words are not looked up. */
const LONGEST_WORD = 100;

/** Divides a sentence into the tokens of BERT: each Han character and mark by itself, and other words by their parts. */
export function tokensOf(sentence: string, vocabulary: Vocabulary): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: part, index } of sentence.matchAll(PARTS)) {
    if (IS_HAN.test(part)) tokens.push({ id: vocabulary.idOf(part) ?? vocabulary.unknown, at: index });
    else for (const id of wordPieces(part, vocabulary)) tokens.push({ id, at: -1 });
  }
  return tokens;
}

/** Cuts a list of tokens into those that a model takes at one time. */
export function* windowsOf(tokens: readonly Token[]): Generator<readonly Token[]> {
  for (let start = 0; start < tokens.length; start += MOST_TOKENS) yield tokens.slice(start, start + MOST_TOKENS);
}

/** The longest tokens that a word consists of, from its beginning on (WordPiece). */
function wordPieces(part: string, vocabulary: Vocabulary): readonly number[] {
  const word = vocabulary.isUncased
    ? part
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
    : part;
  if (word.length > LONGEST_WORD) return [vocabulary.unknown];
  const ids: number[] = [];
  for (let start = 0, end = word.length; start < word.length;) {
    const id = vocabulary.idOf((start > 0 ? '##' : '') + word.slice(start, end));
    if (id !== undefined) {
      ids.push(id);
      start = end;
      end = word.length;
    } else if (--end === start) return [vocabulary.unknown];
  }
  return ids;
}
