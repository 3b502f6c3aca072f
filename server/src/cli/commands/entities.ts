import { command } from '../command';
import { prepareAnalyser } from '../analyser';
import { entitiesAsJson } from '../entities/json';
import { entitiesAsText } from '../entities/pretty';
import { findInputs, INPUT_OPTIONS } from '../inputs';
import { eachSource, modeOf } from '../sources';
import { print } from '../terminal';

/** `galley entities`: the people, places, organisations and offices that issues name. */
export const entities = command({
  name: 'entities',
  summary: 'List the people, places, organisations and offices named in issues.',
  takesPaths: true,
  options: {
    format: { type: 'string', choices: ['pretty', 'json'], description: 'Output format (default: pretty).' },
    lines: { type: 'boolean', description: 'Read each line as a separate paragraph, without articles.' },
    ...INPUT_OPTIONS,
  },
  async run({ format = 'pretty', lines, follow, 'stdin-format': standardInput, settings }, args) {
    const analyser = await prepareAnalyser({ settings, inputs: args });
    const report = format === 'json' ? entitiesAsJson() : entitiesAsText();
    await print(report.begin);
    const complete = await eachSource(
      await findInputs(args, { follow, 'stdin-format': standardInput }),
      modeOf(lines),
      async (source) => {
        await print(report.file(analyser.analyse(source)));
      },
    );
    await print(report.end);
    return complete ? 0 : 2;
  },
});
