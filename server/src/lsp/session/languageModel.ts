import type { Connection } from 'vscode-languageserver';
import { DEFAULT_CONTEXT, type Settings } from '../../core/settings';
import { createDetector, type Detector } from '../../languageModel/detect';
import type { LanguageModel } from '../../languageModel/languageModel';
import { asksLanguageModel } from '../../lint/activeRules';
import { RULES } from '../../lint/rules/index';
import type { Resources } from '../../ports/resources';
import { log } from './log';
import { showMessage } from './showMessage';
import { messageOf } from '../../core/problems';

/** The language model of this server, which is loaded behind the first issue and never before it. */
export interface LanguageModelSession {
  /** Sets how the model is asked, and whether any rule asks it. */
  configure(settings: Settings): void;
  /**
   * What the model detects in texts, as soon as it is loaded; undefined where no rule asks it, or where it is missing or
   * damaged. Never rejects: the user gets one message, and everything else works without.
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
  let context = DEFAULT_CONTEXT;
  let isAsked = false;
  let current: Promise<Detector | undefined> | undefined;

  const load = (): Promise<LanguageModel | undefined> =>
    resources.loadLanguageModel().catch((error: unknown) => {
      const message = messageOf(error);
      log(connection, 'error', message);
      showMessage(connection, 'warning', message);
      return undefined;
    });
  const prepare = async (): Promise<Detector | undefined> => {
    const wanted = context;
    const language = await (loading ??= load());
    if (wanted !== context) return current;
    const detector = language && createDetector(language, context);
    if (detector) apply(detector);
    return detector;
  };

  return {
    configure(settings) {
      const { context: next = DEFAULT_CONTEXT } = settings;
      const asked = asksLanguageModel(RULES, settings);
      const isSame = next.sensitivity === context.sensitivity && next.errors === context.errors;
      if (isSame && asked === isAsked) return;
      context = next;
      isAsked = asked;
      const wasReady = current !== undefined;
      current = undefined;
      if (wasReady && !isAsked) apply(undefined);
      if (wasReady && isAsked) current = prepare();
    },
    ready: () => (isAsked ? (current ??= prepare()) : Promise.resolve(undefined)),
  };
}
