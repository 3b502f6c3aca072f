import { expect, test } from 'vitest';
import { causeOf } from '../../../server/src/host/node/files';

test.each([
  {
    message: "EROFS: read-only file system, open '/archive/.galley-0f.lock'",
    code: 'EROFS',
    cause: 'The disk is read-only.',
  },
  { message: "EIO: i/o error, read '/archive/page.txt'", code: 'EIO', cause: 'EIO: i/o error' },
  {
    message: "EBUSY: resource busy or locked, rename '/a\nb' -> '/c'",
    code: 'EBUSY',
    cause: 'EBUSY: resource busy or locked',
  },
  { message: 'EMFILE: too many open files', code: 'EMFILE', cause: 'EMFILE: too many open files' },
])('the cause of $message says nothing of our own files', ({ message, code, cause }) => {
  expect(causeOf(Object.assign(new Error(message), { code }))).toBe(cause);
});
