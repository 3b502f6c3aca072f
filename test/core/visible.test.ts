import { expect, test } from 'vitest';
import { visible, visibleJson, visibleLines } from '../../server/src/core/visible';

const HIDDEN = [0x7f, 0x85, 0x9b, 0x9d, 0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202e, 0x2066, 0x2069].map((code) =>
  String.fromCharCode(code),
);
const CONTROLS = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code));

test.each([
  ['会议\u001b[31m', '会议␛[31m'],
  ['会议\r\n召开\n', '会议⏎召开⏎'],
  ['会议\r召开\t', '会议␍召开␉'],
  ['会议\u009b31m\u202e', '会议␦31m␦'],
  ['𠮷会议', '𠮷会议'],
])('%j is shown as %s', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('no control character is left', () => {
  expect(visible([...CONTROLS, ...HIDDEN].join(''))).toMatch(/^[\u2400-\u2426⏎]+$/u);
});

test('lines keep their ends and tabs', () => {
  expect(visibleLines('会议\u001b\t召开\r\n\r下\n')).toBe('会议␛\t召开\r\n␍下\n');
});

test('JSON has the same value without a control character', () => {
  const value = { ['会\u009b议']: [...CONTROLS, ...HIDDEN, '\u2027\u202f𠮷'] };
  const text = visibleJson(value);
  expect(visible(text)).toBe(text);
  expect(JSON.parse(text)).toEqual(value);
});
