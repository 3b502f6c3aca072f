import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exported } from '../support/exported';

// Pages whose contents were labelled by hand. They belong to their user and are beside the project, if at all.
const folder = new URL('../../../shared/issues/', import.meta.url);

interface Expected {
  readonly file: string;
  readonly articles: readonly {
    readonly kind: string;
    readonly headlines: readonly { readonly role: string; readonly text: string }[];
    readonly byline: string | null;
    readonly people: readonly { readonly name: string; readonly role: string }[];
    readonly rubric: string | null;
    readonly jump: { readonly text: string; readonly toPage: number } | null;
    readonly headStart: number;
    readonly bodyRange: readonly [number, number] | null;
  }[];
  readonly paragraphSeams: readonly (readonly [number, number])[];
}

const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.expected.json')) : [];

test.skipIf(names.length > 0)('no labelled pages here: nothing to compare', ({ skip }) => skip());

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Expected;
  const text = readFileSync(new URL(expected.file, folder), 'utf8');
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
