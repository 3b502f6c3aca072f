import { expect, test } from 'vitest';
import manifest from '../../package.json';

/** What rows of the view can be, as `treeItem` says. */
const ROWS = [
  'group',
  'suggestions',
  'suggestion',
  'annotation',
  'annotation.conflict',
  'kept.conflict',
  ...['changed', 'ambiguous', 'orphaned', 'deleted'].flatMap((state) => [
    `annotation.${state}`,
    `annotation.${state}.conflict`,
  ]),
];

/** The rows that have a command in their menu. */
function rowsWith(command: string): readonly string[] {
  const conditions = manifest.contributes.menus['view/item/context'].filter((one) => one.command === command);
  const patterns = conditions.flatMap(({ when }) => /viewItem =~ \/(.*)\/$/.exec(when)?.[1] ?? []);
  return ROWS.filter((row) => patterns.some((pattern) => new RegExp(pattern).test(row)));
}

test.each([
  ['choosePlace', /ambiguous|orphaned/],
  ['resolveConflict', /conflict/],
  ['confirm', /changed/],
  ['attachOrphan', /changed|ambiguous|orphaned|deleted/],
])('%s is in the menus of its rows', (command, rows) => {
  expect(rowsWith(`galley.annotation.${command}`)).toEqual(ROWS.filter((row) => rows.test(row)));
});
