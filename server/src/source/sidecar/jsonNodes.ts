/** Where a value is written in a JSON text, and its parts. Offsets are UTF-16 code units; `end` is exclusive. */
export interface JsonNode {
  readonly start: number;
  readonly end: number;
  /** Of an object, in their order; a name may occur more than once. Read when they are first asked for. */
  readonly members: readonly JsonMember[];
  /** Of a list. Read when they are first asked for. */
  readonly items: readonly JsonNode[];
}

export interface JsonMember {
  readonly name: string;
  /** Where its name begins. */
  readonly start: number;
  readonly value: JsonNode;
}

/**
 * The node of a text that `JSON.parse` accepts, with or without a byte order mark. Most of a sidecar is copied as it is, so
 * what is within a value is read only where somebody asks.
 */
export function jsonNodesOf(text: string): JsonNode {
  return nodeAt(text, afterSpace(text, 0));
}

function nodeAt(text: string, start: number): JsonNode {
  let members: readonly JsonMember[] | undefined;
  let items: readonly JsonNode[] | undefined;
  return {
    start,
    end: endOfValue(text, start),
    get members() {
      return (members ??= text[start] === '{' ? membersOf(text, start) : []);
    },
    get items() {
      return (items ??= text[start] === '[' ? itemsOf(text, start) : []);
    },
  };
}

function membersOf(text: string, start: number): JsonMember[] {
  const members: JsonMember[] = [];
  for (let at = firstPart(text, start); text[at] !== '}';) {
    const nameEnd = endOfString(text, at);
    const name = String(JSON.parse(text.slice(at, nameEnd)));
    const value = nodeAt(text, afterSpace(text, afterSpace(text, nameEnd) + 1));
    members.push({ name, start: at, value });
    at = nextPart(text, value.end);
  }
  return members;
}

function itemsOf(text: string, start: number): JsonNode[] {
  const items: JsonNode[] = [];
  for (let at = firstPart(text, start); text[at] !== ']';) {
    const item = nodeAt(text, at);
    items.push(item);
    at = nextPart(text, item.end);
  }
  return items;
}

/** Where the first part of an object or list begins, or its closing bracket is. */
function firstPart(text: string, start: number): number {
  return afterSpace(text, start + 1);
}

/** Where the next part begins after one that has ended, or the closing bracket is. */
function nextPart(text: string, end: number): number {
  const at = afterSpace(text, end);
  return text[at] === ',' ? afterSpace(text, at + 1) : at;
}

function afterSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** JSON has four characters between its parts; before all of them there may be a byte order mark. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
}

function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') return endOfScalar(text, start);
  let depth = 0;
  for (let at = start; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
      continue;
    }
    at++;
    if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if ((code === CLOSE_BRACE || code === CLOSE_BRACKET) && --depth === 0) return at;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at + 1;
  }
  return text.length;
}

function endOfScalar(text: string, start: number): number {
  SCALAR.lastIndex = start;
  SCALAR.exec(text);
  return SCALAR.lastIndex;
}

const SCALAR = /[\w.+-]+/y;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
