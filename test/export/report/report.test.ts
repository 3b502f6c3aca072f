import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../server/src/export/report/facts';
import { reportPage } from '../../../server/src/export/report/page';
import { characterAccuracy, NO_DAMAGE } from '../../../server/src/export/report/quality';
import { REPORT_SIGNATURE } from '../../../server/src/export/report/signature';
import { createSummary, type Summary } from '../../../server/src/export/report/summary';
import { analysisOf } from '../../support/exported';

const page = (body: string, date = '2024年5月18日 星期六'): string => `云川日报 ${date}

第一版 要闻

# 市委常委会召开会议

${body}

第二版 综合

# 春耕

青桐镇的农技员说，今年雨水好。
`;

const SOUND = page('市长陆见川说，防汛是天大的事，容不得半点侥幸。陆见川还到青桐镇察看。');
const DAMAGED = page('市长陆见川 and 农技员说，防汛是天大的的事。&lt;县里&gt;的干部都到了。', '2024年6月19日 星期三');

function summaryOf(files: Readonly<Record<string, string>>): Summary {
  const builder = createSummary();
  for (const [path, text] of Object.entries(files)) builder.add(factsOf(analysisOf(text, { path }), path));
  return builder.summary();
}

const written = (summary: Summary): string => [...reportPage(summary, '1.2.3')].join('');

type Node = DefaultTreeAdapterMap['node'];

function elements(node: Node): DefaultTreeAdapterMap['element'][] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => [...('tagName' in child ? [child] : []), ...elements(child)]);
}

describe('the summary of an archive', () => {
  const summary = summaryOf({ '20240518.txt': SOUND, '20240619.txt': DAMAGED, 'yc-20240620.txt': SOUND });

  test('counts files, pages and newspapers by month', () => {
    expect(summary).toMatchObject({
      files: 3,
      pages: 6,
      newspapers: ['云川日报'],
      from: '2024-05-18',
      to: '2024-06-20',
    });
    expect(summary.periods.map(({ name, files }) => `${name} ${String(files)}`)).toEqual(['2024-05 1', '2024-06 2']);
  });

  test('has what was found, with examples, and the file with most of it first', () => {
    const word = summary.rules.find(({ rule }) => rule === 'stray-latin-word');
    expect(word?.counts.warning).toBe(1);
    expect(word?.examples).toMatchObject([{ marked: ' and ', path: '20240619.txt' }]);
    expect(summary.issues[0]?.path).toBe('20240619.txt');
  });

  test('has people with their mentions by month, and posts', () => {
    expect(summary.names.person.find(({ name }) => name === '陆见川')).toMatchObject({ files: 3, byPeriod: [2, 3] });
    expect(summary.posts).toContainEqual({
      office: '市长',
      holders: [{ name: '陆见川', mentions: 5, from: '2024-05-18', to: '2024-06-20' }],
    });
  });

  test('has the file whose name contradicts the page', () => {
    expect(summary.run.misdated).toEqual([{ path: 'yc-20240620.txt', date: '2024-06-20', otherDate: '2024-05-18' }]);
  });

  test('has years instead of many months', () => {
    const months = Array.from({ length: 40 }, (_, index) => {
      const [year, month] = [2000 + Math.floor(index / 12), (index % 12) + 1];
      return `${String(year)}${String(month).padStart(2, '0')}01.txt`;
    });
    const long = summaryOf(Object.fromEntries(months.map((name) => [name, '# 春耕\n\n青桐镇今年雨水好。\n'])));
    expect(long.periods.map(({ name }) => name)).toEqual(['2000', '2001', '2002', '2003']);
  });
});

describe('the page', () => {
  const html = written(summaryOf({ '<b>.txt': SOUND, '20240619.txt': DAMAGED }));

  test('needs nothing else and runs no programs', () => {
    expect(html).toMatch(REPORT_SIGNATURE);
    const all = elements(parse(html));
    expect(all.filter(({ tagName }) => ['script', 'link', 'img', 'iframe', 'object'].includes(tagName))).toEqual([]);
    const addresses = all.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'src' || name === 'href'));
    expect(addresses).toEqual([]);
    expect(html.match(/https?:[^"]*/g)?.filter((url) => !url.startsWith('http://www.w3.org/'))).toEqual([]);
  });

  test('shows names of files and text as they are', () => {
    expect(html).toContain('&lt;b&gt;.txt');
    expect(html).not.toContain('<b>');
  });

  test('has charts in the colours of the page', () => {
    expect(html.match(/<svg role="img" aria-label="/g)).toHaveLength(2);
    expect(html).toContain('fill="var(--mark)"');
  });

  test('of no input says so', () => {
    const empty = written(summaryOf({}));
    expect(elements(parse(empty)).filter(({ tagName }) => tagName === 'svg')).toEqual([]);
    expect(empty).toContain('Nothing was found.');
  });
});

describe('quality', () => {
  test('decreases with the number of findings, is never below 0, and is unknown for an empty text', () => {
    expect(characterAccuracy(NO_DAMAGE, 100)).toBe(1);
    const some = characterAccuracy({ ...NO_DAMAGE, languageWarnings: 1 }, 1000) ?? 1;
    expect(some).toBeLessThan(1);
    expect(characterAccuracy({ ...NO_DAMAGE, languageWarnings: 2 }, 1000)).toBeLessThan(some);
    expect(characterAccuracy({ ...NO_DAMAGE, marks: 1000 }, 100)).toBe(0);
    expect(characterAccuracy(NO_DAMAGE, 0)).toBeUndefined();
  });
});
