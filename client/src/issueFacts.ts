import * as vscode from 'vscode';
import type { DateEvidence } from '../../server/src/issue/metadata';
import { Method, type MetadataResult } from '../../server/src/lsp/protocol';
import type { Server } from './server';

/** A fact of an issue that the user can set, with the question that is asked for it. */
interface FactInput {
  readonly fact: 'title' | 'date';
  readonly prompt: string;
  readonly placeHolder: string;
  /** Why an answer cannot be taken; undefined where it can. */
  readonly refuse: (answer: string) => string | undefined;
}

/** Asks for a fact, showing what is known of it, and keeps the answer in the sidecar. An empty answer takes it back. */
export async function askForFact({ uri }: vscode.TextDocument, server: Server, question: FactInput): Promise<void> {
  const { fact, prompt, placeHolder, refuse } = question;
  const params = { uri: uri.toString() };
  const known = await server.request<MetadataResult | null>(Method.metadata, params);
  const value = await vscode.window.showInputBox({
    prompt: fact === 'date' ? [prompt, ...whatIsKnownOf(known)].join(' ') : prompt,
    placeHolder,
    value: (fact === 'date' ? known?.date?.value : known?.title) ?? '',
    validateInput: (answer) => (answer.trim() === '' ? undefined : refuse(answer.trim())),
  });
  if (value === undefined) return;
  await server.request<MetadataResult | null>(Method.setMetadata, { ...params, facts: { [fact]: value.trim() } });
}

/** What an inferred date, or the time in which the issue must have appeared, rests on. */
function whatIsKnownOf(known: MetadataResult | null): string[] {
  const { date, period } = known ?? {};
  if (date?.certainty === 'inferred')
    return [vscode.l10n.t('{0} is inferred from: {1}.', date.value, listed(date.evidence))];
  if (!period) return [];
  return [vscode.l10n.t('Between {0} and {1}, according to: {2}.', period.from, period.to, listed(period.evidence))];
}

function listed(evidence: readonly DateEvidence[]): string {
  return [...new Set(evidence.map(({ text }) => text))].join(', ');
}
