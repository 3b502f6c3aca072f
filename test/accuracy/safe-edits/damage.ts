import { applyEdits, type Edit } from '../../../server/src/core/edit';
import type { Random } from '../habits/random';

/** A damaged text, and the edits that restore it. */
export interface DamagedText {
  readonly text: string;
  /** In UTF-16 offsets of `text`, sorted, at least one code unit apart. */
  readonly restoring: readonly Edit[];
}

/** One kind of damage: the places of a line where it can be, and what is printed there instead. */
interface Damage {
  readonly chance: number;
  readonly pattern: RegExp;
  written(found: RegExpMatchArray, random: Random, gap: string): string;
}

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
  '（': '(',
  '）': ')',
  '、': ',',
};

const RADICALS: Readonly<Record<string, string>> = {
  一: '⼀',
  人: '⼈',
  大: '⼤',
  山: '⼭',
  工: '⼯',
  水: '⽔',
  生: '⽣',
  高: '⾼',
};

const ENTITIES: Readonly<Record<string, string>> = {
  '“': '&ldquo;',
  '”': '&rdquo;',
  '·': '&middot;',
  '—': '&mdash;',
  '…': '&#8230;',
};

/** What is found between the halves of a split paragraph. */
const INTERRUPTIONS = [
  '',
  '',
  '',
  '---',
  '<!-- image -->',
  '<--- Page Split --->',
  '| 项目 | 数量 |\n|---|---|\n| 一 | 3 |',
  '3',
];

const DAMAGES: readonly Damage[] = [
  { chance: 0.08, pattern: /[，。；：？！（）]/g, written: ([mark]) => HALF_WIDTH[mark] ?? mark },
  { chance: 0.02, pattern: /[，；：](?=[一-鿿])/g, written: ([mark]) => `${HALF_WIDTH[mark] ?? mark} ` },
  { chance: 0.01, pattern: /(?<=[一-鿿])[，。、](?=[一-鿿])/g, written: ([mark]) => `${mark}${mark}` },
  { chance: 0.005, pattern: /(?<=[，。])(?=[一-鿿])/g, written: () => ' ' },
  { chance: 0.003, pattern: /(?<=[一-鿿])(?=[一-鿿])/g, written: (_, random) => random.pick([' ', ' ', '　']) },
  {
    chance: 0.0005,
    pattern: /(?<=[一-鿿])(?=[一-鿿])/g,
    written: (_, random) => random.pick(['\u200b', '\ufeff', '\u00ad']),
  },
  { chance: 0.004, pattern: /[一人大山工水生高]/g, written: ([character]) => RADICALS[character] ?? character },
  { chance: 0.05, pattern: /[“”·—…]/g, written: ([mark]) => ENTITIES[mark] ?? mark },
  { chance: 0.05, pattern: /[“”]/g, written: () => '"' },
  { chance: 0.05, pattern: /\d+(?:\.\d+)?%/g, written: ([number]) => `$${number.slice(0, -1)}\\%$` },
  {
    chance: 0.03,
    pattern: /\d+/g,
    written: ([digits]) => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  },
  { chance: 0.03, pattern: /(?<=[一-鿿])[和与](?=[一-鿿])/g, written: (_, random) => random.pick(['and', ' and ']) },
  { chance: 0.3, pattern: /。$/g, written: () => '' },
  { chance: 0.05, pattern: /$/g, written: (_, random) => random.pick([' ', '  ', '　']) },
  {
    chance: 0.001,
    pattern: /(?<=[一-鿿].{40})(?=.{20})/g,
    written: (_, random, gap) => {
      const between = random.pick(INTERRUPTIONS);
      return between === '' ? gap : `${gap}${between}${gap}`;
    },
  },
];

/** Lines from this length on, in code units, are running text; the damage of others is another matter. */
const SHORTEST_LINE = 30;

/** Damages a text as recognition does. A paragraph is split with `gap`, which is what parts the paragraphs of the text. */
export function damaged(clean: string, random: Random, gap: string): DamagedText {
  const edits = linesOf(clean).flatMap(({ start, line }) =>
    isRunningText(line) ? damageOf(line, start, random, gap) : [],
  );
  let delta = 0;
  const restoring = edits.map(({ start, end, newText }) => {
    const from = start + delta;
    delta += newText.length - (end - start);
    return { start: from, end: from + newText.length, newText: clean.slice(start, end) };
  });
  return { text: applyEdits(clean, edits), restoring };
}

/** The edits that damage one line, sorted, each at least two code units from the next. */
function damageOf(line: string, offset: number, random: Random, gap: string): Edit[] {
  const drawn = DAMAGES.flatMap(({ chance, pattern, written }) =>
    Array.from(line.matchAll(pattern)).flatMap((found) =>
      random.chance(chance)
        ? [
            {
              start: offset + found.index,
              end: offset + found.index + found[0].length,
              newText: written(found, random, gap),
            },
          ]
        : [],
    ),
  );
  drawn.sort((one, other) => one.start - other.start);
  let end = offset - 1;
  return drawn.filter((edit) => {
    if (edit.start < end + 2 || /[\ud800-\udfff]/.test(line.slice(edit.start - offset - 1, edit.end - offset + 1)))
      return false;
    end = edit.end;
    return true;
  });
}

function isRunningText(line: string): boolean {
  return line.length >= SHORTEST_LINE && /[，。]/.test(line) && !/^[#|<【!]/.test(line);
}

function linesOf(text: string): { start: number; line: string }[] {
  return Array.from(text.matchAll(/[^\r\n]+/g), ({ 0: line, index }) => ({ start: index, line }));
}
