import { escapedLine } from '../markup';

/** A cell of a table: its HTML, and the attributes of its element. */
export interface Cell {
  readonly html: string;
  readonly attributes?: string;
}

/** A cell with plain text. */
export function cell(text: string, style?: 'number' | 'name'): Cell {
  return { html: escapedLine(text), ...(style === undefined ? {} : { attributes: `class="${style}"` }) };
}

/** A table that scrolls by itself where it is wider than the page. The first cell of each row is its heading. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  // A heading is aligned as the cells below it.
  const head = headings.map((heading, index) => {
    const { attributes = '' } = index === 0 ? {} : (rows[0]?.[index] ?? {});
    return `<th scope="col" ${attributes.replace(/ style=.*/, '')}>${escapedLine(heading)}</th>`;
  });
  const body = rows.map((cells) => {
    const [first, ...others] = cells.map(({ html, attributes = '' }, index) =>
      index === 0 ? `<th scope="row" ${attributes}>${html}</th>` : `<td ${attributes}>${html}</td>`,
    );
    return `<tr>${[first, ...others].join('')}</tr>\n`;
  });
  return `<div class="scroll"><table>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${body.join('')}</tbody>\n</table></div>\n`;
}

export function section(title: string, html: string): string {
  return `<section>\n<h2>${escapedLine(title)}</h2>\n${html}</section>\n`;
}

/** 12,345 */
export function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 98.7% */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
