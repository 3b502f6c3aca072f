import './host/node/threadPool';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodePorts } from './host/node/ports';
import { createFramingCheck } from './lsp/framing';
import { describe } from './lsp/session/errors';
import { log } from './lsp/session/log';
import { startServer } from './lsp/server';

/** The library would also open sockets and named pipes, which others on the machine can reach. */
const transport = process.argv.slice(2).find((argument) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(argument));
if (transport !== '--stdio' && !(transport === '--node-ipc' && process.connected)) {
  process.stderr.write(
    'Galley: the language server communicates only over --stdio, or over the --node-ipc of its parent.\n',
  );
  process.exit(2);
}
// By default, the heap may grow to four times what is in use before garbage is collected, and it never shrinks again.
setFlagsFromString('--heap-growing-percent=100');

const connection = createConnection(ProposedFeatures.all);
// Whatever a request did not catch itself is reported; ending the process would lose the client's session.
process.on('uncaughtException', (error) => log(connection, 'error', `Unexpected: ${describe(error)}`));
process.on('unhandledRejection', (reason) => log(connection, 'error', `Unexpected: ${describe(reason)}`));
// The connection itself would wait in silence for a message that it can recognise. A client starts an ended server again.
if (transport === '--stdio')
  process.stdin.on(
    'data',
    createFramingCheck((problem) => {
      process.stderr.write(`Galley: the connection to the client is broken: ${problem}\n`, () => process.exit(1));
    }),
  );
startServer(connection, nodePorts);
