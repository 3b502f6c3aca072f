import { expect, test } from 'vitest';
import { quantitiesIn } from '../../server/src/entities/quantities/quantities';
import { readMarks, writeMarks } from '../support/marked';

/** Reads a text whose quantities are marked: the text as it comes out marked, and what each is. */
function measured(marked: string): string[] {
  const { text } = readMarks(marked);
  const found = quantitiesIn(text);
  const values = found.map(({ value: { amount, upTo, unit = '' } }) =>
    upTo === undefined ? `${String(amount)}${unit}` : `${String(amount)}..${String(upTo)}${unit}`,
  );
  return [writeMarks(text, found), ...values];
}

test.each([
  ['投资⟦8.47亿元⟧，增长⟦31%⟧', '847000000元', '0.31'],
  ['⟦２．３万亩⟧、⟦３００ 公里⟧', '23000亩', '300公里'],
  ['⟦1,234.5吨⟧', '1234.5吨'],
  ['⟦三百二十万元⟧、⟦一百二十三亿四千五百万元⟧', '3200000元', '12345000000元'],
  ['⟦五千万千瓦时⟧', '50000000千瓦时'],
  ['⟦百分之三十一⟧、⟦三分之二⟧、⟦0.5‰⟧', '0.31', String(2 / 3), '0.0005'],
  ['⟦三百余人⟧、近⟦6000多名⟧、⟦300余万人次⟧', '300人', '6000名', '3000000人次'],
  ['⟦3—5万亩⟧、⟦20万至30万元⟧、⟦5%—8%⟧', '30000..50000亩', '200000..300000元', '0.05..0.08'],
  ['下降⟦3.5个百分点⟧，折合⟦1.5亿美元⟧', '3.5个百分点', '150000000美元'],
  ['⟦十二个⟧县、⟦100多个⟧村、⟦3条⟧路', '12个', '100个', '3条'],
  ['⟦3年⟧内完成', '3年'],
])('%s', (marked, ...values) => {
  expect(measured(marked)).toEqual([marked, ...values]);
});

test.each([
  '一个',
  '两家',
  '三五个',
  '千家万户',
  '十分',
  '第3条',
  '2021年',
  '二〇二一年',
  '98年',
  '2023级',
  '12人大代表',
  'G20国',
  '7月20日',
  '3',
])('%s is not a quantity', (text) => {
  expect(quantitiesIn(text)).toEqual([]);
});
