import {
  AnnotationMethod,
  type ChangeIssuesResult,
  type IssueChange,
  type OccurrencesOfResult,
} from '../../../server/src/lsp/annotationProtocol';
import { folderWith } from '../../support/commandLine';
import { startSession } from '../../support/session';
import { milliseconds, type Measurement, type Row } from '../measurement';
import { pageOfIndex } from '../texts';

const ISSUES = 3000;
const WORDS = '青石滩';

/** Annotating words in every issue of a workspace, and taking it back, by the server. Takes minutes. */
export const everyOccurrence: Measurement = {
  name: 'every-occurrence',
  onlyByName: true,
  async *rows() {
    // A third as many show whether time grows with the number of issues alone.
    for (const issues of [ISSUES / 3, ISSUES]) yield* occurrencesIn(issues);
  },
};

async function* occurrencesIn(issues: number): AsyncGenerator<Row> {
  const pages = Array.from({ length: issues }, (_, page) => [
    `page-${String(page).padStart(5, '0')}.issue.txt`,
    `${pageOfIndex(page)}\n渡船每天从${WORDS}开往云川市。\n`,
  ]);
  const { path: workspace, remove } = folderWith(Object.fromEntries(pages) as Record<string, string>);
  const session = await startSession({ workspace });
  const row = (what: string, figure: string, time: number): Row => ({
    what: `${String(issues)} issues of 16 KB: ${what}`,
    value: milliseconds(time),
    ...(issues === ISSUES ? { figure } : {}),
  });
  try {
    const [[name = '', text = ''] = []] = pages;
    const uri = session.open(name, text);
    await session.diagnostics(uri);
    const look = (): Promise<OccurrencesOfResult> => {
      const line = text.split('\n').findIndex((one) => one.includes(WORDS));
      const character = text.split('\n')[line]?.indexOf(WORDS) ?? 0;
      const range = { start: { line, character }, end: { line, character: character + WORDS.length } };
      return session.request(AnnotationMethod.occurrences, { uri, range, label: 'place', scope: 'workspace' });
    };
    const change = (changes: readonly IssueChange[]): Promise<ChangeIssuesResult> =>
      session.request(AnnotationMethod.changeIssues, { changes });
    const search = await timed(look);
    yield row('looking for the words', 'search', search.time);
    const added = await timed(() =>
      change(
        search.value.issues.map(({ uri: of, textHash, places }) => ({
          ...{ uri: of, kind: 'add', label: 'place', textHash, ranges: places.map(({ range }) => range) },
        })),
      ),
    );
    yield row('annotating them', 'annotate', added.time);
    const again = await timed(look);
    yield row('looking for them again', 'again', again.time);
    const taken = await timed(() =>
      change(added.value.issues.map((one) => ({ uri: one.uri, kind: 'remove', ids: one.ids }))),
    );
    yield row('taking all of it back', 'takeBack', taken.time);
    if (added.value.issues.length !== issues || again.value.annotated !== issues)
      throw new Error('Places are missing.');
  } finally {
    await session.end();
    remove();
  }
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value; readonly time: number }> {
  const start = performance.now();
  const value = await work();
  return { value, time: performance.now() - start };
}
