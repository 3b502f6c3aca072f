import { startSession } from '../../support/session';
import { median, milliseconds, type Measurement } from '../measurement';
import { issueOf } from '../texts';

/** The real server as a separate process, over its standard streams. */
export const server: Measurement = {
  name: 'server',
  async *rows() {
    const page = issueOf(16_000);
    const startOf = async (requests: readonly (readonly [method: string, params: object])[]): Promise<number> => {
      const start = performance.now();
      const session = await startSession();
      const uri = session.open('page.txt', page);
      const answers = requests.map(([method, params]) =>
        session.request(`textDocument/${method}`, { textDocument: { uri }, ...params }),
      );
      await session.diagnostics(uri);
      const time = performance.now() - start;
      await Promise.all(answers);
      await session.end();
      return time;
    };
    const [alone, inEditor]: [number[], number[]] = [[], []];
    for (let run = 0; run < 7; run++) {
      alone.push(await startOf([]));
      inEditor.push(await startOf(REQUESTS_OF_VSCODE));
    }
    yield {
      what: 'spawn to first diagnostics, 16 KB page',
      value: milliseconds(median(alone)),
      aim: '≤ 150 ms',
      figure: 'firstFindings',
    };
    yield {
      what: '… with the requests that VS Code sends meanwhile',
      value: milliseconds(median(inEditor)),
      figure: 'firstFindingsInEditor',
    };

    const session = await startSession();
    const issue = issueOf(1_000_000);
    const lines = issue.split('\n').length;
    const uri = session.open('issue.txt', issue);
    await session.diagnostics(uri);
    const edits: number[] = [];
    for (let key = 0; key < 60; key++) {
      const position = { line: Math.floor((lines * (key + 1)) / 62), character: 0 };
      const start = performance.now();
      session.change(uri, { range: { start: position, end: position }, text: '字' });
      await session.diagnostics(uri);
      edits.push(performance.now() - start);
    }
    await session.end();
    yield {
      what: '1 MB issue, edit to diagnostics',
      value: milliseconds(median(edits)),
      aim: '≤ 15 ms',
      figure: 'edit',
    };
  },
};

const SCREEN = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };

/** What VS Code asks for as soon as an issue is opened, with the parameters beside the document. */
const REQUESTS_OF_VSCODE = [
  ['documentSymbol', {}],
  ['foldingRange', {}],
  ['documentLink', {}],
  ['codeLens', {}],
  ['semanticTokens/full', {}],
  ['inlayHint', { range: SCREEN }],
  ['codeAction', { range: { start: SCREEN.start, end: SCREEN.start }, context: { diagnostics: [], triggerKind: 2 } }],
] as const;
