import { throwIfAborted, type CancellationSignal } from '../core/cancellation';
import type { Diagnostic } from '../core/diagnostic';
import { covers, shiftSpan, type Span } from '../core/span';
import { createItemCount, type Step } from '../core/steps';
import type { Block, IssueDocument } from '../issue/model';
import type { Detector } from '../languageModel/detect';
import { LONGEST_READ_LINE } from '../languageModel/pieces';
import type { ActiveRule } from './activeRules';
import type { Named } from './rule';
import { findingsIn, type BlockCache } from './blockFindings';
import { diagnosticsOf, type Part } from './diagnostics';
import type { DetectionBlock } from './language/detectionBlock';
import { findingsOfLanguageModel } from './language/findings';
import { withoutCovered, type Ranked } from './precedence';
import type { ExemptionCheck } from './language/exemptions';
import type { RecurrenceCounter } from './language/recurrences';
import { familiarBlocksInSteps } from './language/familiarity';

export interface RunOptions {
  readonly cache: BlockCache;
  /** Of the text whose versions share the cache. */
  readonly countRecurrences: RecurrenceCounter;
  /** Only block rules, as for text without articles. */
  readonly blocksOnly?: boolean;
  /** Once it is aborted, its reason is thrown. */
  readonly signal?: CancellationSignal | undefined;
  /** What the language model detects in a text; absent as long as the language model is not there. */
  readonly detector?: Detector | undefined;
  /** What knows better than the language model. */
  readonly isRight?: ExemptionCheck;
  /** See `IssueContext`; without it, rules see an issue that names nothing. */
  readonly named?: () => Named;
  /** Reads the lines for what they name, in steps, before `named` is asked. */
  readonly readNames?: () => Iterable<undefined>;
}

/**
 * Runs every rule over an issue. Block rules are asked only for blocks that are not in the cache. A finding that is
 * within one of an earlier rule is left out, so that one damage has one message. Sorted by position.
 *
 * Works in steps of a few milliseconds, so that a server can answer, or give up, between two of them. Where the language
 * model has much to read, one step yields what is found until then, and where a user's own model is asked, another what is
 * found without it. Where that model is waited for, a step is a promise (see core/steps).
 */
export function* runRulesInSteps(
  document: IssueDocument,
  rules: readonly ActiveRule[],
  {
    cache,
    countRecurrences,
    blocksOnly = false,
    signal,
    detector,
    isRight = () => false,
    named = namingNothing,
    readNames = () => [],
  }: RunOptions,
): Generator<Diagnostic[] | Step, Diagnostic[]> {
  const parts: Part[] = [];
  let looked = 0;
  for (const block of document.blocks) {
    throwIfAborted(signal);
    const found = yield* findingsIn(block, rules, cache);
    if (found.length > 0) parts.push({ span: block.content, found });
    looked += block.line.text.length;
    if (looked < STEP) continue;
    looked = 0;
    yield;
  }
  for (const step of readNames()) {
    throwIfAborted(signal);
    yield step;
  }
  const ofWhole = blocksOnly ? [] : yield* findingsInWhole(document, rules, { signal, named });
  const withDetections = function* (detected: readonly DetectionBlock[]): Generator<undefined, Diagnostic[]> {
    const ofLanguageModel = findingsOfLanguageModel(document, rules, detected, {
      isRight,
      countRecurrences,
      blocksOnly,
    });
    const whole = yield* withoutCovered([...ofLanguageModel, ...ofWhole]);
    return yield* diagnosticsOf(whole.length === 0 ? parts : yield* settled(parts, whole), rules);
  };
  const asked = detector ? yield* blocksForLanguageModel(document, rules, blocksOnly) : [];
  if (!detector || asked.length === 0) return yield* withDetections([]);

  detector.reserve(document.text.length);
  const read: DetectionBlock[] = [];
  const unread: Block[] = [];
  let toRead = 0;
  for (const block of asked) {
    const known = detector.known(block.line.text);
    if (known) read.push({ block, detections: known });
    else {
      unread.push(block);
      toRead += block.line.text.length;
    }
  }
  if (toRead > MUCH_TO_READ) {
    yield yield* withDetections(read);
    if (detector.preview) yield yield* withDetections(yield* previewed(unread, read, detector.preview, signal));
  }
  for (const block of unread) {
    throwIfAborted(signal);
    read.push({ block, detections: yield* detector.read(block.line.text) });
  }
  return yield* withDetections(inOrder(read));
}

/** What the blocks have that are read, with what is detected in the others without the user's own model. */
function* previewed(
  unread: readonly Block[],
  read: readonly DetectionBlock[],
  preview: NonNullable<Detector['preview']>,
  signal: CancellationSignal | undefined,
): Generator<undefined, readonly DetectionBlock[]> {
  const all = [...read];
  for (const block of unread) {
    throwIfAborted(signal);
    all.push({ block, detections: yield* preview(block.line.text) });
  }
  return inOrder(all);
}

/** The blocks in which something is detected, by their places. */
function inOrder(blocks: readonly DetectionBlock[]): readonly DetectionBlock[] {
  return blocks
    .filter(({ detections }) => detections.length > 0)
    .sort((one, other) => one.block.content.start - other.block.content.start);
}

/** The blocks that a rule asks the language model about, without those whose language it does not know. */
function* blocksForLanguageModel(
  document: IssueDocument,
  rules: readonly ActiveRule[],
  blocksOnly: boolean,
): Generator<undefined, readonly Block[]> {
  const kinds = new Set(rules.flatMap(({ rule }) => (rule.scope === 'language' ? rule.kinds : [])));
  const blocks = blocksOnly ? document.blocks : yield* familiarBlocksInSteps(document);
  return blocks.filter(({ kind, line }) => kinds.has(kind) && line.text.length <= LONGEST_READ_LINE);
}

/** Characters looked at in one step; at three million a second this is under ten milliseconds. */
const STEP = 30_000;

/** Characters from which on reading them with the language model takes longer than a reader of the page notices. */
const MUCH_TO_READ = 2_000;

const namingNothing = (): Named => ({ mentions: [] });

/** What the rules find that look at more than one block. */
function* findingsInWhole(
  document: IssueDocument,
  rules: readonly ActiveRule[],
  { signal, named }: Required<Pick<RunOptions, 'named'>> & Pick<RunOptions, 'signal'>,
): Generator<undefined, readonly Ranked[]> {
  const findings: Ranked[] = [];
  const isStepFull = createItemCount(FINDINGS_IN_STEP);
  for (const [rank, { rule, options }] of rules.entries()) {
    throwIfAborted(signal);
    if (rule.scope === 'issue') {
      yield;
      for (const finding of rule.check({ document, options, named })) {
        if (finding) findings.push({ rank, finding });
        if (!finding || isStepFull()) yield;
      }
    }
    if (rule.scope !== 'article') continue;
    for (const article of document.articles) {
      if (isStepFull()) yield;
      throwIfAborted(signal);
      for (const finding of rule.check({ document, article, options })) {
        if (finding) findings.push({ rank, finding });
        if (!finding || isStepFull()) yield;
      }
    }
    yield;
  }
  return findings;
}

/** Findings that are made, and articles that are looked at, in one step. */
const FINDINGS_IN_STEP = 1000;

/**
 * Joins the findings of the blocks and those of the whole issue, which have to be in order. They are compared only
 * where they meet: most blocks have thousands of neighbours and nothing to settle.
 */
function* settled(parts: readonly Part[], whole: readonly Ranked[]): Generator<undefined, Part[]> {
  const isStepFull = createItemCount();
  const covered = new Set<Ranked>();
  const settledParts: Part[] = [];
  let near: Ranked[] = [];
  let next = 0;
  for (const part of parts) {
    if (isStepFull()) yield;
    const { span, found } = part;
    if (near.length > 0) near = near.filter(({ finding }) => finding.span.end >= span.start);
    for (let one = whole[next]; one && one.finding.span.start <= span.end; one = whole[++next]) {
      if (isStepFull()) yield;
      if (one.finding.span.end >= span.start) near.push(one);
    }
    if (near.length === 0 || (near.length <= FEW && !near.some(({ finding }) => meets(finding.span, part)))) {
      settledParts.push(part);
      continue;
    }
    const moved = new Map<Ranked, Ranked>();
    for (const one of near) {
      if (isStepFull()) yield;
      const { rank, finding } = one;
      moved.set({ rank, finding: { ...finding, span: shiftSpan(finding.span, -span.start) } }, one);
    }
    const both = yield* withoutCovered([...found, ...moved.keys()]);
    const kept = new Set<Ranked>();
    for (const one of both) {
      if (isStepFull()) yield;
      kept.add(one);
    }
    for (const [copy, one] of moved) {
      if (isStepFull()) yield;
      if (!kept.has(copy)) covered.add(one);
    }
    const remaining: Ranked[] = [];
    for (const one of found) {
      if (isStepFull()) yield;
      if (kept.has(one)) remaining.push(one);
    }
    settledParts.push({ span, found: remaining });
  }
  const rest: Ranked[] = [];
  for (const one of whole) {
    if (isStepFull()) yield;
    if (!covered.has(one)) rest.push(one);
  }
  return [...settledParts, { span: { start: 0, end: 0 }, found: rest }];
}

/** So many findings are compared with each one of a block; more only after sorting, so that the work stays linear. */
const FEW = 4;

function meets(whole: Span, { span: { start }, found }: Part): boolean {
  const moved = shiftSpan(whole, -start);
  return found.some(({ finding: { span } }) => covers(moved, span) || covers(span, moved));
}
