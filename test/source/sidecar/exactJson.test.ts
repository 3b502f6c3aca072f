import { expect, test } from 'vitest';
import { exactSidecar } from '../../../server/src/source/sidecar/exactJson';
import { mergeSidecars } from '../../../server/src/source/sidecar/merge';
import { printSidecar } from '../../../server/src/source/sidecar/print';
import { readSidecar } from '../../../server/src/source/sidecar/read';

/** What is written after a merge of three versions. */
function merged(...versions: readonly [base: string, ours: string, theirs: string]): string {
  const [base, ours, theirs] = versions.map((text) => exactSidecar(readSidecar(text)));
  if (!base || !ours || !theirs) throw new Error('no version');
  const { sidecar } = mergeSidecars(base.sidecar, ours.sidecar, theirs.sidecar);
  return printSidecar(sidecar, ours.original, new Map([...ours.places, ...theirs.places]));
}

const file = (fields: string, ...corrections: readonly string[]): string =>
  `{\n  "version": 1,${fields}\n  "corrections": [${corrections.map((one) => `\n    ${one}`).join(',')}\n  ]\n}\n`;

test.each([
  {
    what: 'a record that they have added, with its numbers, its fields of one name and its order',
    base: file('', '{ "id": "a", "shelf": 1 }'),
    ours: file('', '{ "id": "a", "shelf": 1 }', '{ "id": "b" }'),
    theirs: file(
      '',
      '{ "id": "a", "shelf": 1 }',
      '{\n "shelf": 9007199254740993,\n "7": 0.10, "7": [1e400, -0],\n "id": "c" }',
    ),
    after: file(
      '',
      '{ "id": "a", "shelf": 1 }',
      '{ "id": "b" }',
      '{ "shelf": 9007199254740993, "7": 0.10, "7": [ 1e400, -0 ], "id": "c" }',
    ),
  },
  {
    what: 'a field that they have changed in a digit beyond the fifteenth',
    base: file('', '{ "id": "a", "shelf": 9007199254740992, "by": "甲" }'),
    ours: file('', '{ "id": "a", "shelf": 9007199254740992, "by": "乙" }'),
    theirs: file('', '{ "id": "a", "shelf": 9007199254740993, "by": "甲" }'),
    after: file('', '{ "id": "a", "shelf": 9007199254740993, "by": "乙" }'),
  },
  {
    what: 'a field that we have changed so, where they have changed another',
    base: file('', '{ "id": "a", "seal": 1, "seal": 2, "shelf": 12345678901234567890 }'),
    ours: file('', '{ "id": "a", "seal": 1, "seal": 2, "shelf": 12345678901234567891 }'),
    theirs: file('', '{ "id": "a", "seal": 1, "seal": 3, "shelf": 12345678901234567890 }'),
    after: file('', '{ "id": "a", "seal": 1, "seal": 3, "shelf": 12345678901234567891 }'),
  },
  {
    what: 'numbers of other programs',
    base: file(''),
    ours: file(''),
    theirs: file('\n  "shelf": 90071992547409931, "box": {"no": 1.00000000000000000001},'),
    after:
      '{\n  "version": 1,\n  "corrections": [],\n  "shelf": 90071992547409931,\n  "box": {\n    "no": 1.00000000000000000001\n  }\n}\n',
  },
  {
    what: 'both values where both have changed a number',
    base: file('', '{ "id": "a", "shelf": 1 }'),
    ours: file('', '{ "id": "a", "shelf": 9007199254740993 }'),
    theirs: file('', '{ "id": "a", "shelf": 9007199254740995 }'),
    after: file(
      '',
      '{ "id": "a", "shelf": 9007199254740993, "conflicts": [ { "field": "shelf", "value": 9007199254740995 } ] }',
    ),
  },
])('a merge keeps $what', ({ base, ours, theirs, after }) => {
  expect(merged(base, ours, theirs)).toBe(after);
});
