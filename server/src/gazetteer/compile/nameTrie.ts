/**
 * Names as a tree of UTF-16 code units in flat arrays. Nodes are numbered breadth first, so that the children of a node
 * are side by side, by code unit; node 0 is the root. Every node has its values, in one row for all nodes.
 */
export interface NameTrie {
  /** The code unit that leads to a node. */
  readonly units: Uint16Array;
  /** Where the children of each node begin; one more at the end. */
  readonly firstChildren: Uint32Array;
  /** Where the values of each node begin; one more at the end. */
  readonly firstValues: Uint32Array;
  readonly values: Uint32Array;
}

/** Makes the tree of names with their values, given in any order. Empty names are left out. */
export function trieOf(names: ReadonlyMap<string, readonly number[]>): NameTrie {
  const sorted = [...names.keys()].filter((name) => name !== '').sort(byCodeUnits);
  const units: number[] = [0];
  const firstChildren: number[] = [];
  const firstValues: number[] = [];
  const values: number[] = [];
  // What is under a node is a range of the sorted names that agree in their first `depth` code units.
  const ranges = [{ from: 0, to: sorted.length, depth: 0 }];
  for (let node = 0; node < ranges.length; node++) {
    const { from, to, depth } = ranges[node] ?? { from: 0, to: 0, depth: 0 };
    firstChildren.push(units.length);
    firstValues.push(values.length);
    let at = from;
    if (sorted[at]?.length === depth && depth > 0) values.push(...(names.get(sorted[at++] ?? '') ?? []));
    while (at < to) {
      const unit = sorted[at]?.charCodeAt(depth) ?? 0;
      const start = at;
      while (at < to && sorted[at]?.charCodeAt(depth) === unit) at++;
      units.push(unit);
      ranges.push({ from: start, to: at, depth: depth + 1 });
    }
  }
  firstChildren.push(units.length);
  firstValues.push(values.length);
  return {
    units: Uint16Array.from(units),
    firstChildren: Uint32Array.from(firstChildren),
    firstValues: Uint32Array.from(firstValues),
    values: Uint32Array.from(values),
  };
}

/** The child of a node by a code unit; 0 where there is none, since the root is no child. */
export function childOf({ units, firstChildren }: NameTrie, node: number, unit: number): number {
  let low = firstChildren[node] ?? 0;
  let high = firstChildren[node + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = units[middle] ?? 0;
    if (found === unit) return middle;
    if (found < unit) low = middle + 1;
    else high = middle;
  }
  return 0;
}

/** The node of exactly this name or beginning of a name; undefined where there is none. */
export function nodeOf(trie: NameTrie, name: string): number | undefined {
  let node = 0;
  for (let at = 0; at < name.length; at++) {
    node = childOf(trie, node, name.charCodeAt(at));
    if (node === 0) return undefined;
  }
  return node;
}

/** Whether a name ends at a node. */
export function hasValues({ firstValues }: NameTrie, node: number): boolean {
  return (firstValues[node] ?? 0) < (firstValues[node + 1] ?? 0);
}

/** The values of the name that ends at a node. */
export function valuesOf({ firstValues, values }: NameTrie, node: number): Uint32Array {
  return values.subarray(firstValues[node], firstValues[node + 1]);
}

/** The children of the root by their code unit, for the scan of long texts. */
export function rootChildren({ units, firstChildren }: NameTrie): Uint32Array {
  const children = new Uint32Array(0x10000);
  for (let node = firstChildren[0] ?? 1; node < (firstChildren[1] ?? 1); node++) children[units[node] ?? 0] = node;
  return children;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
