import { archive, largeArchive } from './measurements/archive';
import { batch } from './measurements/batch';
import { growth } from './measurements/growth';
import { issueInMemory } from './measurements/issueInMemory';
import { knowledge } from './measurements/knowledge';
import { language } from './measurements/language';
import { manyFiles } from './measurements/manyFiles';
import { mentions } from './measurements/mentions';
import { peers } from './measurements/peers';
import { server } from './measurements/server';
import type { Measurement } from './measurement';

/** Every measurement. A figure is a median of this machine at this moment: read the ratios, and never assert a time. */
const MEASUREMENTS: readonly Measurement[] = [
  knowledge,
  issueInMemory,
  mentions,
  language,
  peers,
  server,
  archive,
  largeArchive,
  batch,
  manyFiles,
  growth,
];

const wanted = process.argv.slice(2);
for (const { name, onlyByName = false, rows } of MEASUREMENTS) {
  if (wanted.length > 0 ? !wanted.includes(name) : onlyByName) continue;
  console.log(`\n${name}`);
  for await (const { what, value, note = '' } of rows())
    console.log(`  ${what.padEnd(58)} ${value.padStart(12)}  ${note}`);
}
