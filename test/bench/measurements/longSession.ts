import { readFileSync } from 'node:fs';
import { startSession, type Session } from '../../support/session';
import type { Measurement } from '../measurement';
import { randomNumbers } from '../randomNumbers';
import { pageOfIndex } from '../texts';

/** Edits that arrive together, and how often; each time the findings of the last of these versions are awaited. */
const EDITS_TOGETHER = 4;
const ROUNDS = 23_000;

/** Shares of the session after which memory is read. */
const SHARES = [0.01, 0.1, 0.25, 0.5, 0.75, 1];

/** Memory of one server while one page gets 92,000 versions. Needs /proc, which only Linux has. */
export const longSession: Measurement = {
  name: 'session',
  onlyByName: true,
  async *rows() {
    if (process.platform !== 'linux') return;
    const session = await startSession();
    const page = pageOfIndex(1);
    const uri = session.open('page.txt', page);
    await session.completeStatus(uri);
    yield { what: 'dictionaries and language model loaded', value: megabytes(session, 'VmRSS') };
    const edit = editor(session, uri, page);
    let round = 0;
    for (const share of SHARES) {
      for (; round < ROUNDS * share; round++) {
        for (let one = 0; one < EDITS_TOGETHER; one++) edit();
        await session.diagnostics(uri);
      }
      yield { what: `after ${round * EDITS_TOGETHER} versions`, value: megabytes(session, 'VmRSS'), aim: '≤ 300 MB' };
    }
    yield { what: 'most at any time', value: megabytes(session, 'VmHWM'), aim: '≤ 300 MB' };
    await session.end();
  },
};

/** Makes edits that replace some characters somewhere by others of the same page, so that its length stays the same. */
function editor(session: Session, uri: string, page: string): () => void {
  const random = randomNumbers(1);
  const lines = page.split('\n');
  const long = lines.flatMap((text, line) => (text.length > 40 ? [line] : []));
  const characters = page.replace(/\s/g, '');
  const upTo = (limit: number): number => Math.floor(random() * limit);
  return () => {
    const line = long[upTo(long.length)] ?? 0;
    const text = lines[line] ?? '';
    const from = upTo(characters.length - 5);
    const written = characters.slice(from, from + 1 + upTo(4));
    const character = upTo(text.length - written.length);
    const to = character + written.length;
    lines[line] = text.slice(0, character) + written + text.slice(to);
    session.change(uri, { range: { start: { line, character }, end: { line, character: to } }, text: written });
  };
}

function megabytes({ pid }: Session, field: 'VmRSS' | 'VmHWM'): string {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return `${Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)} MB`;
}
