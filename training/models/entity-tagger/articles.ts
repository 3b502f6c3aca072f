import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Paragraphs that belong together, so that a name in one of them is likely the same name in another. */
export type Article = readonly string[];

/** Every so many days of broadcasts are read: most names of one day are those of the next, too. */
const EVERY_BROADCAST = 2;

interface DayOfPages {
  readonly pages: readonly { readonly articles: readonly { readonly paragraphs?: readonly string[] }[] }[];
}

/** A fixed sample of news broadcasts, and all newspaper pages. */
export function* newsArticles(folder: string): Generator<Article> {
  const files = (part: string): string[] => readdirSync(join(folder, part)).sort();
  for (const file of files('xwlb').filter((name) => name.endsWith('.txt.gz'))) {
    const days = gunzipSync(readFileSync(join(folder, 'xwlb', file)))
      .toString('utf8')
      .split(/^@@ .*$/m);
    for (let day = 1; day < days.length; day += EVERY_BROADCAST)
      yield (days[day] ?? '').split('\n').map((line) => line.replace(/^[#>*\-\s]+/, ''));
  }
  for (const file of files('rmrb_pages').filter((name) => name.endsWith('.json'))) {
    const { pages } = JSON.parse(readFileSync(join(folder, 'rmrb_pages', file), 'utf8')) as DayOfPages;
    for (const { articles } of pages) for (const { paragraphs = [] } of articles) yield paragraphs;
  }
}
