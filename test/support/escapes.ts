/** Sequences that change colours, the title, the screen, the clipboard or the direction of writing, and workflow commands. */
const ESCAPES = [
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u001b]52;c;cHduZWQ=\u001b\\',
  '\u001bP1$r\u001b\\',
  '\u001bc',
  '\u009b31m',
  '\u009d0;title\u009c',
  '\u0085',
  '\u0008\u007f',
  '\u202e\u2066\u200f\u061c',
  '\r',
  '\u2028',
];
/** All of them in a row. */
export const ALL = ESCAPES.join('');
/** All that must not leave Galley: everything but LF, and TAB in text for people. */
export const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]/;
