import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AnnotationMethod, type AnnotationsParams } from '../../server/src/lsp/annotationProtocol';
import { Method, type ImportAnnotationsResult } from '../../server/src/lsp/protocol';
import { startSession, type Session } from '../support/session';

const workspace = mkdtempSync(join(tmpdir(), 'galley-'));
const pathOf = (name: string): string => join(workspace, name);
const uriOf = (name: string): string => pathToFileURL(pathOf(name)).href;
const write = (name: string, content: string): void => writeFileSync(pathOf(name), content);

const OPEN = '# 云川新桥\n\n𠮷镇镇长陈小𠮷到云川调研，市民欢迎。\n';
const CLOSED = '# 青桐镇春耕\n\n青桐镇农技人员到田间指导农户。\n';
const line = (text: string, label: unknown): string => `${JSON.stringify({ text, label })}\n`;

let session: Session;
beforeAll(async () => {
  write('closed.issue.txt', CLOSED);
  write(
    'all.jsonl',
    line(OPEN, [[12, 15, 'person']]) +
      line(CLOSED, [
        [2, 5, 'place'],
        [90, 99, 'place'],
      ]),
  );
  session = await startSession({ workspace });
});
afterAll(async () => {
  expect(await session.end()).toBe(0);
  rmSync(workspace, { recursive: true });
});

const take = (name: string, uri?: string): Promise<ImportAnnotationsResult | null> =>
  session.request(Method.importAnnotations, { source: uriOf(name), ...(uri === undefined ? {} : { uri }) });

test('annotations are imported into their issues, open or not, and only once', async () => {
  const uri = session.open('open.issue.txt', OPEN);
  await session.diagnostics(uri);
  expect(await take('all.jsonl')).toEqual({
    added: 2,
    problems: ['Line 2: label[1] is not an annotation of the text: [90,99,"place"]'],
    problemCount: 1,
  });
  expect(readFileSync(pathOf('closed.issue.galley.json'), 'utf8')).toContain('"exact": "青桐镇"');
  expect(readFileSync(pathOf('open.issue.galley.json'), 'utf8')).toContain('"exact": "陈小𠮷"');
  const held = await session.request<AnnotationsParams | null>(AnnotationMethod.get, { uri });
  expect(held?.labels).toEqual(['person']);
  expect(await take('all.jsonl')).toMatchObject({ added: 0 });
});

test('a file that cannot be imported is reported in a sentence', async () => {
  write('other.json', '{"version":1}');
  session.allowLog(/Import: /);
  expect(await take('other.json')).toBeNull();
  expect(session.shown.at(-1)).toMatch(/It is not in a format that Galley can import/);
  expect(await take('none.json')).toBeNull();
  expect(await take('all.jsonl', uriOf('closed.issue.txt'))).toMatchObject({
    added: 0,
    problems: [expect.stringMatching(/No issue has this text/), expect.any(String)],
  });
  expect(existsSync(pathOf('all.galley.json'))).toBe(false);
});
