import table from '../../../dictionaries/pinyin.json';

/** The usual reading of each character, without tones and with v for ü; another character stands for itself, in lower case. */
export function pinyinOf(text: string): readonly string[] {
  return Array.from(text, (character) => readingsOf(character)[0] ?? character.toLowerCase());
}

/** The first letters of `pinyinOf`, in one string: 汤飞帆 gives `tff`. */
export function initialsOf(text: string): string {
  return pinyinOf(text)
    .map((reading) => reading.slice(0, 1))
    .join('');
}

/**
 * Whether what was typed leads to the beginning of a name: its characters, their pinyin, the initials of that, or a
 * mixture (`汤ff`). Every reading of a character will do, since a surname has often a rare one.
 */
export function leadsTo(typed: string, name: string): boolean {
  return leads(typed, name, readingsOf);
}

/** The same with one reading of each character: that of `pinyin`, syllables with spaces between, else the usual one. */
export function leadsUsually(typed: string, name: string, pinyin?: string): boolean {
  const syllables = pinyin?.split(' ') ?? pinyinOf(name);
  return leads(typed, name, (_, index) => syllables.slice(index, index + 1));
}

function leads(
  typed: string,
  name: string,
  readingsAt: (character: string, index: number) => readonly string[],
): boolean {
  const wanted = asTyped(typed);
  let reached: readonly number[] = [0];
  for (const [index, character] of [...name].entries()) {
    if (reached.includes(wanted.length)) return true;
    const readings = readingsAt(character, index);
    reached = [...new Set(reached.flatMap((at) => endsBehind(wanted, at, character, readings)))];
  }
  return reached.includes(wanted.length);
}

/** What was typed, in the form that `behind` compares: without white space and apostrophes, in lower case. */
export function asTyped(typed: string): string {
  return typed
    .replace(/[\s'’]/g, '')
    .toLowerCase()
    .replaceAll('ü', 'v');
}

/** How far what was typed may be used up by one character that is read at `at`; empty where the character does not fit. */
export function behind(typed: string, at: number, character: string): readonly number[] {
  return endsBehind(typed, at, character, readingsOf(character));
}

function endsBehind(typed: string, at: number, character: string, readings: readonly string[]): readonly number[] {
  if (typed.startsWith(character.toLowerCase(), at)) return [at + character.length];
  const ends = new Set<number>();
  for (const reading of readings) {
    let length = 0;
    while (length < reading.length && typed.charCodeAt(at + length) === reading.charCodeAt(length))
      ends.add(at + ++length);
  }
  return [...ends];
}

/** All readings of a character, the usual one first. */
function readingsOf(character: string): readonly string[] {
  readings ??= allReadings();
  return readings.get(character) ?? [];
}

/** Made when it is first asked for: nobody who only reads an issue needs it. */
let readings: ReadonlyMap<string, readonly string[]> | undefined;

function allReadings(): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  for (const group of [table.first, table.further])
    for (const [reading, characters] of Object.entries(group))
      for (const character of characters) all.set(character, [...(all.get(character) ?? []), reading]);
  return all;
}
