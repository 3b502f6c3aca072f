import { existsSync, readFileSync } from 'node:fs';

/** The targets of the links and pictures of a Markdown text, code aside, without those that lead to the web. */
export function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\((?!https?:|command:)([^)\s]+)\)/g)].map(([, target = '']) =>
    decodeURIComponent(target),
  );
}

/**
 * The links of a document that lead to no file, or to no heading of a Markdown file, each with the document's path.
 *
 * @param path of the document, relative to `root`
 * @param root the folder of the project
 */
export function brokenLinks(path: string, root: URL): string[] {
  const document = new URL(path, root);
  return linksOf(readFileSync(document, 'utf8'))
    .filter((link) => {
      const [target = '', anchor] = link.split('#');
      const file = target === '' ? document : new URL(target, document);
      if (!existsSync(file)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).has(anchor);
    })
    .map((link) => `${path}: ${link}`);
}

/** The anchors that GitHub and VS Code give to the headings of a Markdown text. */
function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of markdown.replace(/^```[^]*?^```$/gm, '').matchAll(/^#{1,6} (.*)$/gm)) {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Mark}\p{Number} _-]/gu, '')
      .replaceAll(' ', '-');
    let unique = anchor;
    for (let count = 1; anchors.has(unique); count++) unique = `${anchor}-${count}`;
    anchors.add(unique);
  }
  return anchors;
}
