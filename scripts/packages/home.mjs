import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../processes.mjs';

/** Says in one line which facts on a public home package.json lacks. */
export function tellOfHome() {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const missing = ['repository', 'bugs', 'homepage'].filter((field) => !manifest[field]);
  if (missing.length > 0) console.log(`package.json has no ${missing.join(', ')}: Galley has no public home yet.`);
}
