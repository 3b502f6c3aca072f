import { exportTo } from '../exporting';
import { issueCommand } from './command';

/** Exports the issue in a format of the user's choice and opens the result. */
export const exportIssue = issueCommand('galley.exportIssue', (document, { server }) => exportTo(server, document.uri));
