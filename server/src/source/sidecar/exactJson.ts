import { jsonNodesOf, type JsonNode } from './jsonNodes';
import { EMPTY_SIDECAR } from './model';
import type { OriginalJson, SidecarReading } from './read';
import { SIDECAR_VERSION, type JsonObject, type Sidecar } from './schema';

/** A number of which `JSON.parse` would lose digits, as it is written. */
export class ExactNumber {
  constructor(readonly written: string) {}

  /** Tells it from other numbers where values are compared as JSON. */
  toJSON(): string {
    return `number ${this.written}`;
  }
}

/** Where a value is written. */
export interface Place {
  readonly text: string;
  readonly node: JsonNode;
}

/** A sidecar whose numbers are exact, for merging. */
export interface ExactSidecar {
  readonly sidecar: Sidecar;
  /** Absent where there is no file. */
  readonly original?: OriginalJson;
  /** Where its objects, lists and exact numbers are written. */
  readonly places: ReadonlyMap<object, Place>;
}

/** Reads a sidecar that has no problems once more, so that none of its numbers loses digits. */
export function exactSidecar({ original }: SidecarReading): ExactSidecar {
  const places = new Map<object, Place>();
  if (!original) return { sidecar: EMPTY_SIDECAR, places };
  const { text } = original;
  const valueOf = (node: JsonNode): unknown => {
    const value = partsOf(node);
    if (typeof value === 'object' && value !== null) places.set(value, { text, node });
    return value;
  };
  const partsOf = (node: JsonNode): unknown => {
    const { start, end, members, items } = node;
    if (text[start] === '{') return Object.fromEntries(members.map(({ name, value }) => [name, valueOf(value)]));
    if (text[start] === '[') return items.map(valueOf);
    const written = text.slice(start, end);
    return isExact(written) ? JSON.parse(written) : new ExactNumber(written);
  };
  const value = valueOf(jsonNodesOf(text)) as JsonObject;
  const sidecar: Sidecar = { ...EMPTY_SIDECAR, ...value, version: SIDECAR_VERSION };
  return { sidecar, original: { text, value }, places };
}

/** Whether `JSON.parse` keeps all digits of what is written; it keeps fifteen in any case. */
function isExact(written: string): boolean {
  if (!/^-?\d/.test(written)) return true;
  const digits = (written.split(/e/i, 1)[0] ?? '').replace(/\D/g, '');
  const value = Number(written);
  return (digits.length <= 15 && Number.isFinite(value)) || String(value) === written;
}
