import type { Analysis } from '../analysis/analysis';
import type { LabelSet } from '../annotations/labels/schema';
import type { AnnotationFeature } from './annotations/features';
import type { PlacedAnnotation } from '../annotations/stored';
import type { LabelUse } from './annotations/labelsInUse';
import type { ExportOptions } from './exportIssue';
import type { ExportFields } from './parts';

/** One way to export issues. */
export interface ExportFormat {
  /** As in `--format`. */
  readonly id: string;
  /** A few words in English; the Chinese is in l10n/bundle.l10n.zh-cn.json. */
  readonly title: string;
  /** With its dot. */
  readonly extension: string;
  readonly mimeType: string;
  /** What the format reads of an analysis beside its document and metadata. Nothing else is computed for it. */
  readonly needs: readonly ExportNeed[];
  /** Whether a workspace is exported to a folder, with files for each issue, or to one file. */
  readonly workspaceTarget: 'folder' | 'file';
  /** Matches the beginning of every file of this format; files that do not match are not overwritten. */
  readonly signature: RegExp;
  /** What a file has of an issue, and where; absent if the format is for annotations. */
  readonly fields?: ExportFields;
  /** What a file keeps of annotations, so that importing it gives that back; absent if the format is not for annotations. */
  readonly holds?: readonly AnnotationFeature[];
  /** Which annotations with a place in the text it cannot hold, and why; absent if it can hold all. */
  readonly leavesOut?: LeavesOut;
  /** Whether it is a table, which spreadsheet programs open (`options.spreadsheet`). */
  readonly isTable?: boolean;
  /** Why it cannot hold an issue, as a sentence for the user; undefined if it can. Absent if it can hold every issue. */
  readonly refuses?: (analysis: Analysis) => string | undefined;
  /** What its files begin with, and a stream of several issues only once: the names of columns, a declaration. */
  readonly header?: (options: HeaderOptions) => string;
  /** The files of one issue, without the header. Each name begins with `options.name`. */
  files(analysis: Analysis, options: ExportOptions): Iterable<ExportFile>;
  /** Makes what a folder has once for all its issues; absent if it has nothing like that. */
  folderFiles?(): FolderFiles;
  /** What goes around and between several issues in one stream; absent if one can simply follow the other. */
  readonly together?: { readonly begin: string; readonly between: string; readonly end: string };
  /** Makes bytes of the text of a file, or of a stream of several issues; absent if they are its text in UTF-8. */
  readonly encoder?: () => FileEncoder;
}

/** Makes a file of bytes out of its text, a piece at a time. */
export interface FileEncoder {
  /** Takes the next chunks of the text. Returns the next bytes of the file, as far as they are known; there may be none. */
  add(text: string): Uint8Array<ArrayBuffer>;
  /** Returns the rest of the bytes. */
  end(): Uint8Array<ArrayBuffer>;
}

/** A text, which is written in UTF-8, or bytes. */
export type FileContent = string | Uint8Array<ArrayBuffer>;

/** What a header depends on. */
export type HeaderOptions = Pick<ExportOptions, 'offsetUnit' | 'spreadsheet'>;

/** A part of an analysis that takes time to compute: what the rules find, the names, the sidecar's notes, the raw text. */
export type ExportNeed = 'diagnostics' | 'mentions' | 'annotations' | 'text';

/** A file of an export. */
export interface ExportFile {
  /** Relative to the target, with `/` between folders. */
  readonly name: string;
  /** The content in pieces, each produced when it is asked for. */
  readonly chunks: Iterable<string>;
  /** Whether it only goes along with another file of its issue, so that a stream of issues leaves it out. */
  readonly isCompanion?: boolean;
  /** Matches the beginning of earlier versions that may be overwritten; the signature of the format where it is absent. */
  readonly replaceable?: RegExp;
}

/** Files of a folder that depend on all issues in it. */
export interface FolderFiles {
  add(analysis: Analysis, options: ExportOptions): void;
  /** What `add` takes of an issue, as plain data. */
  use(analysis: Analysis, options: ExportOptions): LabelUse;
  addUse(use: LabelUse, labels: LabelSet): void;
  /** The files, once every issue has been added. */
  files(): Iterable<ExportFile>;
}

/**
 * Why an export leaves an annotation out.
 * - gone: its words are no longer in the text.
 * - ambiguous: several places have its words.
 * - overlapped: the format has only one of several that overlap.
 * - blank: the format has no character of its words.
 */
export type LeftOutReason = 'gone' | 'ambiguous' | 'overlapped' | 'blank';

/** Why a format leaves out annotations that have a place in the text; undefined for each that it has. In text order. */
export type LeavesOut = (text: string, placed: readonly PlacedAnnotation[]) => readonly (LeftOutReason | undefined)[];
