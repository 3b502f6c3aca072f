import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { layoutOf, printLayout } from '../../server/src/annotations/anchor/layout';
import { targetOf } from '../../server/src/annotations/model';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import type { Sidecar } from '../../server/src/source/sidecar/schema';

/** One thing that goes wrong, or went wrong once. */
export interface FuzzCase {
  readonly text: string;
  /** What the text becomes, edit by edit. */
  readonly edits: readonly FuzzEdit[];
}

/** An edit of a text of any length. */
export interface FuzzEdit {
  /** Where it begins, as a share of the text. */
  readonly at: number;
  /** Code units that are removed. */
  readonly removed: number;
  readonly written: string;
}

/** Pieces of which invented newspaper pages, damage and attacks are made. */
const PIECES = [
  ...[
    '第一版 要闻\n\n',
    '# ',
    '## ',
    '### ——',
    '\n\n',
    '\n',
    '\r\n',
    '\r',
    '\u0085',
    '\u2028',
    '\u3000\u3000',
    ' ',
    '\t',
  ],
  ...[
    '云川市召开河道整治推进会',
    '本报讯（记者 沈知远）',
    '新华社云川5月6日电（记者',
    '本报记者 林一舟 文/图\n',
    '（下转第三版）',
    '上接第一版',
  ],
  ...[
    '会议强调，',
    '代市长欧阳𠮷主持会议。',
    '市长陈小𠮷出席。',
    '县委书记王',
    '记者𠮷',
    '同志',
    '主席',
    '（见图）',
    '摄影：',
  ],
  ...[
    '2月30日',
    '二〇二四年五月',
    '１２．５公里',
    '百分之',
    '5%',
    '《青溪县志》',
    '《',
    '》',
    '“',
    '”',
    '"',
    "'",
    '（',
    '）',
    '(',
    ')',
  ],
  ...['，', ',', '。', '.', '。。', '、', '：', ':', '；', '!', '·', '买买提·艾力', '---', '***', '————', '……'],
  ...[
    '𠮷',
    '𠀀',
    '𪚥',
    '𫠊',
    '😀',
    '👨‍👩‍👧',
    '🇨🇳',
    '👍🏽',
    'e\u0301',
    '\u0301',
    '\u20dd',
    '\u3099',
    '\ufe0f',
    '\ufe00',
    '\u{e0100}',
    '\u200d',
  ],
  ...[
    '\ufeff',
    '\u0000',
    '\u0001',
    '\u001b[31m',
    '\u007f',
    '\u0090',
    '\u200b',
    '\u202e',
    '\u2066',
    '\ufffd',
    '\ue000',
    '\ufdd0',
    '\uffff',
  ],
  ...[
    '```\n',
    '![](images/1.jpg)',
    '<b>',
    '</table>',
    '<td>',
    '&nbsp;',
    '&#x4e00;',
    '$\\frac{1}{2}$',
    '\\textbf{',
    '| a | b |\n',
    '[',
    '](',
    '__proto__',
  ],
  ...[
    '國營',
    '己经',
    '建没',
    '的的',
    'and ',
    'の',
    'Ж',
    'カ',
    '한',
    '㎡',
    '豈',
    '⼀',
    '０',
    'O',
    'l',
    '〇',
    '亻',
    '口',
  ],
  ...['Here is the text:\n', '作为一个人工智能', '市委召开会议，研究部署工作，'],
] as const;

const rare = fc.integer({ min: 0x20000, max: 0x323af }).map((code) => String.fromCodePoint(code));
const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code));
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/** Stretches of the invented pages that the repository has. */
const CORPUS = fileTexts(join('test', 'corpus'), '.txt');
const excerpt = fc
  .tuple(fc.constantFrom(...CORPUS), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 400 }))
  .map(([page, share, length]) => {
    const start = Math.floor(share * page.length);
    return page.slice(start, start + length);
  });

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<string>(...PIECES) },
  { weight: 3, arbitrary: excerpt },
  { weight: 2, arbitrary: han },
  { weight: 2, arbitrary: rare },
  { weight: 1, arbitrary: anyUnit },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const repeated = fc
  .tuple(
    piece,
    fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 2, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 500, max: 3000 }) },
    ),
  )
  .map(([one, times]) => one.repeat(Math.min(times, Math.ceil(20_000 / one.length))));

const written = fc.oneof({ weight: 20, arbitrary: piece }, { weight: 1, arbitrary: repeated });

/** Any text: more or less a page, more or less damaged. */
const text = fc.array(written, { maxLength: 40 }).map((pieces) => pieces.join(''));

const edit = fc.record<FuzzEdit>({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  written: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 4, arbitrary: piece }),
});

/** Any text with any edits. */
export const fuzzCase = fc.record<FuzzCase>({ text, edits: fc.array(edit, { maxLength: 8 }) });

/** A part of a text, in UTF-16 code units, that an edit replaces. */
export interface Replaced {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** Where an edit falls in a text. It cuts no surrogate pair and no line end: an editor would not either. */
export function placed(before: string, { at, removed, written: newText }: FuzzEdit): Replaced {
  const start = wholeOffset(before, Math.floor(at * before.length));
  return { start, end: wholeOffset(before, Math.min(before.length, start + removed)), written: newText };
}

/** A sidecar with annotations all over a text, some of which overlap, are empty, cut a character or have odd labels. */
export function annotated(text: string): Sidecar {
  const labels = ['person', 'a b', 'tab\tline\n', '__proto__', ''];
  const annotations = Array.from({ length: 20 }, (_, number) => {
    const start = Math.floor((text.length * number) / 20);
    const target = targetOf(text, { start, end: Math.min(text.length, start + ((number * 3) % 11)) });
    return { id: `annotation ${String(number)}`, label: labels[number % labels.length] ?? '', target };
  });
  const described = { sha256: '', lines: printLayout(layoutOf(text)) };
  return { ...EMPTY_SIDECAR, text: described, annotations };
}

function wholeOffset(before: string, offset: number): number {
  const code = before.codePointAt(offset - 1) ?? 0;
  const isWithinLineEnd = before.charAt(offset - 1) === '\r' && before.charAt(offset) === '\n';
  return code > 0xffff || isWithinLineEnd ? offset - 1 : offset;
}

/** The cases that were found once, by the names of their files. */
export function foundCases(): ReadonlyMap<string, FuzzCase> {
  const folder = join('test', 'fuzz', 'corpus');
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as FuzzCase]),
  );
}

function fileTexts(folder: string, extension: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(extension));
  return names.map((name) => readFileSync(join(folder, name), 'utf8'));
}
