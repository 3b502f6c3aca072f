import { placedAnnotations } from '../annotations/placed';
import type { ExportFormat } from '../format';

/**
 * One character a line with its tag in the scheme BIO, an empty line after each sentence and line. Of annotations that overlap, the
 * longest is taken. White space is left out.
 */
export const conll: ExportFormat = {
  id: 'conll',
  title: 'CoNLL: characters with BIO tags',
  extension: '.conll',
  mimeType: 'text/tab-separated-values',
  needs: ['annotations', 'text'],
  workspaceTarget: 'file',
  signature: /^(?:$|-DOCSTART-\tO\n)/,
  *files(analysis, options) {
    yield { name: `${options.name}.conll`, chunks: lines(analysis.document.text, tagger(analysis, options.article)) };
  },
};

/** Makes what gives the tag of each character, by its offset; characters are asked for in text order. */
function tagger(...given: Parameters<typeof placedAnnotations>): (offset: number) => string {
  const outermost: { start: number; end: number; label: string }[] = [];
  for (const { annotation, anchor } of placedAnnotations(...given)) {
    const last = outermost.at(-1);
    if (!last || anchor.start >= last.end)
      outermost.push({ start: anchor.start, end: anchor.end, label: annotation.label });
  }
  let next = 0;
  return (offset) => {
    while (next < outermost.length && (outermost[next]?.end ?? 0) <= offset) next++;
    const span = outermost[next];
    if (!span || offset < span.start) return 'O';
    return `${offset === span.start ? 'B' : 'I'}-${span.label}`;
  };
}

function* lines(text: string, tagAt: (offset: number) => string): Generator<string> {
  yield '-DOCSTART-\tO\n';
  let isOpen = false;
  let offset = 0;
  for (const character of text) {
    const tag = tagAt(offset);
    offset += character.length;
    const isLineEnd = character === '\n' || character === '\r';
    if (!/\s|\uFEFF/u.test(character)) {
      yield `${isOpen ? '' : '\n'}${character}\t${tag}\n`;
      isOpen = true;
    }
    if (isLineEnd || '。！？'.includes(character)) isOpen = false;
  }
  yield '\n';
}
