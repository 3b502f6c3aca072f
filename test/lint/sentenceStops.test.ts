import { expect, test } from 'vitest';
import { sentenceStopsIn } from '../../server/src/lint/sentenceStops';

/** The text with 。 for each stop that certainly ends a sentence, and ◇ for each that possibly does. */
function marked(text: string): string {
  const marks = Array.from(text);
  for (const { at, isCertain } of sentenceStopsIn(text)) marks[at] = isCertain ? '。' : '◇';
  return marks.join('');
}

test.each([
  ['six characters before the end', '今年修水渠了.', '今年修水渠了。'],
  ['four characters before the end', '镇里修渠.', '镇里修渠◇'],
  ['three characters before the end', '修水渠.', '修水渠.'],
  [
    'five characters behind',
    '石门镇昨日修渠了.“村民们高兴！”镇长昨日都说了.',
    '石门镇昨日修渠了。“村民们高兴！”镇长昨日都说了。',
  ],
  [
    'four characters behind a quotation mark',
    '石门镇昨日修渠了.“村民高兴！”镇长昨日都说了.',
    '石门镇昨日修渠了◇“村民高兴！”镇长昨日都说了。',
  ],
  [
    'a doubtful stop elsewhere',
    '石门镇昨日修渠了.村民们高兴.其余各村也都修渠.',
    '石门镇昨日修渠了◇村民们高兴◇其余各村也都修渠◇',
  ],
  ['four characters behind', '石门镇昨日修渠了.村民高兴.', '石门镇昨日修渠了◇村民高兴◇'],
  ['two characters behind', '石门镇昨日修渠了.高兴', '石门镇昨日修渠了◇高兴'],
  ['one character behind', '石门镇昨日修渠了.好', '石门镇昨日修渠了.好'],
  ['an abbreviation before', '石门镇昨日公布GDP.', '石门镇昨日公布GDP◇'],
  ['a word in small letters before', '石门镇昨日公布tea.', '石门镇昨日公布tea.'],
  ['a percentage before', '石门镇茶叶昨日增长5%.', '石门镇茶叶昨日增长5%。'],
  ['a quotation mark before', '石门镇昨日“修渠了”.', '石门镇昨日“修渠了”。'],
  ['a quotation mark behind', '他说：“石门镇昨日修渠了.”', '他说：“石门镇昨日修渠了。”'],
  ['a quotation behind', '石门镇昨日修渠了.“村民们都高兴了.”', '石门镇昨日修渠了。“村民们都高兴了。”'],
  ['a space behind', '石门镇昨日修渠. 村民们都很高兴.', '石门镇昨日修渠。 村民们都很高兴。'],
  ['Latin words behind', '石门镇昨日修渠.abc', '石门镇昨日修渠.abc'],
  ['dots in a row', '石门镇昨日修渠...', '石门镇昨日修渠...'],
  ['an ellipsis before', '石门镇昨日修渠….', '石门镇昨日修渠….'],
])('%s', (_, text, expected) => {
  expect(marked(text)).toBe(expected);
});
