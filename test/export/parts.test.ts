import { expect, test } from 'vitest';
import { targetOf } from '../../server/src/annotations/model';
import { EXPORT_FORMATS } from '../../server/src/export/formats/index';
import type { ExportPart } from '../../server/src/export/parts';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import { analysisOf, OPTIONS } from '../support/exported';
import { WHOLE_PAGE } from '../support/wholePage';

/** Words that an export has only if it has the part. */
const SIGNS: Partial<Record<ExportPart, string>> = {
  kicker: '市委常委会召开会议',
  subhead: '陆见川主持并讲话',
  byline: '许听澜',
  paragraphs: '容不得半点侥幸',
  pictures: '讲解员带领小学生辨认水生植物',
  tables: '梧桐里',
  annotations: 'label-of-an-annotation',
  corrections: '天犬',
};

const start = WHOLE_PAGE.indexOf('天大');
const target = targetOf(WHOLE_PAGE, { start, end: start + 2 });
const analysis = analysisOf(WHOLE_PAGE, {
  path: 'issue-20240518.txt',
  sidecar: {
    ...EMPTY_SIDECAR,
    annotations: [{ id: 'a', label: 'label-of-an-annotation', target }],
    corrections: [{ id: 'c', original: '天犬', corrected: '天大', target }],
  },
});

test.each(EXPORT_FORMATS.filter(({ fields }) => fields))(
  '$id contains what it declares, and nothing else',
  (format) => {
    // As it is before it is made into bytes, which may be compressed. Tags may be between the words.
    const main = [...format.files(analysis, OPTIONS)].find(({ isCompanion }) => !isCompanion);
    const text = [...(main?.chunks ?? [])].join('').replace(/<[^>]*>/g, '');
    // Tables of names or findings quote what they are about.
    const isOfWords = format.fields?.names !== undefined && format.fields.paragraphs === undefined;
    for (const [part, sign] of Object.entries(SIGNS)) {
      if (isOfWords || format.fields?.findings === 'rule, message') continue;
      expect([part, text.includes(sign)]).toEqual([part, format.fields?.[part as ExportPart] !== undefined]);
    }
  },
);
