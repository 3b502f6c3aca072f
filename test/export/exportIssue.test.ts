import { describe, expect, test } from 'vitest';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import { deciderOf } from '../support/decisions';
import { exported } from '../support/exported';

const first = (text: string, others?: Parameters<typeof exported>[1]) => exported(text, others).articles[0];

/** A story of invented words that has the given opening. */
const story = (opening: string): string => `# 云川新桥今日通车\n\n${opening}云川新桥昨日通车，市民从此不必绕行。\n`;

test('the facts of the issue and of its file', () => {
  const { issue, schema, generator } = exported(story(''), {
    path: 'papers/云川日报20240518A02.txt',
    version: '1.2.3',
  });
  expect({ schema, generator }).toEqual({
    schema: 'urn:galley:issue:1',
    generator: { name: 'galley', version: '1.2.3' },
  });
  expect(issue).toEqual({
    id: '云川日报20240518A02',
    title: '云川日报',
    date: {
      value: '2024-05-18',
      certainty: 'filename',
      evidence: [{ text: '云川日报20240518A02.txt' }],
    },
    page: 'A2',
    language: 'zh-Hans',
    script: 'Hans',
    source: {
      path: 'papers/云川日报20240518A02.txt',
      sha256: '0'.repeat(64),
      encoding: 'utf-8',
      eol: 'lf',
      length: 31,
    },
  });
});

test('evidence of a printed date has its place', () => {
  const { issue } = exported(`第1版 2024年5月18日\n\n${story('')}`);
  expect(issue.date).toEqual({
    value: '2024-05-18',
    certainty: 'printed',
    evidence: [{ text: '2024年5月18日', range: { start: 4, end: 14 } }],
  });
});

test('both offset units mark the same words', () => {
  const text = story('').replace('# 云川', '# 𫠊云川𪚥').replace('\n\n', '\n\n通讯员 沈知远\n\n');
  const personIn = (offsetUnit: 'utf16' | 'codepoint') => first(text, { offsetUnit })?.byline?.people[0];
  expect(personIn('utf16')).toEqual({ name: '沈知远', role: 'correspondent', range: { start: 20, end: 23 } });
  expect(personIn('codepoint')).toEqual({ name: '沈知远', role: 'correspondent', range: { start: 18, end: 21 } });
});

describe('paragraphs', () => {
  test('a split paragraph is joined without adding anything, and lists its pieces', () => {
    const text = `${story('')}\n两岸工厂随之扩建，新区规划也已完成，市民服务中心、图书馆和体育场将在三年内先后建\n\n成，明年动工。\n`;
    const article = first(text);
    expect(article?.text).toBe(
      '云川新桥昨日通车，市民从此不必绕行。\n两岸工厂随之扩建，新区规划也已完成，市民服务中心、图书馆和体育场将在三年内先后建成，明年动工。',
    );
    expect(article?.paragraphs).toEqual([
      { text: '云川新桥昨日通车，市民从此不必绕行。', range: { start: 12, end: 30 }, role: 'body' },
      {
        text: '两岸工厂随之扩建，新区规划也已完成，市民服务中心、图书馆和体育场将在三年内先后建成，明年动工。',
        range: { start: 32, end: 81 },
        role: 'body',
        joinedFrom: [
          { start: 32, end: 72 },
          { start: 74, end: 81 },
        ],
      },
    ]);
  });

  test('line ends of either kind are outside', () => {
    const text = `${story('')}\n两岸工厂随之扩建，新区规划也已完成，市民服务中心、图书馆和体育场将在三年内先后建\n\n成，明年动工。\n`;
    const lf = exported(text);
    const crlf = exported(text.replace(/\n/g, '\r\n'));
    expect(crlf.issue.source.eol).toBe('crlf');
    expect(crlf.articles[0]?.text).toBe(lf.articles[0]?.text);
  });
});

describe('datelines', () => {
  const datelineIn = (words: string, given?: string) => {
    const text = story(`新华社云川${words}电（记者 沈知远）`);
    const issue = given === undefined ? {} : { date: given };
    return first(text, { sidecar: { ...EMPTY_SIDECAR, issue } })?.dateline;
  };

  test('take the year of the issue, or the one before', () => {
    expect(datelineIn('5月17日', '2024-05-18')).toMatchObject({
      text: '新华社云川5月17日电',
      place: '云川',
      date: '2024-05-17',
    });
    expect(datelineIn('12月31日', '2024-01-01')).toMatchObject({ date: '2023-12-31' });
  });

  test('have no date where the issue has none, or there was no such day', () => {
    expect(datelineIn('5月17日')).not.toHaveProperty('date');
    expect(datelineIn('2月29日', '2023-03-01')).not.toHaveProperty('date');
  });
});

describe('language and script', () => {
  const simplified = '云川新桥昨日通车，两岸市民从此不必绕行，车辆过桥只需三分钟。';
  const traditional = '雲川新橋昨日通車，兩岸市民從此不必繞行，車輛過橋祇需三分鐘。';
  test.each([
    [simplified, 'Hans', 'zh-Hans'],
    [traditional, 'Hant', 'zh-Hant'],
    [`${simplified}${traditional}${simplified}`, 'mixed', 'zh'],
    [`${simplified.repeat(4)}張璽`, 'Hans', 'zh-Hans'],
    ['The new bridge was opened yesterday. 云川', 'Hans', 'und'],
    ['12.5%', undefined, 'und'],
  ])('%s', (text, script, language) => {
    expect(exported(text).issue).toMatchObject({ language, ...(script ? { script } : {}) });
    if (!script) expect(exported(text).issue).not.toHaveProperty('script');
  });

  test('an article that is too short has the language of its issue', () => {
    const { articles } = exported(
      `# 雲川新橋今日通車\n\n${traditional.repeat(3)}\n\n# 今日天晴\n\n日出，山高，水大。\n`,
    );
    expect(articles.map(({ language }) => language)).toEqual(['zh-Hant', 'zh-Hant']);
  });
});

test('parts of an article link to each other', () => {
  const text = `第一版\n\n# 云川新桥今日通车\n\n云川新桥昨日通车，市民从此不必绕行，两岸工厂随之扩建。\n\n(下转第二版)\n\n第二版\n\n(上接第一版)两岸工厂随之扩建，新区规划也已完成。\n`;
  const [to, from] = exported(text).articles;
  expect(to).toMatchObject({
    pages: ['page-1'],
    continuedBy: from?.id,
    jumps: [{ direction: 'to', to: { page: 2 }, article: from?.id }],
  });
  expect(from).toMatchObject({
    pages: ['page-2'],
    continues: to?.id,
    jumps: [{ direction: 'from', to: { page: 1 }, article: to?.id }],
  });
});

test('the data of the sidecar is exported unchanged', () => {
  const sidecar = { annotations: [{ id: 'a', body: '云川' }], corrections: [{ rule: 'x' }] };
  expect(exported(story(''), { sidecar: { ...EMPTY_SIDECAR, ...sidecar } })).toMatchObject(sidecar);
});

test('open findings are exported with their places', () => {
  const { diagnostics } = exported(story('会议听取了工作情况 and 下一步安排。'));
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ rule: 'stray-latin-word', range: { start: 21, end: 26 } }),
  );
});

test('entities of an article have their range, their value and an entry in the register', () => {
  const text = '# 云川新桥通车\n\n市长沈知远说，新桥长31.5公里。沈市长昨天到场。\n';
  const { articles, register } = exported(text, { offsetUnit: 'utf16' });
  const entities = articles.flatMap((article) => article.entities);
  for (const { text: words, range } of entities) expect(text.slice(range.start, range.end)).toBe(words);
  expect(entities.filter(({ type }) => type === 'person')).toMatchObject([
    { text: '沈知远', name: '沈知远', title: '市长', office: '市长', confidence: 'sure', status: 'found' },
    { text: '沈', name: '沈知远', office: '市长', source: expect.arrayContaining(['fullForm']) as unknown },
  ]);
  expect(entities.find(({ type }) => type === 'quantity')).toMatchObject({
    text: '31.5公里',
    normalised: { amount: 31.5, unit: '公里' },
  });
  const ids = entities.filter(({ type }) => type === 'person').map(({ id }) => id);
  expect(register.people).toEqual([
    { id: 'person-1', label: '沈知远', aliases: ['沈'], office: '市长', links: [], mentions: ids },
  ]);
});

test('manual decisions about an article are exported with their places', () => {
  const text = '# 河堤工程完工\n\n云川河堤加固工程昨日完工。\n\n群众满意\n\n工程历时八个月。\n';
  const decide = deciderOf(text);
  const structure = [decide.split('群众满意'), decide.role('工程历时', 'byline')];
  const { articles } = exported(text, { sidecar: { ...EMPTY_SIDECAR, structure } });
  expect(articles.map(({ byHand }) => byHand)).toEqual([
    undefined,
    [
      { kind: 'split', range: { start: 25, end: 29 } },
      { kind: 'role', role: 'byline', range: { start: 31, end: 39 } },
    ],
  ]);
});
