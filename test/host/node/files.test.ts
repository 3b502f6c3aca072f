import { expect, test } from 'vitest';
import { causeOf } from '../../../server/src/host/node/files';

test.each([
  {
    message: "EROFS: read-only file system, open '/archive/.galley-0f.lock'",
    code: 'EROFS',
    cause: 'The disk is read-only.',
  },
  {
    message: "EBUSY: resource busy or locked, open '/archive/page.txt'",
    code: 'EBUSY',
    cause: 'Another program has it open.',
  },
  { message: "EIO: i/o error, read '/archive/page.txt'", code: 'EIO', cause: 'EIO: i/o error' },
  {
    message: "EXDEV: cross-device link not permitted, rename '/a\nb' -> '/c'",
    code: 'EXDEV',
    cause: 'EXDEV: cross-device link not permitted',
  },
  { message: 'EMFILE: too many open files', code: 'EMFILE', cause: 'EMFILE: too many open files' },
])('the cause of $message does not mention internal files', ({ message, code, cause }) => {
  expect(causeOf(Object.assign(new Error(message), { code }))).toBe(cause);
});
