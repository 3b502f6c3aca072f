import { DiagnosticSeverity, type Connection, type Diagnostic as Published } from 'vscode-languageserver';
import { SEVERITIES, type Diagnostic, type Severity } from '../../core/diagnostic';
import type { Span } from '../../core/span';
import type { IssueDocument } from '../../issue/model';
import type { OpenIssue, OpenIssues } from './openIssues';
import { tooManyLines } from '../../source/lineLimit';
import { Method, type OccurrencesParams } from '../protocol';
import { lengthOf, positionOf, rangeOf } from '../ranges';
import type { ErrorHandling } from './errors';
import { statusOf } from './status';
import { runInTurns } from './yieldToEventLoop';

/** Sends findings to the client. */
export interface Publisher {
  /** Nothing is analysed before this: the settings must be known, or every issue would be read twice. */
  start(): void;
  /** The issue has changed: analyses it as soon as the edits that have already arrived are in. */
  changed(uri: string): void;
  /** Clears what was published for an issue that is no longer open. */
  closed(uri: string): void;
}

/** VS Code shows no more than this of one file; a longer list would only cost time. */
const MOST_PUBLISHED = 1000;

/**
 * Milliseconds without an edit after which the occurrences are sent. The editor moves the marks that it has while the
 * user types, and a list of twenty thousand at every key would hold up the findings.
 */
const PAUSE = 150;

/** What the publisher tells and asks the rest of the server. */
export interface PublisherOptions {
  /** Called when something has been published, so that slow things can wait until the user sees the first findings. */
  readonly afterwards: () => void;
  /** Whether dictionaries or the language model are still to come, with which everything is published again. */
  readonly isLoading: () => boolean;
  readonly ruleDocument: RuleDocument;
}

/** Where the document of a rule can be opened; undefined if there is none, or if the client shows no such links. */
export type RuleDocument = (rule: string) => string | undefined;

/** Makes the publisher. Edits that arrive in one burst are analysed once. */
export function createPublisher(
  connection: Connection,
  open: OpenIssues,
  withErrorsLogged: ErrorHandling,
  { afterwards, isLoading, ruleDocument }: PublisherOptions,
): Publisher {
  const waiting = new Set<string>();
  const pausing = new Map<string, ReturnType<typeof setTimeout>>();
  let started = false;

  const publishWaiting = async (): Promise<void> => {
    const uris = [...waiting];
    waiting.clear();
    await Promise.all(uris.map((uri) => withErrorsLogged(`Analysis of ${uri}`, undefined, () => publish(uri))));
    afterwards();
  };

  const publish = async (uri: string): Promise<void> => {
    const issue = open.get(uri);
    const tooLong = open.tooLong(uri);
    if (tooLong) await connection.sendDiagnostics({ uri, version: tooLong.version, diagnostics: [noteOnLength()] });
    const found = await issue
      ?.allDiagnostics((early) => send(issue, early, true))
      .catch((error: unknown) => {
        if (error !== issue.superseded.reason) throw error;
      });
    if (!issue || !found || open.get(uri) !== issue) return;
    await send(issue, found, isLoading()).catch((error: unknown) => {
      if (error !== issue.superseded.reason) throw error;
    });
    const sendOccurrences = (): Promise<void> =>
      withErrorsLogged(`Occurrences in ${uri}`, undefined, () =>
        connection.sendNotification(Method.occurrences, occurrencesOf(issue, found)),
      );
    clearTimeout(pausing.get(uri));
    pausing.set(
      uri,
      setTimeout(() => void sendOccurrences(), PAUSE),
    );
  };

  const send = async (issue: OpenIssue, found: readonly Diagnostic[], isChecking: boolean): Promise<void> => {
    const { uri, version, analysis, superseded } = issue;
    const diagnostics = gravest(found).map((one) => published(one, analysis.document, ruleDocument));
    await connection.sendDiagnostics({ uri, version, diagnostics });
    if (!isChecking) await runInTurns(analysis.metadataInSteps(), { signal: superseded });
    await connection.sendNotification(Method.status, statusOf(issue, found, isChecking));
  };

  return {
    start() {
      started = true;
    },
    changed(uri) {
      if (!started) return;
      clearTimeout(pausing.get(uri));
      if (waiting.size === 0) setTimeout(() => void publishWaiting(), 0);
      waiting.add(uri);
    },
    closed(uri) {
      waiting.delete(uri);
      clearTimeout(pausing.get(uri));
      pausing.delete(uri);
      void withErrorsLogged(`Closing ${uri}`, undefined, () => connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
  };
}

/** What is published of an issue that is not read because it has too many lines. */
function noteOnLength(): Published {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
    severity: DiagnosticSeverity.Information,
    source: 'galley',
    message: tooManyLines(),
  };
}

/** A finding as the protocol has it. A group is published once, at its first occurrence. */
export function published(
  diagnostic: Diagnostic,
  { text, lines }: IssueDocument,
  ruleDocument: RuleDocument,
): Published {
  const href = ruleDocument(diagnostic.rule);
  return {
    range: rangeOf(lines, visibleSpan(text, diagnostic.span)),
    severity: LSP_SEVERITY[diagnostic.severity],
    code: diagnostic.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: 'galley',
    message: diagnostic.message,
  };
}

/** A gap between paragraphs has nothing that could be underlined: a character on either side shows it. */
function visibleSpan(text: string, span: Span): Span {
  const isGap = text.slice(span.start, span.end).trim() === '' && span.start > 0 && span.end < text.length;
  return isGap ? { start: span.start - 1, end: span.end + 1 } : span;
}

const LSP_SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function gravest(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_PUBLISHED) return diagnostics;
  return SEVERITIES.flatMap((severity) => diagnostics.filter((one) => one.severity === severity)).slice(
    0,
    MOST_PUBLISHED,
  );
}

function occurrencesOf({ uri, version, analysis }: OpenIssue, diagnostics: readonly Diagnostic[]): OccurrencesParams {
  const { lines } = analysis.document;
  const places: number[] = [];
  for (const { occurrences = [] } of diagnostics)
    for (const { span } of occurrences.slice(1)) {
      const { line, character } = positionOf(lines, span.start);
      places.push(line, character, lengthOf(lines, span));
    }
  return { uri, version, places };
}
