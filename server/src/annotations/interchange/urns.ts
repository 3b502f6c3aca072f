/** An id as a URN. Ids of other programs may have any character; a lone surrogate has no UTF-8. */
export function urnOf(kind: UrnKind, id: string): string {
  return `${PREFIX}${kind}:${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'))}`;
}

/** The id that `urnOf` made a URN of; undefined for any other text. */
export function idOfUrn(kind: UrnKind, urn: string): string | undefined {
  const prefix = `${PREFIX}${kind}:`;
  if (!urn.startsWith(prefix)) return undefined;
  try {
    return decodeURIComponent(urn.slice(prefix.length));
  } catch {
    return undefined;
  }
}

type UrnKind = 'annotation' | 'relation' | 'entry' | 'article' | 'picture';

const PREFIX = 'urn:galley:';
