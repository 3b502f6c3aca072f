import { expect, test } from 'vitest';
import { targetOf } from '../../server/src/annotations/model';
import { asRecognised } from '../../server/src/annotations/recognised';
import { issueSource } from '../../server/src/source/issueSource';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';

const TEXT = '\uFEFF# 云川新桥通车\r\n\r\n昨日，市长陆见川到场。\r\n\r\n群众很高兴。\r\n';
const BARE = TEXT.slice(1);
const at = (words: string) => {
  const start = BARE.indexOf(words);
  return targetOf(BARE, { start, end: start + words.length });
};
const point = (offset: number) => targetOf(BARE, { start: offset, end: offset });

test('the text is the original OCR text, and annotations are on their words', () => {
  const corrections = [
    { id: 'c1', original: '云川新挢', corrected: '云川新桥', target: at('云川新桥') },
    { id: 'c2', original: 'and ', corrected: '', target: point(BARE.indexOf('市长')) },
    { id: 'c3', original: '', corrected: '很', target: at('很') },
    { id: 'c4', original: '无', corrected: '已不在', target: { ...at('群众'), exact: '已不在' } },
  ];
  const annotations = [
    { id: 'a1', label: 'person', target: at('陆见川') },
    { id: 'a2', label: 'thing', target: at('云川新桥') },
  ];
  const sidecar = { ...EMPTY_SIDECAR, corrections, annotations };
  const recognised = asRecognised(issueSource(TEXT, { path: 'a.txt', sidecar }));
  expect(recognised.text).toBe('\uFEFF# 云川新挢通车\r\n\r\n昨日，and 市长陆见川到场。\r\n\r\n群众高兴。\r\n');
  expect(recognised.path).toBe('a.txt');
  expect(recognised.sidecar.annotations).toMatchObject([
    { id: 'a2', target: { exact: '云川新挢' } },
    { id: 'a1', target: { exact: '陆见川', start: recognised.text.indexOf('陆见川') - 1 } },
  ]);
  // What could not be reverted is kept.
  expect(recognised.sidecar.corrections).toMatchObject([{ id: 'c4' }]);
});

test('a source without corrections stays unchanged', () => {
  const source = issueSource(TEXT);
  expect(asRecognised(source)).toBe(source);
});
