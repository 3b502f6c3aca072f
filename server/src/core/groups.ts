/** The items by their key, keys and items in the order in which they first came. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** How often each item occurs. */
export function countsOf<Item>(items: Iterable<Item>): Map<Item, number> {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** The item that occurs most often, the first of several; undefined where there is none. */
export function commonestOf<Item>(counts: ReadonlyMap<Item, number>): Item | undefined {
  let commonest: Item | undefined;
  let most = 0;
  for (const [item, count] of counts) if (count > most) [commonest, most] = [item, count];
  return commonest;
}
