/** The values of `xml:id` in the TEI of an issue: each begins with the issue’s own, so that a corpus of issues has each once. */
export interface Ids {
  readonly issue: string;
  readonly of: (id: string) => string;
}

/** Makes the ids of an issue with this name. */
export function idsIn(name: string): Ids {
  const issue = `issue.${asName(name)}`;
  return { issue, of: (id) => `${issue}.${asName(id)}` };
}

/** A text in characters that names in XML have, the same for no other text: any other character, and `_`, is its number. */
function asName(text: string): string {
  return text.replace(/[^A-Za-z0-9\u4e00-\u9fa5-]/gu, (one) => `_${(one.codePointAt(0) ?? 0).toString(16)}_`);
}
