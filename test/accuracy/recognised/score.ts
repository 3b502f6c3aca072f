import type { Span } from '../../../server/src/core/span';
import { differencesOf, type Difference } from '../../../training/recognition/pages/differences';
import type { Paragraph } from '../../../training/recognition/pages/recognised-pages';

/** A finding as the command line reports it. UTF-16 offsets. */
export interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
  readonly fixes: readonly { readonly edits: readonly { readonly newText: string }[] }[];
}

/** Counts of stretches of wrong characters, and of findings that touch none. */
export interface Score {
  characters: number;
  wrong: number;
  warned: number;
  /** With a warning or information. */
  found: number;
  /** With a fix that makes them right. */
  fixed: number;
  falseWarnings: number;
  falseInformation: number;
}

const RULES: ReadonlySet<string> = new Set([
  'confusable-character',
  'doubled-character',
  'dropped-character',
  'set-phrase',
]);

function emptyScore(): Score {
  return { characters: 0, wrong: 0, warned: 0, found: 0, fixed: 0, falseWarnings: 0, falseInformation: 0 };
}

export function addScores(scores: readonly Score[]): Score {
  const sum = emptyScore();
  for (const score of scores) for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += score[key];
  return sum;
}

/** Compares what the context rules find in a paragraph with what is wrong in it. */
export function scoreOf({ start, read, printed }: Paragraph, findings: readonly Finding[]): Score {
  const score = { ...emptyScore(), characters: printed.length };
  const own = findings.filter(({ rule, start: at }) => RULES.has(rule) && at >= start && at < start + read.length);
  const touched = new Set<Finding>();
  for (const difference of differencesOf(read, printed)) {
    if (!isOfHan(difference, read, printed)) continue;
    const right = hanOf(printed.slice(difference.otherStart, difference.otherEnd));
    const wrong = { start: start + difference.start, end: start + difference.end };
    const hits = own.filter((finding) => touches(finding, wrong));
    for (const hit of hits) touched.add(hit);
    score.wrong++;
    if (hits.some(({ severity }) => severity === 'warning')) score.warned++;
    if (hits.some(({ severity }) => severity === 'warning' || severity === 'info')) score.found++;
    const isRight = ({ newText }: { readonly newText: string }): boolean =>
      right === '' ? newText === '' && difference.otherStart === difference.otherEnd : newText.includes(right);
    if (hits.some(({ fixes }) => fixes.some(({ edits }) => edits.some(isRight)))) score.fixed++;
  }
  for (const finding of own) {
    if (touched.has(finding)) continue;
    if (finding.severity === 'warning') score.falseWarnings++;
    if (finding.severity === 'info') score.falseInformation++;
  }
  return score;
}

/** Whether Han characters are wrong, missing or too many. */
export function isOfHan({ start, end, otherStart, otherEnd }: Difference, read: string, printed: string): boolean {
  return hanOf(printed.slice(otherStart, otherEnd)) !== '' || hanOf(read.slice(start, end)) !== '';
}

/** Whether what is found touches what is wrong; where something is missing, whether it is at the place or at the character behind it. */
export function touches(found: Span, { start, end }: Span): boolean {
  const isGap = start === end;
  return (
    (found.start < Math.max(end, start + 1) && found.end > start) ||
    (isGap && found.start <= start && start <= found.end)
  );
}

function hanOf(text: string): string {
  return text.replace(/[^\u4e00-\u9fff]/g, '');
}
