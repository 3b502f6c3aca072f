import { describe, expect, test } from 'vitest';
import { rowsOf, withRows, type NewEntry } from '../../server/src/gazetteer/format/addRows';

const CASES: readonly {
  readonly what: string;
  readonly before: string;
  readonly entry: NewEntry;
  readonly after: string;
}[] = [
  {
    what: 'an empty text becomes a dictionary',
    before: '',
    entry: { type: 'word', name: '甚好' },
    after: 'type\tname\taliases\toffice\torganisation\tplace\tfrom\tto\tnote\nword\t甚好\n',
  },
  {
    what: 'a person with another name and a post, in columns of the file’s own',
    before: '# ours\r\ntype\tid\tname\r\nword\t\t甚好\r\n',
    entry: { type: 'person', name: '沈知远', aliases: ['远公'], office: '市长' },
    after:
      '# ours\r\ntype\tid\tname\taliases\toffice\r\nword\t\t甚好\r\nperson\t\t沈知远\t远公\r\npost\t\t沈知远\t\t市长\r\n',
  },
  {
    what: 'what is there already stays as it is',
    before: 'type\tname\nword\t甚好',
    entry: { type: 'word', name: '甚好' },
    after: 'type\tname\nword\t甚好',
  },
  {
    what: 'an entry that is there gets the new name; what stands under an unknown column stays',
    before: 'type\tname\tshelf\taliases\nperson\t沈知远\tA3\t沈老\n',
    entry: { type: 'person', name: '沈知远', aliases: ['远公', '沈老'] },
    after: 'type\tname\tshelf\taliases\nperson\t沈知远\tA3\t沈老|远公\n',
  },
  {
    what: 'a selection over a line end is one name',
    before: 'type\tname\n',
    entry: { type: 'organisation', name: '云川市\r\n\t图书馆' },
    after: 'type\tname\norganisation\t云川市图书馆\n',
  },
];

describe('adding to a dictionary', () => {
  test.each(CASES)('$what', ({ before, entry, after }) => {
    expect(withRows(before, rowsOf(entry))).toBe(after);
  });

  test.each(CASES)('twice changes nothing the second time: $what', ({ before, entry }) => {
    const once = withRows(before, rowsOf(entry));
    expect(withRows(once, rowsOf(entry))).toBe(once);
  });
});
