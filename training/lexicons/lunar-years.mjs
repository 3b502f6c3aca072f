/**
 * Builds dictionaries/lexicons/lunar-years.json, the years of the Chinese calendar in which newspapers were dated by it:
 *
 *   npm install --prefix FOLDER lunar-javascript@1.7.7
 *   node training/lexicons/lunar-years.mjs FOLDER/node_modules/lunar-javascript
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';

const FROM = 1821;
const TO = 1949;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: lunar-years.mjs FOLDER_OF_LUNAR_JAVASCRIPT');

/**
 * @typedef {{ getDayCount(): number }} Month
 * @typedef {{ fromYmd(year: number, month: number, day: number): { getSolar(): { toYmd(): string } } }} Days
 * @typedef {{ fromYear(year: number): { getMonthsInYear(): Month[]; getLeapMonth(): number } }} Years
 */
const { Lunar, LunarYear } = /** @type {{ Lunar: Days; LunarYear: Years }} */ (
  createRequire(import.meta.url)(resolve(folder))
);

const rows = [];
for (let year = FROM; year <= TO; year++) {
  const lunar = LunarYear.fromYear(year);
  const begins = Lunar.fromYmd(year, 1, 1).getSolar().toYmd();
  const days = lunar.getMonthsInYear().map((month) => month.getDayCount());
  const leap = lunar.getLeapMonth();
  rows.push(`  "${year}": ${JSON.stringify({ begins, days, ...(leap > 0 ? { leap } : {}) })}`);
}
writeFileSync('dictionaries/lexicons/lunar-years.json', `{\n${rows.join(',\n')}\n}\n`);
