import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  AnnotationMethod,
  type AnnotationItem,
  type ChangeIssuesResult,
  type IssueChange,
  type OccurrencesOfResult,
} from '../../server/src/lsp/annotationProtocol';
import { startSession, type Session, type SessionOptions } from '../support/session';

const OPEN = '# 云川新桥通车\n\n青桐镇居民陆知白到云川市看新桥。\n';
const CLOSED = '\uFEFF# 春耕\r\n\r\n青桐镇农户忙春耕。农技员陆知白说，青桐镇今年雨水好。\r\n';

let workspace: string;
let session: Session;
const pathOf = (name: string): string => join(workspace, name);
const uriOf = (name: string): string => pathToFileURL(pathOf(name)).href;
const write = (name: string, content: string): void => writeFileSync(pathOf(name), content);
const read = (name: string): string => readFileSync(pathOf(name), 'utf8');
const start = async (options: SessionOptions = {}): Promise<string> => {
  const settings = { annotation: { author: '校对员甲', layer: '甲' } };
  session = await startSession({ workspace, settings, ...options });
  const uri = session.open('open.issue.txt', OPEN);
  await session.diagnostics(uri);
  return uri;
};
beforeEach(() => (workspace = mkdtempSync(join(tmpdir(), 'galley-'))));
afterEach(async () => {
  expect(await session.end()).toBe(0);
  rmSync(workspace, { recursive: true });
});

/** The range of the first occurrence of some words in the open issue. */
function rangeOf(words: string, text = OPEN) {
  const line = text.split('\n').findIndex((one) => one.includes(words));
  const character = text.split('\n')[line]?.indexOf(words) ?? 0;
  return { start: { line, character }, end: { line, character: character + words.length } };
}

const search = (uri: string, words: string, text = OPEN): Promise<OccurrencesOfResult | null> =>
  session.request(AnnotationMethod.occurrences, {
    uri,
    range: rangeOf(words, text),
    label: 'place',
    scope: 'workspace',
  });
const apply = (changes: readonly IssueChange[]): Promise<ChangeIssuesResult> =>
  session.request(AnnotationMethod.changeIssues, { changes });
/** Changes that annotate every place that was found. */
const additions = (found: OccurrencesOfResult | null): readonly IssueChange[] =>
  (found?.issues ?? []).map(({ uri, textHash, places }) => ({
    uri,
    kind: 'add',
    label: 'place',
    textHash,
    ranges: places.map(({ range }) => range),
  }));
/** The path of each issue with what surrounds its places. */
const printed = (found: OccurrencesOfResult | null): readonly string[] =>
  (found?.issues ?? []).flatMap(({ path, places }) =>
    places.map(({ before, after }) => `${path}: ${before}【${found?.words ?? ''}】${after}`),
  );
const annotationsOf = async (uri: string): Promise<readonly string[]> =>
  (await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri })).map(({ label, words, state, layer, by }) =>
    [label, words, state, layer, by].join(' '),
  );

/** What a sidecar stores of some words in `CLOSED`. */
const stored = (id: string, words: string, rest: object, at = 0) => {
  const bare = CLOSED.slice(1);
  const begin = bare.indexOf(words, at);
  const target = {
    start: begin,
    end: begin + words.length,
    exact: words,
    prefix: bare.slice(Math.max(0, begin - 16), begin),
    suffix: bare.slice(begin + words.length, begin + words.length + 16),
  };
  return { id, label: 'place', target, ...rest };
};

test('places are found in all issues, annotated in the editor or in sidecars, and taken back', async () => {
  write('closed.issue.txt', CLOSED);
  write('other.txt', '青桐镇的购物单');
  const uri = await start();
  const unsaved = { range: rangeOf('到云川市'), text: '从青桐镇到云川市' };
  session.change(uri, unsaved);
  const text = OPEN.replace('到云川市', unsaved.text);
  const found = await search(uri, '青桐镇', text);
  expect(printed(found)).toEqual([
    'open.issue.txt: 【青桐镇】居民陆知白从青桐镇到云川',
    'open.issue.txt: 青桐镇居民陆知白从【青桐镇】到云川市看新桥。',
    'closed.issue.txt: 【青桐镇】农户忙春耕。农技员陆知白',
    'closed.issue.txt: 忙春耕。农技员陆知白说，【青桐镇】今年雨水好。',
  ]);
  const result = await apply(additions(found));
  expect(result).toMatchObject({
    issues: [
      { uri, isOpen: true, ids: [expect.any(String), expect.any(String)] },
      { uri: uriOf('closed.issue.txt'), isOpen: false, ids: [expect.any(String), expect.any(String)] },
    ],
    problems: [],
    isStopped: false,
  });
  expect(read('closed.issue.txt')).toBe(CLOSED);
  expect(existsSync(pathOf('open.issue.galley.json'))).toBe(false);
  expect(await annotationsOf(uri)).toEqual(Array(2).fill('place 青桐镇 anchored 甲 校对员甲'));
  // A second search finds nothing that is left.
  expect(await search(uri, '青桐镇', text)).toMatchObject({ issues: [], annotated: 4 });
  // An undo reverts what is in the open issue.
  await session.request(AnnotationMethod.change, { uri, change: { kind: 'undo' } });
  expect(await annotationsOf(uri)).toEqual([]);
  await apply(result.issues.map(({ uri: changed, ids }) => ({ uri: changed, kind: 'remove', ids })));
  expect((JSON.parse(read('closed.issue.galley.json')) as { annotations: unknown[] }).annotations).toEqual([]);
});

test('annotations written into a sidecar are in their places when the issue is opened', async () => {
  write('closed.issue.txt', CLOSED);
  const uri = await start();
  await apply(additions(await search(uri, '青桐镇')));
  const opened = session.open('closed.issue.txt', CLOSED.slice(1));
  await session.diagnostics(opened);
  expect(await annotationsOf(opened)).toEqual(Array(2).fill('place 青桐镇 anchored 甲 校对员甲'));
});

test('places that are annotated in the same layer or were rejected are left out; the rest of a sidecar stays', async () => {
  write('closed.issue.txt', CLOSED);
  const dismissed = [{ fingerprint: 'f', rule: 'r', text: 't', other: 1 }];
  write(
    'closed.issue.galley.json',
    JSON.stringify({
      version: 1,
      dismissed,
      annotations: [
        stored('a_1', '青桐镇农户', { layer: '甲' }),
        stored('a_2', '青桐镇今年', { layer: '乙', unknown: [1] }, 20),
      ],
      rejected: [stored('x_1', '陆知白', {})],
    }),
  );
  const uri = await start();
  const found = await search(uri, '青桐镇');
  expect(found).toMatchObject({ annotated: 1, rejected: 0 });
  expect(printed(found).slice(1)).toEqual(['closed.issue.txt: 忙春耕。农技员陆知白说，【青桐镇】今年雨水好。']);
  expect(await search(uri, '陆知白')).toMatchObject({ issues: [{ uri }], annotated: 0, rejected: 1 });
  await apply(additions(found));
  expect(JSON.parse(read('closed.issue.galley.json'))).toMatchObject({
    dismissed,
    annotations: [{ id: 'a_1' }, { id: 'a_2', unknown: [1] }, { layer: '甲', target: { exact: '青桐镇', start: 25 } }],
    rejected: [{ id: 'x_1' }],
  });
});

test('an issue that cannot be annotated is reported, and the others are annotated', async () => {
  write('closed.issue.txt', CLOSED);
  write('changed.issue.txt', CLOSED);
  write('newer.issue.txt', CLOSED);
  write('newer.issue.galley.json', '{ "version": 99 }');
  const uri = await start();
  const found = await search(uri, '青桐镇');
  write('changed.issue.txt', CLOSED.replace('农户', '农民'));
  const result = await apply(additions(found));
  expect(result.issues.map((one) => one.uri)).toEqual([uri, uriOf('closed.issue.txt')]);
  expect(result.problems).toEqual([
    'changed.issue.txt: Its text has changed since the search.',
    expect.stringMatching(/^newer\.issue\.txt: .*It was created by a newer version of Galley/),
  ]);
  expect(read('newer.issue.galley.json')).toBe('{ "version": 99 }');
  expect(existsSync(pathOf('changed.issue.galley.json'))).toBe(false);
});

test('the user can stop the search and the writing of many issues', async () => {
  const names = Array.from({ length: 60 }, (_, at) => `many-${String(at).padStart(2, '0')}.issue.txt`);
  for (const name of names) write(name, CLOSED);
  const uri = await start({ impatient: true });
  expect(await search(uri, '青桐镇')).toBeNull();
  await session.end();
  await start();
  const changes = additions(await search(uri, '青桐镇'));
  expect(changes).toHaveLength(61);
  await session.end();
  await start({ impatient: true });
  const stopped = await apply(changes);
  expect(stopped.isStopped).toBe(true);
  const written = names.filter((name) => existsSync(pathOf(name.replace('.txt', '.galley.json'))));
  expect(stopped.issues.filter(({ isOpen }) => !isOpen)).toHaveLength(written.length);
  expect(written.length).toBeLessThan(names.length);
});
