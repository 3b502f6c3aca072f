import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { refuseOutput, replaceOutput } from '../../host/node/output';
import { Problem } from '../../host/problem';
import { NGRAMS_SIGNATURE } from '../../languageModel/model/ngramFile';
import { createTextCounter } from '../../languageModel/training/textCounter';
import { encodeOwnNgrams, OWN_CUTS } from '../../languageModel/training/ownNgrams';
import { proseOf } from '../../languageModel/training/prose';
import { parseIssue } from '../../issue/parse';
import { command } from '../command';
import { findInputs, INPUT_OPTIONS, inputFiles } from '../inputs';
import { refusals } from '../refusals';
import { RUN_OPTIONS } from '../run/options';
import { runJob } from '../run/run';
import type { Task } from '../run/task';
import { print } from '../terminal';

/** `galley train`: counts the language of an archive, for the rules that ask the language model. */
export const train = command({
  name: 'train',
  summary: 'Train a language model on your own issues, for the setting context.languageModel.',
  takesPaths: true,
  options: {
    out: { type: 'string', value: 'FILE', description: 'Write the language model to this file.' },
    force: { type: 'boolean', description: 'Allow --out to overwrite a file that is not a language model.' },
    about: {
      type: 'string',
      value: 'TEXT',
      description: 'A description to store in the file: source, licence and date of the texts.',
    },
    ...INPUT_OPTIONS,
    ...RUN_OPTIONS,
  },
  async run({ out, force, about, ...options }, args) {
    if (out === undefined) throw new Problem(t('galley {0} needs {1}.', 'train', '--out FILE'));
    const inputs = await findInputs(args, options);
    await refuseOutput(out, { inputs: inputFiles(inputs), replaceable: NGRAMS_SIGNATURE, force, refusals: REFUSALS });
    const counter = createTextCounter({ cuts: OWN_CUTS });
    let issues = 0;
    const complete = await runJob(inputs, { task: trainTask, setup: undefined, mode: 'issue' }, options, {
      prints: false,
      take(text) {
        issues++;
        counter.add(text);
        return Promise.resolve(undefined);
      },
    });
    if (options['fail-fast'] && !complete) return 2;
    const counted = counter.counted();
    if (counted.characterCount === 0) throw new Problem(t('These issues contain no text to count.'));
    const provenance = { madeBy: `galley ${version}`, issues, characters: counted.characterCount };
    const bytes = encodeOwnNgrams(counted, { ...provenance, ...(about !== undefined && { about }) });
    await replaceOutput(out, bytes);
    await print(`${t('{0}: {1} issues, {2} characters.', out, issues, counted.characterCount)}\n`);
    return complete ? 0 : 2;
  },
});

const REFUSALS = refusals((path) =>
  t('{0} already exists and is not a language model. Use --force to overwrite it.', path),
);

/** Takes the prose of an issue. */
export const trainTask: Task<undefined, string> = {
  name: 'train',
  prepare: () => Promise.resolve({ problems: [], work: ({ text }) => proseOf(parseIssue(text)) }),
};
