import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** The signal that follows a request's token. Its reason is the answer to a request that the client has cancelled. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  const cancel = (): void => {
    controller.abort(new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.'));
  };
  if (token.isCancellationRequested) cancel();
  else token.onCancellationRequested(cancel);
  return controller.signal;
}
