import { afterAll, beforeAll, expect, test } from 'vitest';
import { AnnotationMethod, type AnnotationItem } from '../../server/src/lsp/annotationProtocol';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

test('typing within a line causes no notification, because an editor moves its marks itself', async () => {
  const uri = session.open('typed.issue.txt', '# 云川新桥\n\n青桐镇居民陆知白到云川市看新桥。\n');
  await expect.poll(() => session.request(AnnotationMethod.get, { uri }), { timeout: 10_000 }).not.toBeNull();
  const range = { start: { line: 2, character: 5 }, end: { line: 2, character: 8 } };
  await session.request(AnnotationMethod.change, { uri, change: { kind: 'add', label: 'person', ranges: [range] } });
  const told = (): number => session.annotated.length;
  const before = told();
  expect(before).toBeGreaterThan(0);
  // Before it, within it, at both edges, and behind it.
  for (const character of [0, 8, 6, 11, 15]) {
    const place = { line: 2, character };
    session.change(uri, { range: { start: place, end: place }, text: '新' });
    const [item] = await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri });
    expect(item?.words).toMatch(/^陆新?知新?白$/);
  }
  expect(told()).toBe(before);
  const whole = { start: { line: 2, character: 0 }, end: { line: 2, character: 14 } };
  session.change(uri, { range: whole, text: '' });
  await expect.poll(told, { timeout: 10_000 }).toBe(before + 1);
});
