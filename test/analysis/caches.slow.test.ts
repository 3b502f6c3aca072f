import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnalyser } from '../../server/src/analysis/analyser';
import type { Analysis } from '../../server/src/analysis/analysis';
import { issueSource, type ReadingMode } from '../../server/src/source/issueSource';

/** An invented page with something for most rules to find. */
const PAGE = `第一版 要闻

## 云川市整治河道
### ——写在汛期之前

本报记者 沈知远 通讯员 林一舟

本报讯（记者 沈知远）云川市召开河道整治推进会,听取 and 汇报，研究下一步安排。会议强调，各地要压实责任，把防汛备汛各项
措施落到实处，做到“早部署、早准备，确保群众安全度汛。（下转第二版）

会议指出，工程全长12.716公里，总投资８.6亿元，由國營单位承建，计划明年2月30日

建成通车，届时两岸交通将更加便捷。。市民说：“我们心里有底”。

第二版 综合

# 老街木楼重现生机

![](images/1.jpg)

修旧如旧的木楼引来不少游客驻足拍照。 顾小满摄

在云川老街，修旧如旧的木楼引来不少游客驻足拍照。



在云川老街，修旧如旧的木楼引来不少游客驻足拍照。
`;

/** What an edit may write: pieces that change what lines, heads, articles and findings are. */
const PIECES = [
  '字', '，', ',', '。', '“', '”', '（', '）', '\n', '\n\n', '\r\n', '  \n', '# ', '**', '國', '７', 'and ', '　', '\u200b',
  '第三版 副刊\n', '本报记者 沈知远\n', '上接第一版', '会议强调，', '```\n', '![](a.jpg)', '&nbsp;', '\ud842',
]; // prettier-ignore

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  written: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES)),
});

const analyser = createAnalyser();
const otherAnalyser = createAnalyser({ rules: { 'half-width-punctuation': { severity: 'off' } } });

/** Everything that an analysis says, as data. */
function contentOf(analysis: Analysis): unknown {
  const { blocks, pages, articles } = analysis.document;
  const { mentions, metadata } = analysis;
  const repairs = analysis.repairs({ alsoSuggested: true });
  const found = analysis.diagnostics();
  return JSON.parse(JSON.stringify({ blocks, pages, articles, mentions, metadata, found, repairs }));
}

test('results reused from an earlier version do not change the analysis', () => {
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 12 }),
      fc.constantFrom<ReadingMode>('issue', 'lines'),
      (edits, mode) => {
        let text = PAGE;
        let previous: Analysis | undefined;
        for (const { at, removed, written } of edits) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + written + text.slice(start + removed);
          const source = issueSource(text, { mode });
          previous = analyser.analyse(source, previous);
          expect(contentOf(previous)).toEqual(contentOf(analyser.analyse(source)));
        }
      },
    ),
    { seed: 20260722, numRuns: 40 },
  );
});

test('reading a text alternately by lines and as an issue gives the right results', () => {
  let previous: Analysis | undefined;
  for (const mode of ['lines', 'issue', 'lines'] as const) {
    const source = issueSource(PAGE, { mode });
    previous = analyser.analyse(source, previous);
    expect(contentOf(previous)).toEqual(contentOf(analyser.analyse(source)));
  }
});

test('an analyser does not reuse the results of another', () => {
  const source = issueSource(PAGE);
  const found = analyser.analyse(source);
  expect(found.diagnostics().map(({ rule }) => rule)).toContain('half-width-punctuation');
  expect(contentOf(otherAnalyser.analyse(source, found))).toEqual(contentOf(otherAnalyser.analyse(source)));
});

test('work stops with the reason of a signal that is aborted', () => {
  const analysis = analyser.analyse(issueSource(PAGE));
  const reason = new Error('enough');
  const signal = AbortSignal.abort(reason);
  expect(() => analysis.diagnosticsInSteps(signal).next()).toThrow(reason);
  expect(() => analysis.repairs({ signal })).toThrow(reason);
  expect(analysis.diagnostics()).not.toEqual([]);
});
