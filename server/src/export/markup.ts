import { visible, visibleLines } from '../core/visible';

/** Text of one line in which nothing is markup, in elements and in attributes. What a browser would not show is made visible. */
export function escapedLine(text: string): string {
  return escapedMarks(visible(text));
}

/** The same for text of several lines, whose line ends are kept. */
export function escapedLines(text: string): string {
  return escapedMarks(visibleLines(text.replace(/\r\n?/g, '\n')));
}

function escapedMarks(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What a page that needs nothing else begins with, up to its content. All parts but the style are escaped. */
export function pageHead({
  language,
  generator,
  title,
  style,
}: Readonly<Record<'language' | 'generator' | 'title' | 'style', string>>): string {
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="generator" content="${generator}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
`;
}
