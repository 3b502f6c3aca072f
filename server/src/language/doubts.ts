import { createMemo } from '../core/memo';
import { DEFAULT_CONTEXT, type ContextSettings, type Sensitivity } from '../core/settings';
import { shiftSpan, type Span } from '../core/span';
import { compatible, createSuspicionFinder, shiftCorrection, type Correction, type Suspicion } from './corrections';
import type { ChangeKind } from './features';
import { formOf } from './form';
import type { Language } from './language';
import { piecesOf } from './pieces';
import type { Bars } from './weights';

/** `sure`: the text is almost certainly wrong; `likely`: worth a look; `faint`: only where something else speaks for it too. */
export type Grade = 'sure' | 'likely' | 'faint';

/** What may have been meant at a place. */
export type Proposal = Omit<Correction, 'values' | 'kind'>;

/** A place where the language speaks against the text. Offsets are relative to the text that was asked about. */
export interface Doubt {
  readonly kind: ChangeKind;
  readonly grade: Grade;
  /** What is doubted: the wrong characters, both of a double, the neighbours of what is missing. */
  readonly span: Span;
  /** The word that it stands in, as the text has it: what a user may accept as correct. */
  readonly form: Span;
  /** What may have been meant, best first, at most five; all of them replace the same span. */
  readonly proposals: readonly [Proposal, ...Proposal[]];
}

/** What the language has to say of texts; remembered for as long as they are asked about. */
export interface Doubts {
  /** The doubts about a text that has been read, sorted by place; undefined where it has not. */
  known(text: string): readonly Doubt[] | undefined;
  /** Reads a text, in steps of some milliseconds: a line may have millions of characters. */
  read(text: string): Generator<undefined, readonly Doubt[]>;
}

/** Most corrections that are told of one place. */
const MOST = 5;

/** Corrections of a place that are this much less likely than the best, in nats, are not told of. */
const FAR_BEHIND = 5;

/** By how much a doubt may fall short of being likely and still be faint, in nats. */
const FAINT = 2.5;

/** Code units of text whose doubts are remembered: an issue of a million characters four times over. */
const UNITS_REMEMBERED = 4_000_000;

/** By how much the bars are raised, in nats. */
const RAISED: Readonly<Record<Sensitivity, number>> = { low: 1, normal: 0, high: -1 };

/** Prepares a language for texts. */
export function createDoubts(language: Language, { sensitivity, errors }: ContextSettings = DEFAULT_CONTEXT): Doubts {
  const find = createSuspicionFinder(language, errors);
  const { bars } = language.weights;
  const raised = RAISED[sensitivity];
  const floor = Math.min(...Object.values(bars).map(({ information }) => information)) + raised - FAINT - FAR_BEHIND;
  const memo = createMemo<readonly Doubt[]>(UNITS_REMEMBERED);

  const doubtsIn = (piece: string): readonly Doubt[] =>
    compatible(
      find(piece, floor).filter(({ best: { kind, score } }) => score >= bars[kind].information + raised - FAINT),
    )
      .map((suspicion) => doubtOf(suspicion, bars[suspicion.best.kind], raised, piece, language))
      .sort((one, other) => one.span.start - other.span.start);

  return {
    known(text) {
      const all: Doubt[] = [];
      for (const { start, piece } of piecesOf(text)) {
        const doubts = memo.peek(piece);
        if (!doubts) return undefined;
        append(all, doubts, start);
      }
      return all;
    },
    *read(text) {
      const all: Doubt[] = [];
      for (const { start, piece } of piecesOf(text)) {
        const isNew = memo.peek(piece) === undefined;
        append(all, memo.get(piece, doubtsIn), start);
        if (isNew) yield;
      }
      return all;
    },
  };
}

/** Reads a text at one go. */
export function doubtsOf(text: string, doubts: Doubts): readonly Doubt[] {
  const steps = doubts.read(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function doubtOf(
  { best, others }: Suspicion,
  { warning, information }: Bars,
  raised: number,
  text: string,
  language: Language,
): Doubt {
  const rivals = others.filter(
    ({ kind, start, end, score }) =>
      kind === best.kind && start === best.start && end === best.end && score >= best.score - FAR_BEHIND,
  );
  const span = doubtedSpan(best, text.length);
  return {
    kind: best.kind,
    grade: gradeOf(best, { warning: warning + raised, information: information + raised }),
    span,
    form: best.phrase ?? formOf(text, best, span, language),
    proposals: [proposalOf(best), ...rivals.slice(0, MOST - 1).map(proposalOf)],
  };
}

function gradeOf(correction: Correction, { warning, information }: Bars): Grade {
  if (correction.score >= warning && mayBeSure(correction)) return 'sure';
  return correction.score >= information ? 'likely' : 'faint';
}

/** Characters that neither look nor sound alike are a guess, however well the one fits: most such are coinages and slogans. */
export function mayBeSure({ kind, look, sound }: Correction): boolean {
  return look || sound || (kind !== 'substitution' && kind !== 'word');
}

function doubtedSpan({ kind, start, end }: Correction, length: number): Span {
  if (kind === 'deletion') return { start, end: end + end - start };
  if (kind === 'insertion') return { start: Math.max(0, start - 1), end: Math.min(length, end + 1) };
  return { start, end };
}

/** Features are many, and nobody asks for them once a correction is weighed. */
function proposalOf({ start, end, replacement, score, phrase, look, sound }: Correction): Proposal {
  return { start, end, replacement, score, phrase, look, sound };
}

function append(all: Doubt[], doubts: readonly Doubt[], by: number): void {
  const move = (proposal: Proposal): Proposal => shiftCorrection(proposal, by);
  for (const doubt of doubts) {
    if (by === 0) {
      all.push(doubt);
      continue;
    }
    const [best, ...others] = doubt.proposals;
    const proposals = [move(best), ...others.map(move)] as const;
    all.push({ ...doubt, span: shiftSpan(doubt.span, by), form: shiftSpan(doubt.form, by), proposals });
  }
}
