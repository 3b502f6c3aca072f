import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/edit';
import type { Diagnostic, Fix } from '../../server/src/core/diagnostic';
import { resultOfSteps, stepwise } from '../../server/src/core/steps';
import { withoutFixesOfNames } from '../../server/src/lint/protectNames';
import { readMarks } from '../support/marked';
import { analysed } from '../support/analysed';

/** Names are between ⟦ and ⟧; `from` is replaced by `to` in a fix. */
const CASES = [
  { what: 'a character of a name', marked: '市长⟦沈璽远⟧主持会议', from: '璽', to: '玺', offered: false },
  { what: 'a character beside a name', marked: '市长⟦沈知远⟧主歭会议', from: '歭', to: '持', offered: true },
  { what: 'a character put into a name', marked: '市长⟦沈远⟧主持', from: '', at: 3, to: '知', offered: false },
  { what: 'a space put between two names', marked: '⟦沈知远⟧⟦林一舟⟧出席', from: '', at: 3, to: ' ', offered: true },
  { what: 'a space within a spaced name', marked: '记者 ⟦沈 远⟧ 摄', from: ' ', at: 4, to: '', offered: false },
  { what: 'a line end within a torn name', marked: '市长⟦沈知\n\n远⟧主持', from: '\n\n', to: '', offered: true },
  { what: 'a whole line with a name', marked: '责编 ⟦沈知远⟧', from: '责编 沈知远', to: '', offered: true },
  { what: 'a half-width bracket at a name', marked: '⟦沈知｢⟧远', from: '｢', to: '「', offered: true },
  { what: 'a half-width dot in a name', marked: '⟦约翰･史密斯⟧', from: '･', to: '·', offered: false },
  { what: 'the width of a mark', marked: '⟦沈知远⟧,⟦林一舟⟧', from: ',', to: '，', offered: true },
];

function finding(text: string, from: string, to: string, at = text.indexOf(from)): Diagnostic {
  const span = { start: at, end: at + from.length };
  const fix: Fix = { title: '', applicability: 'safe', edits: [{ ...span, newText: to }] };
  return { rule: 'any', severity: 'info', span, message: '', fixes: [fix] };
}

describe('a fix that would change', () => {
  test.each(CASES)('$what is offered: $offered', ({ marked, from, to, at, offered }) => {
    const { text, spans } = readMarks(marked);
    const single = finding(text, from, to, at);
    const grouped = { ...single, occurrences: [{ span: single.span, edits: single.fixes[0]?.edits ?? [] }] };
    const names = stepwise(function* () {
      yield;
      return spans;
    });
    for (const diagnostic of [single, grouped]) {
      const [kept] = resultOfSteps(withoutFixesOfNames([diagnostic], text, names));
      expect(kept?.fixes).toEqual(offered ? single.fixes : []);
      expect(kept?.span).toEqual(single.span);
    }
  });
});

/** Fixes where it is not known yet what is a name. */
const UNKNOWN = [
  { what: 'a character', text: '会议主歭', from: '歭', to: '持', offered: false },
  { what: 'a character put in', text: '会议主会', from: '', at: 3, to: '持', offered: false },
  { what: 'the width of a mark', text: '会议,讲话', from: ',', to: '，', offered: true },
  { what: 'a line end', text: '会议主\n\n持', from: '\n\n', to: '', offered: true },
];

describe('before the names are known, a fix that would change', () => {
  test.each(UNKNOWN)('$what is offered: $offered', ({ text, from, to, at, offered }) => {
    const diagnostic = finding(text, from, to, at);
    const [kept] = resultOfSteps(withoutFixesOfNames([diagnostic], text, undefined));
    expect(kept?.fixes).toEqual(offered ? diagnostic.fixes : []);
    expect(kept?.span).toEqual(diagnostic.span);
  });
});

test('a name that is confirmed only by another line is also stored', () => {
  const text =
    '# 云川市召开河道整治推进会\n\n市长沈璽远主持会议，林一舟出席。\n\n会后，璽远同志看望了养护工人，沈璽远说，河道要常清。\n';
  const repaired = applyEdits(text, analysed(text).repairs({ alsoSuggested: true }));
  expect(repaired.match(/沈璽远/g)).toHaveLength(2);
});
