import { expect, test } from 'vitest';
import { canonicalUri } from '../../server/src/index/fileUri';

test.each([
  ['file:///a/云川 (1)/b@c.txt', 'file:///a/%E4%BA%91%E5%B7%9D%20%281%29/b%40c.txt'],
  ['file:///a/%e4%ba%91%E5%B7%9D%20(1)/b%40c.txt', 'file:///a/%E4%BA%91%E5%B7%9D%20%281%29/b%40c.txt'],
  ['file:///C:/a.txt', 'file:///c%3A/a.txt'],
  ['file:///c%3A/a.txt', 'file:///c%3A/a.txt'],
  ['file://server/share/a.txt', 'file://server/share/a.txt'],
  ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ['file:///a/100%.txt', 'file:///a/100%.txt'],
])('%s is named %s', (uri, canonical) => {
  expect(canonicalUri(uri)).toBe(canonical);
  expect(canonicalUri(canonical)).toBe(canonical);
});
