/** A kind of text that could make an analysis slow, of any size. */
export interface TextFamily {
  readonly name: string;
  /** The largest size that is measured; what it counts depends on the family. */
  readonly size: number;
  text(size: number): string;
}

/** So many repetitions of a unit, each on a separate line, with blank lines between them. */
function paragraphs(name: string, size: number, unit: string | ((place: number) => string)): TextFamily {
  const line = typeof unit === 'string' ? () => unit : unit;
  return { name, size, text: (count) => Array.from({ length: count }, (_, place) => line(place)).join('\n\n') };
}

/** Code units of a line; a longer one is not read for names. */
const LONG = 100_000;

/** One line that repeats a unit up to a number of code units. */
function line(name: string, unit: string, { size = LONG, before = '', after = '' } = {}): TextFamily {
  return { name, size, text: (length) => before + unit.repeat(Math.ceil(length / unit.length)) + after };
}

/** Texts that no newspaper has, but that an OCR model in a loop, or an attacker, may produce. */
export const ADVERSARIAL_TEXTS: readonly TextFamily[] = [
  { name: 'line of varied Han characters', size: LONG, text: hanLine },
  line('line of one character', '市'),
  line('line of ASCII letters', 'abcdefghij'),
  line('Kana before ASCII letters', 'abcdefghij', { before: '# 会议\n\nの' }),
  line('line of one sentence', '市委召开会议，研究部署工作。'),
  line('line of one traditional character', '國'),
  line('line of one surname', '王'),
  line('line of names', '王伟李强张敏'),
  line('line of names and titles', '记者王伟'),
  line('line of offices', '市长'),
  line('line of deeds', '讲话'),
  line('line of numerals', '一二三'),
  line('line of places', '衢州'),
  line('line of organisations', '委员会'),
  line('line of transcribed names', '乔治·'),
  line('line of dates', '5月6日'),
  line('line of years', '2024年'),
  line('line of spaced characters', '全 面 '),
  line('line of doubled characters', '的的'),
  line('digits', '1234567890'),
  line('zeros', '0'),
  line('digits and letters', '1O0l'),
  line('digits and points', '1.'),
  line('digits and commas', '1,'),
  line('spaces between characters', ' ', { before: '市', after: '市' }),
  line('wide spaces between characters', '\u3000', { before: '市', after: '市' }),
  line('tabs', '\t', { before: '市', after: '市' }),
  ...Array.from('#|$&<>[](){}*_`~\\^%"\'/-=+;:,.!?@', (mark) => line(`line of ${mark}`, mark, { before: '市' })),
  ...Array.from('“”‘’《》（）【】「」、，。；：！？…—·●', (mark) => line(`line of ${mark}`, mark, { before: '市' })),
  line('open tags', '<td>'),
  line('open comments', '<!--'),
  line('entities', '&amp;'),
  line('open entities', '&amp'),
  line('formulas', '$1\\%$'),
  line('open formulas', '\\mathrm{'),
  line('raised numbers', '^{2'),
  line('image links in a line', '![图](a.png)'),
  line('open image links in a line', '![图]('),
  line('brackets and quotes in turn', '（“'),
  line('ASCII quotes around characters', '"市"'),
  line('inch marks far from the first quote', '1"市', { before: '市'.repeat(100_000) }),
  line('jump lines in a line', '（下转第三版）'),
  line('open jump lines', '下转'),
  line('Kana', 'の'),
  line('Kana and characters in turn', 'の市'),
  line('Cyrillic letters', 'АB'),
  line('rare characters', '𠮷'),
  line('zero-width spaces', '\u200b'),
  line('letters between characters', '市and'),
  line('URLs', 'www.a.cn'),
  paragraphs('short lines', 20_000, '市'),
  paragraphs('varied short lines', 8_000, (place) => `${hanLine(20, place)}。`),
  { name: 'blank lines', size: 40_000, text: (count) => `市\n${'\n'.repeat(count)}市` },
  { name: 'lines that end in CR', size: 8_000, text: (count) => '市委召开会议\r\r# 会议\r\r'.repeat(count) },
  { name: 'hard breaks', size: 8_000, text: (count) => '市委召开会议  \n'.repeat(count) },
  paragraphs('jump lines', 2_200, '（下转第三版）'),
  paragraphs('jump lines and their origins', 2_200, (place) => (place % 2 === 0 ? '（下转第一版）' : '（上接第一版）')),
  paragraphs('articles that jump', 2_200, '# 会议\n\n（下转第一版）\n\n# 会议\n\n（上接第一版）'),
  paragraphs('headings', 5_000, '# 会议'),
  paragraphs('headings of deeds', 5_000, (place) => `# ${nameOf(place)}${nameOf(place + 7)}讲话`),
  paragraphs('headings and paragraphs', 5_000, '# 会议\n\n市委召开会议，研究部署工作。'),
  paragraphs('headings of two levels', 5_000, '# 会议\n\n## 工作\n\n市委召开会议'),
  paragraphs('crossheads', 5_000, (place) => (place === 0 ? '# 会议\n\n市委召开会议。' : '## 会议')),
  paragraphs('one paragraph', 5_200, '市委召开会议，研究部署工作。'),
  paragraphs('one paragraph without an end', 5_200, '市委召开会议，研究部署工作，'),
  paragraphs('torn paragraphs', 5_200, (place) => `${hanLine(40, place)}，`),
  paragraphs('bylines', 5_000, '本报记者 沈知远'),
  paragraphs('bylines of many people', 5_000, (place) => `本报记者 ${nameOf(place)}`),
  paragraphs('names with titles', 5_000, (place) => `市长${nameOf(place)}讲话。`),
  paragraphs('places', 5_000, '衢州市柯城区召开会议。'),
  paragraphs('story openings', 5_000, '本报讯（记者 沈知远）'),
  paragraphs('open quotes', 10_000, '“市'),
  paragraphs('open brackets', 10_000, '（市'),
  paragraphs('closed quotes', 10_000, '市”'),
  paragraphs('image links', 10_000, '![图](a.png)'),
  paragraphs('captions and credits', 5_000, '![图](a.png)\n\n市民在采茶。\n\n沈知远摄'),
  paragraphs('page marks', 5_000, '第一版 要闻'),
  paragraphs('pages', 5_000, '第一版 要闻\n\n# 会议\n\n市委召开会议。'),
  paragraphs('tables', 5_000, '|市|委|'),
  paragraphs('code fences', 5_000, '```'),
  paragraphs('traditional characters', 5_000, '國家大事，市委召開會議。'),
  paragraphs('half-width marks', 5_000, '市委召开会议,研究部署工作.'),
];

/** A line of so many frequent Han characters, the same for the same length and seed. */
function hanLine(length: number, seed = 1): string {
  const characters = new Uint16Array(length);
  let state = seed + 1;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    characters[at] = 0x4e00 + ((state >>> 8) % 5000);
  }
  let text = '';
  for (let at = 0; at < length; at += CHUNK) text += String.fromCharCode(...characters.subarray(at, at + CHUNK));
  return text;
}

/** Code units that are given to one call. */
const CHUNK = 10_000;

function nameOf(place: number): string {
  const [surnames, given] = ['王李张刘陈杨黄赵吴周', '伟芳敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂'];
  const at = (characters: string, index: number): string => characters.charAt(index % characters.length);
  return at(surnames, place) + at(given, Math.floor(place / 10)) + at(given, Math.floor(place / 200));
}
