import { t } from '@vscode/l10n';

/** The tokens that a model knows, as `vocab.txt` lists them: one a line; the number of its line, from 0, is its id. */
export interface Vocabulary {
  readonly size: number;
  /** The id of a token; undefined if it is not listed. */
  idOf(token: string): number | undefined;
  /** The character of a token that is a single Han character of the basic plane; empty for every other. */
  hanOf(id: number): string;
  /** Whether it lists no capital letters, so that words are looked up in small ones and without accents. */
  readonly isUncased: boolean;
  /** Ids of the tokens that every BERT model has. */
  readonly begin: number;
  readonly end: number;
  readonly unknown: number;
}

/** Reads a list of tokens. Throws an `Error` with a sentence for the user if a token is missing that every BERT model has. */
export function readVocabulary(text: string): Vocabulary {
  const tokens = text
    .replace(/^\ufeff/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const special = (token: string): number => {
    const id = ids.get(token);
    if (id === undefined) throw new Error(t('{0} does not contain the token {1}.', 'vocab.txt', token));
    return id;
  };
  return {
    size: tokens.length,
    idOf: (token) => ids.get(token),
    hanOf(id) {
      const token = tokens[id] ?? '';
      return /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]$/.test(token) ? token : '';
    },
    isUncased: !tokens.some((token) => /^[A-Z]$/.test(token)),
    begin: special('[CLS]'),
    end: special('[SEP]'),
    unknown: special('[UNK]'),
  };
}
