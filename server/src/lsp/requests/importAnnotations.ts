import { t } from '@vscode/l10n';
import { chosenIssue, createIssueFinder, type IssueText } from '../../annotations/import/findIssue';
import { importFile } from '../../annotations/import/importFile';
import { firstProblems } from '../../core/problems';
import { visible } from '../../core/visible';
import { canonicalUri, folderOf } from '../../index/fileUri';
import type { Recognition } from '../../index/recognition';
import type { Digest } from '../../ports/digest';
import type { FileSystem } from '../../ports/fileSystem';
import type { ImportAnnotationsParams, ImportAnnotationsResult } from '../protocol';
import { fileNameOf } from '../session/sidecars';

/** What an import of annotations needs of the server. */
export interface AnnotationImport {
  readonly files: FileSystem;
  readonly digest: Digest;
  /** URIs of the workspace's folders. */
  readonly folders: readonly string[];
  readonly recognition: Recognition;
  /** The URIs of the issues that are open. */
  readonly open: readonly string[];
  /** Puts in force what the sidecar of an issue says now, if the issue is open. */
  sidecarChanged(uri: string): Promise<void>;
}

/**
 * Imports a file of another annotation tool into the sidecar of the issue given, or of those of the workspace, open or beside the
 * file, that it belongs to. Rejects with a sentence where nothing can be imported.
 */
export async function importAnnotations(
  { source, uri }: ImportAnnotationsParams,
  surroundings: AnnotationImport,
): Promise<ImportAnnotationsResult> {
  const { files, digest } = surroundings;
  const text = await files.readText(source);
  if (text === undefined) throw new Error(t('No such file or folder.'));
  const uris = new Map(
    (uri === undefined ? await candidates(source, surroundings) : [uri]).map((one) => [pathOf(one), one]),
  );
  const uriOf = (path: string): string => uris.get(path) ?? path;
  const readIssue = (path: string): Promise<IssueText | undefined> =>
    files.readIssue(uriOf(path)).catch(() => undefined);
  const { issues, unplaced, problems } = await importFile(
    { name: fileNameOf(source), text },
    {
      findIssue:
        uri === undefined ? createIssueFinder([...uris.keys()], readIssue) : chosenIssue(pathOf(uri), readIssue),
      layer: undefined,
      readIssue,
      readBeside: (ending) => files.readText(source.replace(/\.[^./]*$/, '') + ending),
      sha256: (content) => digest.sha256(content),
      async changeSidecar(path, change) {
        await files.changeSidecar(uriOf(path), change);
        await surroundings.sidecarChanged(uriOf(path));
      },
    },
  );
  const all = [...problems, ...unplaced];
  return {
    added: issues.reduce((sum, { added }) => sum + added, 0),
    problems: firstProblems(all).map(visible),
    problemCount: all.length,
  };
}

/** The issues that a file may belong to. An open one goes by the URI that the editor has for it. */
async function candidates(source: string, surroundings: AnnotationImport): Promise<readonly string[]> {
  const { files, folders, recognition, open } = surroundings;
  const shown = new Map(open.map((uri) => [canonicalUri(uri), uri]));
  const found = await files.findIssues([...new Set([...folders, folderOf(source)])], recognition);
  const uris = found.files.map(({ uri }) => shown.get(uri) ?? uri).filter((uri) => !/\.brat\.txt$/i.test(uri));
  return [...new Set([...uris, ...open])];
}

function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
