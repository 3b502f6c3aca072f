import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodePorts } from './host/node/ports';
import { describe } from './lsp/session/errors';
import { startServer } from './lsp/server';

const connection = createConnection(ProposedFeatures.all);
// Whatever a request did not catch itself is reported; ending the process would lose the client's session.
process.on('uncaughtException', (error) => connection.console.error(`Unexpected: ${describe(error)}`));
process.on('unhandledRejection', (reason) => connection.console.error(`Unexpected: ${describe(reason)}`));
startServer(connection, nodePorts);
