import { expect, test } from 'vitest';
import { createRestartLimit } from '../../client/src/restarts';

const MINUTE = 60_000;

test('a server that has ended is started again, three times within three minutes', () => {
  const decide = createRestartLimit();
  expect([0, 1, 2, 3].map((at) => decide(at * 1000))).toEqual(['tell and restart', 'restart', 'restart', 'give up']);
});

test('a server that ends now and then is always started again', () => {
  const decide = createRestartLimit();
  expect(Array.from({ length: 20 }, (_, at) => decide(at * 4 * MINUTE))).toEqual(Array(20).fill('tell and restart'));
});
