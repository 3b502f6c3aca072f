import { expect, test } from 'vitest';
import { parseIssue } from '../../server/src/issue/parse';
import { outlined } from '../support/outlined';

const OPENING = '石门镇新桥昨日通车，两岸群众前来观看。';
const ENDING = '全桥长一百二十米。';

test.each([
  ['paragraphs', `<p>${OPENING}</p><p>${ENDING}</p><p>（记者 陆清和）</p>`],
  ['line breaks', `${OPENING}<br>${ENDING}<br/>（记者 陆清和）`],
  ['divisions with attributes', `<div class="text">${OPENING}</div><div>${ENDING}</div> <div>（记者 陆清和）</div>`],
  ['items of a list', `<ul><li>${OPENING}</li><li>${ENDING}</li></ul>（记者 陆清和）`],
  [
    'nested, with tags on lines of their own',
    `<div>\n<p>${OPENING}</p>\n<p><b>${ENDING}</b></p>\n</div>\n<p>（记者 陆清和）</p>`,
  ],
])('tags separate paragraphs within a line like line ends: %s', (_, body) => {
  const text = `# 石门镇新桥通车\n\n${body}`;
  const plain = `# 石门镇新桥通车\n\n${OPENING}\n\n${ENDING}\n\n（记者 陆清和）`;
  expect(outlined(text)).toEqual(outlined(plain));
  const { articles } = parseIssue(text);
  expect(articles[0]?.byline?.people.map(({ name, span }) => [name, text.slice(span.start, span.end)])).toEqual([
    ['陆清和', '陆清和'],
  ]);
});

test('rules see a line with its tags as one block', () => {
  const line = `<p>${OPENING}</p><p>${ENDING}</p>`;
  expect(parseIssue(`# 石门镇新桥通车\n\n${line}`).blocks.map(({ line: { text } }) => text)).toEqual([
    '石门镇新桥通车',
    line,
  ]);
});

test.each(['若a<b且b>c，则取较小者；〈石门赋〉收入<某某>一书。', '全市新建公园<b>十二</b>处，年内全部开放。'])(
  'other tags do not separate paragraphs: %s',
  (line) => {
    expect(parseIssue(line).articles[0]?.paragraphs.map(({ span }) => line.slice(span.start, span.end))).toEqual([
      line,
    ]);
  },
);
