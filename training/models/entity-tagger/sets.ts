import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaggedType } from '../../../server/src/entities/detect/tagger/tags';
import type { MarkedSpan, Sentence } from './sentences';

type Labels = Readonly<Record<string, TaggedType | 'unsure'>>;

const NEWS: Labels = { PER: 'person', LOC: 'place', ORG: 'organisation' };
/** Origins and citizenships are marked together with words that belong to no name (浙江杭州人, 中国国籍). */
const RESUME: Labels = { NAME: 'person', ORG: 'organisation', TITLE: 'office', LOC: 'unsure', CONT: 'unsure' };
const CLUENER: Labels = {
  name: 'person',
  address: 'place',
  scene: 'place',
  organization: 'organisation',
  company: 'organisation',
  government: 'organisation',
  position: 'office',
};
const BOSON: Labels = {
  person_name: 'person',
  location: 'place',
  org_name: 'organisation',
  company_name: 'organisation',
};

/** MSRA's validation set: news. */
export function msraSentences(folder: string): Sentence[] {
  const tags = readFileSync(join(folder, 'msra/val_tags.txt'), 'utf8').split('\n');
  return readFileSync(join(folder, 'msra/val_sentences.txt'), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const characters = line.trim().split(' ').filter(Boolean);
      const marks = (tags[index] ?? '').trim().split(' ');
      return characters.length > 0 ? [sentenceOf(characters, marks, NEWS, ['office'])] : [];
    });
}

/** A character and its tag a line, sentences apart by an empty line. */
export function columnSentences(file: string, kind: 'news' | 'resume'): Sentence[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n\r?\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const rows = block
        .split(/\r?\n/)
        .filter(Boolean)
        .map((row) => row.split(/[ \t]/));
      const characters = rows.map((row) => row[0] ?? '');
      const marks = rows.map((row) => row[1] ?? 'O');
      return kind === 'news'
        ? sentenceOf(characters, marks, NEWS, ['office'])
        : sentenceOf(characters, marks, RESUME, []);
    });
}

export function cluenerSentences(folder: string): Sentence[] {
  return readFileSync(join(folder, 'cluener/train.json'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { text, label } = JSON.parse(line) as {
        text: string;
        label: Record<string, Record<string, readonly (readonly [number, number])[]>>;
      };
      const spans = Object.entries(label).flatMap(([name, found]) =>
        Object.values(found)
          .flat()
          .map(([start, last]) => ({ type: CLUENER[name], start, end: last + 1 })),
      );
      return { text, spans: withoutOverlaps(spans), unmarked: [] };
    });
}

export function bosonSentences(folder: string): Sentence[] {
  return readFileSync(join(folder, 'boson/origindata.txt'), 'utf8')
    .split(/\r?\n|\\n/)
    .flatMap((line) => line.split(/(?<=[。！？])/))
    .filter((line) => line.length > 3)
    .map((line) => {
      let text = '';
      const spans: { type: TaggedType | 'unsure' | undefined; start: number; end: number }[] = [];
      for (const [whole, name, named] of line.matchAll(/\{\{(\w+):(.*?)\}\}|[^{]+|\{/g)) {
        const added = name === undefined ? whole : (named ?? '');
        if (name !== undefined) spans.push({ type: BOSON[name], start: text.length, end: text.length + added.length });
        text += added;
      }
      return { text, spans: withoutOverlaps(spans), unmarked: ['office'] };
    });
}

function withoutOverlaps(
  spans: readonly { type: TaggedType | 'unsure' | undefined; start: number; end: number }[],
): MarkedSpan[] {
  const kept: MarkedSpan[] = [];
  for (const { type, start, end } of [...spans].sort((one, other) => one.start - other.start || other.end - one.end))
    if (type !== undefined && end > start && (kept.at(-1)?.end ?? 0) <= start) kept.push({ type, start, end });
  return kept;
}

/** Reads tags of either kind, B I O or B M E S O. */
function sentenceOf(
  characters: readonly string[],
  marks: readonly string[],
  labels: Labels,
  unmarked: readonly TaggedType[],
): Sentence {
  const spans: MarkedSpan[] = [];
  let text = '';
  let open: { label: string; start: number } | undefined;
  const close = (): void => {
    const type = labels[open?.label ?? ''];
    if (open && type) spans.push({ type, start: open.start, end: text.length });
    open = undefined;
  };
  characters.forEach((character, index) => {
    const [place = 'O', label = ''] = (marks[index] ?? 'O').split('-');
    if (place === 'O' || place === 'B' || place === 'S' || open?.label !== label) close();
    if (place !== 'O') open ??= { label, start: text.length };
    text += character;
  });
  close();
  return { text, spans, unmarked };
}
