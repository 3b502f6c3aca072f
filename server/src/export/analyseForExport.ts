import type { Analysis } from '../analysis/analysis';
import { asRecognised } from '../annotations/recognised';
import type { IssueSource } from '../source/issueSource';
import type { ExportFormat } from './format';

/** Which text of an issue is exported: the current one, or the one before the corrections in the sidecar. */
export type ExportedText = 'corrected' | 'original';

/** How the issues of an export are analysed. */
export interface ExportEngine {
  analyse(source: IssueSource): Analysis;
  /** Runs long work to its end, with other work between its steps. */
  run(steps: Generator<unknown, unknown>): Promise<unknown>;
  /** The SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
  digest(text: string): string | Promise<string>;
}

/** An issue as a format takes it. */
export interface AnalysedIssue {
  readonly analysis: Analysis;
  /** The digest of the exported text, even if no file has it. */
  readonly sha256: string;
  /** Why the format cannot hold the issue, as a sentence for the user. What takes long was then not computed. */
  readonly refusal?: string | undefined;
}

/** Analyses an issue as far as a format needs it. `sha256` is the digest of its file. */
export async function analyseForExport(
  corrected: IssueSource,
  { needs, refuses }: Pick<ExportFormat, 'needs' | 'refuses'>,
  { text, sha256 }: { readonly text: ExportedText; readonly sha256: string },
  engine: ExportEngine,
): Promise<AnalysedIssue> {
  const source = text === 'original' ? asRecognised(corrected) : corrected;
  const analysis = engine.analyse(source);
  const refusal = refuses?.(analysis);
  if (refusal === undefined) {
    if (needs.includes('mentions')) await engine.run(analysis.mentionsInSteps());
    if (needs.includes('diagnostics')) await engine.run(analysis.diagnosticsInSteps());
  }
  return { analysis, sha256: source === corrected ? sha256 : await engine.digest(source.text), refusal };
}
