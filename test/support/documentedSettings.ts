import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The program that the documented settings call `galley`. */
export const COMMAND = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

/** The blocks of code below a heading of a document on other editors, in their order. */
export function documentedSettings(heading: string, document = 'docs/other-editors.md'): readonly string[] {
  const text = readFileSync(new URL(`../../${document}`, import.meta.url), 'utf8');
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/^```\w+\n([^]*?)^```$/gm)].map(([, code = '']) => code);
}

/** A folder with a file of settings and an issue, and the environment in which `galley` is on the path. */
export function editorFolder(
  settings: { readonly name: string; readonly text: string },
  issue: { readonly name: string; readonly text: string },
): { readonly folder: string; readonly settings: string; readonly issue: string; readonly env: NodeJS.ProcessEnv } {
  const folder = mkdtempSync(join(tmpdir(), 'galley-editor-'));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  chmodSync(write('galley', `#!/bin/sh\nexec '${process.execPath}' '${COMMAND}' "$@"\n`), 0o755);
  return {
    folder,
    settings: write(settings.name, settings.text),
    issue: write(issue.name, issue.text),
    env: { ...process.env, HOME: folder, PATH: [folder, process.env['PATH']].join(delimiter) },
  };
}
