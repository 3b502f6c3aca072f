import { expect, test } from 'vitest';
import { pictureTarget } from '../../server/src/lsp/requests/pictureUri';

const ISSUE = 'file:///archive/1998/page.txt';

test.each([
  ['images/p1.jpg', { file: 'file:///archive/1998/images/p1.jpg' }],
  ['./图.jpg', { file: 'file:///archive/1998/%E5%9B%BE.jpg' }],
  ['images/../p1.jpg', { file: 'file:///archive/1998/p1.jpg' }],
  ['https://example.org/p1.jpg', { web: 'https://example.org/p1.jpg' }],
])('a picture below the folder of the issue or on the web is a link: %s', (address, target) => {
  expect(pictureTarget(address, ISSUE)).toEqual(target);
});

test.each([
  '../images/p1.jpg',
  '/archive/images/p1.jpg',
  '/archive/1998-of-another/p1.jpg',
  '../../home/p1.jpg',
  '%2e%2e/%2E%2E/home/p1.jpg',
  '..%2f..%2fhome/p1.jpg',
  '..%5c..%5chome/p1.jpg',
  '/home/p1.jpg',
  'file:///home/p1.jpg',
  'file://host/archive/1998/p1.jpg',
  '//host/archive/1998/p1.jpg',
  '\\\\host\\archive\\1998\\p1.jpg',
  'file:////host/p1.jpg',
  'file:///\\\\host\\p1.jpg',
  'C:/p1.jpg',
  'command:workbench.action.terminal.new',
  'http://',
])('other targets are not links: %s', (address) => {
  expect(pictureTarget(address, ISSUE)).toBeUndefined();
});
