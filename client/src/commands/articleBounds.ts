import { changeStructure, selectionIn } from '../structure';
import { issueCommand } from './command';

/** Decides that the article at the cursor goes on with the one above it. */
export const joinArticle = issueCommand('galley.joinArticle', async (document, { server }) => {
  await changeStructure(server, document, { kind: 'join', range: selectionIn(document) });
});

/** Decides that an article begins at the line of the cursor. */
export const splitArticle = issueCommand('galley.splitArticle', async (document, { server }) => {
  await changeStructure(server, document, { kind: 'split', range: selectionIn(document) });
});
