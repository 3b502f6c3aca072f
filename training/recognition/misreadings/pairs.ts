import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differencesOf } from '../pages/differences';
import { madePages, realPage, type RecognisedPage } from '../pages/recognised-pages';

/** A character that was read, and the one that was printed. */
export interface Pair {
  readonly read: string;
  readonly printed: string;
}

/** Sets of pairs: of each, one half to choose by and one half to measure on. */
export interface PairSet {
  readonly name: string;
  readonly chosenBy: readonly Pair[];
  readonly heldOut: readonly Pair[];
}

/** Wrong characters of real captions (FASPell), of the made pages, and of the real page. */
export function pairSets(data: string, pagesFolder: string): PairSet[] {
  const captions = readFileSync(join(data, 'csc/faspell/ocr_train_3575.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([, read = '', printed = '']) => pairsOf(read, printed));
  const made = madePages(pagesFolder).map(pairsOfPage);
  const pictures = join(data, 'pictures/omnidocbench');
  const real = existsSync(pictures) ? realPage(join(pictures, 'page.md'), join(pictures, 'gold.txt')) : undefined;
  return [
    { name: 'captions (FASPell)', ...halves(captions) },
    { name: 'made pages', ...halves(made) },
    { name: 'the real page', chosenBy: [], heldOut: real ? pairsOfPage(real) : [] },
  ];
}

function halves(groups: readonly (readonly Pair[])[]): Omit<PairSet, 'name'> {
  return {
    chosenBy: groups.filter((_, index) => index % 2 === 0).flat(),
    heldOut: groups.filter((_, index) => index % 2 === 1).flat(),
  };
}

function pairsOfPage({ paragraphs }: RecognisedPage): Pair[] {
  return paragraphs.flatMap(({ read, printed }) =>
    differencesOf(read, printed).flatMap(({ start, end, otherStart, otherEnd }) =>
      end - start === otherEnd - otherStart ? pairsOf(read.slice(start, end), printed.slice(otherStart, otherEnd)) : [],
    ),
  );
}

/** The differing Han characters of two texts of one length. */
function pairsOf(read: string, printed: string): Pair[] {
  if (read.length !== printed.length) return [];
  return Array.from({ length: read.length }, (_, at) => ({ read: read[at]!, printed: printed[at]! })).filter(
    (pair) => pair.read !== pair.printed && isHan(pair.read) && isHan(pair.printed),
  );
}

function isHan(character: string): boolean {
  return /^[\u4e00-\u9fff]$/.test(character);
}
