import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { targetOf } from '../../server/src/annotations/model';
import { AgreementMethod, type CompareResult, type CompareSource } from '../../server/src/lsp/agreementProtocol';
import { AnnotationMethod, type AnnotationItem, type ClientChange } from '../../server/src/lsp/annotationProtocol';
import { folderWith } from '../support/commandLine';
import { readMarks } from '../support/marked';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => (session = await startSession({ settings: { annotation: { author: '主编' } } })));
afterAll(async () => expect(await session.end()).toBe(0));

const FIRST = readMarks('# 云川新桥\n市长⟦沈知远⟧在⟦云川⟧和⟦青桐镇⟧调研。\n');
const SECOND = readMarks('号外\n# 云川新桥\n市长⟦沈知远⟧在⟦云川⟧和青桐镇⟦调研⟧。\n');

/** Writes an issue with a sidecar, all of whose annotations are in one layer. */
function put(name: string, { text, spans }: typeof FIRST, labels: readonly string[], layer?: string): string {
  const annotations = spans.map((span, at) => ({
    id: `${name}_${String(at)}`,
    label: labels[at],
    ...(layer === undefined ? {} : { layer }),
    target: targetOf(text, span),
  }));
  writeFileSync(join(session.folder, `${name}.galley.json`), JSON.stringify({ version: 1, annotations }));
  writeFileSync(join(session.folder, `${name}.txt`), text);
  return pathToFileURL(join(session.folder, `${name}.txt`)).href;
}

const compare = (uri: string, sources: readonly CompareSource[]): Promise<CompareResult> =>
  session.request(AgreementMethod.compare, { uri, sources, into: '裁定' });
const change = (uri: string, one: ClientChange): Promise<object> =>
  session.request(AnnotationMethod.change, { uri, change: one });
/** The readings of each difference. */
const differences = ({ disagreements }: CompareResult): string[] =>
  disagreements.map(({ first, second, isSettled }) =>
    [first, second]
      .map((one) => (one ? `${one.label} ${one.words}` : '–'))
      .join(' | ')
      .concat(isSettled ? ' ✓' : ''),
  );

test('a layer and a copy of another text are compared as galley agree compares them, and decided into a layer', async () => {
  put('first', FIRST, ['person', 'place', 'place']);
  const copy = put('second', SECOND, ['person', 'work', 'event']);
  const uri = session.open('first.txt', FIRST.text);
  for (const given of [copy, copy.replace(/\.txt$/, '.galley.json')]) {
    const { names } = await compare(uri, [{ layer: '' }, { copy: given }]);
    expect(names).toEqual(['Common layer', 'second.txt']);
  }
  const sources = [{ layer: '' }, { copy }];
  const result = await compare(uri, sources);
  expect(result.problems).toEqual([]);
  expect(differences(result)).toEqual(['place 云川 | work 云川', 'place 青桐镇 | –', '– | event 调研']);
  expect(result.disagreements[0]?.first).toMatchObject({ before: '市长沈知远在', after: '和青桐镇调研。' });
  expect(result.agreed.map(({ words }) => words)).toEqual(['沈知远']);

  const { galley, remove, path } = folderWith({});
  for (const name of ['first', 'second'])
    for (const ending of ['txt', 'galley.json'])
      writeFileSync(join(path, `${name}.${ending}`), readFileSync(join(session.folder, `${name}.${ending}`)));
  const { output } = galley(['agree', 'first.txt', 'second.txt']);
  remove();
  expect(result.report.replace('Common layer', 'first.txt')).toBe(output);

  const [city] = result.disagreements;
  if (!city?.first || !city.second) throw new Error('There is no difference');
  await change(uri, { kind: 'adjudicate', layer: '裁定', take: result.agreed, reject: [] });
  await change(uri, { kind: 'adjudicate', layer: '裁定', take: [city.second], reject: [city.first] });
  const after = await compare(uri, sources);
  expect(after.agreed).toEqual([]);
  expect(differences(after)).toEqual(['place 云川 | work 云川 ✓', 'place 青桐镇 | –', '– | event 调研']);
  const list = await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri });
  expect(list.filter(({ layer }) => layer === '裁定').map(({ label, words, by }) => [label, words, by])).toEqual([
    ['person', '沈知远', '主编'],
    ['work', '云川', '主编'],
  ]);
  await change(uri, { kind: 'undo' });
  expect(differences(await compare(uri, sources))[0]).toBe('place 云川 | work 云川');
});

test('other editors decide by actions, where two layers differ', async () => {
  const { text, spans } = readMarks('市长⟦沈知远⟧在⟦云川⟧调研。\n');
  const [person, place] = spans;
  const annotations = [
    { label: 'person', layer: '甲', span: person },
    { label: 'person', layer: '乙', span: person },
    { label: 'place', layer: '甲', span: place },
    { label: 'work', layer: '乙', span: place },
  ].map(({ span = { start: 0, end: 0 }, ...about }, at) => ({
    id: `l_${String(at)}`,
    ...about,
    target: targetOf(text, span),
  }));
  writeFileSync(join(session.folder, 'layers.galley.json'), JSON.stringify({ version: 1, annotations }));
  const uri = session.open('layers.txt', text);
  const offered = async (character: number): Promise<CodeAction[]> => {
    const at = { line: 0, character };
    const actions = await session.request<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['refactor.annotate'] },
    });
    return (actions ?? []).filter(({ title }) => title.startsWith('Decide'));
  };
  await expect
    .poll(async () => (await offered(7)).map(({ title }) => title), { timeout: 10_000 })
    .toEqual(['Decide as 甲: Place', 'Decide as 乙: Work', 'Decide: both', 'Decide: neither']);
  expect(await offered(3)).toEqual([]);
  const [, second] = await offered(7);
  await session.request('workspace/executeCommand', second?.command ?? {});
  expect(await offered(7)).toEqual([]);
  const list = await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri });
  expect(list.filter(({ layer }) => layer === 'adjudicated').map(({ label, words }) => `${label} ${words}`)).toEqual([
    'work 云川',
  ]);
});

test('a missing copy is reported', async () => {
  const uri = session.open('third.txt', FIRST.text);
  session.allowLog(/./);
  expect(await compare(uri, [{ layer: '' }, { copy: `${uri}.none.txt` }])).toBeNull();
  expect(session.shown.join()).toMatch(/none/);
});
