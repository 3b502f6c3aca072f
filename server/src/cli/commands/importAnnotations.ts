import { basename, dirname, sep } from 'node:path';
import { t } from '@vscode/l10n';
import { importFile, type ImportReport } from '../../annotations/import/importFile';
import { chosenIssue, createIssueFinder, type IssueFinder, type IssueText } from '../../annotations/import/findIssue';
import { firstProblems, messageOf } from '../../core/problems';
import { decode } from '../../host/decode';
import { sha256Of } from '../../host/node/digest';
import { causeOf, readBytes, readSource } from '../../host/node/files';
import { codeOf, Problem } from '../../host/problem';
import { changeSidecarOf } from '../../host/node/sidecarFile';
import { sidecarNameOf } from '../../source/sidecar/model';
import { command } from '../command';
import { findInputs, INPUT_OPTIONS } from '../inputs';
import { print, shownPath, tell } from '../terminal';

/**
 * `galley import-annotations`: annotations of other tools into the sidecars of issues. Ends with 1 where some annotation has no
 * place.
 */
export const importAnnotations = command({
  name: 'import-annotations',
  summary: 'Import annotations from other tools into the sidecars of their issues.',
  takesPaths: false,
  takes: 'FILE...',
  options: {
    into: {
      type: 'string',
      value: 'PATH',
      description: 'The issue, or the folder with the issues (default: the folder of each file).',
    },
    layer: { type: 'string', value: 'NAME', description: 'Add all annotations to this layer.' },
    ...INPUT_OPTIONS,
  },
  async run({ into, layer, follow }, args) {
    if (args.length === 0) throw new Problem(t('Specify the annotation files.'));
    let isComplete = true;
    let isPlaced = true;
    const issuesAt = new Map<string, Promise<Issues>>();
    const issuesFor = (path: string): Promise<Issues> => {
      const place = into ?? dirname(path);
      const found = issuesAt.get(place) ?? findIssues(place, follow);
      issuesAt.set(place, found);
      return found;
    };
    for (const path of args) {
      const say = (line: string): void => tell(`${path}: ${line}`);
      try {
        const { issues, unplaced, problems } = await importPath(path, issuesFor, layer);
        for (const { path: issue, added, known } of issues)
          await print(`${t('{0}: {1} annotations added, {2} already present.', shownPath(issue), added, known)}\n`);
        firstProblems(problems).forEach(say);
        firstProblems(unplaced).forEach(say);
        isComplete &&= problems.length === 0;
        isPlaced &&= unplaced.length === 0;
      } catch (error) {
        say(messageOf(error));
        isComplete = false;
      }
    }
    if (!isComplete) return 2;
    return isPlaced ? 0 : 1;
  },
});

/** The issues that are at one place. */
interface Issues {
  readonly findIssue: IssueFinder;
  readonly readIssue: (issue: string) => Promise<IssueText | undefined>;
  /** The path of an issue on this machine. */
  readonly fileOf: (issue: string) => string;
  readonly problems: readonly string[];
}

async function findIssues(place: string, follow: boolean): Promise<Issues> {
  const inputs = await findInputs([place], { follow, write: true });
  // The texts that go along with exports for brat are no issues.
  const paths = inputs.isOne ? inputs.paths : inputs.paths.filter((one) => !/\.brat\.txt$/i.test(one));
  if (paths.length === 0 && inputs.problems[0] !== undefined) throw new Problem(inputs.problems[0]);
  const files = new Map(paths.map((one) => [one.split(sep).join('/'), one]));
  const fileOf = (issue: string): string => files.get(issue) ?? issue;
  const readIssue = (issue: string): Promise<IssueText | undefined> => Promise.resolve(readIssueFile(fileOf(issue)));
  const [first] = files.keys();
  const findIssue =
    inputs.isOne && first !== undefined
      ? chosenIssue(first, readIssue)
      : createIssueFinder([...files.keys()], readIssue);
  return { findIssue, readIssue, fileOf, problems: inputs.problems };
}

async function importPath(
  path: string,
  issuesFor: (path: string) => Promise<Issues>,
  layer: string | undefined,
): Promise<ImportReport> {
  const text = await readText(path);
  if (text === undefined) throw new Problem(t('No such file or folder.'));
  const { findIssue, readIssue, fileOf, problems } = await issuesFor(path);
  problems.forEach(tell);
  return importFile(
    { name: basename(path), text },
    {
      findIssue,
      layer,
      readIssue,
      readBeside: (ending) => readText(path.replace(/\.[^./\\]*$/, '') + ending),
      sha256: (content) => Promise.resolve(sha256Of(content)),
      async changeSidecar(issue, change) {
        const { oldKeptAs } = await changeSidecarOf(fileOf(issue), change);
        const name = sidecarNameOf(issue);
        if (oldKeptAs !== undefined) tell(t('The unreadable parts of {0} were saved to {1}.', name, oldKeptAs));
      },
    },
  );
}

/** The text of a file; undefined if there is none. */
async function readText(path: string): Promise<string | undefined> {
  const bytes = await readBytes(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error instanceof Problem ? error : new Problem(causeOf(error));
  });
  return bytes && decode(bytes).text;
}

function readIssueFile(path: string): IssueText | undefined {
  try {
    const { bytes, text } = readSource(path);
    return { text, sha256: sha256Of(bytes) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell(`${path}: ${error.message}`);
    return undefined;
  }
}
