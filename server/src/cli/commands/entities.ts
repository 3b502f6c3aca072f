import { loadAnalyser, readAnalyserSetup, type AnalyserSetup } from '../analyser';
import { command } from '../command';
import { entitiesAsJson } from '../entities/json';
import { entitiesAsText } from '../entities/pretty';
import { findInputs, INPUT_OPTIONS } from '../inputs';
import { joined } from '../joined';
import { RUN_OPTIONS } from '../run/options';
import { modeOf } from '../run/readItem';
import { runJob } from '../run/run';
import type { Task } from '../run/task';
import { print } from '../terminal';

/** `galley entities`: the people, places, organisations and offices that issues name. */
export const entities = command({
  name: 'entities',
  summary: 'List the people, places, organisations and offices named in issues.',
  takesPaths: true,
  options: {
    format: { type: 'string', choices: ['pretty', 'json'], description: 'Output format (default: pretty).' },
    lines: { type: 'boolean', description: 'Treat each line as a separate paragraph, without articles.' },
    ...INPUT_OPTIONS,
    ...RUN_OPTIONS,
  },
  async run({ format = 'pretty', lines, settings, ...options }, args) {
    const setup: EntitiesSetup = { analyser: await readAnalyserSetup({ settings, inputs: args }), format };
    const { begin, between, end } = LISTS[format];
    const files = joined(between);
    await print(begin);
    const complete = await runJob(
      await findInputs(args, options),
      { task: entitiesTask, setup, mode: modeOf(lines) },
      options,
      { prints: true, take: (text) => print(files.next(text)) },
    );
    await print(end);
    return complete ? 0 : 2;
  },
});

const LISTS = { pretty: entitiesAsText, json: entitiesAsJson } as const;

interface EntitiesSetup {
  readonly analyser: AnalyserSetup;
  readonly format: keyof typeof LISTS;
}

export const entitiesTask: Task<EntitiesSetup, string> = {
  name: 'entities',
  async prepare({ analyser: setup, format }) {
    const { analyser, problems } = await loadAnalyser(setup);
    return { problems, work: (source) => LISTS[format].file(analyser.analyse(source)) };
  },
};
