import { afterEach, expect, test, vi } from 'vitest';
import type fs from 'node:fs';
import { mountPointOf } from '../../../server/src/host/node/mountPoints';

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof fs>()),
  readFileSync: () =>
    [
      '26 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw',
      '30 26 0:40 / /mnt/archive rw - nfs4 nas:/archive rw',
      '31 30 0:41 / /mnt/archive/old\\040papers rw - nfs4 nas:/old rw',
      '',
    ].join('\n'),
}));

afterEach(() => void vi.restoreAllMocks());

test.skipIf(process.platform === 'win32').each([
  ['/home/user/page.txt', '/'],
  ['/mnt/archive', '/mnt/archive'],
  ['/mnt/archive/1950/page.txt', '/mnt/archive'],
  ['/mnt/archives/page.txt', '/'],
  ['/mnt/archive/old papers/page.txt', '/mnt/archive/old papers'],
])('%s is on %s', (path, point) => {
  expect(mountPointOf(path)).toBe(point);
});
