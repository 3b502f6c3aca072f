import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';

/** A range of the editor as the protocol has it. A `vscode.Range` itself would be sent as an array of two positions. */
export function protocolRange({ start, end }: vscode.Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** A range of the protocol as the editor has it. */
export function editorRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
