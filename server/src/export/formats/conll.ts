import type { PlacedAnnotation } from '../../annotations/stored';
import { textOf, type Span } from '../../core/span';
import { visible } from '../../core/visible';
import { LEFT_OUT } from '../../annotations/interchange/characters';
import { placedAnnotations } from '../annotations/placed';
import type { ExportFormat } from '../format';

/**
 * One character a line with its tag in the scheme BIO, an empty line after each sentence and line, but not within an annotation.
 * Of annotations that overlap, the longest is taken. White space is left out, and is _ in labels.
 */
export const conll: ExportFormat = {
  id: 'conll',
  title: 'CoNLL: characters with BIO tags',
  extension: '.conll',
  mimeType: 'text/tab-separated-values',
  needs: ['annotations', 'text'],
  workspaceTarget: 'file',
  signature: /^(?:$|-DOCSTART-\tO\n)/,
  holds: ['lineEnds'],
  leavesOut(text, placed) {
    const written = new Set(outermostOf(placed));
    return placed.map((one) => {
      if (!written.has(one)) return 'overlapped';
      const words = Array.from(textOf(text, one.anchor));
      return words.every((character) => LEFT_OUT.test(character)) ? 'blank' : undefined;
    });
  },
  *files(analysis, options) {
    const placed = placedAnnotations(analysis, options.article);
    yield { name: `${options.name}.conll`, chunks: lines(analysis.document.text, annotationFinder(placed)) };
  },
};

/** Those that overlap no annotation before them. */
function outermostOf(placed: readonly PlacedAnnotation[]): readonly PlacedAnnotation[] {
  const outermost: PlacedAnnotation[] = [];
  for (const one of placed) if (one.anchor.start >= (outermost.at(-1)?.anchor.end ?? 0)) outermost.push(one);
  return outermost;
}

/** An annotation that is within no other. */
interface Outermost extends Span {
  readonly label: string;
}

/** Makes what gives the annotation over a character, by its offset; characters are asked for in text order. */
function annotationFinder(placed: readonly PlacedAnnotation[]): (offset: number) => Outermost | undefined {
  const outermost = outermostOf(placed).map(({ annotation, anchor: { start, end } }): Outermost => {
    return { start, end, label: columnOf(annotation.label) };
  });
  let next = 0;
  return (offset) => {
    while (next < outermost.length && (outermost[next]?.end ?? 0) <= offset) next++;
    const span = outermost[next];
    return span && offset >= span.start ? span : undefined;
  };
}

/** A label as one column. */
function columnOf(label: string): string {
  return visible(label.replace(/[\s\uFEFF]+/gu, '_')) || '_';
}

function* lines(text: string, annotationAt: (offset: number) => Outermost | undefined): Generator<string> {
  yield '-DOCSTART-\tO\n';
  let isOpen = false;
  let before: Outermost | undefined;
  let offset = 0;
  for (const character of text) {
    const span = annotationAt(offset);
    offset += character.length;
    if (!LEFT_OUT.test(character)) {
      const tag = span ? `${span === before ? 'I' : 'B'}-${span.label}` : 'O';
      yield `${isOpen ? '' : '\n'}${visible(character)}\t${tag}\n`;
      isOpen = true;
      before = span;
    }
    // No sentence begins within an annotation: its first tag would follow nothing.
    if ('\n\r。！？'.includes(character) && (!span || offset >= span.end)) isOpen = false;
  }
  yield '\n';
}
