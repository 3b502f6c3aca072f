import { describe, expect, test } from 'vitest';
import { parseIssue } from '../../server/src/issue/parse';
import { outlined } from '../support/outlined';

const OPENING =
  '本报云川6月8日电（记者沈知远、温北辰）八日上午，柳河镇召开河道疏浚推进会，听取水利站和各村负责人的汇报。';
const SECOND = '会议要求，各村要加强巡查，对淤塞的河段逐一登记，明确责任人和完工时限，确保汛期行洪通畅';
const CAPTION = '图为镇上的干部和农户在柳河岸边清理淤泥，修补堤坝，为汛期做准备。';
const MORE = '下一步，镇里将把疏浚和修路一并安排，入冬之前完成各村的养护。';
const LAST = '镇水利站负责人介绍，今年已疏浚河道十二公里，清理淤泥三万立方米，沿岸农户的灌溉用水从此有了保障。';

describe('texts with a printed line a line', () => {
  test.each([
    ['indents', (paragraph: string) => wrap(`　　${paragraph}`, 18)],
    ['blank lines', (paragraph: string) => `\n${wrap(paragraph, 18)}`],
  ])('paragraphs parted by %s are whole, whatever their lines seem to be', (_, set) => {
    const text = issueOf(
      story(['柳河镇疏浚河道'], [OPENING, SECOND, CAPTION], set),
      story(['青石桥通车'], [LAST, MORE, LAST, MORE], set),
    );
    expect(paragraphsOf(text)).toEqual([
      [OPENING, SECOND, CAPTION],
      [LAST, MORE, LAST, MORE],
    ]);
  });

  test('names of a byline are read though the line ends between them', () => {
    const { text, articles } = parseIssue(
      issueOf(story(['柳河镇疏浚河道'], [OPENING, LAST, MORE, LAST, MORE], indented)),
    );
    const people = articles[0]?.byline?.people ?? [];
    expect(people.map(({ name }) => name)).toEqual(['沈知远', '温北辰']);
    expect(people.map(({ span }) => text.slice(span.start, span.end).replace('\n', ''))).toEqual(['沈知远', '温北辰']);
  });

  test('the lines of one headline have one role', () => {
    const long = ['柳河镇沿河十二个村联合疏浚河道', '并修补堤坝三公里'];
    const bracketed = ['一河清水润良田（乡村新观察·水', '利建设）'];
    const text = issueOf(
      story(long, [OPENING, LAST], indented),
      story(bracketed, [OPENING, SECOND], indented),
      story(['青石桥通车'], [LAST, MORE, LAST, MORE], indented),
    );
    expect(outlined(text).filter((line) => /article|main/.test(line))).toEqual([
      'article',
      '  main 柳河镇沿河十二个村联合疏浚河道',
      '  main 并修补堤坝三公里',
      'article',
      '  main 一河清水润良田（乡村新观察·水',
      '  main 利建设）',
      'article',
      '  main 青石桥通车',
    ]);
  });

  test('crossheads between blank lines are no headlines where stories are set further apart', () => {
    const parted = (paragraph: string): string => `\n${wrap(paragraph, 18)}`;
    const text = issueOf(
      story(['柳河镇疏浚河道'], [OPENING, '先算民生账', LAST, SECOND], parted),
      story(['青石桥通车'], [LAST, MORE, OPENING], parted),
    );
    expect(outlined(text)).toContain('  crosshead 先算民生账');
  });

  test('however narrow the columns are, wide gaps set stories apart', () => {
    const parted = (paragraph: string): string => `\n${wrap(paragraph, 9)}`;
    const crossheads = [1, 2, 3, 4].flatMap(() => [LAST, '沿河十二个村子合力把河道疏通修补堤坝', SECOND, MORE]);
    const text = issueOf(
      story(['柳河镇疏浚河道'], [OPENING, ...crossheads], parted),
      story(['青石桥通车'], [LAST, MORE, OPENING, LAST, MORE, LAST], parted),
    );
    expect(outlined(text).filter((line) => /article|main/.test(line))).toEqual([
      'article',
      '  main 柳河镇疏浚河道',
      'article',
      '  main 青石桥通车',
    ]);
  });

  test.each([
    ['a byline', '本报记者 沈知远', LAST],
    ['a dateline', '', OPENING],
  ])('lines that are cut within a word are a headline above %s', (_, byline, first) => {
    const head = ['柳河镇沿河十二个村联合疏浚河道修补', '堤坝'];
    const text = issueOf(
      story(['青石桥通车'], [OPENING, LAST, MORE], indented),
      story(byline === '' ? head : [...head, byline], [first, SECOND, LAST], indented),
      story(['沿河十二个村联合修补堤坝又疏浚河', '道'], [OPENING, SECOND, LAST], indented),
    );
    expect(outlined(text).filter((line) => /main/.test(line))).toEqual([
      '  main 青石桥通车',
      '  main 柳河镇沿河十二个村联合疏浚河道修补',
      '  main 堤坝',
      '  main 沿河十二个村联合修补堤坝又疏浚河',
      '  main 道',
    ]);
  });
});

function paragraphsOf(text: string): string[][] {
  return parseIssue(text).articles.map(({ paragraphs }) =>
    paragraphs.map(({ parts }) => parts.map(({ line }) => line.text).join('')),
  );
}

function issueOf(...stories: readonly string[]): string {
  return `云川日报 2031年6月9日\n\n第1版\n\n${stories.join('\n\n')}`;
}

function story(heads: readonly string[], paragraphs: readonly string[], set: (paragraph: string) => string): string {
  return [...heads, ...paragraphs.map(set), ''].join('\n');
}

function indented(paragraph: string): string {
  return wrap(`　　${paragraph}`, 18);
}

/** Cut after so many characters; a mark that may not open a line hangs over the edge. */
function wrap(words: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const character of words) {
    if (line.length >= width && !'，。、）'.includes(character)) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line].join('\n');
}
