import * as vscode from 'vscode';
import { LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageclient/browser';
import { serveFiles } from './clientFiles';
import { clientOptions } from './clientOptions';

/** The connection to a language server in a worker of this page. It has no files, so the client reads and writes them. */
export function createLanguageClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): LanguageClient {
  const client = new LanguageClient(
    'galley',
    'Galley',
    () => startServer(context.extensionUri, output),
    clientOptions(context, output),
  );
  serveFiles(client, context);
  return client;
}

/** Something that a server runs in, or the end of a channel to it. */
type ServerPort = Worker | MessagePort;

async function startServer(extensionUri: vscode.Uri, output: vscode.LogOutputChannel): Promise<MessageTransports> {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'server.browser.js');
  const port = await inWorker(script, extensionUri).catch((error: unknown) => {
    output.info(`The server runs in the extension host, since no worker can start: ${String(error)}`);
    return inExtensionHost(script, extensionUri);
  });
  return { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) };
}

/** Starts the server in a worker. Rejects where the page may not start one. */
async function inWorker(script: vscode.Uri, extensionUri: vscode.Uri): Promise<ServerPort> {
  const worker = new Worker(script.toString(true));
  await ready(worker, extensionUri);
  return worker;
}

/** Starts the server in the worker of the extension host itself, as extensions of a remote server must. */
async function inExtensionHost(script: vscode.Uri, extensionUri: vscode.Uri): Promise<ServerPort> {
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(script));
  const { port1, port2 } = new MessageChannel();
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the extension host runs extensions in the same way
  const run = new Function('self', source) as (self: MessagePort) => void;
  run(port1);
  await ready(port2, extensionUri);
  return port2;
}

/** Tells the server where its files are, and waits until it takes messages. */
function ready(port: ServerPort, extensionUri: vscode.Uri): Promise<void> {
  return new Promise((resolve, reject) => {
    port.onmessage = () => {
      port.onmessage = null;
      resolve();
    };
    if ('onerror' in port) port.onerror = ({ message }) => reject(new Error(message));
    port.postMessage(extensionUri.toString());
  });
}
