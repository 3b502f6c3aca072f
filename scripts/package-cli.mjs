// npm run package:cli: makes galley-VERSION.tgz, a package of npm that has the command line.
import { basename } from 'node:path';
import { packageCommandLine } from './packages/command-line.mjs';
import { tellOfHome } from './packages/home.mjs';
import { ROOT } from './processes.mjs';

try {
  tellOfHome();
  console.log(basename(await packageCommandLine(ROOT)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
