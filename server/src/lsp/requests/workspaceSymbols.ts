import { SymbolKind, type SymbolInformation } from 'vscode-languageserver';
import { visible } from '../../core/visible';
import type { Found } from '../../index/queries/search';
import { rangeOfExtent } from '../ranges';
import type { WorkspaceIndex } from '../session/workspaceIndex';

/** Of names and of articles each; more would not be read, and the editor asks at every key. */
const MOST = 100;

/** Articles, people, places and organisations of the workspace by characters, pinyin or initials. */
export async function workspaceSymbols(query: string, index: WorkspaceIndex): Promise<SymbolInformation[]> {
  const found = await index.ask('search', query, MOST);
  return found.map((one) => ({
    name: visible(nameOf(one)),
    kind: SYMBOL_KIND[one.what],
    containerName: visible([one.title, one.date].filter((part) => part !== undefined).join(' ')),
    location: { uri: index.openIssue(one.uri)?.uri ?? one.uri, range: rangeOfExtent(one) },
  }));
}

/** Editors compare what is typed with the name that they are given, and would drop 汤飞帆 for `tff`. */
function nameOf({ name, pinyin }: Found): string {
  return pinyin === undefined ? name : `${name} ${pinyin}`;
}

/** The protocol has no kinds for a newspaper; these have icons that distinguish them. Articles are as in the outline. */
const SYMBOL_KIND: Readonly<Record<Found['what'], SymbolKind>> = {
  person: SymbolKind.Interface,
  place: SymbolKind.Package,
  organisation: SymbolKind.Struct,
  article: SymbolKind.Class,
  teaser: SymbolKind.Event,
  photo: SymbolKind.Object,
  notice: SymbolKind.Constant,
  listing: SymbolKind.Constant,
  verse: SymbolKind.Constant,
};
