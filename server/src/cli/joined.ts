/** Joins texts that come one after the other; empty ones do not count. */
export interface Joined {
  /** A text with what goes between it and the one before. */
  next(text: string): string;
}

/** Begins to join texts with a separator. */
export function joined(separator: string): Joined {
  let isFirst = true;
  return {
    next(text) {
      if (text === '') return '';
      const lead = isFirst ? '' : separator;
      isFirst = false;
      return lead + text;
    },
  };
}
