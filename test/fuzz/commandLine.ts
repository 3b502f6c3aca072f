import { ok } from 'node:assert/strict';
import { folderWith } from '../support/commandLine';
import type { FuzzCase } from './texts';

/** Commands on a file, and whether they print JSON. */
const COMMANDS: readonly { readonly words: readonly string[]; readonly isJson: boolean }[] = [
  { words: ['check'], isJson: false },
  { words: ['check', '--format', 'json', '--lines'], isJson: true },
  { words: ['check', '--format', 'sarif'], isJson: true },
  { words: ['entities'], isJson: false },
  { words: ['entities', '--format', 'json'], isJson: true },
  { words: ['export', '--format', 'json'], isJson: true },
  { words: ['fix', '--suggested', '--diff'], isJson: false },
  { words: ['fix', '--write'], isJson: false },
];

/** Encodings in which a text becomes a file, some of which cannot hold it. */
const ENCODINGS = ['utf8', 'utf8', 'utf16le', 'latin1'] as const;

/** Checks that a command ends as promised, whatever bytes a file has: with a code, readable output, and no stack. */
export function checkCommandLine({ text, edits }: FuzzCase): void {
  const { words, isJson } = COMMANDS[text.length % COMMANDS.length] ?? { words: ['check'], isJson: false };
  const folder = folderWith({ 'issue.txt': Buffer.from(text, ENCODINGS[edits.length % ENCODINGS.length]) });
  try {
    const { code, output, errors } = folder.galley([...words, 'issue.txt']);
    const what = `galley ${words.join(' ')}`;
    ok(code !== null && code <= 2, `${what} ends with ${code}: ${errors}`);
    ok(!/\n\s+at .*:\d+/.test(errors), `${what} shows a stack: ${errors}`);
    ok(code < 2 || errors.trim() !== '', `${what} ends with 2 and says nothing`);
    if (isJson && code < 2) JSON.parse(output);
    // A terminal must be safe from what a file holds.
    if (!isJson && words[0] !== 'fix') ok(!output.includes('\u001b'), `${what} prints an escape`);
  } finally {
    folder.remove();
  }
}
