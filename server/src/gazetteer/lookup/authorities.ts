import { AUTHORITIES, type Authority } from '../format/columns';
import type { EntityId, Gazetteer } from '../model';

/** An entry in an authority file. */
export interface AuthorityLink {
  readonly authority: Authority;
  readonly id: string;
  readonly uri: string;
}

/** What an entry of the dictionaries is in authority files, in the order of their columns. */
export function authorityLinks(
  gazetteer: Gazetteer | undefined,
  entry: EntityId | undefined,
): readonly AuthorityLink[] {
  const found = entry === undefined ? undefined : gazetteer?.entry(entry);
  return (Object.keys(AUTHORITIES) as Authority[]).flatMap((authority) => {
    const id = found?.[authority];
    return id === undefined ? [] : [{ authority, id, uri: AUTHORITIES[authority].uri + id }];
  });
}
