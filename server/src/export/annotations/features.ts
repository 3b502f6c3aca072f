/**
 * What there is to say of annotations. Each format for annotations declares which of it a file keeps, so that everyone who reads the
 * file has it back.
 */
export const ANNOTATION_FEATURES = [
  /** The text that the spans are in, with its line ends as `\n`. */
  'text',
  /** Spans that overlap, or are within one another. */
  'overlaps',
  /** Spans that go on over a line end. */
  'lineEnds',
  /** White space at either end of a span. */
  'edges',
  'layer',
  'attributes',
  /** The entry of a dictionary. */
  'entity',
  /** The texts of a note. */
  'comments',
  /** Who has written them, and when. */
  'commentAuthors',
  /** Whether a note has been settled. */
  'resolved',
  'relations',
  /** Who has made a relation, and when. */
  'relationAuthors',
  /** Who has made an annotation, and when it was made and changed. */
  'authors',
  /** How the text was corrected. */
  'corrections',
] as const;

export type AnnotationFeature = (typeof ANNOTATION_FEATURES)[number];
