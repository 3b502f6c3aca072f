import { CompletionItemKind, type CompletionItem, type CompletionList } from 'vscode-languageserver';
import { visible } from '../../core/visible';
import { completions as namesFor, type Completion } from '../../features/completions';
import type { EntryType } from '../../gazetteer/model';
import type { OpenIssue } from '../session/openIssues';
import { rangeOf } from '../ranges';

const KINDS: Partial<Record<EntryType, CompletionItemKind>> = {
  person: CompletionItemKind.Variable,
  office: CompletionItemKind.EnumMember,
  place: CompletionItemKind.Folder,
  organisation: CompletionItemKind.Module,
};

/** Names that begin with what was typed. The list is asked for again at every key: it holds only the first of many. */
export function completions({ analysis }: OpenIssue, cursor: number): CompletionList {
  const { text, lines } = analysis.document;
  const found = namesFor(analysis, cursor);
  const itemOf = ({ name, type, detail, replaces }: Completion, order: number): CompletionItem => ({
    label: visible(name),
    kind: KINDS[type] ?? CompletionItemKind.Text,
    // The editor would compare letters with characters and find nothing: what was typed counts as the beginning of all.
    filterText: text.slice(replaces.start, replaces.end),
    sortText: String(order).padStart(3, '0'),
    textEdit: { range: rangeOf(lines, replaces), newText: name },
    ...(detail === undefined ? {} : { labelDetails: { description: visible(detail) } }),
  });
  return { isIncomplete: true, items: found.map(itemOf) };
}
