import type { Span } from '../core/span';
import type { Block, Picture } from './model';
import { PICTURE_LINK } from './pictureLink';

/** Lines that may be between a picture's link and its credit. */
const MOST_CAPTION_LINES = 2;

/** A caption without its opening words is at most this long, in code units. */
const LONGEST_CAPTION = 240;

/** Finds the captions that only their place shows: the line or two between a picture's link and its credit. */
export function withCaptions(blocks: readonly Block[]): readonly Block[] {
  const result = [...blocks];
  for (let at = 0; at < blocks.length; at++) {
    if (blocks[at]?.kind !== 'image') continue;
    let end = at + 1;
    while (end - at <= MOST_CAPTION_LINES && isCaptionLong(blocks[end])) end++;
    if (blocks[end]?.kind !== 'credit') continue;
    for (const [index, block] of blocks.slice(at + 1, end).entries())
      result[at + 1 + index] = { ...block, kind: 'caption' };
  }
  return result;
}

function isCaptionLong(block: Block | undefined): boolean {
  return block?.kind === 'body' && block.content.end - block.content.start <= LONGEST_CAPTION;
}

/** Groups neighbouring image links, captions and credits into pictures. */
export function picturesOf(rest: readonly Block[]): Picture[] {
  const pictures: Picture[] = [];
  let open: PictureParts = NO_PARTS;
  const close = (): void => {
    if (open === NO_PARTS) return;
    const picture = pictureOf(open);
    if (picture) pictures.push(picture);
    open = NO_PARTS;
  };
  for (const block of rest) {
    if (block.kind !== 'image' && block.kind !== 'caption' && block.kind !== 'credit') {
      close();
      continue;
    }
    if (open[block.kind] || open.credit) close();
    open = { ...open, [block.kind]: block };
  }
  close();
  return pictures;
}

/** Whether a credit among the blocks below a head is beside a picture, and so credits it. */
export function isPictured(rest: readonly Block[], index: number): boolean {
  const before = rest[index - 1]?.kind;
  return before === 'caption' || before === 'image' || rest[index + 1]?.kind === 'image';
}

interface PictureParts {
  readonly image?: Block;
  readonly caption?: Block;
  readonly credit?: Block;
}

/** The address of a picture, in Markdown or HTML. */
const ADDRESS = new RegExp(`${PICTURE_LINK}|src=["']?(?<source>[^"'>\\s]+)`);

const NO_PARTS: PictureParts = {};

function pictureOf({ image, caption, credit }: PictureParts): Picture | undefined {
  const spans = [image, caption, credit].flatMap((block): Span[] => (block ? [block.span] : []));
  const [first] = spans;
  if (!first) return undefined;
  const uri = image && ADDRESS.exec(image.line.printed)?.groups;
  return {
    span: {
      start: spans.reduce((start, span) => Math.min(start, span.start), first.start),
      end: spans.reduce((end, span) => Math.max(end, span.end), first.end),
    },
    ...(caption ? { caption } : {}),
    ...(credit ? { credit } : {}),
    ...(uri ? { uri: uri['address']?.split(/\s/)[0] ?? uri['source'] ?? '' } : {}),
  };
}
