// npm run package: makes galley.vsix for this machine, since segmentation has a native part.
import { join } from 'node:path';
import { packageExtension } from './packages/extension.mjs';
import { tellOfHome } from './packages/home.mjs';
import { targetHere } from './packages/targets.mjs';
import { ROOT } from './processes.mjs';

try {
  tellOfHome();
  await packageExtension([targetHere()], () => join(ROOT, 'galley.vsix'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
