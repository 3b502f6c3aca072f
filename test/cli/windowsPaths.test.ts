import type * as path from 'node:path';
import { expect, test, vi } from 'vitest';
import { namesOf } from '../../server/src/cli/inputs';

vi.mock('node:path', async (importOriginal) => (await importOriginal<typeof path>()).win32);

test.each([
  ['C:\\报', 'C:\\报\\1998\\a.txt', '1998/a.txt'],
  ['C:\\报', 'c:\\报\\a.txt', 'a.txt'],
  ['C:\\', 'D:\\报\\a.txt', 'D/报/a.txt'],
  ['C:\\', '\\\\host\\share\\a.txt', 'host/share/a.txt'],
  ['\\\\host\\share', '\\\\host\\share\\报\\a.txt', '报/a.txt'],
  ['\\\\?\\C:\\报', '\\\\?\\C:\\报\\a.txt', 'a.txt'],
])('below %s, the issue %s is named %s', (base, path, name) => {
  expect(namesOf({ base })(path)).toBe(name);
});
