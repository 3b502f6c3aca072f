/** An object without some of its fields; the same object if it has none of them. */
export function omit<Item extends object, const Name extends keyof Item>(
  item: Item,
  ...names: readonly Name[]
): Omit<Item, Name> {
  if (!names.some((name) => Object.hasOwn(item, name))) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name as Name))) as Omit<Item, Name>;
}
