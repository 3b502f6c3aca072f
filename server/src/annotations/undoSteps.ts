import { isSameJson } from '../core/json';
import { REMEMBERED } from './pastTexts';

/** A change of one record to a value; without one it is removed. */
interface Change {
  readonly kind: string;
  readonly id: string;
  readonly value?: unknown;
}

/** The steps that a user has made in the annotations of one text, as far as they can be reverted and made again. */
export interface UndoSteps<One extends Change> {
  /** Adds a step, made in the text with this key (see `keyOf`), with the changes that take it back. */
  add(text: string, inverse: readonly One[]): void;
  /** Reverts the last step, if it was made in this text. `make` makes changes and gives those that take them back. */
  undo(text: string, make: Make<One>): boolean;
  /** Makes the step again that was reverted last. */
  redo(text: string, make: Make<One>): boolean;
  canUndo(text: string): boolean;
  canRedo(text: string): boolean;
  /**
   * Goes on after changes of others: each step makes only what is left of its changes. Steps that would do nothing are
   * forgotten. `valueOf` gives what a record is now.
   */
  rebase(left: (change: One) => One | undefined, valueOf: (change: One) => unknown): void;
}

type Make<One> = (changes: readonly One[]) => readonly One[];

/** A step that can be reverted as long as the text is the one in which it was made. */
interface Step<One> {
  readonly text: string;
  readonly inverse: readonly One[];
}

/** Remembers the last 200 steps. */
export function createUndoSteps<One extends Change>(): UndoSteps<One> {
  let done: Step<One>[] = [];
  let undone: Step<One>[] = [];
  const isLast = (steps: readonly Step<One>[], text: string): boolean => steps.at(-1)?.text === text;
  const turnBack = (from: Step<One>[], to: Step<One>[], text: string, make: Make<One>): boolean => {
    const step = from.at(-1);
    if (step?.text !== text) return false;
    from.pop();
    to.push({ text, inverse: make(step.inverse) });
    return true;
  };
  return {
    add(text, inverse) {
      done.push({ text, inverse });
      if (done.length > REMEMBERED) done.shift();
      undone.length = 0;
    },
    undo: (text, make) => turnBack(done, undone, text, make),
    redo: (text, make) => turnBack(undone, done, text, make),
    canUndo: (text) => isLast(done, text),
    canRedo: (text) => isLast(undone, text),
    rebase(left, valueOf) {
      done = rebased(done, left, valueOf);
      undone = rebased(undone, left, valueOf);
    },
  };
}

function rebased<One extends Change>(
  steps: readonly Step<One>[],
  left: (change: One) => One | undefined,
  valueOf: (change: One) => unknown,
): Step<One>[] {
  /** What each record is once the later steps have been made. */
  const values = new Map<string, unknown>();
  return steps
    .toReversed()
    .flatMap(({ text, inverse }) => {
      const changes = inverse.flatMap((change) => left(change) ?? []);
      const effective = changes.filter((change) => {
        const key = `${change.kind} ${change.id}`;
        const before = values.has(key) ? values.get(key) : valueOf(change);
        values.set(key, change.value);
        return !isSameJson(before, change.value);
      });
      return effective.length > 0 ? [{ text, inverse: effective }] : [];
    })
    .toReversed();
}
