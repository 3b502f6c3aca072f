import { isAtLeast, shiftFinding, type Finding, type Severity } from '../../core/diagnostic';
import { inScriptOf } from '../../core/script/traditional';
import type { IssueDocument } from '../../issue/model';
import type { Candidate, Detection } from '../../languageModel/detect';
import type { ActiveRule } from '../activeRules';
import type { Ranked } from '../precedence';
import { marginsIn } from './cleanness';
import type { DetectionBlock } from './detectionBlock';
import type { RecurrenceCounter, Recurrences } from './recurrences';
import type { ExemptionCheck } from './exemptions';
import { isLikelyMisread, pageDamageIn, type PageDamage } from './pageDamage';

/** How detections are judged. */
export interface JudgingOptions {
  readonly isRight: ExemptionCheck;
  readonly countRecurrences: RecurrenceCounter;
  /** Lines that do not belong together say nothing of one another. */
  readonly blocksOnly: boolean;
}

/**
 * What the language rules make of detections, sorted by position, with offsets into the raw text. Names of people and
 * what the user has accepted are not reported.
 */
export function* findingsOfLanguageModel(
  document: IssueDocument,
  rules: readonly ActiveRule[],
  detected: readonly DetectionBlock[],
  options: JudgingOptions,
): Iterable<Ranked> {
  if (detected.length === 0) return;
  const { isRight, blocksOnly } = options;
  const { judgeOf, damageAt } = blocksOnly ? BY_THEMSELVES : judgedBy(document, detected, options);
  for (const one of detected) {
    const { block, detections } = one;
    const { text } = block.line;
    const damage = damageAt(one);
    const remaining = detections.flatMap(judgeOf(one)).filter((detection) => !isRight(detection, text));
    if (remaining.length === 0 && !damage) continue;
    const printed = remaining.map((detection) => inScript(detection, document, block.content.start));
    for (const [rank, { rule, severity, options }] of rules.entries()) {
      if (rule.scope !== 'language' || !rule.kinds.includes(block.kind)) continue;
      for (const finding of rule.check({ text: block.line.printed, detections: printed, damage, options }))
        yield { rank, finding: shiftFinding(noGraver(finding, severity), block.content.start) };
    }
  }
}

/** The detection with its candidates as the issue would print them. */
function inScript(detection: Detection, document: IssueDocument, offset: number): Detection {
  if (document.text === document.simplified) return detection;
  const printed = (candidate: Candidate): Candidate => {
    const { start, end, replacement } = candidate;
    return { ...candidate, replacement: inScriptOf(document, replacement, offset + start, offset + end) };
  };
  const [best, ...others] = detection.candidates;
  return { ...detection, candidates: [printed(best), ...others.map(printed)] };
}

/** What it is worth, in nats, that the issue has the corrected form elsewhere. */
const SUPPORT = 1;

function noMoreThanMedium(detection: Detection): Detection {
  return detection.confidence === 'high' ? { ...detection, confidence: 'medium' } : detection;
}

function withoutLowConfidence(detection: Detection): readonly Detection[] {
  return detection.confidence === 'low' ? [] : [detection];
}

/** A detection of low confidence is reported for its support only where it falls short by no more, in nats. */
const SUPPORTABLE = 2.5;

/** How detections are reported. */
interface Judging {
  /** How a detection of a block is reported, if it is. */
  judgeOf(one: DetectionBlock): (detection: Detection) => readonly Detection[];
  /** What to say about the page that begins with a block, if much of it is wrong. */
  damageAt(one: DetectionBlock): PageDamage | undefined;
}

const BY_THEMSELVES: Judging = { judgeOf: () => withoutLowConfidence, damageAt: () => undefined };

/**
 * Judges detections by the whole issue. What the issue says elsewhere too is a term or a name, and not reported;
 * what it says elsewhere as corrected is reported with more confidence. The more characters of a page are wrong, the
 * less evidence each detection needs.
 */
function judgedBy(
  document: IssueDocument,
  detected: readonly DetectionBlock[],
  { isRight, countRecurrences }: JudgingOptions,
): Judging {
  const forms = new Set<string>();
  for (const { block, detections } of detected)
    for (const detection of detections) {
      const { terms, support } = readingsOf(detection, block.line.text);
      for (const { observed, corrected } of [...terms, support]) forms.add(observed).add(corrected);
    }
  const seen = countRecurrences(document.simplified, forms);
  const marginOf = marginsIn(
    document.simplified.length,
    detected.flatMap(({ detections }) => detections),
  );
  const isKnown = (detection: Detection, text: string): boolean =>
    readingsOf(detection, text).terms.some((term) => isTerm(term, seen));
  const { loweringOf, damageAt } = pageDamageIn(document, detected, { isKnown, isRight });
  const judgeOf: Judging['judgeOf'] = (one) => {
    const { text } = one.block.line;
    const lowering = loweringOf(one);
    return (detection) => {
      if (isKnown(detection, text) && !(lowering > 0 && isLikelyMisread(detection))) return [];
      const { support } = readingsOf(detection, text);
      const isSupported = seen(support.corrected) > 0 && seen(support.observed) < 2;
      if (lowering > 0) return withoutLowConfidence(withLowered(detection, lowering + (isSupported ? SUPPORT : 0)));
      const needed = marginOf(detection.kind);
      if (isSupported && detection.mediumMargin >= -SUPPORTABLE)
        if (needed === 0 || detection.margin >= needed - SUPPORT)
          return [{ ...detection, confidence: detection.confidence === 'low' ? 'medium' : 'high' }];
      const isCertain = detection.candidates[0].phrase !== undefined || detection.margin >= needed;
      return withoutLowConfidence(isCertain ? detection : noMoreThanMedium(detection));
    };
  };
  return { judgeOf, damageAt };
}

/**
 * How much more the threshold of information is lowered than that of warnings. On the development pages (accuracy:recognised),
 * 1.7 finds 62 errors in 100 and 1 finds 57, for one false alarm more in 1,000 characters.
 */
const MORE_INFORMATION = 1.7;

/** The detection with the confidence that it has by thresholds that are so much lower. */
function withLowered(detection: Detection, lowering: number): Detection {
  if (detection.mayBeHigh && detection.margin + lowering >= 0) return { ...detection, confidence: 'high' };
  return { ...detection, confidence: detection.mediumMargin + MORE_INFORMATION * lowering >= 0 ? 'medium' : 'low' };
}

/** A stretch of text as it is and as it would be after the best correction. */
interface Reading {
  readonly observed: string;
  readonly corrected: string;
}

/** Characters on either side of a correction that must occur elsewhere in the issue as well. */
const SUPPORTING = 2;

/** What an issue is searched for to judge a detection. */
interface Readings {
  /** The detected characters with the one before them, and with the one after them; of a dropped one, its neighbours with one more. */
  readonly terms: readonly Reading[];
  /** They with some more on both sides. */
  readonly support: Reading;
}

const known = new WeakMap<Detection, Readings>();

/** The readings of a detection in the text of its line, for as long as the line is known with its detections. */
function readingsOf(detection: Detection, text: string): Readings {
  let readings = known.get(detection);
  if (!readings) {
    const own = detection.kind === 'insertion' ? 1 : 0;
    const terms = [readingOf(detection, text, own + 1, own), readingOf(detection, text, own, own + 1)];
    const support = readingOf(detection, text, SUPPORTING, SUPPORTING);
    known.set(detection, (readings = { terms, support }));
  }
  return readings;
}

function readingOf({ kind, candidates: [best] }: Detection, text: string, before: number, after: number): Reading {
  const { start, end, replacement } = best;
  const from = Math.max(0, start - before);
  const to = end + (kind === 'deletion' ? end - start : 0) + after;
  return {
    observed: text.slice(from, to),
    corrected: text.slice(from, start) + replacement + text.slice(end, to),
  };
}

/** A form that occurs so often is known, however often another does. */
const MANY = 3;

/** Whether the detected form occurs elsewhere in the issue too, and oftener than the corrected one. */
function isTerm({ observed, corrected }: Reading, seen: Recurrences): boolean {
  // A double holds the single form: 武然然 is not seen as 武然.
  const within = observed.includes(corrected) ? seen(observed) : 0;
  return seen(observed) > 1 && seen(corrected) - within < Math.min(MANY, seen(observed));
}

/** What is less sure is quieter than the rule, never graver than the user wants the rule to be. */
function noGraver(finding: Finding, severity: Severity): Finding {
  return finding.severity && isAtLeast(finding.severity, severity) ? { ...finding, severity } : finding;
}
