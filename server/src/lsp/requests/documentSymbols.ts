import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import type { Lines } from '../../core/lines';
import { visible } from '../../core/visible';
import { documentSymbols as outlineOf, type OutlineItem } from '../../features/documentSymbols';
import type { OpenIssue } from '../session/openIssues';
import { rangeOf } from '../ranges';

/** The outline of an issue, for the outline view, the breadcrumbs and “go to symbol”. */
export function documentSymbols({ analysis }: OpenIssue): DocumentSymbol[] {
  return outlineOf(analysis).map((item) => symbolOf(item, analysis.document.lines));
}

function symbolOf(item: OutlineItem, lines: Lines): DocumentSymbol {
  return {
    name: visible(item.name),
    ...(item.detail === undefined ? {} : { detail: visible(item.detail) }),
    kind: SYMBOL_KIND[item.kind],
    range: rangeOf(lines, item.span),
    selectionRange: rangeOf(lines, item.selection),
    children: item.children.map((child) => symbolOf(child, lines)),
  };
}

/** The protocol has no kinds for a newspaper; these have icons that tell the parts of an issue apart. */
const SYMBOL_KIND: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  page: SymbolKind.File,
  // Not Namespace: its icon is the same as that of Object.
  rubric: SymbolKind.Enum,
  article: SymbolKind.Class,
  teaser: SymbolKind.Event,
  photo: SymbolKind.Object,
  notice: SymbolKind.Constant,
  listing: SymbolKind.Constant,
  verse: SymbolKind.Constant,
  caption: SymbolKind.Field,
};
