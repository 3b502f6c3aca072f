import { afterEach, expect, test } from 'vitest';
import { compareLayers } from '../../../server/src/annotations/agreement/compare';
import { agreementAsText } from '../../../server/src/annotations/agreement/report';
import { speak } from '../../../server/src/core/locale';

afterEach(() => speak('en'));

test('columns of figures are aligned in Chinese too, whose characters are twice as wide', () => {
  speak('zh-cn');
  const layers = ['甲', '乙'].map((name) => ({ name, spans: [{ start: 0, end: 3, label: '人物' }] }));
  const lines = agreementAsText(compareLayers(layers, 10), '沈知远在云川市调研。').split('\n');
  const ends = lines
    .filter((line) => / 1\.0000/.test(line))
    .map((line) => Array.from(line.slice(0, line.indexOf('1.0000')), (c) => (/[⺀-鿿（）]/.test(c) ? 2 : 1)))
    .map((widths) => widths.reduce<number>((sum, width) => sum + width, 0));
  expect(ends.length).toBeGreaterThan(3);
  expect(new Set(ends).size).toBe(1);
});
