import type { ClientCapabilities, Position } from 'vscode-languageserver';
import type { Lines, Position as Place } from '../core/lines';
import { firstIndex } from '../core/search';
import { isWithinPair } from '../core/wholeCharacters';

/** What one unit is in the columns of a client: a byte of UTF-8, a code unit of UTF-16, or a code point. */
type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

let encoding: Encoding = 'utf-16';

/**
 * Chooses how the columns of all messages are counted: as the client likes best of what it names, else in UTF-16 code units, which
 * every client knows. Returns what the server has to answer. A process serves one client.
 */
export function agreeOnEncoding({ general }: ClientCapabilities): Encoding {
  encoding = general?.positionEncodings?.find(isKnown) ?? 'utf-16';
  return encoding;
}

/** Whether columns are counted as the engine counts them. */
export function countsCodeUnits(): boolean {
  return encoding === 'utf-16';
}

/** A place as the client counts it. One between the halves of a surrogate pair becomes the one before the pair. */
export function asSent(lines: Lines, { line, column }: Place): Position {
  if (countsCodeUnits()) return { line, character: column };
  const { start } = lines.span(line);
  const steps = stepsOf(lines, line);
  const step = Math.min(Math.floor(column / STEP), steps.length - 1);
  const counted = steps[step] ?? 0;
  return { line, character: counted + lengthAsSent(lines.text, start + step * STEP, start + column) };
}

/** A place that the client has sent. A column within a character becomes the one before it, one behind the line its end. */
export function asReceived(lines: Lines, { line, character }: Position): Place {
  if (countsCodeUnits()) return { line, column: character };
  const { start, end } = lines.span(line);
  const steps = stepsOf(lines, line);
  const step = Math.max(firstIndex(steps.length, (index) => (steps[index] ?? 0) > character) - 1, 0);
  let counted = steps[step] ?? 0;
  let at = start + step * STEP;
  while (at < end && (counted += unitsOf(lines.text, at)) <= character) at++;
  return { line, column: (isWithinPair(lines.text, at) ? at - 1 : at) - start };
}

/** How many units of the client a part of a text has. */
export function lengthAsSent(text: string, start: number, end: number): number {
  if (countsCodeUnits()) return end - start;
  let length = 0;
  for (let at = start; at < end; at++) length += unitsOf(text, at);
  return length;
}

function isKnown(name: string): name is Encoding {
  return name === 'utf-8' || name === 'utf-16' || name === 'utf-32';
}

/** The units that a code unit of UTF-16 adds. A surrogate pair counts where its second half is, so never in part. */
function unitsOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (isSurrogate && isWithinPair(text, at + 1)) return 0;
  if (encoding === 'utf-32' || code < 0x80) return 1;
  if (isSurrogate && isWithinPair(text, at)) return 4;
  return code < 0x800 ? 2 : 3;
}

/** Code units after which the count so far is kept, because a line may have millions and a thousand findings. */
const STEP = 512;

const keptSteps = new WeakMap<Lines, Map<number, readonly number[]>>();

/** How many units a line has up to each `STEP`th code unit. */
function stepsOf(lines: Lines, line: number): readonly number[] {
  const { start, end } = lines.span(line);
  if (end - start < STEP) return [0];
  const ofText = keptSteps.get(lines) ?? new Map<number, readonly number[]>();
  keptSteps.set(lines, ofText);
  const known = ofText.get(line);
  if (known) return known;
  const steps = [0];
  let counted = 0;
  for (let at = start; at + STEP <= end; at += STEP) steps.push((counted += lengthAsSent(lines.text, at, at + STEP)));
  ofText.set(line, steps);
  return steps;
}
