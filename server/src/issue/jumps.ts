import type { Span } from '../core/span';
import type { Jump } from './model';
import { NUMERAL_CLASS, readNumeral } from './numerals';

/** 全文详见今日第七版, (下转第三版), 上接第一版《…》, 紧接2版: a number of one to three signs between the verb and 版. */
const JUMP = new RegExp(
  `[（(【]?[▶►→]*\\s*(下转|转入|转|续|全文详见|全文见|详见|详情见|见|上接|紧接|接)\\s*(?:本报|今日|今天|本期|昨日)?\\s*(?:第\\s*)?([A-Da-d]?[${NUMERAL_CLASS}]{1,3})\\s*版(?:[:：\\s]*《([^》]{2,60})》)?\\s*[）)】]?`,
  'g',
);

/** Reads a line that is only a jump line. Offsets are relative to the line. */
export function readJumpLine(line: string): Jump | undefined {
  if (line.length > 80 || !line.includes('版')) return undefined;
  const [jump] = readJumps(line);
  if (!jump) return undefined;
  const rest = line.slice(0, jump.span.start) + line.slice(jump.span.end);
  return /^[\s*·▶►→—\-。.]*$/.test(rest) ? jump : undefined;
}

/**
 * Finds the jump lines within a text, as in “……。（下转第三版）”. A bare verb such as 见 counts only where the mention
 * is bracketed or is at the end. Offsets are relative to the text.
 */
export function readJumps(text: string): Jump[] {
  if (!text.includes('版')) return [];
  const jumps: Jump[] = [];
  for (const match of text.matchAll(JUMP)) {
    const [whole, verb = '', numeral = '', headline] = match;
    const page = readNumeral(numeral.replace(/^[A-Da-d]/, ''));
    if (page === undefined || page === 0) continue;
    const span: Span = { start: match.index, end: match.index + whole.trimEnd().length };
    const bracketed = /^[（(【]/.test(whole);
    const alone =
      text.slice(span.end).trim() === '' && (match.index === 0 || /[。！？”\s▶►]/.test(text[match.index - 1] ?? ''));
    if (!bracketed && !alone) continue;
    const direction = verb.endsWith('接') ? 'from' : 'to';
    jumps.push(headline === undefined ? { span, direction, page } : { span, direction, page, headline });
  }
  return jumps;
}
