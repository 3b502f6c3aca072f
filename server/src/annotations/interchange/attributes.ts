/** An attribute of an annotation in one text, for formats that have only texts. */
export function attributeText(name: string, value: string): string {
  return `${name.replaceAll('%', '%25').replaceAll('=', '%3D')}=${value}`;
}

/** The attribute that `attributeText` made a text of; undefined for a text without an equals sign. */
export function attributeOf(text: string): { readonly name: string; readonly value: string } | undefined {
  const at = text.indexOf('=');
  if (at <= 0) return undefined;
  return { name: text.slice(0, at).replaceAll('%3D', '=').replaceAll('%25', '%'), value: text.slice(at + 1) };
}
