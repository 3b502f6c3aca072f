import type { Sidecar } from '../annotations/model';
import type { Diagnostic } from '../core/diagnostic';
import { stemOf } from '../issue/fileName';
import type { IssueMentions } from '../entities/model';
import type { DateEvidence, IssueMetadata } from '../issue/metadata';
import type { Page } from '../issue/model';
import type { Snapshot } from '../service/service';
import { exportArticle } from './exportArticle';
import { exportRegister } from './exportRegister';
import { ISSUE_SCHEMA } from './identifiers';
import { countScripts, languageOf, scriptOf } from './language';
import { offsetsOf, type Offsets } from './offsets';
import type { IssueExport, OffsetUnit } from './schema';

/** What an export is made from. */
export interface ExportInput {
  readonly snapshot: Snapshot;
  /** Of the same snapshot. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of the same snapshot. */
  readonly mentions: IssueMentions;
  readonly metadata: IssueMetadata;
  readonly source: SourceFacts;
  /** Absent where the issue has none. */
  readonly sidecar?: Pick<Sidecar, 'annotations' | 'corrections'>;
  readonly offsetUnit: OffsetUnit;
  /** Of Galley. */
  readonly version: string;
}

/** What only the host knows of the file that was read. */
export interface SourceFacts {
  readonly path: string;
  /** Of its bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  /** In any case of letters: UTF-8, gb18030. */
  readonly encoding: string;
}

/** Everything known of an issue as plain data, in the shape of schemas/galley-issue.schema.json. */
export function exportIssue(input: ExportInput): IssueExport {
  const { diagnostics, mentions, metadata, sidecar, offsetUnit, version } = input;
  const { document } = input.snapshot;
  const offsets = offsetsOf(document.text, offsetUnit);
  const scripts = countScripts(document.text, { start: 0, end: document.text.length });
  const articles = document.articles.map((article) =>
    exportArticle({ document, article, metadata, mentions: mentions.mentions, scripts, offsets }),
  );
  return {
    schema: ISSUE_SCHEMA,
    generator: { name: 'galley', version },
    offsetUnit,
    issue: exportFacts(input, offsets, scripts),
    pages: document.pages.map((page) => exportPage(page, offsets)),
    articles,
    register: exportRegister(articles.flatMap(({ entities }) => entities)),
    annotations: [...(sidecar?.annotations ?? [])],
    corrections: [...(sidecar?.corrections ?? [])],
    diagnostics: diagnostics.map((diagnostic) => exportDiagnostic(diagnostic, offsets)),
  };
}

function exportFacts(
  { snapshot, metadata, source }: ExportInput,
  offsets: Offsets,
  scripts: ReturnType<typeof countScripts>,
): IssueExport['issue'] {
  const { text } = snapshot.document;
  const { date, period, ...facts } = metadata;
  const script = scriptOf(scripts);
  return {
    id: stemOf(source.path),
    ...facts,
    ...(date ? { date: withEvidence(date, offsets) } : {}),
    ...(period ? { period: withEvidence(period, offsets) } : {}),
    language: languageOf(scripts),
    ...(script === undefined ? {} : { script }),
    source: {
      ...source,
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
  return occurrences ? { ...found, occurrences: occurrences.map(offsets.range) } : found;
}

function lineEndingOf(text: string): IssueExport['issue']['source']['eol'] {
  const kinds = [/\r\n/, /(?<!\r)\n/, /\r(?!\n)/].map((kind) => kind.test(text));
  if (kinds.filter(Boolean).length > 1) return 'mixed';
  return (['crlf', 'lf', 'cr'] as const)[kinds.indexOf(true)] ?? 'none';
}
