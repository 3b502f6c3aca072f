import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import type { IssueDate, IssueMetadata } from '../issue/metadata';
import type { IssueFacts } from '../source/sidecar/schema';
import type { ExportedText } from '../export/analyseForExport';
import type { OffsetUnit } from '../export/schema';
import type { EntryType } from '../gazetteer/model';
import type { NamedKey } from '../entities/namedKey';

/** The language id of an issue file. Documents of other languages are not served. */
export const LANGUAGE_ID = 'newspaper-issue';

/** What client and server say to one another beyond the Language Server Protocol. */
export const Method = {
  /** Server to client: where the other occurrences of grouped findings are. */
  occurrences: 'galley/occurrences',
  /** Server to client: how many articles and findings an issue has, and whether checks still run: `StatusParams`. */
  status: 'galley/status',
  /** Where each article begins. */
  articles: 'galley/articles',
  suggestions: 'galley/suggestions',
  fixAll: 'galley/fixAll',
  export: 'galley/export',
  /** Exports every issue of the workspace: `ExportWorkspaceResult`, null if the user has cancelled it. */
  exportWorkspace: 'galley/exportWorkspace',
  /** Writes a report on the workspace: `ExportWorkspaceResult`, null if the user has cancelled it. */
  reportWorkspace: 'galley/reportWorkspace',
  metadata: 'galley/metadata',
  setMetadata: 'galley/setMetadata',
  restoreDismissed: 'galley/restoreDismissed',
  /** Takes a file of another kind into the user's dictionary: `ImportDictionaryResult`, null where it failed. */
  importDictionary: 'galley/importDictionary',
  /** Takes annotations of another tool into the sidecars of issues: `ImportAnnotationsResult`, null where it failed. */
  importAnnotations: 'galley/importAnnotations',
  /** Everything that the issues of the workspace name: `Named[]`, the most frequent first. */
  indexNamed: 'galley/index/named',
  /** Every mention of one of them: `IssueMentionsOf[]`, the earliest issue first. */
  indexMentions: 'galley/index/mentions',
  /** How often one of them is mentioned, and when first and last: `Stats`. */
  indexStats: 'galley/index/stats',
  /** Who held which post according to the pages: `HeldPost[]`. */
  indexPosts: 'galley/index/posts',
  /** Reads what is not read yet, also where the user has stopped that: `UpdateOutcome`. */
  indexUpdate: 'galley/index/update',
  /** Server to client: the index has changed, so its answers may have changed. */
  indexChanged: 'galley/index/changed',
} as const;

/** The command behind “dismiss” in the list of quick fixes. Its arguments are the issue's URI and a fingerprint. */
export const DISMISS_COMMAND = 'galley.dismissFinding';

/** The commands behind the lenses of an article; the client has them. */
export const SHOW_PLACES_COMMAND = 'galley.showPlaces';
export const EXPORT_ARTICLE_COMMAND = 'galley.exportArticle';

/** Places of an issue to choose from. */
export interface ShownPlaces {
  readonly uri: string;
  readonly title: string;
  readonly items: readonly { readonly name: string; readonly ranges: readonly Range[] }[];
}

/**
 * The command that adds to a dictionary of the user. Its arguments are the URI of a document, whose folder's dictionary
 * is meant, and a `NewEntry`. It gives the URI of the dictionary, null where nothing could be added.
 */
export const ADD_ENTRY_COMMAND = 'galley.addEntry';

/**
 * Commands of the client that a quick fix may execute. A client names those that it has in `initializationOptions`, as
 * `commands`; without them the fixes are not offered. Arguments: the URI of the issue, the id of the rule and the
 * severity or `off`; the URI of the issue and a name.
 */
export const SET_RULE_SEVERITY_COMMAND = 'galley.setRuleSeverity';
export const ADD_TO_DICTIONARY_COMMAND = 'galley.addToDictionary';

export interface IssueParams {
  readonly uri: string;
}

/** Names a person, a place or an organisation of the index. */
export interface IndexParams {
  readonly key: NamedKey;
}

export interface OccurrencesParams extends IssueParams {
  readonly version: number;
  /**
   * Line, column and length of each occurrence but the first of its group, which is published as a diagnostic. Numbers
   * in a row, because one issue may have fifteen thousand.
   */
  readonly places: readonly number[];
}

export interface StatusParams extends IssueParams {
  readonly version: number;
  readonly articles: number;
  readonly findings: number;
  /** Whether more findings of this version may follow: a slow check is running or its data is still being loaded. */
  readonly isChecking: boolean;
  /** The newspaper and the date, where they are known; absent as long as `isChecking`. */
  readonly title?: string;
  readonly date?: Pick<IssueDate, 'value' | 'certainty'>;
}

/** What is known of an issue, with the keys that the sidecar has for it. */
export interface MetadataResult extends Omit<IssueMetadata, 'newspaper'> {
  readonly title?: string;
}

/** What the user says of an issue; an empty text takes a fact back. */
export interface SetMetadataParams extends IssueParams {
  readonly facts: IssueFacts;
}

/** What to export, and how. The issue need not be open; what the editor has goes before what is on disk. */
export interface ExportParams extends IssueParams {
  /** The id of an export format. */
  readonly format: string;
  readonly offsetUnit: OffsetUnit;
  /** Whether tables are for a spreadsheet program. */
  readonly spreadsheet?: boolean;
  /** The text as it is, or as it was before its corrections; as it is, if nothing is said. */
  readonly text?: ExportedText;
  /** Only this article, by its id, with what belongs to it. */
  readonly article?: string;
  /** What the export calls the file, relative to the workspace. */
  readonly path: string;
}

/** The exported text, or the bytes of a format that is no text, or why there is neither. */
export interface ExportResult {
  readonly text?: string;
  /** In Base64. */
  readonly bytes?: string;
  readonly problem?: string;
  /** A sentence on the annotations that the text does not have, if there are any. */
  readonly leftOut?: string;
  /** Files that go along with the text: with the same name and another ending, or with a separate name. */
  readonly beside?: readonly ExportedBeside[];
}

export interface ExportedBeside {
  readonly ending?: string;
  readonly name?: string;
  readonly text: string;
  /** A regular expression for the beginning of files that it may replace. */
  readonly replaceable: string;
}

/** How to export the workspace, and where to. */
export interface ExportWorkspaceParams {
  /** The id of an export format. */
  readonly format: string;
  readonly offsetUnit: OffsetUnit;
  /** Whether tables are for a spreadsheet program. */
  readonly spreadsheet?: boolean;
  /** The text as it is, or as it was before its corrections; as it is, if nothing is said. */
  readonly text?: ExportedText;
  /** The URI of a folder, or of a file if the format puts a workspace into one. */
  readonly target: string;
}

export interface ReportWorkspaceParams {
  /** The URI of the file that the report is written to. */
  readonly target: string;
}

export interface ExportWorkspaceResult {
  /** How many issues were exported. */
  readonly exported: number;
  /** Sentences on what could not be exported. */
  readonly problems: readonly string[];
  /** For each issue of which annotations are not in its export, a sentence on them. */
  readonly leftOut: readonly string[];
}

/** A CSV file or a user dictionary of jieba, to be taken into a dictionary of the user. */
export interface ImportDictionaryParams {
  /** The URI of the file. */
  readonly source: string;
  /** The type of what the file itself gives no type. */
  readonly type: EntryType;
}

export interface ImportDictionaryResult {
  /** The URI of the dictionary. */
  readonly dictionary: string;
  /** How many rows were taken. */
  readonly rows: number;
  /** What was not taken, a line each: file, line, column and why. The first ten, then a line that counts the rest. */
  readonly problems: readonly string[];
  /** How many there are in all. */
  readonly problemCount: number;
}

/** A file of another annotation tool, to be taken into sidecars. */
export interface ImportAnnotationsParams {
  /** The URI of the file. */
  readonly source: string;
  /** The URI of the issue that it belongs to; absent if that is to be found. */
  readonly uri?: string;
}

export interface ImportAnnotationsResult {
  /** How many annotations are new in sidecars. */
  readonly added: number;
  /** What could not be read or has no place, a line each. The first ten, then a line that counts the rest. */
  readonly problems: readonly string[];
  /** How many there are in all. */
  readonly problemCount: number;
}

/** A workspace edit with change annotations that need confirmation; null where there is nothing to suggest. */
export type SuggestionsResult = WorkspaceEdit | null;
