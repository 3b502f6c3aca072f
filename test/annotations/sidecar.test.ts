import { describe, expect, test } from 'vitest';
import { EMPTY_SIDECAR, type Dismissal } from '../../server/src/annotations/model';
import {
  dismissedIn,
  parseSidecar,
  printSidecar,
  sidecarNameOf,
  withDismissal,
  withFacts,
  withoutDismissal,
} from '../../server/src/annotations/sidecar';

const dismissal: Dismissal = { fingerprint: 'stray-latin-word:0011', rule: 'stray-latin-word', text: 'and' };

test('an issue and its sidecar stand side by side', () => {
  expect(sidecarNameOf('ycrb-20240518-01.txt')).toBe('ycrb-20240518-01.galley.json');
  expect(sidecarNameOf('/papers/v1.2/a.issue.txt')).toBe('/papers/v1.2/a.issue.galley.json');
  expect(sidecarNameOf('/papers/v1.2/a')).toBe('/papers/v1.2/a.galley.json');
});

describe('what is read is printed again', () => {
  test('an empty one', () => {
    expect(printSidecar(EMPTY_SIDECAR)).toBe(
      '{\n  "version": 1,\n  "dismissed": [],\n  "annotations": [],\n  "corrections": []\n}\n',
    );
  });

  test('with what this version does not know, in a fixed order', () => {
    const text = JSON.stringify({
      corrections: [{ rule: 'x', seal: true }],
      colour: 'red',
      dismissed: [{ why: 'a name', ...dismissal }],
      annotations: [{ id: 'a' }],
      issue: { shelf: '7', date: '2024-05-18', title: '云川日报' },
      version: 1,
    });
    const { sidecar, problems } = parseSidecar(text);
    expect(problems).toEqual([]);
    const printed = printSidecar(sidecar);
    expect(JSON.parse(printed)).toEqual(JSON.parse(text));
    expect([...printed.matchAll(/"(\w+)":/g)].map(([, name]) => name)).toEqual(
      'version issue title date shelf dismissed fingerprint rule text why annotations id corrections rule seal colour'.split(
        ' ',
      ),
    );
    expect(printSidecar(parseSidecar(printed).sidecar)).toBe(printed);
  });

  test('a byte order mark is no problem', () => {
    expect(parseSidecar(`\uFEFF${printSidecar(EMPTY_SIDECAR)}`)).toEqual({ sidecar: EMPTY_SIDECAR, problems: [] });
  });
});

describe('whatever is wrong is a problem, and the rest is read', () => {
  test.each([
    ['', /not JSON/],
    ['{"version": 1,', /not JSON/],
    ['[]', /not a JSON object/],
    ['null', /not a JSON object/],
    ['{}', /“version” must be 1/],
    ['{"version": "1"}', /“version” must be 1/],
    ['{"version": 2}', /newer Galley \(version 2/],
    ['{"version": 1, "issue": []}', /“issue” must be an object/],
    ['{"version": 1, "issue": {"date": "2024-02-30"}}', /“issue.date” must be a date/],
    ['{"version": 1, "issue": {"number": 12}}', /“issue.number” must be a text/],
    ['{"version": 1, "dismissed": {}}', /“dismissed” must be a list/],
    ['{"version": 1, "dismissed": [{"rule": "x"}]}', /“dismissed\[0\]” lacks a part/],
    ['{"version": 1, "annotations": [1]}', /“annotations\[0\]” lacks a part/],
  ])('%s', (text, problem) => {
    const { problems } = parseSidecar(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  test('what a newer version dismissed stays dismissed', () => {
    const { sidecar, problems } = parseSidecar(JSON.stringify({ version: 9, dismissed: [dismissal] }));
    expect(problems).toHaveLength(1);
    expect(dismissedIn(sidecar)).toEqual(new Set([dismissal.fingerprint]));
  });

  test('one bad part does not hide the good ones', () => {
    const { sidecar } = parseSidecar(
      JSON.stringify({ version: 1, issue: { title: '云川日报', date: 'x' }, dismissed: [7, dismissal] }),
    );
    expect(sidecar.issue).toEqual({ title: '云川日报' });
    expect(sidecar.dismissed).toEqual([dismissal]);
  });
});

describe('changes', () => {
  test('a finding is dismissed once and can be brought back', () => {
    const once = withDismissal(EMPTY_SIDECAR, dismissal);
    expect(once.dismissed).toEqual([dismissal]);
    expect(withDismissal(once, { ...dismissal, text: 'other' })).toBe(once);
    expect(withoutDismissal(once, dismissal.fingerprint)).toEqual(EMPTY_SIDECAR);
  });

  test('facts are set and taken back', () => {
    const set = withFacts(EMPTY_SIDECAR, { title: '云川日报', date: '2024-05-18' });
    expect(withFacts(set, { date: '', page: 'A2' }).issue).toEqual({ title: '云川日报', page: 'A2' });
  });
});
