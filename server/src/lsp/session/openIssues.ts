import { LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyser, Analysis } from '../../analysis/analysis';
import type { Diagnostic } from '../../core/diagnostic';
import { followedSidecar, withFollowedReferences } from '../../issue/structure/follow';
import { issueSource } from '../../source/issueSource';
import { MAX_LINES } from '../../source/lineLimit';
import { EMPTY_SIDECAR } from '../../source/sidecar/model';
import type { Sidecar } from '../../source/sidecar/schema';
import { LANGUAGE_ID } from '../protocol';
import { fileNameOf } from './sidecars';
import { runInTurns } from './yieldToEventLoop';

/** An issue as it is in the editor at one version. */
export interface OpenIssue {
  readonly uri: string;
  readonly version: number;
  readonly analysis: Analysis;
  /** Aborted once the text, the sidecar, the settings or the dictionaries have changed. */
  readonly superseded: AbortSignal;
  /**
   * Everything to report, with other work done between its steps; several callers share the work. `onEarly` is given
   * what is known if the rest takes long. Rejects with the reason of `superseded` once that is aborted.
   */
  allDiagnostics(onEarly?: (found: readonly Diagnostic[]) => Promise<void>): Promise<readonly Diagnostic[]>;
  /** What is already known to be reported; undefined as long as nothing is. */
  found(): readonly Diagnostic[] | undefined;
}

/** The issues that are open, each with the analysis of its current version. */
export interface OpenIssues {
  /** The issue of a URI; undefined where it is not open or not an issue. */
  get(uri: string): OpenIssue | undefined;
  /** The issue as it was last analysed, which may be an earlier version than the document has. */
  known(uri: string): OpenIssue | undefined;
  uris(): readonly string[];
  /** The version of an open issue that has too many lines to be read; `get` gives undefined for it. */
  tooLong(uri: string): { readonly version: number } | undefined;
  /** The analyser in force, for issues that are not open. */
  analyser(): Analyser;
  /** Sets the analyser for all issues from now on: settings or dictionaries have changed. */
  setAnalyser(analyser: Analyser): void;
  /** Sets what the sidecar of an issue says: what was dismissed, and what the user knows of the issue. */
  setSidecar(uri: string, sidecar: Sidecar): void;
  /** What it says of the text that the issue has now: decisions on the structure follow edits. */
  followedSidecar(uri: string): Sidecar;
  forget(uri: string): void;
}

interface Entry {
  readonly issue: OpenIssue;
  readonly controller: AbortController;
  isCurrent: boolean;
}

/** Keeps the analysis of each open document until the document, its sidecar or the analyser changes. */
export function createOpenIssues(documents: TextDocuments<TextDocument>, initial: Analyser): OpenIssues {
  let analyser = initial;
  const entries = new Map<string, Entry>();
  /** Sidecars as they were given, and as they are for the text that was last analysed. */
  const sidecars = new Map<string, { readonly given: Sidecar; readonly followed: Sidecar }>();

  const current = (uri: string): TextDocument | undefined => {
    const document = documents.get(uri);
    return document?.languageId === LANGUAGE_ID ? document : undefined;
  };
  const readable = (uri: string): TextDocument | undefined => {
    const document = current(uri);
    return document && document.lineCount <= MAX_LINES ? document : undefined;
  };
  /** The entry stays until the next analysis has taken from it what still holds. */
  const supersede = (entry: Entry | undefined): void => {
    if (!entry) return;
    entry.isCurrent = false;
    entry.controller.abort(new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.'));
  };

  const sidecarFor = (uri: string, text: string): Sidecar => {
    const known = sidecars.get(uri);
    if (!known) return EMPTY_SIDECAR;
    const before = entries.get(uri)?.issue.analysis.source.text ?? text;
    const followed = followedSidecar(known.followed, before, text);
    if (followed !== known.followed) sidecars.set(uri, { given: known.given, followed });
    return followed;
  };

  const openIssues: OpenIssues = {
    get(uri) {
      const document = readable(uri);
      if (!document) return undefined;
      const before = entries.get(uri);
      if (before?.isCurrent && before.issue.version === document.version) return before.issue;
      supersede(before);
      const text = document.getText();
      const source = issueSource(text, { path: fileNameOf(uri), sidecar: sidecarFor(uri, text) });
      const controller = new AbortController();
      const analysis = analyser.analyse(source, before?.issue.analysis);
      const issue = openIssue(uri, document.version, analysis, controller.signal);
      entries.set(uri, { issue, controller, isCurrent: true });
      return issue;
    },
    known: (uri) => entries.get(uri)?.issue,
    uris: () => documents.keys().filter((uri) => readable(uri)),
    tooLong: (uri) => (readable(uri) ? undefined : current(uri)),
    analyser: () => analyser,
    setAnalyser(next) {
      analyser = next;
      entries.forEach(supersede);
    },
    setSidecar(uri, sidecar) {
      const known = sidecars.get(uri);
      const followed = known ? withFollowedReferences(sidecar, known.given, known.followed) : sidecar;
      sidecars.set(uri, { given: sidecar, followed });
      supersede(entries.get(uri));
    },
    followedSidecar: (uri) => openIssues.get(uri)?.analysis.source.sidecar ?? EMPTY_SIDECAR,
    forget(uri) {
      supersede(entries.get(uri));
      entries.delete(uri);
      sidecars.delete(uri);
    },
  };
  return openIssues;
}

function openIssue(uri: string, version: number, analysis: Analysis, superseded: AbortSignal): OpenIssue {
  let early: readonly Diagnostic[] | undefined;
  let all: Promise<readonly Diagnostic[]> | undefined;
  let found: readonly Diagnostic[] | undefined;
  const waitingForEarly: ((found: readonly Diagnostic[]) => Promise<void>)[] = [];
  const run = async (): Promise<readonly Diagnostic[]> =>
    (found = await runInTurns(analysis.diagnosticsInSteps(superseded), {
      signal: superseded,
      async onStep(step) {
        if (!step) return;
        early = step;
        await Promise.all(waitingForEarly.map((give) => give(step)));
      },
    }));
  return {
    uri,
    version,
    analysis,
    superseded,
    async allDiagnostics(onEarly) {
      if (onEarly && early) await onEarly(early);
      else if (onEarly) waitingForEarly.push(onEarly);
      return (all ??= run());
    },
    found: () => found ?? early,
  };
}
