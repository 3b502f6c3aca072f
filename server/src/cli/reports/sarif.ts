import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import type { Analysis } from '../../analysis/analysis';
import type { Diagnostic, Fix, Severity } from '../../core/diagnostic';
import type { Span } from '../../core/span';
import { visibleJson } from '../../core/visible';
import type { IssueDocument } from '../../issue/model';
import { RULES } from '../../lint/rules/index';
import { STANDARD_INPUT } from '../inputs';
import { regionOf, type Report } from './report';

/** SARIF 2.1.0 (OASIS), which code scanning services and editors read. One result a line. */
export function sarif(): Report {
  return {
    begin:
      `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${visibleJson(tool())},` +
      '"columnKind":"utf16CodeUnits","results":[',
    between: ',',
    file({ analysis, diagnostics }) {
      return diagnostics.map((diagnostic) => `\n${visibleJson(resultOf(analysis, diagnostic))}`).join(',');
    },
    end: ({ complete }) => `\n],"invocations":[{"executionSuccessful":${complete}}]}]}\n`,
  };
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };
const RULE_INDEX: ReadonlyMap<string, number> = new Map(RULES.map(({ meta }, index) => [meta.id, index]));

function tool(): object {
  const rules = RULES.map(({ meta: { id, title, description, severity } }) => ({
    id,
    shortDescription: { text: t(title) },
    fullDescription: { text: t(description) },
    defaultConfiguration: { level: LEVELS[severity] },
  }));
  return { driver: { name: 'galley', version, rules } };
}

function resultOf(
  { source, document }: Analysis,
  { rule, severity, message, span, occurrences, fixes }: Diagnostic,
): object {
  const artifactLocation = { uri: uriOf(source.path) };
  const locationOf = (span: Span): object => ({
    physicalLocation: { artifactLocation, region: sarifRegionOf(document, span) },
  });
  return {
    ruleId: rule,
    ruleIndex: RULE_INDEX.get(rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [locationOf(span)],
    ...(occurrences && { relatedLocations: occurrences.map((one) => locationOf(one.span)) }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => sarifFixOf(fix, document, artifactLocation)) }),
  };
}

function sarifFixOf({ title, edits }: Fix, document: IssueDocument, artifactLocation: object): object {
  const replacements = edits.map((edit) => ({
    deletedRegion: sarifRegionOf(document, edit),
    insertedContent: { text: edit.newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}

function sarifRegionOf(document: IssueDocument, span: Span): object {
  const { line, column, endLine, endColumn } = regionOf(document, span);
  return {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

function uriOf(path: string): string {
  if (path === STANDARD_INPUT) return 'stdin';
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}
