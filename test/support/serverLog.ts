import { afterAll, afterEach, expect } from 'vitest';
import { serverLogs } from './session';

// Vitest runs these behind the hooks of a test file, that is, after a session has ended.
afterEach(expectEmptyLogs);
afterAll(expectEmptyLogs);

/** Fails if a server has logged an error or a warning that the test has not allowed. */
function expectEmptyLogs(): void {
  const complaints = serverLogs.flatMap((log) => {
    const { complaints: logged, allowed } = log;
    log.complaints = [];
    log.allowed = [];
    return logged.filter((line) => !allowed.some((pattern) => pattern.test(line)));
  });
  expect(complaints, 'errors and warnings in the log of the server').toEqual([]);
}
