import { describe, expect, test } from 'vitest';
import { DEFAULT_LABELS, labelTitle, readLabelFile, readLabels } from '../../../server/src/annotations/labels/labels';
import { speak } from '../../../server/src/core/locale';

describe('the labels of a user', () => {
  test('are read from a file, with the relations of Galley where it has none', () => {
    const text = JSON.stringify({ version: 1, labels: [{ id: 'ship', title: '轮船', key: 's', shape: 'wavy' }] });
    expect(readLabelFile(`\uFEFF${text}`)).toEqual({
      labels: {
        labels: [{ id: 'ship', title: '轮船', key: 's', shape: 'wavy' }],
        relations: DEFAULT_LABELS.relations,
      },
      problems: [],
    });
  });

  test.each([
    { what: 'a key of two letters', label: { id: 'a', title: 'A', key: 'ab' }, says: /one letter/ },
    { what: 'an unknown field', label: { id: 'a', title: 'A', color: '#ffffff' }, says: /color/ },
    { what: 'a title in one language only', label: { id: 'a', title: { en: 'A' } }, says: /en and zh-cn/ },
    {
      what: 'a name of a colour',
      label: { id: 'a', title: 'A', colour: { light: 'red', dark: '#ffffff' } },
      says: /colour such/,
    },
    { what: 'the key of another label', label: { id: 'b', title: 'B', key: 's' }, says: /“ship” and “b”/ },
  ])('with $what are left out, and the others are read', ({ label, says }) => {
    const { labels, problems } = readLabels([{ id: 'ship', title: '轮船', key: 's' }, label]);
    expect(labels?.labels.map(({ id }) => id)).toEqual(['ship']);
    expect(problems).toEqual([expect.stringMatching(says)]);
  });

  test.each(['', '[', '{"version":1}', '{"version":1,"labels":{}}', '{"version":2,"labels":[]}', 'null'])(
    'are the default ones where the file is %j',
    (text) => {
      const { labels, problems } = readLabelFile(text);
      expect(labels).toBeUndefined();
      expect(problems).not.toEqual([]);
    },
  );
});

test('the default labels have keys and colours of their own, and a title in each language', () => {
  const { labels } = DEFAULT_LABELS;
  expect(new Set(labels.map(({ key }) => key)).size).toBe(labels.length);
  expect(labelTitle(DEFAULT_LABELS, 'person')).toBe('Person');
  speak('zh-cn');
  expect(labelTitle(DEFAULT_LABELS, 'person')).toBe('人物');
  speak('en');
  expect(labelTitle(DEFAULT_LABELS, 'unknown')).toBe('unknown');
});
