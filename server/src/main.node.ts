import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodePorts } from './host/node/ports';
import { createFramingCheck } from './lsp/framing';
import { describe } from './lsp/session/errors';
import { startServer } from './lsp/server';

const connection = createConnection(ProposedFeatures.all);
// Whatever a request did not catch itself is reported; ending the process would lose the client's session.
process.on('uncaughtException', (error) => connection.console.error(`Unexpected: ${describe(error)}`));
process.on('unhandledRejection', (reason) => connection.console.error(`Unexpected: ${describe(reason)}`));
// The connection itself would wait in silence for a message that it can recognise. A client starts an ended server again.
if (process.argv.includes('--stdio'))
  process.stdin.on(
    'data',
    createFramingCheck((problem) => {
      process.stderr.write(`Galley: the connection to the client is broken: ${problem}\n`, () => process.exit(1));
    }),
  );
startServer(connection, nodePorts);
