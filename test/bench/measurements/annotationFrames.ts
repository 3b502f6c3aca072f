import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { targetOf } from '../../../server/src/annotations/model';
import { drawnAnnotatedText } from '../annotatedTexts';
import { median, milliseconds, type Measurement } from '../measurement';

/** How many annotations the issue has. */
const COUNT = 10_000;

/** Typing in a real VS Code with ten thousand annotations. */
export const annotationFrames: Measurement = {
  name: 'annotation-frames',
  onlyByName: true,
  *rows() {
    const folder = mkdtempSync(join(tmpdir(), 'galley-frames-'));
    try {
      const { text, spans } = drawnAnnotatedText(350_000, 1);
      const annotations = spans
        .slice(0, COUNT)
        .map((span, at) => ({ id: `a_${String(at)}`, label: 'place', target: targetOf(text, span) }));
      writeFileSync(join(folder, 'drawn.issue.txt'), text);
      writeFileSync(join(folder, 'drawn.issue.galley.json'), JSON.stringify({ version: 1, annotations }));
      const script = fileURLToPath(new URL('../../test/bench/annotationFrames.mjs', import.meta.url));
      const printed = execFileSync(process.execPath, [script, folder], { encoding: 'utf8' });
      const { marks, frames } = JSON.parse(printed) as { marks: number; frames: number[] };
      const longest = Math.max(...frames);
      yield {
        what: `100 keys, ${String(annotations.length)} annotations in 1 MB, median frame`,
        value: milliseconds(median(frames)),
        aim: '≤ 20 ms',
        note: `longest ${milliseconds(longest)}, ${String(frames.length)} frames, ${String(marks)} marks in view`,
        figure: 'frame',
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
