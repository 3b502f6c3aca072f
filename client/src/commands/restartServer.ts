import type { Command } from './command';

/** Starts the language server afresh. */
export const restartServer: Command = { id: 'galley.restartServer', run: ({ server }) => server.restart() };
