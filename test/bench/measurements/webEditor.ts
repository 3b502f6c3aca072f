import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { milliseconds, type Measurement } from '../measurement';
import { pageOfIndex } from '../texts';

/** Milliseconds and bytes. */
type Figures = Readonly<Record<'outline' | 'findings' | 'indexed' | 'bytes' | 'models', number>>;

/** How many pages the workspace has. */
const PAGES = 200;

/** Somebody whom the last page alone names. */
const PERSON = '欧阳若谷';

/** An issue and a workspace in VS Code for the web, with nothing fetched before. */
export const webEditor: Measurement = {
  name: 'web',
  onlyByName: true,
  *rows() {
    const folder = mkdtempSync(join(tmpdir(), 'galley-web-'));
    try {
      const sample = fileURLToPath(new URL('../../test/corpus/ycrb-20240518-01.txt', import.meta.url));
      cpSync(sample, join(folder, 'first.issue.txt'));
      for (let page = 0; page < PAGES; page++)
        writeFileSync(join(folder, `page${String(1000 + page)}.issue.txt`), pageOfIndex(page));
      writeFileSync(join(folder, 'zz.issue.txt'), `# 河道整治完工\n\n本报记者 ${PERSON}\n\n工程昨日完工。\n`);
      const script = fileURLToPath(new URL('../../test/bench/webEditor.mjs', import.meta.url));
      const printed = execFileSync(process.execPath, [script, folder, 'first.issue.txt', PERSON], { encoding: 'utf8' });
      const { outline, findings, indexed, bytes, models } = JSON.parse(lastLine(printed)) as Figures;
      yield { what: 'outline after a click', value: milliseconds(outline), aim: '≤ 1,500 ms', figure: 'outline' };
      yield { what: 'findings after a click', value: milliseconds(findings), figure: 'findings' };
      yield { what: `index of ${String(PAGES)} pages of 16 KB`, value: milliseconds(indexed), figure: 'index' };
      yield { what: 'fetched until then, without models', value: megabytes(bytes), aim: '≤ 8 MB', figure: 'bytes' };
      yield { what: 'models', value: megabytes(models), figure: 'models' };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The server of the editor prints the requests that it refuses. */
function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
