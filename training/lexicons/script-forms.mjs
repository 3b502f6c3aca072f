#!/usr/bin/env node
// Makes dictionaries/lexicons/script-forms.json: node training/lexicons/script-forms.mjs OPENCC_FOLDER
// The folder holds opencc_{TS,ST}{Characters,Phrases}.txt and opencc_{HK,TW}Variants.txt (OpenCC, Apache-2.0).
// old-forms.txt beside this script has the forms of old prints that OpenCC does not list.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node training/lexicons/script-forms.mjs OPENCC_FOLDER');
  process.exit(2);
}

/** @param {string | URL} path */
const rowsOf = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.trim().split('\t'));
/** @param {string} name @returns {[string, string[]][]} */
const openCc = (name) =>
  rowsOf(join(folder, `opencc_${name}.txt`)).map(([key = '', values = '']) => [key, values.split(' ')]);

/** Simplified character of each other form; only characters of one UTF-16 code unit, so that offsets stay as they are. */
const simplified = new Map();
/** @param {string} form @param {string | undefined} character */
const add = (form, character) => {
  if (form.length === 1 && character?.length === 1 && form !== character && !simplified.has(form))
    simplified.set(form, character);
};
for (const [form, values] of openCc('TSCharacters')) add(form, values[0]);
for (const [character = '', forms = ''] of rowsOf(new URL('old-forms.txt', import.meta.url)))
  for (const form of forms) add(form, character);
for (const name of ['HKVariants', 'TWVariants'])
  for (const [standard, forms] of openCc(name))
    for (const form of forms) if (simplified.has(standard)) add(form, simplified.get(standard));
// A form whose simplified character has itself a simpler one.
for (const [form, character] of simplified)
  if (simplified.has(character)) simplified.set(form, simplified.get(character));

// Both are simplified characters too, but in traditional text they are mostly these; KEPT has the words in which they are not.
for (const [form = '', character] of ['著着', '藉借', '瞭了', '祇只']) simplified.set(form, character);
const KEPT =
  '著名 著作 著者 著稱 著书 著書 著述 著錄 著有 著文 名著 原著 專著 巨著 譯著 論著 編著 合著 遺著 拙著 大著 顯著 昭著 卓著 土著 ' +
  '慰藉 狼藉 蘊藉 枕藉 瞭望 神祇 地祇';
/** Words that other conventions of spelling write with another character than simplified text does. */
const SPELLINGS =
  '沈沒沉没 沈重沉重 沈默沉默 沈痛沉痛 沈思沉思 沈睡沉睡 沈淪沉沦 沈浮沉浮 沈溺沉溺 沈澱沉淀 沈悶沉闷 沈靜沉静 沈船沉船 擊沈击沉 ' +
  '深沈深沉 低沈低沉 消沈消沉 浮沈浮沉 陰沈阴沉 沈寂沉寂 沈迷沉迷 沈着沉着 沈著沉着 甚麼什么 甚麽什么 計畫计划 企畫企划 規畫规划 籌畫筹划 ' +
  '策畫策划 謀畫谋划 部份部分 成份成分 身分身份 澈底彻底 透澈透彻 貫澈贯彻 答覆答复';

/** @param {string} text */
const simplify = (text) => [...text].map((character) => simplified.get(character) ?? character).join('');

/** @type {Record<string, string>} */
const forms = {};
for (const [character, traditional] of openCc('STCharacters')) {
  const own = traditional.filter((form) => form === character || simplified.get(form) === character);
  if (own.length > 0) forms[character] = own.join('');
}
for (const [form, character] of simplified)
  if (!(forms[character] ?? '').includes(form)) forms[character] = `${forms[character] ?? ''}${form}`;

/** Words that have another simplified form than their characters by themselves: 乾隆 keeps 乾. */
const exceptions = openCc('TSPhrases').flatMap(([word, [value = '']]) =>
  value.length === word.length && value !== simplify(word) ? [[word, value]] : [],
);
for (const word of KEPT.split(' '))
  exceptions.push([
    word,
    [...word].map((character) => ('著藉瞭祇'.includes(character) ? character : simplify(character))).join(''),
  ]);
for (const pair of SPELLINGS.split(' ')) exceptions.push([pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)]);

const usual = (/** @type {string} */ word) => [...word].map((character) => forms[character]?.[0] ?? character).join('');
/** Words of two characters with another traditional form than the most common of each: 皇后, not 皇後. */
const words = openCc('STPhrases').flatMap(([word, [traditional = '']]) =>
  word.length === 2 && traditional.length === 2 && traditional !== usual(word) && simplify(traditional) === word
    ? [traditional]
    : [],
);

const sorted = Object.fromEntries(Object.entries(forms).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(
  new URL('../../dictionaries/lexicons/script-forms.json', import.meta.url),
  `${JSON.stringify({ forms: sorted, exceptions: Object.fromEntries(exceptions), words: words.join(' ') }, null, 1)}\n`,
);
