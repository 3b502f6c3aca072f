import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from '../core/diagnostic';
import type { Sidecar } from '../annotations/model';
import { dismissedIn } from '../annotations/sidecar';
import type { IssueService, Snapshot, SnapshotOptions } from '../service/service';
import { givingWay } from './givingWay';
import { LANGUAGE_ID } from './protocol';
import { fileNameOf } from './sidecars';

/** An issue as it stands in the editor at one version. Everything in it is computed when it is first asked for. */
export interface OpenIssue {
  readonly uri: string;
  readonly version: number;
  readonly service: IssueService;
  readonly snapshot: Snapshot;
  /**
   * All that is to be reported, giving way between its steps; undefined where the text has changed in the meantime.
   * Several callers share one analysis. `onEarly` is given what is known where the rest takes long.
   */
  allDiagnostics(onEarly?: (found: readonly Diagnostic[]) => Promise<void>): Promise<readonly Diagnostic[] | undefined>;
}

/** The issues that are open, each with what is known of its current version. */
export interface OpenIssues {
  /** The issue of a URI; undefined where it is not open or not an issue. */
  get(uri: string): OpenIssue | undefined;
  uris(): readonly string[];
  /** The engine with the settings in force, for issues that are not open. */
  service(): IssueService;
  /** Sets the engine for all issues from now on: settings have changed. */
  setService(service: IssueService): void;
  /** Sets what the sidecar of an issue says: what was dismissed, and what the user knows of the issue. */
  setSidecar(uri: string, sidecar: Sidecar): void;
  forget(uri: string): void;
}

/** Keeps the analysis of each open document until the document, the settings or its dismissals change. */
export function createOpenIssues(documents: TextDocuments<TextDocument>, initial: IssueService): OpenIssues {
  let service = initial;
  const known = new Map<string, OpenIssue>();
  const sidecars = new Map<string, Sidecar>();

  const current = (uri: string): TextDocument | undefined => {
    const document = documents.get(uri);
    return document?.languageId === LANGUAGE_ID ? document : undefined;
  };

  return {
    get(uri) {
      const document = current(uri);
      if (!document) return undefined;
      const before = known.get(uri);
      if (before?.version === document.version) return before;
      const isCurrent = (issue: OpenIssue): boolean =>
        known.get(uri) === issue && current(uri)?.version === issue.version;
      const issue = analysed(document, service, optionsOf(uri, sidecars.get(uri)), isCurrent);
      known.set(uri, issue);
      return issue;
    },
    uris: () => documents.keys().filter((uri) => current(uri)),
    service: () => service,
    setService(next) {
      service = next;
      known.clear();
    },
    setSidecar(uri, sidecar) {
      sidecars.set(uri, sidecar);
      known.delete(uri);
    },
    forget(uri) {
      known.delete(uri);
      sidecars.delete(uri);
    },
  };
}

function optionsOf(uri: string, sidecar: Sidecar | undefined): SnapshotOptions {
  const fileName = fileNameOf(uri);
  return sidecar
    ? { dismissed: dismissedIn(sidecar), outside: { fileName, given: sidecar.issue } }
    : { outside: { fileName } };
}

function analysed(
  document: TextDocument,
  service: IssueService,
  options: SnapshotOptions,
  isCurrent: (issue: OpenIssue) => boolean,
): OpenIssue {
  let snapshot: Snapshot | undefined;
  let found: readonly Diagnostic[] | undefined;
  let early: readonly Diagnostic[] | undefined;
  let running: Promise<readonly Diagnostic[] | undefined> | undefined;
  const waitingForEarly: ((found: readonly Diagnostic[]) => Promise<void>)[] = [];
  const run = async (): Promise<readonly Diagnostic[] | undefined> => {
    found = await givingWay(service.diagnosticsInSteps(issue.snapshot), {
      isWanted: () => isCurrent(issue),
      async onStep(step) {
        if (!step) return;
        early = step;
        await Promise.all(waitingForEarly.map((give) => give(step)));
      },
    });
    return found;
  };
  const issue: OpenIssue = {
    uri: document.uri,
    version: document.version,
    service,
    get snapshot() {
      return (snapshot ??= service.snapshot(document.getText(), options));
    },
    async allDiagnostics(onEarly) {
      if (found) return found;
      if (onEarly) {
        if (running && early) await onEarly(early);
        waitingForEarly.push(onEarly);
      }
      return (running ??= run());
    },
  };
  return issue;
}
