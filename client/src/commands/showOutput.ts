import type { Command } from './command';

/** Shows what the server has reported. */
export const showOutput: Command = { id: 'galley.showOutput', run: ({ server }) => server.output.show() };
