import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as WorkflowParser from '@actions/workflow-parser';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';

const ROOT = new URL('../../', import.meta.url);
const WORKFLOWS = new URL('.github/workflows/', ROOT);

/** The parser of GitHub itself. It imports JSON in a way that Node.js does not, and so has to be bundled. */
const outfile = fileURLToPath(new URL('out/workflow-parser.cjs', ROOT));
buildSync({ entryPoints: ['@actions/workflow-parser'], bundle: true, platform: 'node', format: 'cjs', outfile });
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = createRequire(import.meta.url)(
  outfile,
) as typeof WorkflowParser;

/** What is wrong with a workflow, and the lines of shell that its jobs run. */
async function read(name: string, content: string): Promise<{ problems: string[]; lines: string[] }> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const jobs = value && context.errors.count === 0 ? (await convertWorkflowTemplate(context, value)).jobs : [];
  const steps = jobs.flatMap((job) => (job.type === 'job' ? job.steps : []));
  return {
    problems: context.errors.getErrors().map(({ message }) => message),
    lines: steps.flatMap((step) => ('run' in step ? step.run.toDisplayString().split('\n') : [])),
  };
}

describe.each(readdirSync(WORKFLOWS))('%s', (name) => {
  const reading = read(name, readFileSync(new URL(name, WORKFLOWS), 'utf8'));

  test('is a workflow of GitHub', async () => {
    expect((await reading).problems).toEqual([]);
  });

  test('runs only what there is', async () => {
    const { lines } = await reading;
    expect(lines).not.toEqual([]);
    for (const line of lines) {
      const script = /^npm run (?:--\S+ )*([\w:-]+)/.exec(line)?.[1];
      if (script !== undefined) expect(manifest.scripts).toHaveProperty([script]);
      const program = /^(\.\S+)/.exec(line)?.[1];
      if (program !== undefined) accessSync(new URL(program, ROOT), constants.X_OK);
    }
  });
});

test.each([
  ['a key that there is not', 'runs: ubuntu-latest'],
  ['a context that there is not', 'name: ${{ matrices.os }}'],
])('%s is found', async (_, line) => {
  const content = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    ${line}\n    steps:\n      - run: npm test\n`;
  expect((await read('a.yml', content)).problems).toHaveLength(1);
});
