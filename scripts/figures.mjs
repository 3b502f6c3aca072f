// Measured figures: docs/figures/*.json hold them, the tables of docs/accuracy.md and docs/performance.md show them.
// The commands that measure them store them with `--write`. Paths are relative to the working directory, which is the root of
// the project for every npm script.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { FIGURE_TABLES } from './figure-tables.mjs';
import { markdownTable, withGenerated } from './generated-section.mjs';

/**
 * @typedef {'english' | 'chinese'} LanguageModel
 * @typedef {Readonly<Record<string, string>>} Figure values as they are printed, with their units; `aim` is one such as `≤ 25 ms`
 * @typedef {object} Section what one measurement found
 * @property {string} measured the date, as in 2026-11-23
 * @property {Readonly<Record<LanguageModel, string>>} [note] what a reader must know about it; the next measurement removes it
 * @property {Readonly<Record<string, Figure>>} figures
 * @typedef {Readonly<Record<string, Section>>} Sections by measurement
 */

/** The documents with tables of figures, in both languages. @type {readonly (readonly [string, LanguageModel])[]} */
const DOCUMENTS = [
  ['docs/accuracy.md', 'english'],
  ['docs/zh-CN/accuracy.md', 'chinese'],
  ['docs/performance.md', 'english'],
  ['docs/zh-CN/performance.md', 'chinese'],
];

/** Whether the command was called with `--write`: then the figures are to be stored. */
export const isWriting = process.argv.includes('--write');

/**
 * Stores the figures of one measurement with today's date, and generates the tables that show them.
 *
 * @param {'accuracy' | 'performance'} file
 * @param {string} measurement
 * @param {Readonly<Record<string, Figure>>} figures
 */
export function saveFigures(file, measurement, figures) {
  const path = `docs/figures/${file}.json`;
  const sections = {
    ...readSections(file),
    [measurement]: { measured: new Date().toISOString().slice(0, 10), figures },
  };
  writeFileSync(path, `${JSON.stringify(sections, null, 2)}\n`);
  for (const [document, text] of Object.entries(documentsWithFigures())) writeFileSync(document, text);
  console.log(`Stored in ${path}.`);
}

/** The documents with their tables of figures generated, by path. @returns {Record<string, string>} */
export function documentsWithFigures() {
  return Object.fromEntries(
    DOCUMENTS.map(([path, language]) => {
      const file = path.endsWith('accuracy.md') ? 'accuracy' : 'performance';
      const sections = readSections(file);
      const text = FIGURE_TABLES.filter((table) => table.file === file).reduce(
        (document, table) => withGenerated(document, table.name, sectionText(table, sections, language)),
        readFileSync(path, 'utf8'),
      );
      return [path, text];
    }),
  );
}

/**
 * The table with the dates and the notes of what it shows.
 *
 * @param {import('./figure-rows.mjs').FigureTable} table
 * @param {Sections} sections
 * @param {LanguageModel} language
 */
function sectionText({ columns, rows }, sections, language) {
  const cells = rows.map(({ measurement, figure, ...label }) => {
    const found = sections[measurement]?.figures[figure] ?? {};
    return [label[language], ...columns.map((column) => cellOf(column, found, language))];
  });
  const shown = [...new Set(rows.map(({ measurement }) => measurement))].flatMap((name) => sections[name] ?? []);
  const dates = [...new Set(shown.map(({ measured }) => measured))].sort();
  const notes = [...new Set(shown.flatMap(({ note }) => note?.[language] ?? []))];
  const sentences =
    language === 'english'
      ? [`Measured on ${dates.join(', ')}.`, ...notes].join(' ')
      : [`测量日期：${dates.join('、')}。`, ...notes].join('');
  return `${markdownTable(['', ...columns.map((column) => column[language])], cells)}\n${sentences}\n`;
}

/**
 * @param {import('./figure-rows.mjs').FigureTable['columns'][number]} column
 * @param {Figure} figure
 * @param {LanguageModel} language
 */
function cellOf({ key, of = [] }, figure, language) {
  const shown = inLanguage(figure[key] ?? '', language);
  if (shown === '' || of.length === 0) return shown;
  return (
    shown +
    judgement(
      of.flatMap((value) => numbersIn(figure[value] ?? '')),
      figure[key] ?? '',
      language,
    )
  );
}

/** What follows an aim that not every value reaches. @param {readonly number[]} values @param {string} aim @param {LanguageModel} language */
function judgement(values, aim, language) {
  const [limit = NaN] = numbersIn(aim);
  const reached = values.filter((one) =>
    aim.startsWith('≥') ? one >= limit : aim.startsWith('<') ? one < limit : one <= limit,
  );
  if (reached.length === values.length) return '';
  const partly = reached.length > 0;
  if (language === 'english') return partly ? ', partly reached' : ', not reached';
  return partly ? '，部分达到' : '，未达到';
}

/** The numbers of a text, times in milliseconds. @param {string} text */
function numbersIn(text) {
  const factor = /\d s$/.test(text) ? 1000 : 1;
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) => factor * Number(number.replaceAll(',', '')));
}

/** @param {string} value @param {LanguageModel} language */
function inLanguage(value, language) {
  return language === 'english' ? value : value.replace(/(\d) ms$/, '$1 毫秒').replace(/(\d) s$/, '$1 秒');
}

/** @param {string} file @returns {Sections} */
function readSections(file) {
  const path = `docs/figures/${file}.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}
