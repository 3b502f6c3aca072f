import { t } from '@vscode/l10n';

/** A text that was read as JSON: its value, or a sentence for the user that says why it has none. */
export type JsonReading = { readonly value: unknown } | { readonly problem: string };

/** Reads JSON, with or without a byte order mark. Never throws. */
export function readJson(text: string): JsonReading {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isDeeperThan(MAX_DEPTH, value)) return { problem: t('It is nested more than {0} levels deep.', MAX_DEPTH) };
    return { value };
  } catch (error) {
    return { problem: t('It is not JSON: {0}', error instanceof Error ? error.message : '') };
  }
}

/** Whether two values are the same as JSON, regardless of the order of the fields in their objects. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObjectOrList(one) || !isObjectOrList(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = namesOf(one);
  return (
    names.length === namesOf(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameJson(one[name], other[name]))
  );
}

/** Whether a value is an object of JSON, not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObjectOrList(value) && !Array.isArray(value);
}

/** A field that an object has itself, whatever its name: `__proto__` is a field like any other. */
export function ownField(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function isObjectOrList(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The fields that JSON has of an object or list. */
function namesOf(value: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

/** Objects and lists within one another; a text with more of them is damage or an attack. */
const MAX_DEPTH = 100;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(levels - 1, part));
}
