/** A fenced block of a document whose blocks are tests. */
export interface FencedBlock {
  /** The first word behind the fence: issue, fixed, dictionary. */
  readonly kind: string;
  /** What else is behind the fence. */
  readonly info: string;
  readonly text: string;
  /** The heading above the block, without its marks; empty above the first. */
  readonly title: string;
  /** 1-based. */
  readonly line: number;
}

/** The fenced blocks of a Markdown document, in order. `\u{…}` stands for characters that cannot be seen in it. */
export function fencedBlocksOf(markdown: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let title = '';
  for (const match of markdown.matchAll(/^```(\w+)[ \t]*(.*)\n([\s\S]*?)^```$|^#+ (.*)$/gm)) {
    const [, kind, info = '', text = '', heading] = match;
    if (kind === undefined) title = heading ?? '';
    else {
      const line = markdown.slice(0, match.index).split('\n').length;
      blocks.push({ kind, info, text: unescape(text.replace(/\n$/, '')), title, line });
    }
  }
  return blocks;
}

function unescape(text: string): string {
  return text.replace(/\\u\{([0-9a-f]+)\}/gi, (_, code: string) =>
    parseInt(code, 16) <= 0xffff ? String.fromCharCode(parseInt(code, 16)) : String.fromCodePoint(parseInt(code, 16)),
  );
}
