import { t } from '@vscode/l10n';
import { compareLayers } from '../../annotations/agreement/compare';
import { copyLayerInSteps, layersOf, type LayerReading } from '../../annotations/agreement/layers';
import { agreementAsText } from '../../annotations/agreement/report';
import { placeAnnotationsInSteps } from '../../annotations/stored';
import { resultOfSteps } from '../../core/steps';
import { Problem } from '../../host/problem';
import { agreementAsJson } from '../agreement/json';
import { command } from '../command';
import { findInputs, INPUT_OPTIONS, type Inputs } from '../inputs';
import { problemLine } from '../issueProblem';
import { itemsOf } from '../items';
import { readItem, type Source } from '../run/readItem';
import { print, shownPath, tell } from '../terminal';

/** `galley agree`: how far people agree who have annotated the same text. */
export const agree = command({
  name: 'agree',
  summary: 'Measure the agreement of several annotators, between copies of an issue or between the layers of one.',
  takesPaths: true,
  options: {
    format: { type: 'string', choices: ['pretty', 'json'], description: 'Output format (default: pretty).' },
    ...INPUT_OPTIONS,
  },
  async run({ format = 'pretty', ...options }, args) {
    const sources = await readAll(await findInputs(args, options));
    const [first] = sources ?? [];
    if (!sources || !first) return 2;
    const readings = sources.length === 1 ? [layersIn(first)] : sources.map((source) => copyOf(source, first));
    readings.flatMap(({ problems }) => problems).forEach(tell);
    const layers = readings.flatMap((reading) => reading.layers);
    if (layers.length < 2)
      throw new Problem(
        t('There is nothing to compare: specify two copies of an issue, or one issue with two layers.'),
      );
    const agreement = compareLayers(layers, first.text.length);
    await print(format === 'json' ? agreementAsJson(agreement, first.text) : agreementAsText(agreement, first.text));
    return 0;
  },
});

/** All issues at once; undefined where one of them cannot be read in full, which is reported. */
async function readAll(inputs: Inputs): Promise<readonly Source[] | undefined> {
  inputs.notes.forEach(tell);
  const problems = [...inputs.problems];
  const sources: Source[] = [];
  for await (const item of itemsOf(inputs)) {
    if ('issues' in item) continue;
    try {
      if ('problem' in item) throw new Problem(item.problem);
      const { source, faults } = await readItem(item, 'issue', tell);
      sources.push(source);
      problems.push(...faults.map(problemLine));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(`${item.path}: ${error.message}`);
    }
  }
  problems.forEach(tell);
  return problems.length === 0 ? sources : undefined;
}

function layersIn({ sidecar, text, path }: Source): LayerReading {
  return layersOf(resultOfSteps(placeAnnotationsInSteps(sidecar, text)), shownPath(path));
}

function copyOf({ sidecar, text, path }: Source, first: Source): LayerReading {
  const copy = { name: shownPath(path), text, sidecar };
  return resultOfSteps(copyLayerInSteps(copy, { name: shownPath(first.path), text: first.text }));
}
