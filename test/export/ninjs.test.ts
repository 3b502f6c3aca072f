import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { ninjs } from '../../server/src/export/formats/ninjs';
import { analysisOf, written } from '../support/exported';
import { WHOLE_PAGE } from '../support/wholePage';

const schema = new URL('../../../shared/schemas/ninjs-3.1.json', import.meta.url);

interface News {
  readonly uri: string;
  readonly people: readonly { readonly name: string; readonly rel: string }[];
  readonly associations: readonly { readonly name: string; readonly uri: string }[];
}

const read = (text: string, name = 'issue'): News[] =>
  written(ninjs, analysisOf(text), { name })
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as News);

test('an article has its heads by role, its text, its people and its other half', () => {
  const [first, ...others] = read(WHOLE_PAGE);
  expect(first).toMatchObject({
    uri: 'urn:galley:article:issue%2Farticle-1',
    type: 'text',
    contentCreated: '2024-05-18T00:00:00+08:00',
    language: 'zh-Hans',
    title: '把堤坝筑牢',
    headlines: [
      { role: 'kicker', value: '市委常委会召开会议' },
      { role: 'main', value: '把堤坝筑牢' },
      { role: 'subhead', value: '陆见川主持并讲话' },
    ],
    bodies: [{ value: expect.stringContaining('容不得半点侥幸。全市') as string }],
    infoSources: [{ name: '云川日报', role: 'publisher' }, { name: '本报' }],
  });
  expect(first?.people).toContainEqual({ name: '沈知远', rel: 'author' });
  expect(first?.people).toContainEqual({ name: '陆见川', rel: 'mentioned' });
  const [link] = first?.associations.filter(({ name }) => name === 'continuedBy') ?? [];
  expect(others.map(({ uri }) => uri)).toContain(link?.uri);
});

test('names of issues may have any character', () => {
  expect(read(WHOLE_PAGE, '1998/云 川')[0]?.uri).toBe('urn:galley:article:1998%2F%E4%BA%91%20%E5%B7%9D%2Farticle-1');
});

describe.skipIf(!existsSync(schema))('with the schema of IPTC', () => {
  test.each([
    ['a page', WHOLE_PAGE],
    ['a page without a date', '# 云川新桥通车\n\n新桥昨日通车。\n'],
    ['a page of photos', '# 云川新桥\n\n![](https://example.org/a b.jpg)\n\n新桥通车。本报记者 沈知远 摄\n'],
  ])('%s is valid', (_what, text) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' });
    const isValid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
    for (const news of read(text)) {
      isValid(news);
      expect(isValid.errors ?? []).toEqual([]);
    }
  });
});
