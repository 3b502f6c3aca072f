import { throwIfAborted, type CancellationSignal } from '../core/cancellation';
import type { Diagnostic } from '../core/diagnostic';
import { once } from '../core/cache';
import { resultOfSteps, stepwise, type Stepwise } from '../core/steps';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import { createMentionDetector } from '../entities/detect/issueMentions';
import { resolveMentions } from '../entities/resolve/resolveMentions';
import type { Tagger } from '../entities/detect/tagger/tagger';
import { issuePeriod } from '../entities/resolve/issuePeriod';
import { printedMetadata, withPeriod } from '../issue/metadata';
import type { IssueDocument } from '../issue/model';
import { parseIssueInSteps, parseLines } from '../issue/parse';
import { followedSidecar } from '../issue/structure/follow';
import type { Gazetteer } from '../gazetteer/model';
import type { Detector } from '../languageModel/detect';
import { activeRules } from '../lint/activeRules';
import { withoutFixesOfNames } from '../lint/protectNames';
import { createExemptionCheck } from '../lint/language/exemptions';
import type { Named } from '../lint/rule';
import { RULES } from '../lint/rules/index';
import { runRulesInSteps } from '../lint/runner';
import { withoutDismissed } from '../lint/suppress';
import { dismissedIn } from '../source/sidecar/model';
import { fileNameIn, type IssueSource } from '../source/issueSource';
import type { Analyser, Analysis } from './analysis';
import { createCaches, withoutFindings, type AnalysisCaches } from './caches';
import { repairsOf } from './repairs';

/** What an analyser knows beside its settings; what is not loaded yet is absent. */
export interface AnalyserResources {
  readonly gazetteer?: Gazetteer | undefined;
  readonly tagger?: Tagger | undefined;
  /** What the language model says against a text. */
  readonly detector?: Detector | undefined;
  /** Whether dictionaries are still to come: no names are looked for then to check fixes, and those that may change one are left out. */
  readonly areDictionariesLoading?: boolean;
}

type Steps = ReturnType<Analysis['diagnosticsInSteps']>;

/** What an analysis holds for the analyses that follow it. */
interface Carried {
  readonly analyser: Analyser;
  readonly caches: AnalysisCaches;
  readonly document: Stepwise<IssueDocument>;
}

const carriedBy = new WeakMap<Analysis, Carried>();

/** Makes an analyser for one set of settings and dictionaries. It keeps nothing of the texts that it has analysed. */
export function createAnalyser(
  settings: Settings = DEFAULT_SETTINGS,
  { gazetteer, tagger, detector, areDictionariesLoading = false }: AnalyserResources = {},
): Analyser {
  const rules = activeRules(RULES, settings);
  const detectMentions = createMentionDetector({ gazetteer, tagger });
  const isRight = createExemptionCheck({ gazetteer, tagger });

  const cachesAfter = (previous: Analysis | undefined): AnalysisCaches => {
    const carried = previous && carriedBy.get(previous);
    if (!carried) return createCaches();
    return carried.analyser === analyser ? carried.caches : withoutFindings(carried.caches);
  };

  /** The parts of an analysis, each computed when it is first asked for. */
  const partsOf = (
    { text, path, sidecar, mode }: IssueSource,
    caches: AnalysisCaches,
    documentRead: Stepwise<IssueDocument>,
  ) => {
    const blocksOnly = mode === 'lines';
    const document = documentRead.result;

    // The date may rest on the people that the text names, and what a name means on the date, so there are four steps.
    const printed = once(() => printedMetadata(document(), { fileName: fileNameIn(path), given: sidecar.issue }));
    const detected = stepwise(() => detectMentions(document()));
    const metadata = stepwise(function* () {
      yield* documentRead.inSteps();
      if (printed().date || !gazetteer) return printed();
      const names = yield* detected.inSteps();
      return withPeriod(printed(), document(), issuePeriod(document().simplified, names, gazetteer));
    });
    const mentions = stepwise(function* () {
      yield* documentRead.inSteps();
      const names = yield* detected.inSteps();
      const { date, place, newspaper } = yield* metadata.inSteps();
      const context = { gazetteer, issueDate: date?.value, place, newspaper };
      return (yield* resolveMentions(document(), names, context)).mentions;
    });

    const named = (): Named => {
      const { date } = printed();
      return {
        gazetteer,
        date: date?.certainty === 'inferred' ? undefined : date?.value,
        get mentions() {
          return mentions.result();
        },
      };
    };
    /** Names are read ahead only where they are surely asked for: after a key in a long text, that would take long. */
    const readNames = () => (named().date !== undefined && gazetteer !== undefined ? mentions.inSteps() : []);
    const people = areDictionariesLoading
      ? undefined
      : stepwise(function* () {
          const names = yield* detected.inSteps();
          return names.mentions.flatMap(({ type, span }) => (type === 'person' ? [span] : []));
        });
    const dismissed = once(() => dismissedIn(sidecar));
    const reported = (found: readonly Diagnostic[]) =>
      withoutFixesOfNames(withoutDismissed(found, text, dismissed()), text, people);
    const check = function* (model: Detector | undefined, signal?: CancellationSignal): Steps {
      throwIfAborted(signal);
      for (const step of documentRead.inSteps()) {
        yield step;
        throwIfAborted(signal);
      }
      const { findings: cache, countRecurrences } = caches;
      const options = { cache, countRecurrences, blocksOnly, detector: model, isRight, named, readNames, signal };
      const steps = runRulesInSteps(document(), rules, options);
      let step = steps.next();
      for (; !step.done; step = steps.next()) {
        const { value } = step;
        yield Array.isArray(value) ? yield* reported(value) : value;
      }
      return yield* reported(step.value);
    };
    return { document, printed, metadata, mentions, check };
  };

  const analyser: Analyser = {
    settings,
    analyse(source, previous) {
      const caches = cachesAfter(previous);
      const documentRead = documentAfter(previous, source) ?? documentOf(source, caches);
      const { document, printed, metadata, mentions, check } = partsOf(source, caches, documentRead);
      let all: readonly Diagnostic[] | undefined;
      const analysis: Analysis = {
        source,
        settings,
        gazetteer,
        get document() {
          return document();
        },
        documentInSteps: documentRead.inSteps,
        get printedMetadata() {
          return printed();
        },
        get metadata() {
          return metadata.result();
        },
        metadataInSteps: metadata.inSteps,
        get mentions() {
          return mentions.result();
        },
        mentionsInSteps: mentions.inSteps,
        annotations: source.sidecar.annotations,
        diagnostics: () => (all ??= resultOfSteps(check(detector))),
        *diagnosticsInSteps(signal) {
          return (all ??= yield* check(detector, signal));
        },
        repairs: (options) => resultOfSteps(analysis.repairsInSteps(options)),
        repairsInSteps({ alsoSuggested = false, signal, onRound } = {}) {
          // No fix that rests on the language model is safe.
          const model = alsoSuggested ? detector : undefined;
          const checked = (text: string) => {
            const sidecar = followedSidecar(source.sidecar, source.text, text);
            const repaired = { ...source, text, sidecar };
            return partsOf(repaired, caches, documentOf(repaired, caches)).check(model, signal);
          };
          return repairsOf(source.text, checked, { alsoSuggested, ...(onRound ? { onRound } : {}) });
        },
      };
      carriedBy.set(analysis, { analyser, caches, document: documentRead });
      return analysis;
    },
  };
  return analyser;
}

/** Apart from the analyser, so that a document that a later analysis takes over does not hold what this one has found. */
function documentOf({ text, sidecar, mode }: IssueSource, caches: AnalysisCaches): Stepwise<IssueDocument> {
  return stepwise(function* () {
    if (mode === 'lines') return parseLines(text, caches.bodyLines);
    return yield* parseIssueInSteps(text, caches.lines, sidecar.structure ?? []);
  });
}

/** The document of an earlier analysis, where it is that of the same text with the same decisions. */
function documentAfter(previous: Analysis | undefined, source: IssueSource): Stepwise<IssueDocument> | undefined {
  const before = previous?.source;
  const isSame =
    before?.text === source.text &&
    before.mode === source.mode &&
    before.sidecar.structure === source.sidecar.structure;
  return previous && isSame ? carriedBy.get(previous)?.document : undefined;
}
