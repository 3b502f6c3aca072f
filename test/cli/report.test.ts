import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { folderWith, type Folder } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';

let folder: Folder | undefined;
afterEach(() => folder?.remove());

function openFolder(): Folder {
  folder = folderWith({ 'archive/1998/a.txt': DAMAGED_PAGE, 'archive/b.txt': '# 春耕\n\n今年雨水好。\n' });
  return folder;
}

test('a report is written to a file, with the names of files below the folder', () => {
  const { galley, path } = openFolder();
  expect(galley(['report', '--out', 'report.html', 'archive'])).toEqual({ code: 0, output: '', errors: '' });
  const page = readFileSync(join(path, 'report.html'), 'utf8');
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).toContain('>1998/a.txt<');
  expect(page).toMatch(/<\/html>\n$/);
  // A report may be written again.
  expect(galley(['report', '--out', 'report.html', 'archive']).code).toBe(0);
});

test('it is printed where no file is named, in the language that is asked for', () => {
  const { code, output } = openFolder().galley(['report', '--language', 'zh-cn', 'archive']);
  expect(code).toBe(0);
  expect(output).toContain('<html lang="zh-CN">');
  expect(output).toContain('报告');
});

test('a file that is not a report is not overwritten, unless the user confirms it', () => {
  const { galley, path } = openFolder();
  writeFileSync(join(path, 'notes.html'), '<p>');
  const refused = galley(['report', '--out', 'notes.html', 'archive']);
  expect(refused).toMatchObject({ code: 2, output: '' });
  expect(refused.errors).toBe('galley: notes.html already exists and is not a report. Use --force to overwrite it.\n');
  expect(readFileSync(join(path, 'notes.html'), 'utf8')).toBe('<p>');
  expect(galley(['report', '--out', 'notes.html', '--force', 'archive']).code).toBe(0);
});

test('an unreadable file is named, and the report covers the others', () => {
  const { galley, path } = openFolder();
  writeFileSync(join(path, 'archive', 'broken.txt'), Buffer.from([0, 1, 2, 0]));
  const { code, errors } = galley(['report', '--out', 'report.html', 'archive']);
  expect(code).toBe(2);
  expect(errors).toContain('broken.txt');
  expect(readFileSync(join(path, 'report.html'), 'utf8')).toContain('1998/a.txt');
});
