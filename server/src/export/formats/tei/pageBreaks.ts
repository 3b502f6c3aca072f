import type { Analysis } from '../../../analysis/analysis';
import type { Article } from '../../../issue/model';
import type { Ids } from './ids';
import { attribute } from './xml';

/** Makes what gives the page breaks that come before an article: one for each page that begins since the last. */
export function pageBreaks({ document: { pages } }: Analysis, ids: Ids): (article: Article) => string {
  let next = 0;
  return ({ span }) => {
    let breaks = '';
    for (; next < pages.length; next++) {
      const page = pages[next];
      if (!page || page.span.start > span.start) break;
      const printed = page.label ?? (page.number === undefined ? undefined : String(page.number));
      breaks += `<pb xml:id="${ids.of(page.id)}"${attribute('n', printed)}/>\n`;
    }
    return breaks;
  };
}
