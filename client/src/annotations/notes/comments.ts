import * as vscode from 'vscode';
import type { AnnotationItem } from '../../../../server/src/lsp/annotationProtocol';
import { visibleLines } from '../../../../server/src/core/visible';
import { dateOf } from '../facts';

/** A comment in the thread of a note, as the editor shows it and hands it over to commands. */
export interface NoteComment extends vscode.Comment {
  /** Its text as it is stored. */
  readonly text: string;
  /** Its place among the comments of the note. */
  readonly at: number;
  readonly thread: vscode.CommentThread;
}

/** The comments of a note. Texts come from files, so they are shown as plain text. */
export function noteComments({ comments }: AnnotationItem, thread: vscode.CommentThread): readonly NoteComment[] {
  return comments.map(({ text, by, at: written }, at) => {
    const timestamp = dateOf(written);
    return {
      text,
      at,
      thread,
      body: visibleLines(text),
      mode: vscode.CommentMode.Preview,
      author: { name: by ?? vscode.l10n.t('without a name') },
      contextValue: 'comment',
      ...(timestamp ? { timestamp } : {}),
    };
  });
}

/** Whether a thread shows the comments that a note has; then nothing that is being written in it is disturbed. */
export function hasSameComments(shown: readonly vscode.Comment[], comments: readonly NoteComment[]): boolean {
  const keyOf = (all: readonly vscode.Comment[]): string =>
    JSON.stringify(all.map((one) => [(one as NoteComment).text, one.author.name, one.timestamp?.toISOString() ?? '']));
  return keyOf(shown) === keyOf(comments);
}

/** Changes the text of a comment in place, or shows it again as it was. */
export function setEditing(comment: NoteComment, isEditing: boolean): void {
  comment.mode = isEditing ? vscode.CommentMode.Editing : vscode.CommentMode.Preview;
  comment.body = isEditing ? comment.text : visibleLines(comment.text);
  // The editor looks at comments again only where it is given a list.
  comment.thread.comments = [...comment.thread.comments];
}
