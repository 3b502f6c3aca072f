/** What the tagger knows, in the order of its tags. */
export const TAGGED_TYPES = ['person', 'place', 'organisation', 'office'] as const;
export type TaggedType = (typeof TAGGED_TYPES)[number];

/** Each type has four tags: its span begins at the character, goes on, ends, or is the one character alone. */
export const BEGINS = 0;
export const GOES_ON = 1;
export const ENDS = 2;
export const ALONE = 3;

/** Tags of one type after another, four each. Weights are relative to `OUTSIDE`, which therefore has none. */
export const TAGS = 4 * TAGGED_TYPES.length;
/** The tag of characters in no span, numbered after all others. */
export const OUTSIDE = 4 * TAGGED_TYPES.length;
