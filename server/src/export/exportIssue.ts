import type { Analysis } from '../analysis/analysis';
import type { LabelSet } from '../annotations/labels/schema';
import type { Diagnostic } from '../core/diagnostic';
import { overlapFinder } from '../core/search';
import { countScripts } from '../core/script/script';
import { stemOf } from '../issue/fileName';
import type { DateEvidence } from '../issue/metadata';
import type { Page } from '../issue/model';
import { exportArticle, type ArticleContext } from './exportArticle';
import { exportRegister } from './exportRegister';
import { ISSUE_SCHEMA } from './identifiers';
import { languageOf } from './language';
import { offsetsOf, type Offsets } from './offsets';
import type { IssueExport, OffsetUnit } from './schema';

/** What an export needs beside the analysis. */
export interface ExportOptions {
  /** The name of the issue's files without their extension, relative to the target, with `/` between folders. */
  readonly name: string;
  /** The id of the only article to export; all if it is absent. */
  readonly article?: string | undefined;
  /** Of the bytes of the file, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly offsetUnit: OffsetUnit;
  /**
   * Whether a table is for a spreadsheet program: with a byte order mark, by which Excel knows UTF-8, and with ' before
   * what such programs would compute as a formula.
   */
  readonly spreadsheet?: boolean | undefined;
  /** The labels with which the issue is annotated. */
  readonly labels: LabelSet;
  /** Of Galley. */
  readonly version: string;
}

/** Everything known of an issue as plain data, in the shape of schemas/galley-issue.schema.json. */
export function exportIssue(analysis: Analysis, options: ExportOptions): IssueExport {
  const { document, annotations, source } = analysis;
  const context = exportContext(analysis, options);
  const { offsets } = context;
  const articles = document.articles.map((article) => exportArticle(analysis, article, context));
  return {
    schema: ISSUE_SCHEMA,
    generator: { name: 'galley', version: options.version },
    offsetUnit: options.offsetUnit,
    issue: exportFacts(analysis, options, context),
    pages: document.pages.map((page) => exportPage(page, offsets)),
    articles,
    register: exportRegister(articles.flatMap(({ entities }) => entities)),
    annotations: [...annotations],
    corrections: [...source.sidecar.corrections],
    diagnostics: analysis.diagnostics().map((diagnostic) => exportDiagnostic(diagnostic, offsets)),
  };
}

/** What is worked out once for the whole issue. */
export function exportContext(
  { document: { text }, mentions }: Analysis,
  { offsetUnit }: ExportOptions,
): ArticleContext {
  return {
    offsets: offsetsOf(text, offsetUnit),
    scripts: countScripts(text),
    mentionsIn: overlapFinder(mentions),
  };
}

/** The facts of the issue and of its file. */
export function exportFacts(
  { document: { text, script }, metadata, source }: Analysis,
  { sha256 }: ExportOptions,
  { offsets, scripts }: ArticleContext,
): IssueExport['issue'] {
  const { date, period, newspaper, ...facts } = metadata;
  return {
    id: stemOf(source.path),
    ...(newspaper === undefined ? {} : { title: newspaper }),
    ...facts,
    ...(date ? { date: withEvidence(date, offsets) } : {}),
    ...(period ? { period: withEvidence(period, offsets) } : {}),
    language: languageOf(scripts),
    ...(script === undefined ? {} : { script }),
    source: {
      path: source.path,
      sha256,
      encoding: source.encoding.toLowerCase(),
      eol: lineEndingOf(text),
      length: offsets.at(text.length),
    },
  };
}

/** A date or a period with the places of its evidence counted as the export counts. */
function withEvidence<Dated extends { readonly evidence: readonly DateEvidence[] }>(dated: Dated, offsets: Offsets) {
  const evidence = dated.evidence.map(({ text, span }) => (span ? { text, range: offsets.range(span) } : { text }));
  return { ...dated, evidence };
}

function exportPage({ id, number, label, section, span }: Page, offsets: Offsets): IssueExport['pages'][number] {
  return {
    id,
    ...(number === undefined ? {} : { number }),
    ...(label === undefined ? {} : { label }),
    ...(section === undefined ? {} : { section }),
    range: offsets.range(span),
  };
}

function exportDiagnostic(
  { rule, severity, message, span, occurrences }: Diagnostic,
  offsets: Offsets,
): IssueExport['diagnostics'][number] {
  const found = { rule, severity, message, range: offsets.range(span) };
  return occurrences ? { ...found, occurrences: occurrences.map((one) => offsets.range(one.span)) } : found;
}

function lineEndingOf(text: string): IssueExport['issue']['source']['eol'] {
  const kinds = [/\r\n/, /(?<!\r)\n/, /\r(?!\n)/].map((kind) => kind.test(text));
  if (kinds.filter(Boolean).length > 1) return 'mixed';
  return (['crlf', 'lf', 'cr'] as const)[kinds.indexOf(true)] ?? 'none';
}
