import type { NameTrie } from '../compile/nameTrie';
import { hasValues } from '../compile/nameTrie';
import { asTyped, behind } from './pinyin';

/** Names looked at for one completion: more than anyone reads, and few enough to be sorted at every key. */
const MOST_NAMES = 300;

/** The nodes of the names to which what was typed leads (see `leadsTo`), shorter names first. */
export function namesWithPrefix(trie: NameTrie, typed: string): readonly number[] {
  const wanted = asTyped(typed);
  if (wanted === '') return [];
  // Breadth first: names come in the order of their length, and the search can end when there are enough.
  let reached: readonly Reached[] = [{ node: 0, ends: [0] }];
  const found: number[] = [];
  while (reached.length > 0 && found.length < MOST_NAMES) {
    const next: Reached[] = [];
    for (const { node, ends } of reached) {
      const fits = ends === ALL || ends.includes(wanted.length);
      if (fits && hasValues(trie, node)) found.push(node);
      for (let child = trie.firstChildren[node] ?? 0; child < (trie.firstChildren[node + 1] ?? 0); child++) {
        const character = String.fromCharCode(trie.units[child] ?? 0);
        const further = fits ? ALL : [...new Set(ends.flatMap((at) => behind(wanted, at, character)))];
        if (further.length > 0) next.push({ node: child, ends: further });
      }
    }
    reached = next;
  }
  return found;
}

/** A node, and how much of what was typed the way to it may have used up. */
interface Reached {
  readonly node: number;
  readonly ends: readonly number[];
}

/** All of it: whatever is below begins with what was typed. */
const ALL: readonly number[] = [-1];
