import { expect, test } from 'vitest';
import manifest from '../../package.json';
import type { Mention, MentionType } from '../../server/src/entities/model';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { issueSource } from '../../server/src/source/issueSource';

/** A text in which `[person 程望山]` marks a mention, within another one too; and its mentions, in text order. */
function mentionsIn(marked: string): { text: string; mentions: Mention[] } {
  const mentions: Mention[] = [];
  const open: { type: MentionType; start: number }[] = [];
  let text = '';
  for (const [piece, type] of marked.matchAll(/\[(\w+) |\]|[^[\]]+/g)) {
    if (type !== undefined) open.push({ type: type as MentionType, start: text.length });
    else if (piece !== ']') text += piece;
    else {
      const last = open.pop();
      if (last) mentions.push(mention(last.type, last.start, text));
    }
  }
  return { text, mentions: mentions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end) };
}

function mention(type: MentionType, start: number, text: string): Mention {
  const span = { start, end: text.length };
  return { type, span, confidence: 'high', candidates: [], evidence: [], name: text.slice(start) };
}

test.each([
  ['[person 程望山]到[place 云川市]调研', ['person 程望山', 'place 云川市']],
  ['[organisation [place 云川市]财政局]', ['place 云川市', 'organisation 财政局']],
  ['[organisation 驻[place 云川市]办事处]', ['organisation 驻', 'place 云川市', 'organisation 办事处']],
  ['[organisation 省委][office 书记][person 程望山]', ['office 省委书记', 'person 程望山']],
  [
    '[organisation [place 云川市]财政局][office 局长]、[office 党组书记]',
    ['office 云川市财政局局长', 'office 党组书记'],
  ],
  ['[organisation 云川市财政局]和[office 局长]', ['organisation 云川市财政局', 'office 局长']],
  ['没有名字', []],
])('%s', (marked, expected) => {
  const { text, mentions } = mentionsIn(marked);
  const shown = semanticTokens({ source: issueSource(text), mentions }).map(
    ({ type, span }) => `${type} ${text.slice(span.start, span.end)}`,
  );
  expect(shown).toEqual(expected);
});

test('the offices before a name are coloured from their first character to their last', () => {
  const text = '会上，市委副书记、云川市河长制领导小组组长程望山讲话。';
  const officeTitle = '市委副书记、云川市河长制领导小组组长';
  const start = text.indexOf('程望山');
  const person: Mention = { ...mention('person', start, text.slice(0, start + 3)), officeTitle };
  const place = mention('place', text.indexOf('云川市'), text.slice(0, text.indexOf('云川市') + 3));
  const shown = semanticTokens({ source: issueSource(text), mentions: [place, person] });
  expect(shown.map(({ type, span }) => `${type} ${text.slice(span.start, span.end)}`)).toEqual([
    'office 市委副书记',
    'office 云川市河长制领导小组组长',
    'person 程望山',
  ]);
});

test('names that are only likely are not coloured', () => {
  const { text, mentions } = mentionsIn('[person 程望山]');
  const likely = mentions.map((one) => ({ ...one, confidence: 'medium' as const }));
  expect(semanticTokens({ source: issueSource(text), mentions: likely })).toEqual([]);
});

test('of two that cross one another the first stays whole, and tokens never overlap', () => {
  const [first, second] = [mention('place', 0, '云川市委'), mention('organisation', 2, '云川市委办公室')];
  expect(semanticTokens({ source: issueSource('云川市委办公室'), mentions: [first, second] })).toEqual([
    { type: 'place', span: { start: 0, end: 4 } },
  ]);
});

/** Scopes that VS Code's own themes colour alike, by what they begin with. */
const ALIKE = [
  ['entity.name.type', 'entity.name.class', 'entity.name.namespace', 'support.class', 'support.type'],
  ['keyword.control'],
  ['variable.parameter'],
  ['support.function', 'entity.name.function'],
];

test('people, places, organisations and offices differ in colour', () => {
  const scopes: Readonly<Record<string, readonly string[]>> | undefined =
    manifest.contributes.semanticTokenScopes[0]?.scopes;
  const colours = ['person', 'place', 'organisation', 'office'].map((type) =>
    ALIKE.findIndex((group) => group.includes(scopes?.[type]?.[0] ?? '')),
  );
  expect(new Set(colours).size).toBe(4);
  expect(colours).not.toContain(-1);
});
