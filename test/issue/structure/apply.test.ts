import { expect, test } from 'vitest';
import { parseIssue } from '../../../server/src/issue/parse';
import type { Article, Block } from '../../../server/src/issue/model';
import type { StructureDecision } from '../../../server/src/source/sidecar/schema';
import { deciderOf } from '../../support/decisions';

const PAGE = `第一版 要闻

云川日报社出版

# 绿化会议强调

# 把公园建到家门口

本报讯（记者 周既白）全市绿化工作会议昨日召开，部署下半年工作。

会议指出，要把公园建到群众家门口，让市民出门见绿。

## 河堤工程完工

本报讯（记者 林望舒）云川河堤加固工程昨日完工，沿河居民前来参观。

参观者说，新堤又高又结实。

群众满意

工程历时八个月，投资两千万元。

第三版 综合

# 新桥通车

石门镇新桥昨日通车，两岸居民不再绕路。
`;
const decide = deciderOf(PAGE);

/** Each article as one line: its parts with their roles, cut to their first characters. */
function drawn(text: string, decisions: readonly StructureDecision[]): string[] {
  const { articles } = parseIssue(text, undefined, decisions);
  const words = (block: Block | undefined): string => (block ? text.slice(block.content.start, block.content.end) : '');
  return articles.map(({ rubric, headlines, byline, paragraphs, pictures, continuedBy }: Article) =>
    [
      ...(rubric ? [`rubric ${words(rubric).slice(0, 4)}`] : []),
      ...headlines.map(({ role, block }) => `${role} ${words(block).slice(0, 4)}`),
      ...(byline ? [`by ${byline.people[0]?.name ?? text.slice(byline.span.start, byline.span.start + 4)}`] : []),
      ...paragraphs.map(({ role, parts }) => `${role === 'body' ? '-' : role} ${words(parts[0]).slice(0, 4)}`),
      ...pictures.map(({ caption }) => `caption ${words(caption).slice(0, 4)}`),
      ...(continuedBy === undefined ? [] : [`> ${continuedBy}`]),
    ].join(', '),
  );
}

const PARK = 'kicker 云川日报, kicker 绿化会议, main 把公园建, by 周既白, - 本报讯（, - 会议指出';
const DYKE = 'main 河堤工程, by 林望舒, - 本报讯（, - 参观者说, crosshead 群众满意, - 工程历时';
const BRIDGE = 'main 新桥通车, - 石门镇新';

test('without decisions, and with those whose lines are gone, the articles are as they are read', () => {
  const gone = deciderOf('# 别处的标题\n\n别处的正文。\n').role('别处的标题', 'body');
  expect(drawn(PAGE, [])).toEqual([PARK, DYKE, BRIDGE]);
  expect(drawn(PAGE, [gone])).toEqual([PARK, DYKE, BRIDGE]);
  expect(parseIssue(PAGE, undefined, [gone]).handMade.unplaced).toEqual([gone]);
});

test.each([
  {
    what: 'a headline that is a crosshead: its article goes on with the one above',
    decisions: [decide.role('河堤', 'crosshead')],
    articles: [`${PARK}, crosshead 河堤工程, - 本报讯（, - 参观者说, crosshead 群众满意, - 工程历时`, BRIDGE],
  },
  {
    what: 'a headline that is body',
    decisions: [decide.role('河堤', 'body')],
    articles: [`${PARK}, - 河堤工程, - 本报讯（, - 参观者说, crosshead 群众满意, - 工程历时`, BRIDGE],
  },
  {
    what: 'a headline that is furniture',
    decisions: [decide.role('河堤', 'furniture')],
    articles: [`${PARK}, - 本报讯（, - 参观者说, crosshead 群众满意, - 工程历时`, BRIDGE],
  },
  {
    what: 'a kicker that is the headline: what is below it is a subhead',
    decisions: [decide.role('绿化', 'headline')],
    articles: ['kicker 云川日报, main 绿化会议, sub 把公园建, by 周既白, - 本报讯（, - 会议指出', DYKE, BRIDGE],
  },
  {
    what: 'two lines that are one headline',
    decisions: [decide.role('绿化', 'headline'), decide.role('把公园', 'headline')],
    articles: ['kicker 云川日报, main 绿化会议, main 把公园建, by 周既白, - 本报讯（, - 会议指出', DYKE, BRIDGE],
  },
  {
    what: 'a headline that is a kicker, above a subhead that is the headline',
    decisions: [decide.role('河堤', 'kicker'), decide.role('本报讯（记者 林', 'headline')],
    articles: [PARK, 'kicker 河堤工程, main 本报讯（, - 参观者说, crosshead 群众满意, - 工程历时', BRIDGE],
  },
  {
    what: 'a kicker that is a rubric',
    decisions: [decide.role('绿化', 'rubric')],
    articles: [PARK.replace('kicker 云川日报, kicker 绿化会议', 'rubric 绿化会议, kicker 云川日报'), DYKE, BRIDGE],
  },
  {
    what: 'a kicker that is furniture',
    decisions: [decide.role('云川日报社', 'furniture')],
    articles: [PARK.replace('kicker 云川日报, ', ''), DYKE, BRIDGE],
  },
  {
    what: 'a line of text that is a headline begins an article',
    decisions: [decide.role('群众满意', 'headline')],
    articles: [PARK, DYKE.replace(', crosshead 群众满意, - 工程历时', ''), 'main 群众满意, - 工程历时', BRIDGE],
  },
  {
    what: 'two lines of text that are a head',
    decisions: [decide.role('参观者说', 'kicker'), decide.role('群众满意', 'headline')],
    articles: [
      PARK,
      DYKE.replace(', - 参观者说, crosshead 群众满意, - 工程历时', ''),
      'kicker 参观者说, main 群众满意, - 工程历时',
      BRIDGE,
    ],
  },
  {
    what: 'the last line of an article that is the kicker of the one below',
    decisions: [decide.role('会议指出', 'kicker')],
    articles: [PARK.replace(', - 会议指出', ''), `kicker 会议指出, ${DYKE}`, BRIDGE],
  },
  {
    what: 'a line of text that is a kicker begins an article without a headline',
    decisions: [decide.role('会议指出', 'kicker'), decide.role('河堤', 'body')],
    articles: [
      PARK.replace(', - 会议指出', ''),
      'kicker 会议指出, - 河堤工程, - 本报讯（, - 参观者说, crosshead 群众满意, - 工程历时',
      BRIDGE,
    ],
  },
  {
    what: 'a line below the headline, and one within the text, that are subheads',
    decisions: [decide.role('本报讯（记者 林', 'subhead'), decide.role('工程历时', 'subhead')],
    articles: [PARK, 'main 河堤工程, sub 本报讯（, sub 工程历时, - 参观者说, crosshead 群众满意', BRIDGE],
  },
  {
    what: 'a byline goes before the one at the opening of the text',
    decisions: [decide.role('工程历时', 'byline')],
    articles: [PARK, 'main 河堤工程, by 工程历时, - 本报讯（, - 参观者说, crosshead 群众满意', BRIDGE],
  },
  {
    what: 'a caption',
    decisions: [decide.role('工程历时', 'caption')],
    articles: [PARK, DYKE.replace('- 工程历时', 'caption 工程历时'), BRIDGE],
  },
  {
    what: 'a crosshead that is body, and furniture in the text',
    decisions: [decide.role('群众满意', 'body'), decide.role('参观者说', 'furniture')],
    articles: [PARK, DYKE.replace(', - 参观者说, crosshead 群众', ', - 群众'), BRIDGE],
  },
  {
    what: 'a page mark that is text: there is one page less',
    decisions: [decide.role('第三版', 'crosshead')],
    articles: [PARK, `${DYKE}, crosshead 第三版 `, BRIDGE],
  },
  {
    what: 'an article that goes on with the one above: its headline is a crosshead there',
    decisions: [decide.join('河堤')],
    articles: [`${PARK}, crosshead 河堤工程, - 本报讯（, - 参观者说, crosshead 群众满意, - 工程历时`, BRIDGE],
  },
  {
    what: 'an article that goes on with one on another page',
    decisions: [decide.join('新桥')],
    articles: [PARK, `${DYKE}, crosshead 新桥通车, - 石门镇新`],
  },
  { what: 'the first article has none above it', decisions: [decide.join('绿化')], articles: [PARK, DYKE, BRIDGE] },
  {
    what: 'an article that begins at a crosshead: it is the headline',
    decisions: [decide.split('群众满意')],
    articles: [PARK, DYKE.replace(', crosshead 群众满意, - 工程历时', ''), 'main 群众满意, - 工程历时', BRIDGE],
  },
  {
    what: 'an article that begins within the text has no headline',
    decisions: [decide.split('工程历时')],
    articles: [PARK, DYKE.replace(', - 工程历时', ''), '- 工程历时', BRIDGE],
  },
  {
    what: 'a head that is two articles',
    decisions: [decide.split('把公园')],
    articles: ['kicker 云川日报, main 绿化会议', PARK.replace('kicker 云川日报, kicker 绿化会议, ', ''), DYKE, BRIDGE],
  },
  {
    what: 'what was split and then joined',
    decisions: [decide.split('把公园'), decide.join('把公园')],
    articles: [PARK, DYKE, BRIDGE],
  },
  {
    what: 'an article that goes on elsewhere',
    decisions: [decide.continuation('参观者说', '石门镇')],
    articles: [PARK, `${DYKE}, > article-3`, BRIDGE],
  },
])('$what', ({ decisions, articles }) => {
  expect(drawn(PAGE, decisions)).toEqual(articles);
});

test('a decision about a line that is in no article changes no article', () => {
  for (const line of ['第一版', '第三版'])
    expect(drawn(PAGE, [decide.split(line), decide.join(line)])).toEqual([PARK, DYKE, BRIDGE]);
});

test('of two people who decide about one line, the later one is followed', () => {
  const early = { ...decide.role('群众满意', 'body'), created: '2026-01-01T00:00:00Z' };
  const late = { ...decide.role('群众满意', 'byline'), created: '2026-01-02T00:00:00Z' };
  expect(drawn(PAGE, [early, late])).toEqual(drawn(PAGE, [late]));
  expect(drawn(PAGE, [late, early])).toEqual(drawn(PAGE, [late]));
});

test('an overruled decision is reported, unless both decide the same', () => {
  const early = { ...decide.role('群众满意', 'body'), created: '2026-01-01T00:00:00Z' };
  const late = { ...decide.role('群众满意', 'byline'), created: '2026-01-02T00:00:00Z' };
  const overruled = (...decisions: StructureDecision[]): string[] =>
    parseIssue(PAGE, undefined, decisions).handMade.overruled.map(({ decision, by }) =>
      [decision, by.decision].map((one) => (one.kind === 'role' ? one.role : one.kind)).join(' < '),
    );
  expect(overruled(early, late)).toEqual(['body < byline']);
  expect(overruled(late, early)).toEqual(['body < byline']);
  expect(overruled(late, { ...late, id: 's_2' })).toEqual([]);
  expect(overruled(decide.role('群众满意', 'body'), decide.role('参观者说', 'caption'))).toEqual([]);
});

test('a manual continuation replaces a detected one', () => {
  const text = `第一版

# 河堤工程完工

云川河堤加固工程昨日完工，沿河居民前来参观。（下转第三版）

# 新桥通车

石门镇新桥昨日通车，两岸居民不再绕路。

第三版

# 工程历时八个月

（上接第一版）工程投资两千万元，历时八个月。
`;
  const continuations = (decisions: readonly StructureDecision[]) =>
    parseIssue(text, undefined, decisions).articles.map(({ continues, continuedBy }) => [continues, continuedBy]);
  expect(continuations([])).toEqual([
    [undefined, 'article-3'],
    [undefined, undefined],
    ['article-1', undefined],
  ]);
  expect(continuations([deciderOf(text).continuation('新桥', '工程历时')])).toEqual([
    [undefined, undefined],
    [undefined, 'article-3'],
    ['article-2', undefined],
  ]);
});

test('an article lists the decisions about it', () => {
  const { articles } = parseIssue(PAGE, undefined, [
    decide.role('群众满意', 'headline'),
    decide.continuation('参观者说', '石门镇'),
  ]);
  const made = articles.map(({ byHand = [] }) =>
    byHand.map(({ kind, role, span }) => [kind, role, PAGE.slice(span.start, span.end).slice(0, 4)]),
  );
  expect(made).toEqual([
    [],
    [['continuation', undefined, '参观者说']],
    [['role', 'headline', '群众满意']],
    [['continuation', undefined, '石门镇新']],
  ]);
});

test('the decisions about an article are in the order of its text, also if it continues a later one', () => {
  const { articles } = parseIssue(PAGE, undefined, [
    decide.role('群众满意', 'crosshead'),
    decide.continuation('石门镇', '参观者说'),
  ]);
  expect(
    articles.map(({ byHand = [] }) => byHand.map(({ span }) => PAGE.slice(span.start, span.end).slice(0, 4))),
  ).toEqual([[], ['参观者说', '群众满意'], ['石门镇新']]);
});

test('a decision is about one paragraph of a line that has several', () => {
  const text = '<p># 河堤工程完工</p><p>云川河堤加固工程昨日完工。</p><p>群众满意</p><p>工程历时八个月。</p>\n';
  const decided = deciderOf('河堤工程完工\n云川河堤加固工程昨日完工。\n群众满意\n工程历时八个月。');
  expect(drawn(text, [decided.role('群众满意', 'headline')]).at(-1)).toBe('main 群众满意, - 工程历时');
});
