import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { printSidecarSchema } from '../../../server/src/source/sidecar/jsonSchema';
import { readSidecar } from '../../../server/src/source/sidecar/read';

const published = readFileSync(new URL('../../../schemas/galley-sidecar.schema.json', import.meta.url), 'utf8');
const ajv = new Ajv();
addFormats(ajv);
const isValid = ajv.compile(JSON.parse(published) as object);

test('the published schema is up to date (npm run schema)', () => {
  expect(printSidecarSchema()).toBe(published);
});

/** A reference to a line. */
const LINE = { text: '通知', hash: '1', above: ['2'], below: [] };

test.each([
  '{"version": 1}',
  '{"version": 1, "issue": {"date": "2024-02-29", "shelf": 7}, "dismissed": [], "colour": "red"}',
  '{"version": 1, "dismissed": [{"fingerprint": "x", "rule": "r", "text": "t", "at": "2024-05-18T10:00:00Z"}]}',
  '{"version": 2}',
  '{"version": 1, "issue": []}',
  '{"version": 1, "issue": {"date": "2024-02-30"}}',
  '{"version": 1, "issue": {"number": 12}}',
  '{"version": 1, "dismissed": [{"rule": "r"}]}',
  '{"version": 1, "annotations": [1]}',
  '{"version": 1, "structure": []}',
  ...[
    { id: 's_1', kind: 'role', role: 'kicker', line: LINE, by: '甲', created: '2026-01-01T00:00:00Z' },
    { id: 's_1', kind: 'role', role: 'poem', line: LINE },
    { id: 's_1', kind: 'role', line: LINE },
    { id: 's_1', kind: 'split', line: { ...LINE, count: 2, occurrence: 0, repeated: true } },
    { id: 's_1', kind: 'split', line: { ...LINE, count: -1 } },
    { id: 's_1', kind: 'split', line: { ...LINE, above: '1' } },
    { id: 's_1', kind: 'continuation', line: LINE, to: LINE },
    { id: 's_1', kind: 'continuation', line: LINE },
    { id: 's_1', kind: 'burn', line: LINE },
    [],
  ].map((decision) => JSON.stringify({ version: 1, structure: [decision] })),
])('the published schema and Galley agree on %s', (text) => {
  expect(isValid(JSON.parse(text))).toBe(readSidecar(text).problems.length === 0);
});
