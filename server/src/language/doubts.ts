import { createMemo } from '../core/memo';
import { compatible, createSuspicionFinder, type Correction, type Suspicion } from './corrections';
import type { ChangeKind } from './features';
import type { Language } from './language';
import type { Bars } from './weights';

/** `sure`: the text is almost certainly wrong; `likely`: worth a look; `faint`: only where something else speaks for it too. */
export type Grade = 'sure' | 'likely' | 'faint';

/** A place where the language speaks against the text. Offsets are relative to the text that was asked about. */
export interface Doubt {
  readonly kind: ChangeKind;
  readonly grade: Grade;
  /** What may have been meant, best first, at most five; all of them replace the same span. */
  readonly corrections: readonly Correction[];
}

/** What the language has to say of a text; remembered for as long as the text is asked about. */
export interface Doubts {
  of(text: string): readonly Doubt[];
}

/** How readily something is doubted: `low` leaves out what is less sure, `high` shows more. */
export type Sensitivity = 'low' | 'normal' | 'high';

/** Where the errors come from: recognition confuses looks, people confuse sounds. */
export type ErrorSource = 'ocr' | 'typing' | 'both';

export interface DoubtOptions {
  readonly sensitivity?: Sensitivity;
  readonly errors?: ErrorSource;
  /** Words that the user has accepted: nothing within one is doubted. */
  readonly accepted?: ReadonlySet<string>;
}

const NO_WORDS: ReadonlySet<string> = new Set();

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
export function createDoubts(language: Language, options: DoubtOptions = {}): Doubts {
  const { sensitivity = 'normal', errors = 'ocr', accepted = NO_WORDS } = options;
  const find = createSuspicionFinder(language, errors);
  const { bars } = language.weights;
  const raised = RAISED[sensitivity];
  const floor = Math.min(...Object.values(bars).map(({ information }) => information)) + raised - FAINT - FAR_BEHIND;
  const longest = Math.max(0, ...Array.from(accepted, ({ length }) => length));
  const memo = createMemo<readonly Doubt[]>(UNITS_REMEMBERED);

  const doubtsIn = (text: string): readonly Doubt[] =>
    compatible(
      find(text, floor).filter(({ best: { kind, score } }) => score >= bars[kind].information + raised - FAINT),
    )
      .filter(({ best }) => !isAccepted(text, best.start, best.end, accepted, longest))
      .map((suspicion) => doubtOf(suspicion, bars[suspicion.best.kind], raised))
      .sort((one, other) => (one.corrections[0]?.start ?? 0) - (other.corrections[0]?.start ?? 0));

  return { of: (text) => memo.get(text, doubtsIn) };
}

function doubtOf({ best, others }: Suspicion, { warning, information }: Bars, raised: number): Doubt {
  const rivals = others.filter(
    ({ kind, start, end, score }) =>
      kind === best.kind && start === best.start && end === best.end && score >= best.score - FAR_BEHIND,
  );
  const grade = best.score >= warning + raised ? 'sure' : best.score >= information + raised ? 'likely' : 'faint';
  return { kind: best.kind, grade, corrections: [best, ...rivals].slice(0, MOST) };
}

/** Whether an accepted word stands in the text around a span. */
function isAccepted(text: string, start: number, end: number, accepted: ReadonlySet<string>, longest: number): boolean {
  for (let from = Math.max(0, end - longest); from <= start; from++)
    for (let to = Math.max(end, from + 1); to <= Math.min(text.length, from + longest); to++)
      if (accepted.has(text.slice(from, to))) return true;
  return false;
}
