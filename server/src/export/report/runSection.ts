import { t } from '@vscode/l10n';
import { escapedLine } from '../markup';
import type { RunProblems } from './run';
import { cell, number, section, table, type Cell } from './tables';

/** Rows that are shown of one kind of problem. */
const MOST = 200;

/** The section on what is missing, double or misdated. */
export function runSection({ missingIssues, missingPages, doublePages, misdated, undated }: RunProblems): string {
  const parts = [
    part(
      t('Missing issues'),
      [t('Newspaper'), t('From'), t('To'), t('Issues')],
      missingIssues.map(({ newspaper, from, to, count }) => [
        cell(newspaper),
        cell(from, 'name'),
        cell(to, 'name'),
        cell(number(count), 'number'),
      ]),
    ),
    part(
      t('Missing pages'),
      [t('Newspaper'), t('Date'), t('Pages')],
      missingPages.map(({ newspaper, date, pages }) => [cell(newspaper), cell(date, 'name'), cell(pages.join(', '))]),
    ),
    part(
      t('Pages in several files'),
      [t('Newspaper'), t('Date'), t('Page'), t('Files')],
      doublePages.map(({ newspaper, date, page, paths }) => [
        cell(newspaper),
        cell(date, 'name'),
        cell(page, 'name'),
        cell(paths.join(', ')),
      ]),
    ),
    part(
      t('The printed date differs from the date in the file name'),
      [t('File'), t('Date of the file'), t('Printed date')],
      misdated.map(({ path, date, otherDate }) => [cell(path), cell(date, 'name'), cell(otherDate, 'name')]),
    ),
    part(
      t('Files without a date'),
      [t('File')],
      undated.map((path) => [cell(path)]),
    ),
  ].join('');
  return section(
    t('Missing, duplicate and misdated issues'),
    parts === '' ? `<p class="none">${escapedLine(t('Nothing was found.'))}</p>\n` : parts,
  );
}

function part(title: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '';
  const more =
    rows.length > MOST ? `<p class="quiet">${escapedLine(t('And {0} more.', rows.length - MOST))}</p>\n` : '';
  return `<h3>${escapedLine(title)} (${number(rows.length)})</h3>\n${table(headings, rows.slice(0, MOST))}${more}`;
}
