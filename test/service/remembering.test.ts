import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIssueService, type IssueService } from '../../server/src/service/service';

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

function analysisBy(service: IssueService, text: string, linesOnly: boolean): unknown {
  const snapshot = service.snapshot(text, { linesOnly });
  const { blocks, pages, articles } = snapshot.document;
  const repairs = service.repairs(snapshot, { alsoSuggested: true });
  return JSON.parse(JSON.stringify({ blocks, pages, articles, found: service.diagnostics(snapshot), repairs }));
}

test('what a service remembers of earlier versions of a text changes nothing of what it finds in this one', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), fc.boolean(), (edits, linesOnly) => {
      const service = createIssueService();
      let text = PAGE;
      for (const { at, removed, written } of edits) {
        const start = Math.floor(at * text.length);
        text = text.slice(0, start) + written + text.slice(start + removed);
        expect(analysisBy(service, text, linesOnly)).toEqual(analysisBy(createIssueService(), text, linesOnly));
      }
    }),
    { seed: 20260722, numRuns: 40 },
  );
});

test('reading a text by its lines and as an issue in turns mixes nothing up', () => {
  const service = createIssueService();
  for (const linesOnly of [true, false, true])
    expect(analysisBy(service, PAGE, linesOnly)).toEqual(analysisBy(createIssueService(), PAGE, linesOnly));
});
