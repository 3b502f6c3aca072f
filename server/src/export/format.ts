import type { IssueExport } from './schema';

/** One way to write an exported issue. */
export interface ExportFormat {
  /** As in `--format`. */
  readonly id: string;
  /** A few words in English; the Chinese is in l10n/bundle.l10n.zh-cn.json. */
  readonly title: string;
  /** With its dot. */
  readonly extension: string;
  readonly mimeType: string;
  /** The whole file, with a line end at its end; an empty file where there is nothing to write. */
  write(issue: IssueExport): string;
  /** What goes around and between several issues in one stream; absent where one may simply follow the other. */
  readonly together?: { readonly begin: string; readonly between: string; readonly end: string };
}
