import words from './invented-words.json';
import { createRandom, type Random } from './random';
import type { SourceArticle, SourceIssue } from './source';

const PAGES = 4;

/**
 * Issues of a newspaper that does not exist, for machines without an input folder. Their sentences repeat, so that they show
 * whether the habits are read at all rather than how well real pages are.
 */
export function inventedIssues(count: number): SourceIssue[] {
  return Array.from({ length: count }, (_, day) => {
    const random = createRandom(day + 1);
    const date = `2024-05-${String((day % 28) + 1).padStart(2, '0')}`;
    const pages = Array.from({ length: PAGES }, (_page, at) => ({
      page: at + 1,
      section: words.sections[(day + at) % words.sections.length] ?? '',
      articles: Array.from({ length: random.between(4, 7) }, () => inventedArticle(random)),
    }));
    return { paper: '云川日报', date, pages };
  });
}

function inventedArticle(random: Random): SourceArticle {
  const slots = new Map<string, string>([
    ['town', random.pick(words.towns)],
    ['number', String(random.between(2, 90))],
    ['percent', String(random.between(3, 48))],
    ['month', String(random.between(1, 12))],
    ['day', String(random.between(1, 28))],
    ...Object.entries(random.pick(words.topics)),
  ]);
  const filled = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, slot: string) => slots.get(slot) ?? random.pick(words.people));
  const body = (length: number): string[] =>
    Array.from({ length }, () =>
      Array.from({ length: random.between(1, 3) }, () => filled(random.pick(words.sentences))).join(''),
    );
  const parts = random.chance(0.3) ? random.between(2, 3) : 1;
  const first = random.between(0, words.crossheads.length - 1);
  const sections = Array.from({ length: parts }, (_, part) => [
    ...(parts > 1 ? [filled(words.crossheads[(first + part) % words.crossheads.length] ?? '')] : []),
    ...body(random.between(1, 4)),
  ]);
  return {
    kicker: random.chance(0.4) ? filled(random.pick(words.kickers)) : '',
    title: filled(random.pick(words.titles)),
    subtitle: random.chance(0.3) ? filled(random.pick(words.subtitles)) : '',
    paragraphs: [filled(random.pick(words.openings)), ...sections.flat()],
    captions: random.chance(0.2) ? [filled(random.pick(words.captions))] : [],
  };
}
