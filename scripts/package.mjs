// npm run package: makes galley.vsix for this platform, since segmentation has a native part.
import { join } from 'node:path';
import { mustRun, ROOT } from './processes.mjs';

const target = `${process.platform}-${process.arch}`;
await mustRun(process.execPath, [
  join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce'),
  ...[
    'package',
    '--target',
    target,
    '--out',
    'galley.vsix',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
  ],
]);
