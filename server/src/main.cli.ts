import { runCommandLine } from './cli/commandLine';

// The code is set, not exited with, so that all output is written first.
void runCommandLine(process.argv.slice(2)).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
