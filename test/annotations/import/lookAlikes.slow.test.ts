import { describe, expect, test } from 'vitest';
import { layoutOf, printLayout } from '../../../server/src/annotations/anchor/layout';
import { formatOf } from '../../../server/src/annotations/import/index';
import { placeInIssue } from '../../../server/src/annotations/import/place';
import { targetOf } from '../../../server/src/annotations/model';
import { resultOfSteps } from '../../../server/src/core/steps';
import { EXPORT_FORMATS } from '../../../server/src/export/formats/index';
import { EMPTY_SIDECAR } from '../../../server/src/source/sidecar/model';
import { analysisOf, written, writtenBeside } from '../../support/exported';

const TEAMS = '甲乙丙丁戊己庚辛';
const ENDINGS = ['\n', '\r\n', '，', '。'];

/** Sentences that differ in one character each, about the same person; the words of each annotation are the same. */
function trap(number: number): { readonly text: string; readonly spans: readonly { start: number; end: number }[] } {
  const teams = Array.from(TEAMS).slice(0, 3 + (number % 6));
  const ending = ENDINGS[number % ENDINGS.length] ?? '';
  const between = '𠮷'.repeat(number % 3) + '新任'.repeat(number % 5);
  let text = number % 2 === 0 ? '\uFEFF' : '';
  const spans = teams.map((team) => {
    text += `${team}队的${between}主教练`;
    const start = text.length;
    text += '张三';
    const span = { start, end: text.length };
    text += `说比赛很好${ending}`;
    return span;
  });
  return { text, spans };
}

describe.each(EXPORT_FORMATS.filter(({ holds }) => holds))('$id', (format) => {
  test.each(Array.from({ length: 100 }, (_, number) => number))(
    'trap %i: words that are gone are not found elsewhere',
    (number) => {
      const { text, spans } = trap(number);
      const lines = printLayout(layoutOf(text));
      const annotations = spans.map((span, at) => ({
        id: `a_${String(at)}`,
        label: `p${String(at)}`,
        target: targetOf(text, span),
      }));
      const analysis = analysisOf(text, { sidecar: { ...EMPTY_SIDECAR, text: { sha256: '', lines }, annotations } });
      const beside = writtenBeside(format, analysis);
      const file = {
        name: `a${format.extension}`,
        text: written(format, analysis),
        ...(beside === undefined ? {} : { beside }),
      };
      const gone = number % spans.length;
      const { start = 0, end = 0 } = spans[gone] ?? {};
      // The name alone is gone, or its whole sentence.
      const from = number % 4 < 2 ? start : text.lastIndexOf(TEAMS.charAt(gone), start);
      const to = number % 4 < 2 ? end : end + '说比赛很好'.length;
      const issue = text.slice(0, from) + text.slice(to);
      const moved = (offset: number): number => (offset >= to ? offset - (to - from) : offset);
      for (const document of formatOf(file)?.read(file) ?? [])
        for (const { imported, anchor } of resultOfSteps(placeInIssue(document, issue)).placed) {
          const span = spans[Number(imported.label.slice(1))];
          const isGone = imported.label === `p${String(gone)}`;
          const place = { start: moved(span?.start ?? 0), end: moved(span?.end ?? 0) };
          if (isGone) expect(issue.slice(anchor.start, anchor.end)).not.toBe('张三');
          else expect({ start: anchor.start, end: anchor.end }).toEqual(place);
        }
    },
  );
});
