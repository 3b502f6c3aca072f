// npm run notices: writes THIRD_PARTY_NOTICES.md from what the bundles in dist/ really contain.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './processes.mjs';

/** @typedef {{ name: string, version: string, license: string, text: string, within: Set<string> }} Notice */

/** The parts of what ships, each with the folder of dist/ and the ending of its files. */
const PARTS = [
  { name: 'extension', folder: '', ending: 'client.cjs' },
  { name: 'programs', folder: '', ending: '.mjs' },
  { name: 'programs', folder: 'chunks', ending: '.mjs' },
];

/** Shipped beside the bundles, because it has a native part. */
const UNBUNDLED = ['node_modules/@node-rs/jieba'];

const INTRODUCTION = `# Third-party notices

Galley contains code and data of others. Made by \`npm run notices\` from the source maps of the bundles.

## Data

- **OpenCC**, by Carbo Kuo and contributors, Apache-2.0: \`dictionaries/lexicons/variants.json\` is made from its table TSCharacters,
  and \`dictionaries/lexicons/nonstandard-characters.json\` from JPShinjitaiCharacters and from the variants of **Unihan**, by
  Unicode, Inc., Unicode-3.0;
  changed by leaving out characters that stand in the 通用规范汉字表. The licence is in
  [dictionaries/licences/Apache-2.0.txt](dictionaries/licences/Apache-2.0.txt).
- **jieba**, by Sun Junyi, MIT: \`dictionaries/lexicons/common-words.json\` is made from its dictionary; the segmenter brings the
  dictionary itself. Its licence is the MIT licence, whose words stand below, with: Copyright (c) 2013 Sun Junyi. The
  segmenter's native part, @node-rs/jieba-(platform), is built from jieba-rs (MIT).
- **areacodes**, by Scallop Ye, CC0 1.0; **Administrative-divisions-of-China**, by modood, WTFPL (on npm: MIT);
  **AreaCity-JsSpider-StatsGov**, by xiangyuecn, MIT: \`dictionaries/gazetteer/places.tsv\` is made from them; changed by deriving short
  names and joining divisions with what they became.
- **pinyin-data**, by mozillazg and contributors, MIT: \`dictionaries/lexicons/pinyin.json\` is made from its tables; changed by leaving
  out tones and characters beyond the 通用规范汉字表 and the traditional ones of OpenCC.
- **lunar-javascript**, Copyright (c) 2018 6tail, MIT: \`dictionaries/lexicons/lunar-years.json\` holds days that it computes.
- \`dictionaries/models/confusables.txt\` is made from **chaizi**, by kfcd, CC BY 3.0 (https://creativecommons.org/licenses/by/3.0/),
  reduced to likenesses of characters; **pinyin-data**, by mozillazg, MIT; **SimilarCharacter**, by contr4l, MIT; the
  confusion sets of **ECSpell**, Copyright (c) 2022 Aopolin-Lv, MIT; a list of **pycorrector**, by Xu Ming, Apache-2.0; and pictures of
  characters measured in the font **WenQuanYi Micro Hei**, by Qianqian Fang and others after Google's Droid, Apache-2.0.
- \`dictionaries/models/misreadings.txt\` holds how often the recognition model of **PaddleOCR** (PP-OCRv4, Apache-2.0) reads one character as
  another; neither the model nor a font is part of it.
- \`dictionaries/models/words.bin\` is made from **jieba**'s dictionary (as above), **THUOCL**, by THUNLP of Tsinghua University, MIT,
  and the **divisions of China** of modood, MIT; \`dictionaries/lexicons/set-phrases.txt\` and
  \`dictionaries/lexicons/not-names.json\` hold idioms and words of **THUOCL**, \`dictionaries/lexicons/sentence-words.json\` words of
  **jieba**'s dictionary. \`dictionaries/models/name-odds.json\` is made from names in jieba's
  dictionary and in a list of **pycorrector** (as above).
- \`dictionaries/models/ngrams.bin\` holds counts of characters and no text.
- \`dictionaries/models/entity-tagger.bin\` holds weights of a statistical tagger and no text. They were learned from marked sentences of
  **BosonNLP**, **CLUENER 2020**, **ResumeNER** (Zhang and Yang 2018) and the **MSRA** set of SIGHAN 2006, with words of
  **jieba**, the divisions of China and the name list of **pycorrector** (as above).
- **Chinese-Elite**, by anonym-g, MIT: \`dictionaries/gazetteer/officials.tsv\` and \`organisations.tsv\` hold names, posts and
  abbreviations of its graph. The other facts in them are from public biographies; no words of these are in Galley.
- **Unicode Character Database**, © Unicode, Inc., Unicode License v3 (https://www.unicode.org/license.txt):
  \`dictionaries/lexicons/radicals.json\` holds some lines of its EquivalentUnifiedIdeograph.

## Code

`;

/** @type {Map<string, Notice>} */
const notices = new Map();
for (const { name, folder, ending } of PARTS)
  for (const source of packagesOf(folder, ending)) noticeOf(source).within.add(name);
for (const folder of UNBUNDLED) noticeOf(folder).within.add('beside the bundles');

const sorted = [...notices.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
writeFileSync(
  join(ROOT, 'THIRD_PARTY_NOTICES.md'),
  `${INTRODUCTION}${table(sorted)}\n${sorted.map(section).join('\n')}`,
);

/**
 * The folders of the packages whose code some bundles hold, relative to the project.
 *
 * @param {string} folder of dist/
 * @param {string} ending of the names of the bundles
 */
function packagesOf(folder, ending) {
  const path = join(ROOT, 'dist', folder);
  const maps = readdirSync(path).filter((name) => name.endsWith(`${ending}.map`));
  const sources = maps.flatMap((name) => {
    /** @type {{ sources: readonly string[] }} */
    const map = JSON.parse(readFileSync(join(path, name), 'utf8'));
    return map.sources;
  });
  const folders = sources.map((source) => /^(?:\.\.\/)+(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]);
  return new Set(folders.filter((found) => found !== undefined));
}

/**
 * The notice on a package; the same one where several folders hold the same version.
 *
 * @param {string} folder
 */
function noticeOf(folder) {
  /** @type {{ name: string, version: string, license: string, author?: string | { name: string } }} */
  const {
    name,
    version,
    license,
    author = name,
  } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const key = `${name}@${version}`;
  const known = notices.get(key);
  if (known) return known;
  const owner = typeof author === 'string' ? author : author.name;
  const text = licenceIn(folder) ?? `${license}, by ${owner}. The package names its licence and brings no text of it.`;
  const fresh = { name, version, license, text, within: /** @type {Set<string>} */ (new Set()) };
  notices.set(key, fresh);
  return fresh;
}

/** @param {string} folder */
function licenceIn(folder) {
  const name = readdirSync(join(ROOT, folder)).find((file) => /^licen[cs]e/i.test(file));
  return (
    name &&
    readFileSync(join(ROOT, folder, name), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim()
  );
}

/** @param {readonly Notice[]} all */
function table(all) {
  const rows = all.map(
    ({ name, version, license, within }) => `| ${name} | ${version} | ${license} | ${[...within].join(', ')} |\n`,
  );
  return `| package | version | licence | in |\n| --- | --- | --- | --- |\n${rows.join('')}`;
}

/** @param {Notice} notice */
function section({ name, version, text }) {
  return `### ${name} ${version}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
}
