import { describe, expect, test } from 'vitest';
import { exported } from '../support/exported';
import { LABELLED_PAGES } from '../support/labelledPages';

describe.each(LABELLED_PAGES)('$labels.file', ({ text, labels: expected }) => {
  const { articles } = exported(text, { path: expected.file });

  test('its articles with heads, bylines, rubrics and jump lines', () => {
    const found = articles.map(({ kind, headlines, byline, rubric, jumps }) => ({
      kind,
      headlines: headlines.map(({ role, text: words }) => ({ role, text: words })),
      byline: byline?.text ?? null,
      people: byline?.people.map(({ name: person, role }) => ({ name: person, role })) ?? [],
      rubric: rubric?.text ?? null,
      jump: jumps[0] ? { text: jumps[0].text, toPage: jumps[0].to.page } : null,
    }));
    expect(found).toEqual(
      expected.articles.map(({ kind, headlines, byline, people, rubric, jump }) => ({
        kind,
        headlines,
        byline,
        people,
        rubric,
        jump,
      })),
    );
  });

  test('its bodies, and every torn paragraph of them joined', () => {
    const bodies = articles.map(({ paragraphs }) => {
      const [opening] = paragraphs;
      const closing = paragraphs.at(-1);
      return opening && closing ? [opening.range.start, closing.range.end] : null;
    });
    expect(bodies).toEqual(expected.articles.map(({ bodyRange }) => bodyRange));
    const seams = articles.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ joinedFrom = [] }) =>
        joinedFrom.slice(1).map(({ start }, index) => [joinedFrom[index]?.end, start]),
      ),
    );
    expect(seams).toEqual(expected.paragraphSeams);
  });
});
