/** Where a value is written in a JSON text, and its parts. Offsets are UTF-16 code units; `end` is exclusive. */
export interface JsonNode {
  readonly start: number;
  readonly end: number;
  /** Of an object, in their order; a name may occur more than once. */
  readonly members: readonly JsonMember[];
  /** Of a list. */
  readonly items: readonly JsonNode[];
}

export interface JsonMember {
  readonly name: string;
  /** Where its name begins. */
  readonly start: number;
  readonly value: JsonNode;
}

/** The nodes of a text that `JSON.parse` accepts, with or without a byte order mark. Its depth must be bounded. */
export function jsonNodesOf(text: string): JsonNode {
  let at = 0;
  const skipTo = (pattern: RegExp): void => {
    pattern.lastIndex = at;
    pattern.exec(text);
    at = pattern.lastIndex;
  };
  const skipString = (): void => {
    at++;
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at++;
  };
  /** Goes through what is written between a bracket and its counterpart. */
  const readParts = (readPart: () => void): void => {
    at++;
    skipTo(SPACE);
    while (text[at] !== '}' && text[at] !== ']') {
      readPart();
      skipTo(SPACE);
      if (text[at] === ',') at++;
      skipTo(SPACE);
    }
    at++;
  };
  const readValue = (): JsonNode => {
    const start = at;
    const members: JsonMember[] = [];
    const items: JsonNode[] = [];
    if (text[at] === '{')
      readParts(() => {
        const nameStart = at;
        skipString();
        const name = String(JSON.parse(text.slice(nameStart, at)));
        skipTo(COLON);
        members.push({ name, start: nameStart, value: readValue() });
      });
    else if (text[at] === '[') readParts(() => items.push(readValue()));
    else if (text[at] === '"') skipString();
    else skipTo(SCALAR);
    return { start, end: at, members, items };
  };
  skipTo(SPACE);
  return readValue();
}

const SPACE = /[ \t\r\n\uFEFF]*/y;
const COLON = /[ \t\r\n]*:[ \t\r\n]*/y;
const SCALAR = /[\w.+-]+/y;
