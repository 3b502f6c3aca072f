import { t } from '@vscode/l10n';
import { compareLayers } from '../../annotations/agreement/compare';
import { copyLayerInSteps, layersOf, type LayerReading } from '../../annotations/agreement/layers';
import { agreementAsText } from '../../annotations/agreement/report';
import { placeAnnotationsInSteps } from '../../annotations/stored';
import { resultOfSteps } from '../../core/steps';
import { Problem } from '../../host/node/problem';
import { agreementAsJson } from '../agreement/json';
import { command } from '../command';
import { findInputs, INPUT_OPTIONS } from '../inputs';
import { eachSource, type Source } from '../sources';
import { print, shownPath, tell } from '../terminal';

/** `galley agree`: how far people agree who have annotated the same text. */
export const agree = command({
  name: 'agree',
  summary: 'Measure how far the annotations of several people agree: of copies of one issue, or of the layers of one.',
  takesPaths: true,
  options: {
    format: { type: 'string', choices: ['pretty', 'json'], description: 'Output format (default: pretty).' },
    ...INPUT_OPTIONS,
  },
  async run({ format = 'pretty', follow, 'stdin-format': standardInput }, args) {
    const sources: Source[] = [];
    const complete = await eachSource(
      await findInputs(args, { follow, 'stdin-format': standardInput }),
      'issue',
      (source) => {
        sources.push(source);
        return Promise.resolve();
      },
    );
    const [first] = sources;
    if (!complete || !first) return 2;
    const readings = sources.length === 1 ? [layersIn(first)] : sources.map((source) => copyOf(source, first));
    readings.flatMap(({ problems }) => problems).forEach(tell);
    const layers = readings.flatMap((reading) => reading.layers);
    if (layers.length < 2)
      throw new Problem(t('There is nothing to compare: give two copies of an issue, or one with two layers.'));
    const agreement = compareLayers(layers, first.text.length);
    await print(format === 'json' ? agreementAsJson(agreement, first.text) : agreementAsText(agreement, first.text));
    return 0;
  },
});

function layersIn({ sidecar, text, path }: Source): LayerReading {
  return layersOf(resultOfSteps(placeAnnotationsInSteps(sidecar, text)), shownPath(path));
}

function copyOf({ sidecar, text, path }: Source, first: Source): LayerReading {
  const copy = { name: shownPath(path), text, sidecar };
  return resultOfSteps(copyLayerInSteps(copy, { name: shownPath(first.path), text: first.text }));
}
