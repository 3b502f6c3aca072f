import { ExactNumber, type Place } from './exactJson';
import { jsonNodesOf, type JsonNode } from './jsonNodes';
import type { OriginalJson } from './read';
import type { Sidecar } from './schema';
import { isObject } from '../../core/json';

/**
 * Prints a sidecar. What has not changed since `original` was read is copied from it character by character, so that
 * numbers beyond 2^53, the order of fields and whatever else this version does not know stay as they are written. So is
 * what was taken from another file, whose `places` say where it is written there.
 */
export function printSidecar(
  sidecar: Sidecar,
  original?: OriginalJson,
  places: ReadonlyMap<object, Place> = new Map(),
): string {
  const { issue, dismissed, annotations, relations, rejected, corrections, structure, text, ...others } = sidecar;
  const isWritten = (name: string): boolean => original !== undefined && Object.hasOwn(original.value, name);
  const all = { issue, dismissed, text, relations, rejected, structure, annotations, corrections };
  const parts = Object.entries(all).filter(
    ([name, part]) =>
      part !== undefined && (isWritten(name) || Object.keys(part).length > 0 || (!original && name !== 'issue')),
  );
  const value = { ...others, ...Object.fromEntries(parts) };
  if (!original) return `${printNew(value, styleOf('', places), '')}\n`;
  const root = jsonNodesOf(original.text);
  const printed = printOver(value, { value: original.value, node: root }, styleOf(original.text, places), '');
  return original.text.slice(0, root.start) + printed + original.text.slice(root.end);
}

/** A value that was read, and where it is written. */
interface Written {
  readonly value: unknown;
  readonly node: JsonNode;
}

/** How the text is laid out, and where what it is made of is written. */
interface Style {
  readonly text: string;
  readonly lineEnd: string;
  readonly indent: string;
  readonly places: ReadonlyMap<object, Place>;
}

function styleOf(text: string, places: Style['places']): Style {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return { text, lineEnd, indent: /\n([ \t]+)"/.exec(text)?.[1] ?? '  ', places };
}

/** The indentation of the line of a value; undefined where all of the value is on one line. */
type Margin = string | undefined;

function within(margin: Margin, { indent }: Style): Margin {
  return margin === undefined ? undefined : margin + indent;
}

/** Prints a value, and copies those parts of it that are in `before` too. */
function printOver(value: unknown, before: Written | undefined, style: Style, margin: Margin): string {
  if (before && Object.is(value, before.value)) return copy({ text: style.text, node: before.node }, style, margin);
  if (before && Array.isArray(value) && Array.isArray(before.value))
    return printList(value, before, style, margin, within(margin, style));
  if (before && isObject(value) && isObject(before.value)) {
    const members = printMembers(value, { value: before.value, node: before.node }, style, within(margin, style));
    return between('{', members, '}', style, margin);
  }
  return printNew(value, style, margin);
}

/** Prints a value that is not in the file. */
function printNew(value: unknown, style: Style, margin: Margin): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const place = style.places.get(value);
  if (place) return printNode(place, style, margin);
  if (value instanceof ExactNumber) return value.written;
  if (Array.isArray(value)) return printList(value, undefined, style, margin, within(margin, style));
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => printMember(name, member, style, within(margin, style)));
  return between('{', members, '}', style, margin);
}

/** What is written somewhere, as it is; on one line, if it must be. */
function copy(place: Place, style: Style, margin: Margin): string {
  const { text, node } = place;
  return margin === undefined ? printNode(place, style, margin) : text.slice(node.start, node.end);
}

/** What is written somewhere, with other spaces and line ends between its parts. */
function printNode({ text, node }: Place, style: Style, margin: Margin): string {
  const part = (value: JsonNode): string => printNode({ text, node: value }, style, within(margin, style));
  if (text[node.start] === '[') return between('[', node.items.map(part), ']', style, margin);
  if (text[node.start] !== '{') return text.slice(node.start, node.end);
  const members = node.members.map(({ name, value }) => `${JSON.stringify(name)}: ${part(value)}`);
  return between('{', members, '}', style, margin);
}

/** Prints a list, and copies the items that are in `before` too. An item that has changed keeps what else is written of it. */
function printList(
  list: readonly unknown[],
  before: Written | undefined,
  style: Style,
  margin: Margin,
  marginOfItems: Margin,
): string {
  const old: readonly unknown[] = Array.isArray(before?.value) ? before.value : [];
  const positions = new Map(old.map((item, at) => [item, at]));
  const positionsById = new Map(old.map((item, at) => [idOf(item), at]));
  const items = list.map((item) => {
    const id = idOf(item);
    const position = positions.get(item) ?? (id === undefined ? undefined : positionsById.get(id)) ?? -1;
    const node = before?.node.items[position];
    if (!node) return printNew(item, style, marginOfItems);
    if (Object.is(item, old[position])) return style.text.slice(node.start, node.end);
    return printOver(item, { value: old[position], node }, style, marginOfItems);
  });
  return between('[', items, ']', style, margin);
}

/** What tells an item of a list from the others, if it has that. */
function idOf(item: unknown): string | undefined {
  return isObject(item) && typeof item['id'] === 'string' ? item['id'] : undefined;
}

/** A new member with its name. */
function printMember(name: string, value: unknown, style: Style, margin: Margin): string {
  return `${JSON.stringify(name)}: ${printValue(name, value, undefined, style, margin)}`;
}

/** The value of a member. Lists of annotations and of decisions have one on each line, so that a comparison of versions is easy to read. */
function printValue(name: string, value: unknown, before: Written | undefined, style: Style, margin: Margin): string {
  const isUnchanged = before && Object.is(value, before.value);
  if (isUnchanged || !ON_ONE_LINE.has(name) || !Array.isArray(value)) return printOver(value, before, style, margin);
  return printList(value, before, style, margin, undefined);
}

/** The members of an object: those that were written, in their order, then the new ones. */
function printMembers(
  value: Readonly<Record<string, unknown>>,
  before: Written & { readonly value: Readonly<Record<string, unknown>> },
  style: Style,
  margin: Margin,
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

function between(open: string, parts: readonly string[], close: string, style: Style, margin: Margin): string {
  if (parts.length === 0) return open + close;
  if (margin === undefined) return `${open} ${parts.join(', ')} ${close}`;
  const line = style.lineEnd + margin;
  return `${open}${parts.map((part) => line + style.indent + part).join(',')}${line}${close}`;
}

/** The lists whose items are written on one line each. */
const ON_ONE_LINE: ReadonlySet<string> = new Set(['annotations', 'relations', 'rejected', 'corrections', 'structure']);
