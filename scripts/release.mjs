// npm run release: makes every package in out/release, with their checksums.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageCommandLine } from './packages/command-line.mjs';
import { packageExtension, packageForBrowsers } from './packages/extension.mjs';
import { tellOfHome } from './packages/home.mjs';
import { TARGETS } from './packages/targets.mjs';
import { ROOT } from './processes.mjs';

const RELEASE = join(ROOT, 'out', 'release');

/** The name that `sha256sum --check` is given. */
const CHECKSUMS = 'SHA256SUMS';

try {
  tellOfHome();
  rmSync(RELEASE, { recursive: true, force: true });
  mkdirSync(RELEASE, { recursive: true });
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const targets = /** @type {import('./packages/targets.mjs').Target[]} */ (Object.keys(TARGETS));
  await packageExtension(targets, (target) => join(RELEASE, `${name}-${target}-${version}.vsix`));
  await packageForBrowsers(join(RELEASE, `${name}-web-${version}.vsix`));
  await packageCommandLine(RELEASE);
  const sums = readdirSync(RELEASE).map((file) => {
    const digest = createHash('sha256').update(readFileSync(join(RELEASE, file)));
    return `${digest.digest('hex')}  ${file}\n`;
  });
  writeFileSync(join(RELEASE, CHECKSUMS), sums.join(''));
  console.log(`out/release has ${sums.length} packages; ${CHECKSUMS} has their checksums.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
