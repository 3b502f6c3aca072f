// Fuzzes until the time is up: npm run fuzz [-- --seed NUMBER --minutes NUMBER]. What is found is shrunk and kept in test/fuzz/corpus.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { checkCommandLine } from './commandLine';
import { checkEngine, fullAnalyser } from './engine';
import { checkProtocol, startFuzzSession } from './protocol';
import { fuzzCase, type FuzzCase } from './texts';

/** Texts that a check is given before the next has its turn. */
const TEXTS_A_TURN: Readonly<Record<string, number>> = { engine: 40, protocol: 5, 'command line': 5 };

const { values } = parseArgs({
  options: { seed: { type: 'string' }, minutes: { type: 'string', default: '10' } },
});
const seed = Number(values.seed ?? Date.now() % 0x7fffffff);
const minutes = Number(values.minutes);
if (!Number.isInteger(seed) || !(minutes > 0)) throw new Error('--seed is a whole number, --minutes a number above 0');
console.log(`Seed ${seed}, ${minutes} minutes`);

const analyser = await fullAnalyser();
const session = await startFuzzSession();
const CHECKS: Readonly<Record<string, (one: FuzzCase) => void | Promise<void>>> = {
  engine: (one) => checkEngine(analyser, one),
  protocol: (one) => checkProtocol(session, one),
  'command line': checkCommandLine,
};

const ends = Date.now() + minutes * 60_000;
const texts: Record<string, number> = {};
let found = 0;
for (let turn = 0; Date.now() < ends; turn++)
  for (const [name, check] of Object.entries(CHECKS)) {
    const left = ends - Date.now();
    if (left <= 0) break;
    const result = await fc.check(
      fc.asyncProperty(fuzzCase, async (one) => check(one)),
      {
        seed: seed + turn,
        numRuns: TEXTS_A_TURN[name] ?? 1,
        interruptAfterTimeLimit: left,
      },
    );
    texts[name] = (texts[name] ?? 0) + result.numRuns;
    if (!result.failed || !result.counterexample) continue;
    found++;
    report(name, seed + turn, result.counterexample[0], result.errorInstance);
  }

await session.end();
console.log(
  Object.entries(texts)
    .map(([name, count]) => `${name}: ${count} texts`)
    .join(', '),
);
console.log(`${found} found`);
process.exitCode = found > 0 ? 1 : 0;

/** Says what was found, and keeps it as a case that the tests check from now on. */
function report(check: string, foundWith: number, one: FuzzCase, error: unknown): void {
  const content = `${JSON.stringify(one, null, 2)}\n`;
  const name = `${createHash('sha256').update(content).digest('hex').slice(0, 12)}.json`;
  writeFileSync(join('test', 'fuzz', 'corpus', name), content);
  console.log(`\nThe ${check}, seed ${foundWith}: ${error instanceof Error ? error.message : String(error)}`);
  console.log(`Kept in test/fuzz/corpus/${name}: give it a name that says what it shows.`);
}
