import { bratConfiguration } from '../annotations/bratConfiguration';
import { BREAKS, bratName, bratNote, bratReference, bratValue } from '../../annotations/interchange/bratNames';
import { portableText, type PortableText } from '../../annotations/interchange/portableText';
import type { PlacedAnnotation } from '../../annotations/stored';
import type { Relation } from '../../source/sidecar/schema';
import { placedAnnotations, relationsAmong } from '../annotations/placed';
import type { ExportFormat } from '../format';

/**
 * The standoff format of brat: an `.ann` beside its text, with offsets in code points, and one `annotation.conf` for a folder.
 * A span over line ends is written in pieces. Attributes, notes and the entry of a dictionary have lines of their own.
 */
export const brat: ExportFormat = {
  id: 'brat',
  title: 'brat standoff: the annotations beside the text',
  extension: '.brat.ann',
  mimeType: 'text/plain',
  needs: ['annotations', 'text'],
  workspaceTarget: 'folder',
  signature: /^(?:$|T1\t\S+ \d)/,
  holds: ['text', 'overlaps', 'lineEnds', 'attributes', 'entity', 'comments', 'relations'],
  leavesOut(text, placed) {
    const portable = portableText(text);
    return placed.map(({ anchor }) => (piecesOf(portable, anchor).words.length === 0 ? 'blank' : undefined));
  },
  *files(analysis, options) {
    const portable = portableText(analysis.document.text);
    const placed = placedAnnotations(analysis, options.article);
    // The text comes first: if it must not be overwritten, neither must the offsets into it.
    yield { name: `${options.name}.brat.txt`, chunks: [portable.text], isCompanion: true, replaceable: NOTHING };
    yield { name: `${options.name}.brat.ann`, chunks: lines(portable, placed, relationsAmong(analysis, placed)) };
  },
  folderFiles: bratConfiguration,
};

/** A text may have been corrected since it was exported. */
const NOTHING = /(?!)/;

function* lines(
  portable: PortableText,
  placed: readonly PlacedAnnotation[],
  relations: readonly Relation[],
): Generator<string> {
  /** The ids of the spans by those of the annotations. */
  const spans = new Map<string, string>();
  for (const { annotation, anchor } of placed) {
    const { offsets, words } = piecesOf(portable, anchor);
    if (words.length === 0) continue;
    const id = `T${String(spans.size + 1)}`;
    spans.set(annotation.id, id);
    yield `${id}\t${bratName(annotation.label)} ${offsets.join(';')}\t${words.join(' ')}\n`;
  }
  const counts = { R: 0, A: 0, N: 0, '#': 0 };
  const next = (kind: keyof typeof counts): string => `${kind}${String(++counts[kind])}`;
  for (const { type, from, to } of relations) {
    const [first, second] = [spans.get(from), spans.get(to)];
    if (first !== undefined && second !== undefined)
      yield `${next('R')}\t${bratName(type)} Arg1:${first} Arg2:${second}\n`;
  }
  for (const { annotation, anchor } of placed) {
    const { attributes = {}, entity, comments = [], id } = annotation;
    const span = spans.get(id);
    if (span === undefined) continue;
    for (const [name, value] of Object.entries(attributes))
      if (value !== '') yield `${next('A')}\t${bratName(name)} ${span} ${bratValue(value)}\n`;
    if (entity !== undefined)
      yield `${next('N')}\tReference ${span} ${bratReference(entity)}\t${piecesOf(portable, anchor).words.join(' ')}\n`;
    for (const { text } of comments) yield `${next('#')}\tAnnotatorNotes ${span}\t${bratNote(text)}\n`;
  }
}

/** What of a span is between line ends and controls: offsets in code points, and words. */
function piecesOf(
  { at, rawSpanOf, spanOf, text }: PortableText,
  anchor: PlacedAnnotation['anchor'],
): { readonly offsets: readonly string[]; readonly words: readonly string[] } {
  const { start, end } = spanOf(anchor);
  const offsets: string[] = [];
  const words: string[] = [];
  let from = start;
  const add = (to: number): void => {
    if (to <= from) return;
    const raw = rawSpanOf({ start: from, end: to });
    offsets.push(`${String(at(raw.start))} ${String(at(raw.end))}`);
    words.push(text.slice(from, to));
  };
  for (const { index, 0: gap } of text.slice(start, end).matchAll(BREAKS)) {
    add(start + index);
    from = start + index + gap.length;
  }
  add(end);
  return { offsets, words };
}
