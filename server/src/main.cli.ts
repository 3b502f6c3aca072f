import { runCommandLine } from './cli/commandLine';
import { endBySignal } from './cli/run/interruption';
import { createThread } from './cli/run/thread';
import { TASKS } from './cli/tasks';
import { optimiseLater } from './host/node/optimiseLater';
import { isThread, offer } from './host/node/threads';
import { isAnswerAwaited } from './host/node/timeLimit';

if (isThread) offer(() => createThread(TASKS));
else {
  optimiseLater();
  // The code is set, not exited with, so that all output is written first.
  void runCommandLine(process.argv.slice(2)).then((end) => {
    if (end === undefined) return;
    if (typeof end === 'string') {
      endBySignal(end);
      return;
    }
    process.exitCode = end;
    // Node.js would wait for its threads, and those wait for a drive that has gone.
    if (isAnswerAwaited()) process.kill(process.pid, 'SIGKILL');
  });
}
