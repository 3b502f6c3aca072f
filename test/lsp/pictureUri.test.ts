import { expect, test } from 'vitest';
import { pictureUri } from '../../server/src/lsp/requests/pictureUri';

const FOLDER = 'file:///archive';
const ISSUE = 'file:///archive/1998/page.txt';

test.each([
  ['images/p1.jpg', 'file:///archive/1998/images/p1.jpg'],
  ['../images/图.jpg', 'file:///archive/images/%E5%9B%BE.jpg'],
  ['/archive/images/p1.jpg', 'file:///archive/images/p1.jpg'],
  ['https://example.org/p1.jpg', 'https://example.org/p1.jpg'],
])('a picture in the folder or on the web is a link: %s', (address, target) => {
  expect(pictureUri(address, ISSUE, [FOLDER])).toBe(target);
});

test.each([
  '../../home/p1.jpg',
  '%2e%2e/%2E%2E/home/p1.jpg',
  '..%2f..%2fhome/p1.jpg',
  '..%5c..%5chome/p1.jpg',
  '/home/p1.jpg',
  '/archive-of-another/p1.jpg',
  'file:///home/p1.jpg',
  'file://host/archive/p1.jpg',
  '//host/archive/p1.jpg',
  '\\\\host\\archive\\p1.jpg',
  'command:workbench.action.terminal.new',
  'http://',
])('what leads elsewhere is no link: %s', (address) => {
  expect(pictureUri(address, ISSUE, [FOLDER])).toBeUndefined();
});

test('an issue outside all folders may name files of its own computer', () => {
  expect(pictureUri('../images/p1.jpg', ISSUE, ['file:///elsewhere'])).toBe('file:///archive/images/p1.jpg');
  for (const address of [
    '//host/p1.jpg',
    'file:////host/p1.jpg',
    'file:///\\\\host\\p1.jpg',
    '\\\\host\\p1.jpg',
    'C:/p1.jpg',
  ])
    expect(pictureUri(address, ISSUE, [])).toBeUndefined();
});
