import { expect, test } from 'vitest';
import { visibleItem } from '../../../client/src/views/visibleItem';

test.each([
  {
    what: 'the texts of a row, its tooltip last',
    item: { label: '陆见川', description: '5', tooltip: '5 times in 2 issues' },
    spoken: '陆见川, 5, 5 times in 2 issues',
  },
  {
    what: 'what is shown, without line ends',
    item: { label: '陆\n见川', tooltip: '5 times in 2 issues' },
    spoken: '陆⏎见川, 5 times in 2 issues',
  },
  {
    what: 'label and description of a row without a tooltip, by the editor',
    item: { label: '陆见川' },
    spoken: undefined,
  },
])('a screen reader reads $what', ({ item, spoken }) => {
  expect(visibleItem<Parameters<typeof visibleItem>[0]>(item).accessibilityInformation?.label).toBe(spoken);
});
