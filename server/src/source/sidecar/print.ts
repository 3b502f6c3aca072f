import { jsonNodesOf, type JsonNode } from './jsonNodes';
import type { OriginalJson } from './read';
import type { Sidecar } from './schema';

/**
 * Prints a sidecar. What has not changed since `original` was read is copied from it character by character, so that
 * numbers beyond 2^53, the order of fields and whatever else this version does not know stay as they are written.
 */
export function printSidecar(sidecar: Sidecar, original?: OriginalJson): string {
  const { issue, dismissed, annotations, relations, rejected, corrections, structure, text, ...others } = sidecar;
  const isWritten = (name: string): boolean => original !== undefined && Object.hasOwn(original.value, name);
  const optional = {
    ...(text ? { text } : {}),
    ...(relations ? { relations } : {}),
    ...(rejected ? { rejected } : {}),
    ...(structure ? { structure } : {}),
  };
  const parts = Object.entries({ issue, dismissed, ...optional, annotations, corrections }).filter(
    ([name, part]) => isWritten(name) || Object.keys(part).length > 0 || (!original && name !== 'issue'),
  );
  const value = { ...others, ...Object.fromEntries(parts) };
  if (!original) {
    const style = styleOf('');
    const members = Object.entries(value).map(([name, member]) => printMember(name, member, style, style.indent));
    return `${between('{', members, '}', style, '')}\n`;
  }
  const root = jsonNodesOf(original.text);
  const printed = printOver(value, { value: original.value, node: root }, styleOf(original.text), '');
  return original.text.slice(0, root.start) + printed + original.text.slice(root.end);
}

/** A value that was read, and where it is written. */
interface Written {
  readonly value: unknown;
  readonly node: JsonNode;
}

/** How the text is laid out. */
interface Style {
  readonly text: string;
  readonly lineEnd: string;
  readonly indent: string;
}

function styleOf(text: string): Style {
  return { text, lineEnd: text.includes('\r\n') ? '\r\n' : '\n', indent: /\n([ \t]+)"/.exec(text)?.[1] ?? '  ' };
}

/** Prints a value, and copies those parts of it that are in `before` too. `margin` is the indentation of its line. */
function printOver(value: unknown, before: Written | undefined, style: Style, margin: string): string {
  if (before && Object.is(value, before.value)) return style.text.slice(before.node.start, before.node.end);
  if (before && Array.isArray(value) && Array.isArray(before.value))
    return printList(value, before, style, margin, (item) => printOver(item, undefined, style, margin + style.indent));
  if (before && isObject(value) && isObject(before.value)) {
    const members = printMembers(value, { value: before.value, node: before.node }, style, margin + style.indent);
    return between('{', members, '}', style, margin);
  }
  return JSON.stringify(value, null, style.indent).replaceAll('\n', style.lineEnd + margin);
}

/** Prints a list, and copies the items that are in `before` too. `printNew` prints the others. */
function printList(
  list: readonly unknown[],
  before: Written | undefined,
  style: Style,
  margin: string,
  printNew: (item: unknown) => string,
): string {
  const old: readonly unknown[] = Array.isArray(before?.value) ? before.value : [];
  const positions = new Map(old.map((item, at) => [item, at]));
  const items = list.map((item) => {
    const node = before?.node.items[positions.get(item) ?? -1];
    return node ? style.text.slice(node.start, node.end) : printNew(item);
  });
  return between('[', items, ']', style, margin);
}

/** A new member with its name. */
function printMember(name: string, value: unknown, style: Style, margin: string): string {
  return `${JSON.stringify(name)}: ${printValue(name, value, undefined, style, margin)}`;
}

/** The value of a member. Lists of annotations and of decisions have one on each line, so that a comparison of versions is easy to read. */
function printValue(name: string, value: unknown, before: Written | undefined, style: Style, margin: string): string {
  const isUnchanged = before && Object.is(value, before.value);
  if (isUnchanged || !ON_ONE_LINE.has(name) || !Array.isArray(value)) return printOver(value, before, style, margin);
  return printList(value, before, style, margin, (item) => JSON.stringify(item, null, 1).replace(/\n */g, ' '));
}

/** The members of an object: those that were written, in their order, then the new ones. */
function printMembers(
  value: Readonly<Record<string, unknown>>,
  before: Written & { readonly value: Readonly<Record<string, unknown>> },
  style: Style,
  margin: string,
): string[] {
  const written = before.node.members;
  // JSON.parse takes the last of several members with one name; the others are copied.
  const last = new Map(written.map((member) => [member.name, member]));
  const kept = written
    .filter(({ name }) => Object.hasOwn(value, name))
    .map((member) => {
      const { name, start, value: node } = member;
      if (last.get(name) !== member) return style.text.slice(start, node.end);
      const written = { value: before.value[name], node };
      return style.text.slice(start, node.start) + printValue(name, value[name], written, style, margin);
    });
  const added = Object.keys(value)
    .filter((name) => !last.has(name))
    .map((name) => printMember(name, value[name], style, margin));
  return [...kept, ...added];
}

function between(open: string, parts: readonly string[], close: string, style: Style, margin: string): string {
  if (parts.length === 0) return open + close;
  const line = style.lineEnd + margin;
  return `${open}${parts.map((part) => line + style.indent + part).join(',')}${line}${close}`;
}

/** The lists whose items are written on one line each. */
const ON_ONE_LINE: ReadonlySet<string> = new Set(['annotations', 'relations', 'rejected', 'corrections', 'structure']);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
