import { t } from '@vscode/l10n';
import { anchorInSteps } from '../../annotations/anchor/anchor';
import { layoutOf } from '../../annotations/anchor/layout';
import { compareLayers, type Layer } from '../../annotations/agreement/compare';
import type { LabelledSpan } from '../../annotations/agreement/spanScores';
import { isPlaced, targetOf } from '../../annotations/model';
import { placeAnnotationsInSteps } from '../../annotations/stored';
import { groupBy } from '../../core/groups';
import { resultOfSteps } from '../../core/steps';
import { Problem } from '../../host/node/problem';
import { agreementAsJson } from '../agreement/json';
import { agreementAsText } from '../agreement/pretty';
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
  async run({ format = 'pretty', follow }, args) {
    const sources: Source[] = [];
    const complete = await eachSource(await findInputs(args, { follow }), 'issue', (source) => {
      sources.push(source);
      return Promise.resolve();
    });
    const [first] = sources;
    if (!complete || !first) return 2;
    const layers = sources.length === 1 ? layersOf(first) : sources.map((source) => annotatedBy(source, first));
    if (layers.length < 2)
      throw new Problem(t('There is nothing to compare: give two copies of an issue, or one with two layers.'));
    const agreement = compareLayers(layers, first.text.length);
    await print((format === 'json' ? agreementAsJson : agreementAsText)(agreement, first.text));
    return 0;
  },
});

/** The span of an annotation, with its layer. */
interface AnnotatedSpan extends LabelledSpan {
  readonly layer: string;
}

/** The layers of one issue, each as one person's work. */
function layersOf(source: Source): readonly Layer[] {
  const spans = groupBy(spansOf(source), ({ layer }) => layer);
  return [...spans].map(([name, ofLayer]) => ({ name: name === '' ? t('(no layer)') : name, spans: ofLayer }));
}

/** All annotations of a copy of an issue. If its text differs from that of the first, they are anchored in that. */
function annotatedBy(source: Source, first: Source): Layer {
  const name = shownPath(source.path);
  const spans = spansOf(source);
  if (source.text === first.text) return { name, spans };
  const targets = spans.map((span) => targetOf(source.text, span));
  const anchors = resultOfSteps(anchorInSteps(layoutOf(source.text), first.text, targets));
  const placed = spans.flatMap(({ label }, at) => {
    const anchor = anchors[at];
    return anchor && isPlaced(anchor) ? [{ start: anchor.start, end: anchor.end, label }] : [];
  });
  if (placed.length < spans.length)
    tell(
      t(
        '{0}: {1} annotations are left out, because the text of {2} does not have their words.',
        name,
        spans.length - placed.length,
        shownPath(first.path),
      ),
    );
  return { name, spans: placed };
}

function spansOf({ sidecar, text, path }: Source): readonly AnnotatedSpan[] {
  const all = resultOfSteps(placeAnnotationsInSteps(sidecar, text));
  const placed = all.filter(({ anchor }) => isPlaced(anchor));
  if (placed.length < all.length)
    tell(
      t(
        '{0}: {1} annotations are left out, because their words are no longer in the text.',
        shownPath(path),
        all.length - placed.length,
      ),
    );
  return placed.map(({ annotation: { label, layer = '' }, anchor: { start, end } }) => ({ start, end, label, layer }));
}
