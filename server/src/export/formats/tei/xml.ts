import { visible } from '../../../core/visible';
import { escapedLines } from '../../markup';

/** Text of XML in which nothing is markup. Line ends are kept; what XML cannot hold is shown as pictures. */
export function escaped(text: string): string {
  return escapedLines(text).replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '\uFFFD');
}

/** An attribute with the space before it; nothing where there is no value. Its value is on one line. */
export function attribute(name: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : ` ${name}="${escaped(visible(value))}"`;
}

/** A value for attributes that allow no white space. */
export function word(text: string): string {
  return text.replace(/\s+/g, '_');
}
