import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { printLabelsSchema } from '../../../server/src/annotations/labels/jsonSchema';
import { readLabelFile } from '../../../server/src/annotations/labels/labels';

const published = readFileSync(new URL('../../../schemas/galley-labels.schema.json', import.meta.url), 'utf8');
const isValid = new Ajv().compile(JSON.parse(published) as object);

test('the published schema is up to date (npm run schema)', () => {
  expect(printLabelsSchema()).toBe(published);
});

test.each([
  '{"version": 1, "labels": [{"id": "ship", "title": "轮船"}]}',
  '{"version": 1, "labels": [{"id": "ship", "title": {"en": "Ship", "zh-cn": "轮船"}, "key": "s", "shape": "wavy"}]}',
  '{"version": 1, "labels": [{"id": "a ship", "title": "轮船"}]}',
  '{"version": 1, "labels": [{"id": "ship", "title": "轮船", "key": "S"}]}',
  '{"version": 1, "labels": [{"id": "ship", "title": "轮船", "colour": {"light": "#12345", "dark": "#ffffff"}}]}',
  '{"version": 1, "labels": [{"id": "ship", "title": "轮船"}], "relations": [{"id": "sails"}]}',
  '{"version": 2, "labels": []}',
])('the published schema and Galley agree on %s', (text) => {
  expect(isValid(JSON.parse(text))).toBe(readLabelFile(text).problems.length === 0);
});
