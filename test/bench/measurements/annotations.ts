import { anchorInSteps } from '../../../server/src/annotations/anchor/anchor';
import { layoutOf } from '../../../server/src/annotations/anchor/layout';
import { annotatedTextInSteps } from '../../../server/src/annotations/annotatedText';
import { targetOf } from '../../../server/src/annotations/model';
import { applyEdits } from '../../../server/src/core/edit';
import { resultOfSteps } from '../../../server/src/core/steps';
import { EMPTY_SIDECAR } from '../../../server/src/source/sidecar/model';
import { createRandom } from '../../accuracy/habits/random';
import { editOutside, scoreAnchors } from '../../support/outsideEdits';
import { drawnAnnotatedText, realAnnotatedText, type AnnotatedText } from '../annotatedTexts';
import { median, milliseconds, type Measurement, type Row } from '../measurement';

/** How many annotations an issue has in these measurements. */
const COUNT = 10_000;

/** Annotations follow edits in the editor, and are found again after edits of another program. */
export const annotations: Measurement = {
  name: 'annotations',
  *rows() {
    yield editRow();
    const real = { long: realAnnotatedText(350_000), short: realAnnotatedText(350_000, 40) };
    const texts = Object.entries({
      'drawn text': drawnAnnotatedText(350_000, 7),
      ...(real.long ? { 'real news': real.long } : {}),
      ...(real.short ? { 'real news in lines of 40': real.short } : {}),
    });
    for (const [name, text] of texts) for (const edits of [200, 2000]) yield* anchorRows(name, text, edits);
  },
};

function editRow(): Row {
  const { text, spans } = drawnAnnotatedText(350_000, 1);
  const chosen = spans.slice(0, COUNT);
  const annotated = resultOfSteps(
    annotatedTextInSteps(
      {
        ...EMPTY_SIDECAR,
        annotations: chosen.map((span, row) => ({
          id: `a_${String(row)}`,
          label: 'place',
          target: targetOf(text, span),
        })),
      },
      text,
    ),
  );
  const times: number[] = [];
  for (let run = 0; run < 150; run++) {
    const before = annotated.text();
    const at = (run * 997) % before.length;
    const edit = { start: at, end: at, newText: '云' };
    const after = flat(applyEdits(before, [edit]));
    const start = performance.now();
    annotated.follow(edit, after, { id: `c_${String(run)}` });
    times.push(performance.now() - start);
  }
  const time = median(times.slice(50));
  return {
    what: `1 MB, ${String(chosen.length)} annotations, an edit`,
    value: milliseconds(time),
    aim: '≤ 1 ms',
    figure: 'edit',
  };
}

/** The same text in one piece: what an editor holds is not a chain of parts that the next reader has to join. */
function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function anchorRows(name: string, { text, spans }: AnnotatedText, edits: number): readonly Row[] {
  const chosen = spans.slice(0, COUNT);
  const targets = chosen.map((span) => targetOf(text, span));
  const edited = editOutside(text, chosen, edits, createRandom(edits));
  const layout = layoutOf(text);
  const start = performance.now();
  const anchors = resultOfSteps(anchorInSteps(layout, edited.text, targets));
  const time = performance.now() - start;
  const { right, wrong, off, unplaced } = scoreAnchors(anchors, edited.truth);
  const toCheck = anchors.filter(({ state }) => state === 'changed').length;
  const what = `${name}: ${String(chosen.length)} annotations after ${String(edits)} outside edits`;
  const figure = `${name}, ${String(edits)}`;
  const isFew = edits <= 200;
  return [
    {
      what,
      value: percent(right / chosen.length),
      aim: isFew ? '≥ 99.5 %' : '≥ 97 %',
      note: `off ${String(off)}, not placed ${String(unplaced)}, to check ${String(toCheck)}`,
      figure: `${figure}: right`,
    },
    {
      what: '… wrong',
      value: percent(wrong / chosen.length),
      aim: isFew ? '0 %' : '≤ 0.1 %',
      figure: `${figure}: wrong`,
    },
    { what: '… time', value: milliseconds(time), aim: isFew ? '≤ 1 s' : '≤ 3 s', figure: `${figure}: time` },
  ];
}

function percent(share: number): string {
  return share === 0 ? '0 %' : `${(100 * share).toFixed(2)} %`;
}
