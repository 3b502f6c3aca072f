import type { Analysis } from '../analysis/analysis';
import type { BlockRole } from '../source/sidecar/schema';
import type { BlockKind, HeadlineRole } from '../issue/model';

/** The role of the block that begins at an offset; undefined for one that has none of those that a person can set. */
export function blockRole({ document }: Pick<Analysis, 'document'>, start: number): BlockRole | undefined {
  for (const { headlines, rubric, paragraphs } of document.articles) {
    const headline = headlines.find(({ block }) => block.span.start === start);
    if (headline) return HEADLINE_ROLES[headline.role];
    if (rubric?.span.start === start) return 'rubric';
    const paragraph = paragraphs.find(({ parts }) => parts.some(({ span }) => span.start === start));
    if (paragraph) return paragraph.role;
  }
  const kind = document.blocks.find(({ span }) => span.start === start)?.kind;
  return kind && KIND_ROLES[kind];
}

const HEADLINE_ROLES: Readonly<Record<HeadlineRole, BlockRole>> = {
  kicker: 'kicker',
  main: 'headline',
  sub: 'subhead',
};

const KIND_ROLES: Readonly<Partial<Record<BlockKind, BlockRole>>> = {
  rubric: 'rubric',
  byline: 'byline',
  body: 'body',
  crosshead: 'crosshead',
  caption: 'caption',
  furniture: 'furniture',
};
