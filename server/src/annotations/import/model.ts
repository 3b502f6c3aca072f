import type { Span } from '../../core/span';
import type { Annotation, Relation } from '../../source/sidecar/schema';

/** A file of another annotation tool. */
export interface AnnotationFile {
  /** Its name without folders. */
  readonly name: string;
  readonly text: string;
  /** The text that the file belongs to, where the format keeps it in another file beside it. */
  readonly beside?: string;
}

/** A format in which annotations are read. */
export interface ImportFormat {
  /** The same as that of the export format. */
  readonly id: string;
  /** The extensions that its files usually have, without a dot, for a dialog that asks for a file. */
  readonly extensions: readonly string[];
  /** The ending of the file that has the text, in place of the file's own, if the format keeps it apart. */
  readonly textEnding?: string;
  /** Whether a file is of this format, by its content. */
  recognises(file: AnnotationFile): boolean;
  /**
   * The annotated texts in a file. What cannot be read is among their problems. Throws an error with a sentence for the user
   * if the file as a whole cannot be read.
   */
  read(file: AnnotationFile): readonly AnnotatedDocument[];
}

/** One text with its annotations, as a file has it: not yet placed in an issue. */
export interface AnnotatedDocument {
  /** What the file may call the issue, with or without an extension, with `/` between folders; the most likely first. */
  readonly names: readonly string[];
  /** Of the bytes of the issue, in lower-case hexadecimal, if the file says so. */
  readonly sha256?: string;
  readonly source: AnnotatedSource;
  readonly annotations: readonly ImportedAnnotation[];
  readonly relations: readonly ImportedRelation[];
  /** What the file has that could not be read, each as a sentence for the user. */
  readonly problems: readonly string[];
}

/**
 * What the spans of a document count in, all in UTF-16 code units.
 * - text: the text that the file has. `reading` says what of an issue it has: everything, or only characters without white space.
 * - quotes: the raw text of the issue, which the file does not have. `lines` is its layout as `printLayout` prints it, if the file
 *   has that.
 */
export type AnnotatedSource =
  | { readonly kind: 'text'; readonly reading: 'portable' | 'characters'; readonly text: string }
  | { readonly kind: 'quotes'; readonly lines?: string };

/** An annotation as a file has it. */
export interface ImportedAnnotation extends Omit<Annotation, 'target' | 'former' | 'orphaned'> {
  /** Unique within the document. It is kept if it is one of Galley and free. */
  readonly id: string;
  readonly place: ImportedPlace;
}

/** Where an annotation is in a document. */
export interface ImportedPlace {
  /** Absent if the file does not say, or counts in a unit that is not known. */
  readonly span?: Span;
  /** In code points of the raw file, if the file counts so. */
  readonly points?: Span;
  /** The words and what surrounds them, if the file has them and not the text. */
  readonly quote?: { readonly exact: string; readonly prefix: string; readonly suffix: string };
}

/** A relation as a file has it, between ids of the document. */
export type ImportedRelation = Omit<Relation, 'id'>;
