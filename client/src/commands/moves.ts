import { moveCursor } from '../selection';
import { changeStructure, selectionIn } from '../structure';
import { issueCommand, type Command } from './command';

export const moveBlockUp = moveCommand('galley.moveBlockUp', 'block', 'up');
export const moveBlockDown = moveCommand('galley.moveBlockDown', 'block', 'down');
export const moveArticleUp = moveCommand('galley.moveArticleUp', 'article', 'up');
export const moveArticleDown = moveCommand('galley.moveArticleDown', 'article', 'down');

/** Moves what is at the cursor, and the cursor with it. */
function moveCommand(id: string, what: 'block' | 'article', direction: 'up' | 'down'): Command {
  return issueCommand(id, async (document, { server }) => {
    const range = selectionIn(document);
    const moved = await changeStructure(server, document, { kind: 'move', range, what, direction });
    moveCursor(document, moved?.position);
  });
}
