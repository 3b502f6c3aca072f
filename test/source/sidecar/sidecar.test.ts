import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultOfSteps } from '../../../server/src/core/steps';
import { changeSidecarInSteps, type SidecarChange } from '../../../server/src/source/sidecar/change';
import {
  dismissedIn,
  EMPTY_SIDECAR,
  sidecarNameOf,
  withDismissal,
  withFacts,
  withoutDismissals,
} from '../../../server/src/source/sidecar/model';
import { printSidecar } from '../../../server/src/source/sidecar/print';
import { NO_SIDECAR, readSidecar, type SidecarReading } from '../../../server/src/source/sidecar/read';
import type { Dismissal, Sidecar } from '../../../server/src/source/sidecar/schema';

const dismissal: Dismissal = { fingerprint: 'stray-latin-word:0011', rule: 'stray-latin-word', text: 'and' };

test('an issue and its sidecar are side by side', () => {
  expect(sidecarNameOf('ycrb-20240518-01.txt')).toBe('ycrb-20240518-01.galley.json');
  expect(sidecarNameOf('/papers/v1.2/a.issue.txt')).toBe('/papers/v1.2/a.issue.galley.json');
  expect(sidecarNameOf('/papers/v1.2/a')).toBe('/papers/v1.2/a.galley.json');
});

function changeSidecar(reading: SidecarReading, change: (sidecar: Sidecar) => Sidecar): SidecarChange {
  return resultOfSteps(changeSidecarInSteps(reading, change));
}

/** The text that a change makes of another. */
function changed(text: string, change: (sidecar: Sidecar) => Sidecar): string | undefined {
  return changeSidecar(readSidecar(text), change).text;
}

describe('unaffected parts stay as they were written', () => {
  test('a new sidecar', () => {
    expect(printSidecar(EMPTY_SIDECAR)).toBe(
      '{\n  "version": 1,\n  "dismissed": [],\n  "annotations": [],\n  "corrections": []\n}\n',
    );
    expect(readSidecar(printSidecar(EMPTY_SIDECAR))).toMatchObject({ sidecar: EMPTY_SIDECAR, problems: [] });
  });

  test.each([
    {
      name: 'numbers, the order of fields, fields of other programs, and how they are written',
      before: String.raw`{
  "corrections": [{ "seal": 9007199254740993, "1": 0.10, "0": -0 }],
  "10": 1e400, "2": [1.0, "\u4e91川"],
  "version": 1,
  "dismissed": [
    { "why": { "b": 12345678901234567890, "a": 1 }, "fingerprint": "x", "rule": "r", "text": "t" }
  ],
  "__proto__": { "shelf": 7 },
  "issue": { "2": "", "title": "云川晚报", "shelf": 90071992547409931 }
}`,
      after: String.raw`{
  "corrections": [{ "seal": 9007199254740993, "1": 0.10, "0": -0 }],
  "10": 1e400,
  "2": [1.0, "\u4e91川"],
  "version": 1,
  "dismissed": [
    { "why": { "b": 12345678901234567890, "a": 1 }, "fingerprint": "x", "rule": "r", "text": "t" },
    {
      "fingerprint": "stray-latin-word:0011",
      "rule": "stray-latin-word",
      "text": "and"
    }
  ],
  "__proto__": { "shelf": 7 },
  "issue": {
    "2": "",
    "title": "云川日报",
    "shelf": 90071992547409931,
    "page": "A2"
  }
}`,
    },
    {
      name: 'a byte order mark, the line ends, the indentation, and a name that occurs twice',
      before: '\uFEFF{\r\n\t"version": 1,\r\n\t"note": 1,\r\n\t"note": 2\r\n}\r\n',
      after:
        '\uFEFF{\r\n\t"version": 1,\r\n\t"note": 1,\r\n\t"note": 2,\r\n\t"issue": {\r\n\t\t"title": "云川日报",\r\n\t\t"page": "A2"\r\n\t},\r\n' +
        '\t"dismissed": [\r\n\t\t{\r\n\t\t\t"fingerprint": "stray-latin-word:0011",\r\n\t\t\t"rule": "stray-latin-word",\r\n\t\t\t"text": "and"\r\n\t\t}\r\n\t]\r\n}\r\n',
    },
  ])('$name', ({ before, after }) => {
    const change = (sidecar: Sidecar): Sidecar =>
      withFacts(withDismissal(sidecar, dismissal), { title: '云川日报', page: 'A2' });
    expect(changed(before, change)).toBe(after);
  });

  test('what else a record says whose field is changed', () => {
    const before =
      '{ "version": 1, "annotations": [{ "id": "a_1", "seal": 1, "seal": 9007199254740993,\n"label": "place" }] }';
    const relabelled = (sidecar: Sidecar): Sidecar => ({
      ...sidecar,
      annotations: sidecar.annotations.map((annotation) => ({ ...annotation, label: 'person' })),
    });
    expect(changed(before, relabelled)).toContain(
      '{ "id": "a_1", "seal": 1, "seal": 9007199254740993, "label": "person" }',
    );
  });

  test('any JSON', () => {
    const reserved = ['version', 'issue', 'dismissed', 'annotations', 'corrections'];
    const fields = fc.dictionary(
      fc
        .oneof(fc.string(), fc.constantFrom('0', '7', '__proto__', 'constructor'))
        .filter((key) => !reserved.includes(key)),
      fc.jsonValue({ maxDepth: 4 }),
    );
    fc.assert(
      fc.property(fields, fc.array(fields), fc.constantFrom(0, 1, 2, '\t'), (others, annotations, indent) => {
        const text = JSON.stringify({ ...others, version: 1, annotations }, null, indent);
        const once = changed(text, (sidecar) => withDismissal(sidecar, dismissal)) ?? '';
        expect(JSON.parse(once)).toEqual({ ...(JSON.parse(text) as object), dismissed: [dismissal] });
        expect(changed(once, (sidecar) => ({ ...sidecar }))).toBe(changed(once, (sidecar) => ({ ...sidecar })));
        const bare = JSON.parse(changed(once, withoutDismissals) ?? '') as object;
        expect(bare).toEqual({ ...(JSON.parse(text) as object), dismissed: [] });
      }),
    );
  });
});

describe('any error is a problem, and the rest is read', () => {
  test.each([
    ['', /not JSON/],
    ['{"version": 1,', /not JSON/],
    ['[]', /not a JSON object/],
    ['null', /not a JSON object/],
    ['{}', /“version”: It must be 1/],
    ['{"version": "1"}', /“version”: It must be 1/],
    ['{"version": 2}', /newer version of Galley \(format version 2/],
    ['{"version": 1, "issue": []}', /“issue”: It must be an object/],
    ['{"version": 1, "issue": {"date": "2024-02-30"}}', /“issue.date”: It must be a date/],
    ['{"version": 1, "issue": {"number": 12}}', /“issue.number”: It must be a string/],
    ['{"version": 1, "dismissed": {}}', /“dismissed”: It must be a list/],
    ['{"version": 1, "dismissed": [{"rule": "x"}]}', /“dismissed\[0\]\.fingerprint”: It is missing/],
    ['{"version": 1, "annotations": [1]}', /“annotations\[0\]”: It must be an object/],
    ['{"version": 1, "annotations": [[]]}', /“annotations\[0\]”: It must be an object/],
    [`{"version": 1, "note": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /nested more than 100 levels deep/],
  ])('%.60s', (text, problem) => {
    const { problems } = readSidecar(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  test('at most ten problems are shown, with their number', () => {
    const { problems } = readSidecar(JSON.stringify({ version: 1, dismissed: Array<number>(20_000).fill(7) }));
    expect(problems).toHaveLength(11);
    expect(problems[10]).toBe('And 19990 more.');
  });

  test('what a newer version dismissed stays dismissed, and its file is not changed', () => {
    const reading = readSidecar(JSON.stringify({ version: 9, dismissed: [dismissal] }));
    expect(dismissedIn(reading.sidecar)).toEqual(new Set([dismissal.fingerprint]));
    expect(() => changeSidecar(reading, withoutDismissals)).toThrow(/newer version of Galley/);
  });

  test('one bad part does not hide the good ones, and the old file is kept', () => {
    const text = `{"version": 1, "issue": {"title": "云川日报", "date": "x", "shelf": 90071992547409931},
      "dismissed": [7, {"fingerprint": "x", "rule": "r", "text": "t", "n": 90071992547409933}]}`;
    const { sidecar } = readSidecar(text);
    expect(sidecar.issue).toMatchObject({ title: '云川日报' });
    expect(sidecar.issue).not.toHaveProperty('date');
    const change = changeSidecar(readSidecar(text), (given) => withDismissal(given, dismissal));
    expect(change.keepsOld).toBe(true);
    expect(dismissedIn(change.sidecar)).toEqual(new Set(['x', dismissal.fingerprint]));
    expect(change.text).toContain('90071992547409931');
    expect(change.text).toContain('90071992547409933');
    expect(change.text).not.toContain('"date"');
  });
});

describe('changes', () => {
  test('a finding is dismissed once, and all can be restored', () => {
    const once = withDismissal(EMPTY_SIDECAR, dismissal);
    expect(once.dismissed).toEqual([dismissal]);
    expect(withDismissal(once, { ...dismissal, text: 'other' })).toBe(once);
    expect(withoutDismissals(once)).toEqual(EMPTY_SIDECAR);
    expect(changeSidecar(NO_SIDECAR, withoutDismissals).text).toBeUndefined();
  });

  test('facts are set and removed, others stay even if they are empty', () => {
    const set = withFacts(EMPTY_SIDECAR, { title: '云川日报', date: '2024-05-18', place: '' });
    const facts = { ...set.issue, shelf: '' };
    expect(withFacts({ ...set, issue: facts }, { date: '', page: 'A2' }).issue).toEqual({
      title: '云川日报',
      page: 'A2',
      shelf: '',
    });
  });
});
