import { deepStrictEqual as same, ok } from 'node:assert/strict';
import type { CodeLens, Diagnostic, DocumentSymbol, Range, SemanticTokens, TextEdit } from 'vscode-languageserver/node';
import { folderWith } from '../support/commandLine';
import { edited, rangeIn } from '../support/positions';
import { startSession, type Session } from '../support/session';
import { placed, type FuzzCase } from './texts';

/** A session with the server that ships, which checks share. */
export async function startFuzzSession(): Promise<Session> {
  return startSession();
}

let count = 0;

/**
 * Checks that a server which has followed the edits of a case says what it says of the same text opened afresh, that its
 * edits fit the text, and that the command line finds and repairs the same.
 */
export async function checkProtocol(session: Session, { text, edits }: FuzzCase): Promise<void> {
  const number = count++;
  const followed = session.open(`followed-${number}.txt`, text);
  await session.completeStatus(followed);
  let now = text;
  for (const edit of edits) {
    const { start, end, written } = placed(now, edit);
    session.change(followed, {
      range: rangeIn(now, { start, end }),
      text: written,
    });
    now = now.slice(0, start) + written + now.slice(end);
  }
  const fresh = session.open(`fresh-${number}.txt`, now);
  const answers = await answersOn(session, followed);
  same(answers, await answersOn(session, fresh), 'followed by edits and opened afresh');
  session.close(followed);
  session.close(fresh);
  checkAgainstCommandLine(now, answers);
}

/** What the server says of an issue. */
interface Answers {
  readonly found: readonly Diagnostic[];
  readonly outline: readonly DocumentSymbol[];
  readonly lenses: readonly { readonly range: Range; readonly title: string | undefined }[];
  readonly colours: readonly number[];
  readonly repairs: readonly TextEdit[];
}

async function answersOn(session: Session, uri: string): Promise<Answers> {
  const textDocument = { uri };
  await session.completeStatus(uri);
  const { data } = await session.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  return {
    found: await session.diagnostics(uri),
    outline: await session.request('textDocument/documentSymbol', { textDocument }),
    lenses: lenses.map(({ range, command }) => ({ range, title: command?.title })),
    colours: data,
    repairs: await session.request('textDocument/formatting', { textDocument, options: {} }),
  };
}

/** The command line reads a file, which has no lone surrogates and keeps its byte order mark to itself. */
function checkAgainstCommandLine(text: string, { found, repairs }: Answers): void {
  // The server publishes no more than a thousand findings.
  if (found.length >= 1000) return;
  if (/\p{Surrogate}/u.test(text) || text.startsWith('\ufeff') || text.includes('\u0000')) return;
  const folder = folderWith({ 'issue.txt': text });
  try {
    const check = folder.galley(['check', '--format', 'json', 'issue.txt']);
    ok(check.code === 0 || check.code === 1, `check ends with ${check.code}: ${check.errors}`);
    const { files } = JSON.parse(check.output) as { files: { diagnostics: { rule: string; message: string }[] }[] };
    const listed = (files[0]?.diagnostics ?? []).map(({ rule, message }) => `${rule}: ${JSON.stringify(message)}`);
    same(
      listed.sort(),
      found.map(({ code, message }) => `${code}: ${JSON.stringify(message)}`).sort(),
      'server and command line',
    );
    const fix = folder.galley(['fix', 'issue.txt']);
    const expected = edited(text, [...repairs]);
    ok(fix.code === 0 || fix.code === 1, `fix ends with ${fix.code}: ${fix.errors}`);
    same(fix.output, expected, 'repairs of the server and of the command line');
  } finally {
    folder.remove();
  }
}
