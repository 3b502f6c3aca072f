import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCommandLine } from '../fuzz/commandLine';
import { checkProtocol, startFuzzSession } from '../fuzz/protocol';
import { foundCases, fuzzCase } from '../fuzz/texts';
import type { Session } from '../support/session';

let session: Session;
beforeAll(async () => (session = await startFuzzSession()));
afterAll(async () => expect(await session.end()).toBe(0));

test.each([...foundCases()])('editor and command line agree: %s', async (_, found) => {
  await checkProtocol(session, found);
  checkCommandLine(found);
});

test('random edits, a text opened afresh and the command line agree', async () => {
  await fc.assert(
    fc.asyncProperty(fuzzCase, async (one) => {
      await checkProtocol(session, one);
      checkCommandLine(one);
    }),
    { seed: 20261129, numRuns: 4, endOnFailure: true },
  );
});
