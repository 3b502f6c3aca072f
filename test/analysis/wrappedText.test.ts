import { expect, test } from 'vitest';
import { createAnalyser } from '../../server/src/analysis/analyser';
import { applyEdits } from '../../server/src/core/edit';
import { issueSource } from '../../server/src/source/issueSource';

/** A printed line a line; the first paragraph has a line that no paragraph could open with. */
const WRAPPED = `# 柳河镇疏浚河道

本报讯（记者 沈知远）6月8日
上午，柳河镇召开河道疏浚推进
会，听取水利站、农技站和各村
负责人的工作汇报，研判各村当前
的水情，安排疏浚。
会议要求，各村要加强巡查，对
淤塞的河段逐一登记，明确责任
人和完工时限，切实把各项任务
落实到位，确保汛期行洪通畅。
`;

const analyser = createAnalyser();

test('a text that is wrapped throughout has one finding, and its lines are not joined without asking', () => {
  const analysis = analyser.analyse(issueSource(WRAPPED));
  expect(analysis.diagnostics().map(({ rule, occurrences }) => [rule, occurrences?.length])).toEqual([
    ['wrapped-lines', 7],
  ]);
  expect(analysis.repairs()).toEqual([]);
});

test('its paragraphs are the same before and after its lines are joined', () => {
  const analysis = analyser.analyse(issueSource(WRAPPED));
  const joined = applyEdits(WRAPPED, analysis.repairs({ alsoSuggested: true }));
  expect(joined.split('\n')).toHaveLength(5);
  expect(paragraphsOf(WRAPPED)).toEqual(paragraphsOf(joined));
});

test('lines of other widths in such a text are not separate findings, and what is between two lines is kept', () => {
  const text = WRAPPED.replace('负责人的工作汇报', '负责人\n\n图为疏浚现场。\n\n的工作汇报');
  const analysis = analyser.analyse(issueSource(text));
  expect(analysis.diagnostics().filter(({ rule }) => rule === 'broken-paragraph')).toEqual([]);
  expect(applyEdits(text, analysis.repairs({ alsoSuggested: true }))).toContain('图为疏浚现场。');
});

function paragraphsOf(text: string): string[] {
  const { document } = analyser.analyse(issueSource(text));
  return document.articles.flatMap(({ paragraphs }) =>
    paragraphs.map(({ parts }) => parts.map(({ line }) => line.text).join('')),
  );
}
