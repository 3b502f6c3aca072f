/**
 * Makes the development set of recognised pages: prints newspaper text, damages it, and reads it with PP-OCRv4:
 *
 *   node scripts/run.mjs training/recognition/pages.ts PAGES_FOLDER FONTS_FOLDER .cache/recognised [FIRST] [LAST]
 *
 * PAGES_FOLDER holds newspaper pages as JSON, a day a file; those of June are used. Of each page that is made there is
 * `NN-typeface-damage.txt`, the text as it was read, and `.gold.txt`, the text as it was printed: in both a paragraph
 * a line, with a blank line between.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { damaged, DRAWN_SIZE } from './print/damage';
import { PAGE_DAMAGES } from './print/damages';
import { drawLine } from './print/draw';
import type { Image } from './print/image';
import { createRandom } from './print/random';
import { PAGE_TYPEFACES, registerTypefaces } from './print/typefaces';
import { createRecogniser } from './recogniser/recogniser';

const PAGES = 54;
/** Characters of a page, more or less. */
const LENGTH = 1000;
/** Characters of a line. */
const COLUMN = 20;
const BATCH = 8;
const SEED = 20260601;

const [pagesFolder, fontsFolder, outFolder, first = '0', last = String(PAGES)] = process.argv.slice(2);
if (!pagesFolder || !fontsFolder || !outFolder) throw new Error('usage: pages.ts PAGES_FOLDER FONTS_FOLDER OUT_FOLDER');

interface Day {
  readonly pages: readonly { readonly articles: readonly { readonly paragraphs: readonly string[] }[] }[];
}

const days = readdirSync(pagesFolder)
  .filter((name) => /^\d{4}-06-\d\d\.json$/.test(name))
  .sort();
registerTypefaces(PAGE_TYPEFACES, fontsFolder);
const recognise = await createRecogniser();
mkdirSync(outFolder, { recursive: true });

for (let page = Number(first); page < Number(last); page++) {
  const typeface = PAGE_TYPEFACES[page % PAGE_TYPEFACES.length]!;
  const damage = PAGE_DAMAGES[Math.floor(page / PAGE_TYPEFACES.length) % PAGE_DAMAGES.length]!;
  const name = join(outFolder, `${String(page).padStart(2, '0')}-${typeface.name}-${damage.name}`);
  if (existsSync(`${name}.gold.txt`)) continue;
  const random = createRandom(SEED + page);
  const paragraphs = paragraphsOf(page);
  const read: string[] = [];
  for (const paragraph of paragraphs) {
    const images: Image[] = [];
    for (const line of linesOf(paragraph))
      images.push(
        await damaged(drawLine(line, typeface.name, DRAWN_SIZE, typeface.weight).image, damage, typeface.scale, random),
      );
    let text = '';
    for (let at = 0; at < images.length; at += BATCH)
      for (const peaks of await recognise(images.slice(at, at + BATCH)))
        text += peaks
          .map(({ character }) => character)
          .join('')
          .trim();
    read.push(text);
  }
  writeFileSync(`${name}.txt`, read.join('\n\n') + '\n');
  writeFileSync(`${name}.gold.txt`, paragraphs.join('\n') + '\n');
  console.error(name);
}

/** The text of one page: of a day, from one of its pages on. */
function paragraphsOf(page: number): string[] {
  const day = days[page % days.length]!;
  const { pages } = JSON.parse(readFileSync(join(pagesFolder!, day), 'utf8')) as Day;
  const start = (1 + 2 * Math.floor(page / days.length)) % pages.length;
  const paragraphs = [...pages.slice(start), ...pages.slice(0, start)]
    .flatMap(({ articles }) => articles)
    .flatMap((article) => article.paragraphs)
    .map((paragraph) => paragraph.replace(/\s+/g, ''))
    .filter((paragraph) => paragraph.length >= 2 * COLUMN);
  let length = 0;
  const end = paragraphs.findIndex((paragraph) => (length += paragraph.length) >= LENGTH);
  return paragraphs.slice(0, end + 1);
}

/** A paragraph set in a column. Narrow characters take half the width. */
function linesOf(paragraph: string): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const character of paragraph) {
    line += character;
    width += character < '\u0100' ? 0.5 : 1;
    if (width < COLUMN) continue;
    lines.push(line);
    [line, width] = ['', 0];
  }
  return line ? [...lines, line] : lines;
}
