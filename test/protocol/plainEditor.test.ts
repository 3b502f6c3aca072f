import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CodeActionTriggerKind, type CodeAction, type CodeActionContext, type Range } from 'vscode-languageserver/node';
import { COMPARE_COMMAND } from '../../server/src/lsp/agreementProtocol';
import {
  ANNOTATE_COMMAND,
  AnnotationMethod,
  CHANGE_ANNOTATIONS_COMMAND,
  type AnnotationItem,
} from '../../server/src/lsp/annotationProtocol';
import { rangeIn } from '../support/positions';
import { startSession, type Session } from '../support/session';

const TEXT = '# 云川新桥通车\n\n本报讯（记者 沈知远）3月8日，市长程望山出席云川新桥通车仪式。\n';
const LABELS = {
  version: 1,
  labels: [
    { id: 'person', title: 'Person' },
    { id: 'place', title: 'Place' },
    { id: 'bridge', title: 'Bridge', attributes: [{ id: 'kind', title: 'Kind', values: ['石桥', '铁桥'] }] },
  ],
};

let session: Session;
beforeAll(async () => {
  session = await startSession({ settings: { annotation: { author: '校对员甲', labels: LABELS.labels } } });
});
afterAll(async () => expect(await session.end()).toBe(0));

async function open(name: string, from = session): Promise<string> {
  const uri = from.open(name, TEXT);
  await expect.poll(() => from.request(AnnotationMethod.get, { uri }), { timeout: 10_000 }).not.toBeNull();
  return uri;
}

/** The selection of some words. */
function words(selected: string): Range {
  const start = TEXT.indexOf(selected);
  return rangeIn(TEXT, { start, end: start + selected.length });
}

/** The cursor before some words. */
function before(selected: string): Range {
  const { start } = words(selected);
  return { start, end: start };
}

/** What an editor asks that does not choose among the kinds of actions, as Helix and Kate. */
const CONTEXT: CodeActionContext = { diagnostics: [] };

function actions(uri: string, range: Range, context = CONTEXT, from = session): Promise<CodeAction[]> {
  return from.request('textDocument/codeAction', { textDocument: { uri }, range, context });
}

async function titles(uri: string, range: Range, context = CONTEXT, from = session): Promise<string[]> {
  return (await actions(uri, range, context, from))
    .filter(({ kind }) => kind === 'refactor.annotate')
    .map(({ title }) => title);
}

/** Takes an action as an editor does. */
async function take(uri: string, range: Range, title: string): Promise<void> {
  const action = (await actions(uri, range)).find((one) => one.title === title);
  if (!action?.command) throw new Error(`There is no action “${title}”.`);
  const { command, arguments: given } = action.command;
  await session.request('workspace/executeCommand', { command, arguments: given });
}

/** Label and words of each annotation. */
async function annotated(uri: string): Promise<string[]> {
  const items = await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri });
  return items.map((item) => [item.label, item.words, ...Object.values(item.attributes)].join(' '));
}

describe('in an editor without a client of Galley, actions', () => {
  test('offer each label for a selection', async () => {
    const uri = await open('labels.txt');
    expect(await titles(uri, words('仪式'))).toEqual([
      'Annotate “仪式” as Person',
      'Annotate “仪式” as Place',
      'Annotate “仪式” as Bridge',
    ]);
    expect(await titles(uri, before('仪式'))).toEqual([]);
  });

  test('annotate, relabel, set an attribute, lengthen, undo, redo and delete; the sidecar has what is left', async () => {
    const uri = await open('steps.txt');
    await take(uri, words('新桥'), 'Annotate “新桥” as Place');
    expect(await annotated(uri)).toEqual(['place 新桥']);
    await take(uri, before('桥通车'), 'Change “新桥” from Place to Bridge');
    expect(await annotated(uri)).toEqual(['bridge 新桥']);
    await take(uri, before('桥通车'), 'Kind of “新桥”: 铁桥');
    expect(await annotated(uri)).toEqual(['bridge 新桥 铁桥']);
    await take(uri, words('云川新桥'), 'Move the annotation Bridge: “新桥” to “云川新桥”');
    expect(await annotated(uri)).toEqual(['bridge 云川新桥 铁桥']);
    await take(uri, before('本报'), 'Undo the last change of annotations');
    expect(await annotated(uri)).toEqual(['bridge 新桥 铁桥']);
    await take(uri, before('本报'), 'Redo the change of annotations');
    await take(uri, words('程望山'), 'Annotate “程望山” as Person');
    await take(uri, before('川新桥'), 'Delete the annotation Bridge: “云川新桥”');
    expect(await annotated(uri)).toEqual(['person 程望山']);
    const path = join(session.folder, 'steps.galley.json');
    const stored = (): unknown => existsSync(path) && (JSON.parse(readFileSync(path, 'utf8')) as object);
    await expect
      .poll(stored, { timeout: 10_000 })
      .toMatchObject({ annotations: [{ label: 'person', by: '校对员甲', target: { exact: '程望山' } }] });
    expect(readFileSync(join(session.folder, 'steps.txt'), 'utf8')).toBe(TEXT);
  });

  test('accept and reject suggestions', async () => {
    const uri = await open('suggestions.txt');
    await session.request(AnnotationMethod.suggestions, { uri });
    await take(uri, before('望山'), 'Accept the suggestion Person: “程望山”');
    await take(uri, before('知远'), 'Reject the suggestion Person: “沈知远”');
    expect(await annotated(uri)).toEqual(['person 程望山']);
    expect(await titles(uri, before('知远'))).not.toContainEqual(expect.stringContaining('suggestion'));
  });

  test('write nothing if nothing is chosen', async () => {
    const uri = await open('untouched.txt');
    await titles(uri, words('云川新桥'));
    session.notify('textDocument/didSave', { textDocument: { uri } });
    session.close(uri);
    await open('another.txt');
    expect(existsSync(join(session.folder, 'untouched.galley.json'))).toBe(false);
  });

  test('with long lists are not offered to an editor that asks by itself', async () => {
    const uri = await open('automatic.txt');
    const context = { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic };
    expect(await titles(uri, words('仪式'), context)).toEqual([]);
    expect(await titles(uri, words('仪式'), { ...context, only: ['refactor.annotate'] })).toHaveLength(3);
  });
});

test('an editor with Galley’s own commands gets one action for all labels, and none for what it has commands for', async () => {
  const own = await startSession({ commands: [ANNOTATE_COMMAND, COMPARE_COMMAND] });
  const uri = await open('own.txt', own);
  const context = { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked };
  const change = { kind: 'add', label: 'place', ranges: [words('仪式')] };
  await own.request(AnnotationMethod.change, { uri, change });
  expect(await titles(uri, words('仪式'), context, own)).toEqual([
    'Delete the annotation Place: “仪式”',
    'Annotate “仪式”…',
  ]);
  expect(await own.end()).toBe(0);
});

/** Arguments of the command that are wrong, each with what is said of them. */
const WRONG: readonly (readonly [said: string, given: unknown])[] = [
  ['“uri”: It must be an object.', 3],
  ['“uri”: It is missing.', {}],
  ['“uri”: It must be a string.', { uri: 3, change: { kind: 'undo' } }],
  ['“change”: It must be an object.', { uri: 'file:///a.txt', change: 'undo' }],
  ['“change.ranges.0.start.character”: It must be a non-negative integer.', withRange(-1)],
  ['“change.ranges.0.start.character”: It must be a non-negative integer.', withRange('3')],
  ['“change.label”: It is missing.', { uri: 'file:///a.txt', change: { kind: 'relabel', ids: [] } }],
];

function withRange(character: unknown): object {
  const place = { line: 0, character };
  const change = { kind: 'add', label: 'place', ranges: [{ start: place, end: place }] };
  return { uri: 'file:///a.txt', change };
}

test.each(WRONG)('the command says what is wrong with its arguments: %s', async (said, given) => {
  const params = { command: CHANGE_ANNOTATIONS_COMMAND, arguments: [given] };
  await expect(session.request('workspace/executeCommand', params)).rejects.toThrow(said);
});

test('the command names the kinds of changes where there is no such kind', async () => {
  const params = { command: CHANGE_ANNOTATIONS_COMMAND, arguments: [{ uri: 'file:///a.txt', change: { kind: 'ad' } }] };
  await expect(session.request('workspace/executeCommand', params)).rejects.toThrow(
    /^“change.kind”: It must be one of add, accept, reject, relabel, .*undo, redo\.$/,
  );
});
