import type { Article } from '../../../issue/model';
import { flowOf, type FlowPart, type Words } from '../../flow';
import type { Ids } from './ids';
import type { Inline } from './inlineMarks';
import { attribute, escaped } from './xml';

/**
 * An article as a division. TEI has heads only at the beginning of a division: what follows a crosshead, or a headline below
 * text, is a division within.
 */
export function articleElement(text: string, article: Article, ids: Ids, inline: Inline): string {
  const { id, kind, continues, continuedBy } = article;
  const reference = (other: string | undefined): string | undefined => other && `#${ids.of(other)}`;
  let written = `<div type="${kind}" xml:id="${ids.of(id)}"${attribute('prev', reference(continues))}${attribute('next', reference(continuedBy))}>\n`;
  let isWithin = false;
  let hasText = false;
  for (const part of flowOf(text, article)) {
    const isHead = part.kind === 'headline' || part.kind === 'crosshead' || part.kind === 'rubric';
    if (part.kind === 'crosshead' || (isHead && hasText)) {
      written += `${isWithin ? '</div>\n' : ''}<div type="section">\n`;
      isWithin = true;
      hasText = false;
    }
    written += element(part, hasText, ids, inline);
    if (!isHead && part.kind !== 'byline' && part.kind !== 'dateline') hasText = true;
  }
  return `${written}${isWithin ? '</div>\n' : ''}</div>\n`;
}

function element(part: FlowPart, isBelowText: boolean, ids: Ids, inline: Inline): string {
  const words = (one: Words): string => inline.write(one);
  switch (part.kind) {
    case 'rubric':
      return `<head type="rubric">${words(part)}</head>\n`;
    case 'headline':
      return `<head type="${part.role}">${words(part)}</head>\n`;
    case 'crosshead':
      return `<head type="crosshead">${words(part)}</head>\n`;
    case 'byline':
    case 'dateline':
      return isBelowText
        ? `<p><seg type="${part.kind}">${words(part)}</seg></p>\n`
        : `<${part.kind}>${words(part)}</${part.kind}>\n`;
    case 'paragraph':
      return `<p>${words(part)}</p>\n`;
    case 'jump':
      return `<p><ref type="jump"${attribute('target', part.article && `#${ids.of(part.article)}`)}>${words(part)}</ref></p>\n`;
    case 'picture': {
      const caption = part.caption ? `<p>${words(part.caption)}</p>` : '';
      const credit = part.credit ? `<p><seg type="credit">${words(part.credit)}</seg></p>` : '';
      const graphic = part.uri === undefined ? '' : `<graphic url="${encoded(part.uri)}"/>`;
      return `<figure>${graphic}${caption}${credit}</figure>\n`;
    }
    case 'table': {
      const rows = part.rows.filter((cells) => cells.length > 0);
      if (rows.length === 0) return '';
      const row = (cells: readonly string[]): string => cells.map((cell) => `<cell>${escaped(cell)}</cell>`).join('');
      return `<table>\n${rows.map((cells) => `<row>${row(cells)}</row>\n`).join('')}</table>\n`;
    }
  }
}

/** A link to a picture as a URI: other characters than URIs have are encoded. */
function encoded(uri: string): string {
  return escaped(encodeURI(uri.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/%25(?=[0-9A-Fa-f]{2})/g, '%'));
}
