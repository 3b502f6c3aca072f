/** What a screen reader reads of a text with icons, such as `$(book) 4 articles`: the editor would read the names of the icons too. */
export function spoken(text: string): string {
  return text.replace(/\$\([\w~-]+\)\s*/g, '');
}
