import { command } from '../command';
import { prepareEngine } from '../engine';
import { entitiesAsJson } from '../entities/json';
import { entitiesAsText } from '../entities/pretty';
import { findInputs } from '../inputs';
import { eachSource } from '../sources';
import { print } from '../terminal';

/** `galley entities`: the people, places, organisations and offices that issues name. */
export const entities = command({
  name: 'entities',
  summary: 'List the people, places and organisations that issues name.',
  takesPaths: true,
  options: {
    format: { type: 'string', choices: ['pretty', 'json'], description: 'How to list; pretty unless asked otherwise.' },
    lines: { type: 'boolean', description: 'Read each line as a paragraph by itself, without articles.' },
  },
  async run({ format = 'pretty', lines, settings }, args) {
    const createEngine = await prepareEngine({ settings, inputs: args });
    const report = format === 'json' ? entitiesAsJson() : entitiesAsText();
    await print(report.begin);
    const complete = await eachSource(await findInputs(args), async ({ path, text }) => {
      const engine = createEngine();
      const snapshot = engine.snapshot(text, { linesOnly: lines });
      const sure = engine.mentions(snapshot).mentions.filter(({ certainty }) => certainty === 'sure');
      await print(report.file({ path, document: snapshot.document, mentions: sure }));
    });
    await print(report.end);
    return complete ? 0 : 2;
  },
});
