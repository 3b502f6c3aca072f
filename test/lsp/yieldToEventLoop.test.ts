import { expect, test } from 'vitest';
import { resultOfSteps, type Step } from '../../server/src/core/steps';
import { inTurns } from '../../server/src/host/inTurns';
import { runInTurns } from '../../server/src/lsp/session/yieldToEventLoop';

/** Work that has to wait for something before its last step; gives whether it did. */
function waitingFor(what: Promise<unknown>): Generator<Step, string> {
  let outcome = 'went on without';
  return (function* () {
    yield;
    yield what.then(() => (outcome = 'waited'));
    return outcome;
  })();
}

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

test('a step that is a promise is awaited, and is not a result', async () => {
  const steps: unknown[] = [];
  const onStep = (step: unknown): undefined => void steps.push(step);
  expect(await runInTurns(waitingFor(later()), { onStep })).toBe('waited');
  expect(steps).toEqual([undefined]);
  expect(await inTurns(waitingFor(later()))).toBe('waited');
  expect(() => resultOfSteps(waitingFor(later()))).toThrow('this needs turns');
});

test('abandoned work does not wait any longer', async () => {
  const controller = new AbortController();
  const running = runInTurns(waitingFor(new Promise(() => undefined)), { signal: controller.signal });
  setTimeout(() => controller.abort(new Error('The document has changed.')), 1);
  await expect(running).rejects.toThrow('The document has changed.');
});

test('what is waited for may fail', async () => {
  const failing = (): Promise<never> => Promise.reject(new Error('out of memory'));
  const { signal } = new AbortController();
  await expect(runInTurns(waitingFor(failing()), { signal })).rejects.toThrow('out of memory');
  await expect(inTurns(waitingFor(failing()))).rejects.toThrow('out of memory');
});
