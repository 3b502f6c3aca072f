/** A name as brat takes it for a type: letters of ASCII, digits, - and _. Any other character becomes its number: _u6c49_. */
export function bratName(name: string): string {
  return escaped(name, /_(?=u[0-9a-f]+_)|[^\w-]/gu) || '_';
}

/** A value as brat takes it for an attribute or an entry: without white space, bars and what separates names in its configuration. */
export function bratValue(value: string): string {
  return escaped(value, /_(?=u[0-9a-f]+_)|[\s\p{C}|,:<>]/gu);
}

/** The entry of a dictionary as brat takes it: the name of a source, a colon and an id. */
export function bratReference(entry: string): string {
  const isComplete = /^[^\s:]+:./u.test(entry) && !entry.startsWith(OWN_SOURCE);
  return (isComplete ? '' : OWN_SOURCE) + escaped(entry, /_(?=u[0-9a-f]+_)|[\s\p{C}]/gu);
}

/** The entry that `bratReference` wrote, or one of another program with the name of its source. */
export function fromBratReference(reference: string): string {
  return fromBrat(reference.startsWith(OWN_SOURCE) ? reference.slice(OWN_SOURCE.length) : reference);
}

const OWN_SOURCE = 'Galley:';

/** What `bratName` or `bratValue` made a name of. */
export function fromBrat(name: string): string {
  return name.replace(/_u([0-9a-f]{1,6})_/g, (whole, number: string) => {
    const code = parseInt(number, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A comment on one line. */
export function bratNote(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(BREAKS, ' ');
}

/** The comment that `bratNote` put on one line. */
export function fromBratNote(note: string): string {
  return note.replace(/\\([\\n])/g, (_, character: string) => (character === 'n' ? '\n' : '\\'));
}

/**
 * What the span of a line in brat must not contain: line ends, of which Python has many, and controls. A span over them is
 * written in pieces.
 */
export const BREAKS = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]+/gu;

function escaped(text: string, pattern: RegExp): string {
  return text.replace(pattern, (character) => `_u${(character.codePointAt(0) ?? 0).toString(16)}_`);
}
