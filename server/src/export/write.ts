import type { Analysis } from '../analysis/analysis';
import type { LabelSet } from '../annotations/labels/schema';
import { sameFileKey } from '../core/paths';
import type { LabelUse } from './annotations/labelsInUse';
import { contentOf, encoded, textOf } from './content';
import type { ExportOptions } from './exportIssue';
import type { ExportFile, ExportFormat, FileContent } from './format';

/** A file as it is written. */
export interface WrittenFile extends Pick<ExportFile, 'name' | 'replaceable'> {
  readonly content: FileContent;
}

/** A folder that exports are written to. */
export interface OutputFolder {
  /**
   * Writes a file whole or not at all, and creates its folders. The name is relative, with `/` between folders. Rejects
   * with a sentence for the user if the file cannot or must not be written.
   */
  write(file: WrittenFile): Promise<void>;
}

/** What one issue adds to an export, as plain data, which another thread can have made. */
export interface IssueFiles {
  /** What its files begin with, or a stream of several issues. */
  readonly header: string;
  readonly files: readonly (ExportFile & { readonly chunks: readonly string[] })[];
  /** What the files of the folder depend on. */
  readonly labelUse?: LabelUse;
}

/** Writes issues one after the other. */
export interface ExportWriter {
  add(issue: IssueFiles, labels: LabelSet): Promise<void>;
  /** Takes an issue whose files are there already; absent where there are no files. */
  addUse?(use: LabelUse, labels: LabelSet): void;
  /** Writes what comes after the last issue. */
  end(): Promise<void>;
}

/** Makes the files of an issue. */
export function filesOfIssue(format: ExportFormat, analysis: Analysis, options: ExportOptions): IssueFiles {
  const labelUse = format.folderFiles?.().use(analysis, options);
  return {
    header: format.header?.(options) ?? '',
    files: Array.from(format.files(analysis, options), (file) => ({ ...file, chunks: [...file.chunks] })),
    ...(labelUse && { labelUse }),
  };
}

/** The names of the files that `writeToFolder` writes for an issue, each with its content. */
export function* contentsOf(
  format: ExportFormat,
  { header, files }: IssueFiles,
): Generator<readonly [name: string, content: FileContent]> {
  for (const file of files) yield [file.name, contentOf(format, file, header)];
}

/** Writes the files of each issue into a folder, and then those of the folder. */
export function writeToFolder(format: ExportFormat, folder: OutputFolder): ExportWriter {
  const common = format.folderFiles?.();
  return {
    async add({ header, files, labelUse }, labels) {
      for (const file of files) await folder.write({ ...file, content: contentOf(format, file, header) });
      if (labelUse) common?.addUse(labelUse, labels);
    },
    addUse: (use, labels) => common?.addUse(use, labels),
    async end() {
      for (const file of common?.files() ?? []) await folder.write({ ...file, content: textOf(file) });
    },
  };
}

/**
 * Writes all issues to one stream, without the files that only go along with others. `isOne` says that there can be only one,
 * so that nothing goes around it.
 */
export function writeToStream(
  format: ExportFormat,
  write: (content: FileContent) => Promise<void>,
  { isOne = false }: { readonly isOne?: boolean } = {},
): ExportWriter {
  const { begin = '', between = '', end = '' } = (isOne ? undefined : format.together) ?? {};
  const encoder = format.encoder?.();
  const writeText = async (text: string): Promise<void> => write(encoder ? encoder.add(text) : text);
  let isEmpty = true;
  let header = format.header?.({ offsetUnit: 'utf16' }) ?? '';
  return {
    async add(issue) {
      if (isEmpty) ({ header } = issue);
      let lead = isEmpty ? header + begin : between;
      for (const { chunks, isCompanion } of issue.files) {
        if (isCompanion) continue;
        for (const chunk of chunks) {
          await writeText(lead + chunk);
          lead = '';
          isEmpty = false;
        }
      }
    },
    async end() {
      await writeText(isEmpty ? header + begin + end : end);
      if (encoder) await write(encoder.end());
    },
  };
}

/** A file that goes along with an export. */
interface CompanionFile {
  /** What takes the place of the extension of the export; absent if the file has a separate name. */
  readonly ending?: string;
  readonly name?: string;
  readonly text: string;
  /** Matches the beginning of files that it may replace. */
  readonly replaceable: RegExp;
}

/** The export of one issue, whatever its file is called. */
export interface SingleExport {
  readonly content: FileContent;
  readonly beside: readonly CompanionFile[];
}

/** Exports one issue into one file, with the files that go along with it. */
export function exportSingle(format: ExportFormat, analysis: Analysis, options: ExportOptions): SingleExport {
  const companion = (file: ExportFile): Omit<CompanionFile, 'name' | 'ending'> => ({
    text: textOf(file),
    replaceable: file.replaceable ?? format.signature,
  });
  const files = [...format.files(analysis, options)];
  const common = format.folderFiles?.();
  common?.add(analysis, options);
  return {
    content: encoded(
      format,
      [format.header?.(options) ?? '', ...files.filter(({ isCompanion }) => !isCompanion).map(textOf)].join(''),
    ),
    beside: [
      ...files
        .filter(({ isCompanion }) => isCompanion)
        .map((file) => ({ ending: file.name.slice(file.name.lastIndexOf('.')), ...companion(file) })),
      ...Array.from(common?.files() ?? [], (file) => ({ name: file.name, ...companion(file) })),
    ],
  };
}

/** The name of an issue's exports, without an extension: its path without `.txt`. */
export function exportNameOf(path: string): string {
  return path.replace(/\.txt$/i, '');
}

/**
 * Two paths whose exports would go to one file, on a file system that does not distinguish case or Unicode
 * normalisation; undefined if there are none. `names` maps each path to the name of its exports.
 */
export function clashIn(names: ReadonlyMap<string, string>): readonly [path: string, other: string] | undefined {
  const seen = new Map<string, string>();
  for (const [path, name] of names) {
    const key = sameFileKey(name);
    const other = seen.get(key);
    if (other !== undefined) return [other, path];
    seen.set(key, path);
  }
  return undefined;
}
