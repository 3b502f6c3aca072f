import { writeFileSync } from 'node:fs';
import { index, largeIndex } from './measurements/workspaceIndex';
import { annotationFrames } from './measurements/annotationFrames';
import { annotations } from './measurements/annotations';
import { adversarial } from './measurements/adversarial';
import { batch } from './measurements/batch';
import { cores } from './measurements/cores';
import { everyOccurrence } from './measurements/everyOccurrence';
import { filter } from './measurements/filter';
import { growth } from './measurements/growth';
import { issueInMemory } from './measurements/issueInMemory';
import { gazetteer } from './measurements/gazetteer';
import { language } from './measurements/languageModel';
import { longSession } from './measurements/longSession';
import { manyFiles } from './measurements/manyFiles';
import { mentions } from './measurements/mentions';
import { peers } from './measurements/peers';
import { savingSidecars } from './measurements/savingSidecars';
import { server } from './measurements/server';
import { webEditor } from './measurements/webEditor';
import type { Measurement } from './measurement';

/** Every measurement. A figure is a median of this machine at this moment: read the ratios, and never assert a time. */
const MEASUREMENTS: readonly Measurement[] = [
  gazetteer,
  issueInMemory,
  mentions,
  language,
  peers,
  server,
  index,
  largeIndex,
  batch,
  cores,
  filter,
  manyFiles,
  longSession,
  growth,
  annotations,
  adversarial,
  savingSidecars,
  annotationFrames,
  everyOccurrence,
  webEditor,
];

const [figuresFile = '', ...wanted] = process.argv.slice(2);
const figures: Record<string, Record<string, { value: string; aim?: string }>> = {};
for (const { name, onlyByName = false, rows } of MEASUREMENTS) {
  if (wanted.length > 0 ? !wanted.includes(name) : onlyByName) continue;
  console.log(`\n${name}`);
  for await (const { what, value, aim, note = '', figure } of rows()) {
    const remarks = [...(aim === undefined ? [] : [`aim ${aim}`]), ...(note === '' ? [] : [note])].join('; ');
    console.log(`  ${what.padEnd(58)} ${value.padStart(12)}  ${remarks}`);
    if (figure !== undefined)
      figures[name] = { ...figures[name], [figure]: { value, ...(aim === undefined ? {} : { aim }) } };
  }
}
writeFileSync(figuresFile, JSON.stringify(figures));
