import { runCommandLine } from './cli/commandLine';
import { isAnswerAwaited } from './host/node/timeLimit';

// The code is set, not exited with, so that all output is written first.
void runCommandLine(process.argv.slice(2)).then((code) => {
  if (code === undefined) return;
  process.exitCode = code;
  // Node.js would wait for its threads, and those wait for a drive that has gone.
  if (isAnswerAwaited()) process.kill(process.pid, 'SIGKILL');
});
