import type { Connection } from 'vscode-languageserver';
import { DEFAULT_CONTEXT, type Settings } from '../../core/settings';
import { createDetector, type Detector } from '../../languageModel/detect';
import type { LanguageModel } from '../../languageModel/languageModel';
import { asksLanguageModel } from '../../lint/activeRules';
import { RULES } from '../../lint/rules/index';
import type { LoadedCorrector, Resources } from '../../ports/resources';
import { log } from './log';
import { showMessage } from './showMessage';
import { messageOf } from '../../core/problems';

/** The language model of this server, which is loaded behind the first issue and never before it. */
export interface LanguageModelSession {
  /** Sets how the model is asked, and whether any rule asks it. */
  configure(settings: Settings): void;
  /**
   * What the model detects in texts, as soon as it is loaded, with the user's own if there is one; undefined where no rule
   * asks it, or where it is missing or damaged. Never rejects: the user gets one message, and everything else works without.
   */
  ready(): Promise<Detector | undefined>;
}

/** Makes it; `apply` is given each new detector. */
export function createLanguageModelSession(
  resources: Resources,
  connection: Connection,
  apply: (detector: Detector | undefined) => void,
): LanguageModelSession {
  let loading: Promise<LanguageModel | undefined> | undefined;
  /** The language model with what the user's own has counted, as long as that is named. */
  let adapted: { readonly path: string; readonly loaded: Promise<LanguageModel | undefined> } | undefined;
  let context = DEFAULT_CONTEXT;
  let isAsked = false;
  let current: Promise<Detector | undefined> | undefined;
  /** The user's own model, which stays loaded as long as it is named. */
  let own: { readonly folder: string; readonly loaded: Promise<LoadedCorrector | undefined> } | undefined;

  const tell = (message: string): undefined => {
    log(connection, 'error', message);
    showMessage(connection, 'warning', message);
  };
  const unless = (error: unknown): undefined => tell(messageOf(error));
  /** The language model with what a file has counted; as it ships where there is none or it cannot be used. */
  const languageOf = async (path: string | undefined): Promise<LanguageModel | undefined> => {
    const shipped = await (loading ??= resources.loadLanguageModel().catch(unless));
    if (!shipped || path === undefined) return shipped;
    if (adapted?.path !== path) adapted = { path, loaded: resources.loadOwnLanguageModel(path).catch(unless) };
    return (await adapted.loaded) ?? shipped;
  };
  /** The corrector of a folder; another one is ended. */
  const correctorOf = (folder: string | undefined): Promise<LoadedCorrector | undefined> => {
    if (own?.folder !== folder) {
      void own?.loaded.then((before) => before?.end());
      own = folder === undefined ? undefined : { folder, loaded: resources.loadCorrector(folder, tell).catch(unless) };
    }
    return own?.loaded ?? Promise.resolve(undefined);
  };
  const prepare = async (): Promise<Detector | undefined> => {
    const wanted = context;
    const corrector = correctorOf(wanted.model);
    const language = await languageOf(wanted.languageModel);
    const loaded = await corrector;
    if (wanted !== context) return current;
    const detector = language && createDetector(language, context, loaded?.corrector);
    if (detector) apply(detector);
    return detector;
  };

  return {
    configure(settings) {
      const { context: next = DEFAULT_CONTEXT } = settings;
      const asked = asksLanguageModel(RULES, settings);
      const isSame =
        next.sensitivity === context.sensitivity &&
        next.errors === context.errors &&
        next.model === context.model &&
        next.languageModel === context.languageModel;
      if (isSame && asked === isAsked) return;
      context = next;
      isAsked = asked;
      const wasReady = current !== undefined;
      current = undefined;
      if (wasReady && !isAsked) {
        void correctorOf(undefined);
        apply(undefined);
      }
      if (wasReady && isAsked) current = prepare();
    },
    ready: () => (isAsked ? (current ??= prepare()) : Promise.resolve(undefined)),
  };
}
