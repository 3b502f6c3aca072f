import { NEVER_CANCELLED, type Cancellation } from '../core/cancel';
import type { Diagnostic } from '../core/diagnostic';
import { applyEdits, chooseEdits, composeEdits, type Edit } from '../core/edit';
import { createMemo, remembered } from '../core/memo';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import { createMentionFinder } from '../entities/findMentions';
import { mentionsInContext } from '../entities/mentionsInContext';
import type { IssueMentions } from '../entities/model';
import type { Tagger } from '../entities/tagger';
import { periodOf } from '../entities/termEvidence';
import { issueMetadata, type IssueMetadata, type MetadataSources } from '../issue/metadata';
import type { IssueDocument, Line } from '../issue/model';
import { parseIssue, parseLines } from '../issue/parse';
import type { Knowledge } from '../knowledge/model';
import type { Doubts } from '../language/doubts';
import { activeRules } from '../lint/activeRules';
import type { BlockCache } from '../lint/blockFindings';
import { createRightAsItIs } from '../lint/rightAsItIs';
import type { Named } from '../lint/rule';
import { RULES } from '../lint/rules/index';
import { runRules, runRulesInSteps, type RunOptions } from '../lint/runner';
import { withoutFixesOfNames } from '../lint/protectNames';
import { withoutDismissed } from '../lint/suppress';

/** A text as it is at one moment, with everything that decides what is found in it. Immutable. */
export interface Snapshot {
  readonly document: IssueDocument;
  readonly dismissed: ReadonlySet<string>;
  /** Whether each line is a paragraph by itself (`--lines`): article and issue rules are then off. */
  readonly linesOnly: boolean;
  readonly outside: OutsideFacts;
}

/** What is known of an issue from outside its text: its file name, and what the user has said of it. */
export type OutsideFacts = Pick<MetadataSources, 'fileName' | 'given'>;

/** How a snapshot is taken of a text; by default nothing is dismissed, and nothing known from outside. */
export interface SnapshotOptions {
  readonly dismissed?: ReadonlySet<string>;
  readonly linesOnly?: boolean;
  readonly outside?: OutsideFacts;
}

/** The engine: the same behind the editor, the command line and the browser. */
export interface IssueService {
  readonly settings: Settings;
  snapshot(text: string, options?: SnapshotOptions): Snapshot;
  /** What is to be reported, sorted by place. Empty where the work was cancelled. */
  diagnostics(snapshot: Snapshot, cancellation?: Cancellation): readonly Diagnostic[];
  /**
   * The same in short steps; whoever no longer wants the result stops asking for the next. One step may give what is
   * found before the language model reads much text.
   */
  diagnosticsInSteps(snapshot: Snapshot): Generator<readonly Diagnostic[] | undefined, readonly Diagnostic[]>;
  /**
   * The edits of all safe fixes, on the snapshot's text, without overlaps. Repeated within until nothing safe is left,
   * so that a second run finds nothing to do. `alsoSuggested` takes the best suggested fix of every finding too.
   */
  repairs(snapshot: Snapshot, options?: { readonly alsoSuggested?: boolean }): readonly Edit[];
  /** What the issue names: people, places, organisations, offices, dates, quantities, works; found when first asked for. */
  mentions(snapshot: Snapshot): IssueMentions;
  /**
   * What is known of the issue. Where nothing else dates it, the terms of the people whom it names by their offices do,
   * or at least say between when and when it appeared.
   */
  metadata(snapshot: Snapshot): IssueMetadata;
}

/** Code units of lines that are kept with what was found in them; more where a longer text is open. */
const UNITS_REMEMBERED = 4_000_000;

/** Rounds of repair after which what still changes is left to a person. */
const ROUNDS = 6;

/** What an engine knows beside its settings. */
export interface ServiceKnowledge {
  readonly knowledge?: Knowledge | undefined;
  readonly tagger?: Tagger | undefined;
  /** What the language model says against texts; absent as long as it is not loaded. */
  readonly doubts?: Doubts | undefined;
}

/** Makes an engine for one set of settings and dictionaries; make another when they change. */
export function createIssueService(
  settings: Settings = DEFAULT_SETTINGS,
  { knowledge, tagger, doubts }: ServiceKnowledge = {},
): IssueService {
  const rules = activeRules(RULES, settings);
  const lines = createMemo<Line>(UNITS_REMEMBERED);
  const bodyLines = createMemo<Line>(UNITS_REMEMBERED);
  const cache: BlockCache = new WeakMap();

  const findMentions = createMentionFinder({ knowledge, tagger });
  const apparent = remembered(({ document }: Snapshot) => findMentions(document));

  const snapshot = (
    text: string,
    { dismissed = new Set<string>(), linesOnly = false, outside = {} }: SnapshotOptions = {},
  ): Snapshot => ({
    document: linesOnly ? parseLines(text, bodyLines) : parseIssue(text, lines),
    dismissed,
    linesOnly,
    outside,
  });

  const metadata = remembered((of: Snapshot) =>
    issueMetadata(of.document, {
      ...of.outside,
      period: () => (knowledge ? periodOf(of.document.text, apparent(of), knowledge) : undefined),
    }),
  );
  const isRight = createRightAsItIs({ knowledge, tagger });
  const mentions = remembered((of: Snapshot) => {
    const { date, place, title } = metadata(of);
    return mentionsInContext(of.document, apparent(of), { knowledge, issueDate: date?.value, place, title });
  });

  const people = remembered((of: Snapshot) =>
    apparent(of).mentions.flatMap(({ type, span }) => (type === 'person' ? [span] : [])),
  );
  const reported = (of: Snapshot, found: readonly Diagnostic[]): readonly Diagnostic[] => {
    const { text } = of.document;
    return withoutFixesOfNames(withoutDismissed(found, text, of.dismissed), text, () => people(of));
  };

  const named = (of: Snapshot) => (): Named => {
    const { date } = issueMetadata(of.document, of.outside);
    return {
      knowledge,
      date: date?.certainty === 'inferred' ? undefined : date?.value,
      get mentions() {
        return mentions(of).mentions;
      },
    };
  };

  const optionsOf = (of: Snapshot): RunOptions => ({
    cache,
    blocksOnly: of.linesOnly,
    doubts,
    isRight,
    named: named(of),
  });
  const diagnostics = (of: Snapshot, cancellation: Cancellation = NEVER_CANCELLED): readonly Diagnostic[] => {
    return reported(of, runRules(of.document, rules, { ...optionsOf(of), cancellation }));
  };

  const diagnosticsInSteps: IssueService['diagnosticsInSteps'] = function* (of) {
    const steps = runRulesInSteps(of.document, rules, optionsOf(of));
    for (;;) {
      const { done, value } = steps.next();
      const found = value && reported(of, value);
      if (done) return found ?? [];
      yield found;
    }
  };

  const repairs: IssueService['repairs'] = (of, { alsoSuggested = false } = {}) => {
    const original = of.document.text;
    // No fix of a rule that asks the language is safe.
    const options = (at: Snapshot): RunOptions => ({ ...optionsOf(at), doubts: alsoSuggested ? doubts : undefined });
    let current = of;
    let edits: readonly Edit[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const step = repairsOf(reported(current, runRules(current.document, rules, options(current))), alsoSuggested);
      if (step.length === 0) break;
      edits = composeEdits(edits, step, original);
      current = snapshot(applyEdits(current.document.text, step), of);
    }
    return edits;
  };

  return { settings, snapshot, diagnostics, diagnosticsInSteps, repairs, mentions, metadata };
}

function repairsOf(diagnostics: readonly Diagnostic[], alsoSuggested: boolean): Edit[] {
  const fixes: (readonly Edit[])[] = [];
  for (const { fixes: offered, occurrences } of diagnostics) {
    const best = offered[0];
    if (best?.applicability !== 'safe' && !(alsoSuggested && best?.applicability === 'suggested')) continue;
    if (!occurrences) fixes.push(best.edits);
    else for (const edit of best.edits) fixes.push([edit]);
  }
  return chooseEdits(fixes);
}
