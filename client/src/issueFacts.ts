import * as vscode from 'vscode';
import type { IssueMetadata } from '../../server/src/issue/metadata';
import { Method } from '../../server/src/lsp/protocol';
import type { Server } from './server';

/** A fact of an issue that the user can set, with the question that is asked for it. */
interface Question {
  readonly fact: 'title' | 'date';
  readonly prompt: string;
  readonly placeHolder: string;
  /** Why an answer cannot be taken; undefined where it can. */
  readonly refuse: (answer: string) => string | undefined;
}

/** Asks for a fact, showing what is known of it, and keeps the answer in the sidecar. An empty answer takes it back. */
export async function askForFact({ uri }: vscode.TextDocument, server: Server, question: Question): Promise<void> {
  const { fact, prompt, placeHolder, refuse } = question;
  const params = { uri: uri.toString() };
  const known = await server.request<IssueMetadata | null>(Method.metadata, params);
  const value = await vscode.window.showInputBox({
    prompt,
    placeHolder,
    value: (fact === 'date' ? known?.date?.value : known?.title) ?? '',
    validateInput: (answer) => (answer.trim() === '' ? undefined : refuse(answer.trim())),
  });
  if (value === undefined) return;
  await server.request<IssueMetadata | null>(Method.setMetadata, { ...params, facts: { [fact]: value.trim() } });
}
