import type { Connection } from 'vscode-languageserver';
import { visible } from '../../core/visible';

/** Writes one line to the client's log. Text of files, names and settings in it is shown without line ends or controls. */
export function log({ console: client }: Connection, kind: 'error' | 'warn' | 'log', line: string): void {
  client[kind](visible(line));
}
