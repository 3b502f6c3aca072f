import { annotationCommand } from '../../annotations/annotationCommand';
import type { Command } from '../command';

/** Reverts the last change of annotations in this text. */
export const undoAnnotation = historyCommand('undo');
/** Makes it again. */
export const redoAnnotation = historyCommand('redo');

function historyCommand(kind: 'undo' | 'redo'): Command {
  return annotationCommand(`galley.annotation.${kind}`, async ({ document }, { annotations }) => {
    await annotations.change(document, { kind });
  });
}
