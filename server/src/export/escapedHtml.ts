import { visible } from '../core/visible';

/** Text of one line as HTML has it, in elements and in attributes. What a browser would not show is made visible. */
export function escapedHtml(text: string): string {
  return visible(text).replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
