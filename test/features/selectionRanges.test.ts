import { expect, test } from 'vitest';
import { selectionRanges, type Segment } from '../../server/src/features/selectionRanges';
import { parseIssue } from '../../server/src/issue/parse';
import { readMarks } from '../support/marked';

/** Cuts into pairs of characters: enough to see that words are asked for. */
const inPairs: Segment = (text) => text.match(/.{1,2}/gs) ?? [];

/** What is selected step by step at the place that `⟦⟧` marks. */
function stepsAt(marked: string, segment?: Segment): string[] {
  const { text, spans } = readMarks(marked);
  return selectionRanges({ document: parseIssue(text) }, spans[0]?.start ?? 0, segment).map(({ start, end }) =>
    text.slice(start, end),
  );
}

const ARTICLE = (paragraph: string): string => `# 云川市新建一批口袋公园\n\n本报讯（记者 周既白）${paragraph}`;

test('from the word over clause, sentence, paragraph, article and page to the whole issue', () => {
  const before = '她说：“今年建了十二处，';
  const clause = '年底前全部开放';
  const paragraph = `${before}${clause}。”市民点头称是。`;
  const page = `第一版\n\n${ARTICLE(paragraph)}\n\n`;
  const marked = `第一版\n\n${ARTICLE(`${before}年底⟦⟧前全部开放。”市民点头称是。`)}\n\n第二版\n\n# 河堤完工\n\n河堤昨日完工。\n`;
  expect(stepsAt(marked, inPairs)).toEqual([
    '前全',
    clause,
    `本报讯（记者 周既白）${before}${clause}。”`,
    `本报讯（记者 周既白）${paragraph}`,
    ARTICLE(paragraph),
    page,
    readMarks(marked).text,
  ]);
});

test('without a segmenter the clause is the smallest', () => {
  expect(stepsAt('河堤昨日⟦⟧完工，全线开放。\n')[0]).toBe('河堤昨日完工');
});

test('a sentence begins after the closing quotes of the one before', () => {
  expect(stepsAt('他说：“好。”⟦⟧然后走了。大家都笑了。\n').slice(0, 2)).toEqual(['然后走了', '然后走了。']);
});

test('a paragraph split by a column end is selected completely', () => {
  const first = '本报讯（记者 周既白）云川市今年新建口袋公园十二处，还种上了樱花、海棠和银杏，分布在城南、城北和河堤沿';
  const second = '线，年底前全部开放，市民步行五分钟即可到达。';
  const steps = stepsAt(`# 云川市新建一批口袋公园\n\n${first.replace('今年', '今⟦⟧年')}\n\n${second}\n`);
  expect(steps).toContain(first);
  expect(steps).toContain(`${first}\n\n${second}`);
});

test('every step is larger than the one before, at every place of a text', () => {
  const text = `第一版\n\n${ARTICLE('今年建了十二处。“真好！”')}\n\n图为公园。 许清和 摄\n`;
  const document = parseIssue(text);
  for (let offset = 0; offset <= text.length; offset++) {
    const steps = selectionRanges({ document }, offset, inPairs);
    expect(steps.at(-1)).toEqual({ start: 0, end: text.length });
    const lengths = steps.map(({ start, end }) => end - start);
    expect(lengths).toEqual([...new Set(lengths)].sort((a, b) => a - b));
  }
});
