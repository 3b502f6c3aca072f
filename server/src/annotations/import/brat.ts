import { t } from '@vscode/l10n';
import type { Span } from '../../core/span';
import { BREAKS, fromBrat, fromBratNote, fromBratReference } from '../interchange/bratNames';
import { portableText } from '../interchange/portableText';
import { countedText, type CountedText } from './countedText';
import type { AnnotatedDocument, ImportedAnnotation, ImportedPlace, ImportedRelation, ImportFormat } from './model';

/**
 * The standoff format of brat: a file `.ann` beside its text. Offsets are code points. Events are read as relations of their
 * trigger, notes as comments, and normalisations as the entry of a dictionary. A span in several pieces is read where only line ends
 * or controls are between them.
 */
export const brat: ImportFormat = {
  id: 'brat',
  extensions: ['ann'],
  textEnding: '.txt',
  recognises: ({ name, text }) => {
    const lines = text.split(/\r?\n/).filter((line) => line !== '');
    if (/\.ann$/i.test(name)) return lines.length === 0 || lines.some((line) => SPAN.test(line));
    return lines.slice(0, 20).every((line) => LINE.test(line)) && lines.some((line) => SPAN.test(line));
  },
  read({ name, text, beside }) {
    const stem = name.replace(/\.ann$/i, '');
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    const counted = beside === undefined ? undefined : textOf(lines, beside);
    const { annotations, relations, problems } = readLines(lines, counted);
    const document: AnnotatedDocument = {
      names: [stem.replace(/\.brat$/i, ''), stem],
      source: counted ? { kind: 'text', reading: 'portable', text: counted.text } : { kind: 'quotes' },
      annotations,
      relations,
      problems,
    };
    return [document];
  },
};

const LINE = /^(?:[TREAMN#]\S*|\*)\t/;
const SPAN = /^(T\S*)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/;

/** The text, with its line ends counted as the words of the spans show: those of Windows as one character or as two. */
function textOf(lines: readonly string[], beside: string): CountedText {
  const spans = lines.flatMap((line) => {
    const [, , , offsets = '', words] = SPAN.exec(line) ?? [];
    const [start = 0, end = 0] = offsets.split(' ').map(Number);
    return offsets.includes(';') ? [] : [{ start, end, words }];
  });
  const fitting = ({ text, spanOf }: CountedText): number =>
    spans.filter(({ start, end, words }) => {
      const span = spanOf(start, end);
      return span && text.slice(span.start, span.end) === words;
    }).length;
  const [asOne, asTwo] = [countedText(portableText(beside).text), countedText(beside)];
  return fitting(asTwo) > fitting(asOne) ? asTwo : asOne;
}

type Written = Pick<AnnotatedDocument, 'annotations' | 'relations' | 'problems'>;

function readLines(lines: readonly string[], counted: CountedText | undefined): Written {
  const problems: string[] = [];
  const annotations = new Map<string, ImportedAnnotation>();
  const relations: ImportedRelation[] = [];
  /** The span that an event is about. */
  const triggers = new Map<string, string>();
  const about = (id: string): string => triggers.get(id) ?? id;
  const alter = (id: string, change: (annotation: ImportedAnnotation) => ImportedAnnotation): boolean => {
    const annotation = annotations.get(about(id));
    if (annotation) annotations.set(annotation.id, change(annotation));
    return annotation !== undefined;
  };
  // What a line says of a span may come before the span.
  const order = (line: string): number => (line.startsWith('T') ? 0 : line.startsWith('E') ? 1 : 2);
  const numbered = lines.map((line, at) => ({ line, number: at + 1 })).filter(({ line }) => line !== '');
  for (const { line, number } of numbered.toSorted((one, other) => order(one.line) - order(other.line))) {
    const problem = readLine(line);
    if (problem !== undefined) problems.push(t('Line {0}: {1}', number, problem));
  }
  return { annotations: [...annotations.values()], relations, problems };

  function readLine(line: string): string | undefined {
    const [id = '', what = '', tail = ''] = line.split('\t', 2).concat(line.split('\t').slice(2).join('\t'));
    const [type = '', ...parts] = what.split(' ');
    switch (id.charAt(0)) {
      case 'T':
        return readSpan(line);
      case 'E': {
        const [event = '', trigger = ''] = type.split(':');
        triggers.set(id, trigger);
        relations.push(
          ...parts.map((part) => argumentOf(part)).map(([role, to]) => ({ type: role || event, from: trigger, to })),
        );
        return annotations.has(trigger) ? undefined : t('It does not refer to a span.');
      }
      case 'R': {
        const [from = '', to = ''] = parts.map((part) => argumentOf(part)[1]);
        relations.push({ type: fromBrat(type), from, to });
        return undefined;
      }
      case '*':
        relations.push(...parts.slice(1).map((to) => ({ type: 'same-as', from: parts[0] ?? '', to })));
        return undefined;
      case 'A':
      case 'M': {
        const [target = '', value = 'true'] = parts;
        const added = { [fromBrat(type)]: fromBrat(value) };
        return known(alter(target, (one) => ({ ...one, attributes: { ...one.attributes, ...added } })));
      }
      case 'N': {
        const [target = '', ...entry] = parts;
        return known(alter(target, (one) => ({ ...one, entity: fromBratReference(entry.join(' ')) })));
      }
      case '#': {
        const comment = { text: fromBratNote(tail) };
        return known(alter(parts[0] ?? '', (one) => ({ ...one, comments: [...(one.comments ?? []), comment] })));
      }
      default:
        return t('It is not a valid line of brat standoff.');
    }
  }

  function readSpan(line: string): string | undefined {
    const [, id = '', type = '', offsets, words = ''] = SPAN.exec(line) ?? [];
    if (offsets === undefined) return t('It is not a valid line of brat standoff.');
    const pieces = offsets.split(';').map((piece): Span => {
      const [start = 0, end = 0] = piece.split(' ').map(Number);
      return { start, end };
    });
    const place = placeOf(pieces, words, counted);
    if (typeof place === 'string') return place;
    annotations.set(id, { id, label: fromBrat(type), place });
    return undefined;
  }
}

function known(isKnown: boolean): string | undefined {
  return isKnown ? undefined : t('It does not refer to a span.');
}

/** The place of a span in pieces, or a sentence that says why it has none. */
function placeOf(pieces: readonly Span[], words: string, counted: CountedText | undefined): ImportedPlace | string {
  const points = { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
  if (!counted) return { points, quote: { exact: words, prefix: '', suffix: '' } };
  const gaps = pieces.slice(1).map(({ start }, at) => counted.spanOf(pieces[at]?.end ?? 0, start));
  const isWhole = gaps.every((gap) => gap && counted.text.slice(gap.start, gap.end).replace(BREAKS, '') === '');
  if (!isWhole) return t('Discontinuous spans are not supported: “{0}”', words);
  const span = counted.spanOf(points.start, points.end);
  return span ? { span } : t('It is not a span of the text: “{0}”', words);
}

/** A role and the id that has it. */
function argumentOf(part: string): readonly [role: string, id: string] {
  const at = part.lastIndexOf(':');
  let end = Math.max(0, at);
  // Of several that have one role, all but the first are numbered.
  while (end > 0 && '0123456789'.includes(part.charAt(end - 1))) end--;
  return [fromBrat(part.slice(0, end)), part.slice(at + 1)];
}
