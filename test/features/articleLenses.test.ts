import { expect, test } from 'vitest';
import { articleLenses } from '../../server/src/features/articleLenses';
import { analysed } from '../support/analysed';

const ISSUE = `# 云川市召开河道整治推进会

本报讯（记者 沈知远）云川市市长程望山强调 and 部署。程望山要求抓紧。

# 青桐镇春耕备耕有序展开

本报讯（记者 周既白）春耕全面展开。
`;

test('each article has the people in it, with all their mentions, and its own findings', () => {
  const analysis = analysed(ISSUE);
  const lenses = articleLenses(
    analysis,
    analysis.diagnostics().filter(({ rule }) => rule === 'stray-latin-word'),
  );
  const shown = lenses.map(({ span, people, findings }) => ({
    headline: ISSUE.slice(span.start, span.end),
    people: people.map(({ name, spans }) => `${name} ${spans.length}`),
    findings: findings.length,
  }));
  expect(shown).toEqual([
    { headline: '# 云川市召开河道整治推进会', people: ['沈知远 1', '程望山 2'], findings: 1 },
    { headline: '# 青桐镇春耕备耕有序展开', people: ['周既白 1'], findings: 0 },
  ]);
});

test('an issue without articles has none', () => {
  expect(articleLenses(analysed(''), [])).toEqual([]);
});
