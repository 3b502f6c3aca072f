import { describe, expect, test } from 'vitest';
import { parseIssue } from '../../server/src/issue/parse';
import { outlined } from '../support/outlined';

const OPENING =
  '本报云川6月8日电（记者沈知远、温北辰）八日上午，柳河镇召开河道疏浚推进会，听取水利站和各村负责人的汇报。';
const SECOND = '会议要求，各村要加强巡查，对淤塞的河段逐一登记，明确责任人和完工时限，确保汛期行洪通畅';
const CAPTION = '图为镇上的干部和农户在柳河岸边清理淤泥，修补堤坝，为汛期做准备。';
const MORE = '下一步，镇里将把疏浚和修路一并安排，入冬之前完成各村的养护。';
const LAST = '镇水利站负责人介绍，今年已疏浚河道十二公里，清理淤泥三万立方米，沿岸农户的灌溉用水从此有了保障。';

describe('texts with one printed line per line', () => {
  test.each([
    ['indents', (paragraph: string) => wrap(`　　${paragraph}`, 18)],
    ['blank lines', (paragraph: string) => `\n${wrap(paragraph, 18)}`],
  ])('paragraphs separated by %s are complete, whatever their lines look like', (_, set) => {
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
  ])('lines that break within a word are a headline above %s', (_, byline, first) => {
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

  test('in narrow columns the lines of a head without a blank line between them are one headline, and its decks are below', () => {
    const text = issueOf(
      ...COLUMNS.map(({ heads, paragraphs }) =>
        [...heads.map((lines) => lines.join('\n')), ...paragraphs.map((words) => wrap(words, 8))].join('\n\n'),
      ),
    );
    expect(outlined(text).filter((line) => /main|sub|kicker/.test(line))).toEqual([
      '  main 柳河鎮民',
      '  main 修補河堤',
      '  main 青石渡輪',
      '  main 復航有期',
      '  sub 水位漸退',
      '  sub 各村紛紛來函',
      '  main 雲川米商',
      '  main 平價售糧',
    ]);
  });

  test('a paragraph beside a picture is complete if blank lines separate paragraphs', () => {
    const beside =
      '鎮民沈知遠\n等二十餘人\n、昨晨齊集\n渡口、將淤塞之河段、分\n別疏浚、至晚始散、沿岸\n農戶、均甚感激、';
    const columns = COLUMNS.map(({ heads, paragraphs }) =>
      [heads[0]?.join(''), ...paragraphs.map((words) => wrap(words, 11))].join('\n\n'),
    );
    const text = issueOf(...columns, `渡口疏浚\n\n${beside}`);
    expect(
      parseIssue(text)
        .articles.at(-1)
        ?.paragraphs.at(-1)
        ?.parts.map(({ line }) => line.printed),
    ).toEqual(beside.split('\n'));
  });
});

/** Stories of an old paper, with the blocks of their heads. */
const COLUMNS = [
  {
    heads: [['柳河鎮民', '修補河堤']],
    paragraphs: [
      '（雲川廿日電）柳河鎮連日大雨、河堤數處傾圮、鎮民沈知遠等集議修補、已於昨晨動工、約十日可竣、',
      '鎮公所又派員分赴各村、登記淤塞河段、俟水退後、再行疏浚、農戶咸稱便利、',
    ],
  },
  {
    heads: [
      ['青石渡輪', '復航有期'],
      ['水位漸退', '各村紛紛來函'],
    ],
    paragraphs: [
      '（雲川廿日電）青石渡輪停航半月、商旅不便、茲聞水位漸退、輪船公司定下月初復航、票價照舊、',
      '沿河各村、近日紛紛致函公司、請增開夜班、公司允俟船員齊集後、再行定奪、',
    ],
  },
  {
    heads: [['雲川米商', '平價售糧']],
    paragraphs: [
      '（雲川廿一日電）本縣米商、鑒於糧價飛漲、貧民無力購買、昨日集議、决定平價出售、每石減收五角、',
      '縣府已派員監督、並令各鄉查報存糧、不得囤積、違者從嚴懲處、',
    ],
  },
];

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
