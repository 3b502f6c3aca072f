import type { Mention } from '../../entities/model';
import type { IssueDocument } from '../../issue/model';

/** One file with what it surely names, in the order of the text. */
export interface ListedFile {
  readonly path: string;
  readonly document: IssueDocument;
  readonly mentions: readonly Mention[];
}

/** A format of `galley entities`: what opens the list, each file in turn, and what closes it. */
export interface EntityList {
  readonly begin: string;
  file(listed: ListedFile): string;
  readonly end: string;
}
