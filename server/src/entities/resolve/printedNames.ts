import { asPrinted } from '../../core/script/printed';
import type { IssueDocument } from '../../issue/model';
import type { Evidence, Mention } from '../model';

/** Code units before a name in which its title stands. */
const TITLE_BEFORE = 60;

/**
 * The mentions of an issue that was read in simplified characters, with the names and titles that the page gives as it
 * prints them. What they are compared by is kept as `simplifiedName`.
 */
export function withPrintedNames(document: IssueDocument, mentions: readonly Mention[]): readonly Mention[] {
  if (document.text === document.simplified) return mentions;
  const known = new Map<string, string>();
  const printed = (words: string, from: number): string => {
    const found = known.get(words) ?? asPrinted(document, words, from);
    known.set(words, found);
    return found;
  };
  return mentions.map((mention) => {
    const { name, officeTitle, office, span, evidence } = mention;
    const from = Math.max(0, span.start - TITLE_BEFORE);
    const own = document.text.slice(span.start, span.end).replace(/\s/g, '');
    const printedName = own.length === name.length ? own : printed(name, from);
    return {
      ...mention,
      name: printedName,
      ...(printedName === name ? {} : { simplifiedName: name }),
      ...(officeTitle === undefined ? {} : { officeTitle: printed(officeTitle, from) }),
      ...(office === undefined
        ? {}
        : {
            office: office
              .split('、')
              .map((one) => printed(one, from))
              .join('、'),
          }),
      evidence: evidence.map((one): Evidence =>
        one.kind === 'title' || one.kind === 'fullForm' ? { ...one, text: printed(one.text, from) } : one,
      ),
    };
  });
}
