/**
 * Makes any text safe to show on a terminal, in one line: line ends become ⏎, control characters their pictures (U+2400
 * and on), and characters that reverse the direction of writing ␦. Raw ones would command the terminal or hide what
 * follows. Whatever comes from a file, a name of a file or a setting goes through this function before it is shown.
 */
export function visible(text: string): string {
  return text
    .replace(/\r?\n|[\u2028\u2029]/g, '⏎')
    .replace(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(HIDDEN, '␦');
}

/** A text of several lines as `visible` shows each of them; line ends and tabs are kept. */
export function visibleLines(text: string): string {
  return text.replace(/[^\r\n\t]+|\r(?!\n)/g, visible);
}

/**
 * A value as JSON that is safe to show on a terminal: `JSON.stringify` escapes only the first control characters, this
 * function all that `visible` replaces. Parsing gives the same value.
 */
export function visibleJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(
    HIDDEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** DEL, the second set of control characters (U+009B begins a command as ESC [ does), and marks of direction. */
const HIDDEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]/g;
