import type { Connection } from 'vscode-languageserver';
import { DEFAULT_CONTEXT, type Settings } from '../core/settings';
import { createDoubts, type Doubts } from '../language/doubts';
import type { Language } from '../language/language';
import { asksLanguage } from '../lint/activeRules';
import { RULES } from '../lint/rules/index';
import type { Resources } from '../ports/resources';
import { tell } from './tell';

/** The language model of this server, which is loaded behind the first issue and never before it. */
export interface LanguageModel {
  /** Sets how the model is asked, and whether any rule asks it. */
  configure(settings: Settings): void;
  /**
   * What the model says against texts, as soon as it is loaded; undefined where no rule asks it, or where it is missing or
   * damaged. Never rejects: the user is told once, and everything else works without.
   */
  ready(): Promise<Doubts | undefined>;
}

/** Makes it; `apply` is given the doubts whenever they become others. */
export function createLanguageModel(
  resources: Resources,
  connection: Connection,
  apply: (doubts: Doubts | undefined) => void,
): LanguageModel {
  let loading: Promise<Language | undefined> | undefined;
  let context = DEFAULT_CONTEXT;
  let isAsked = false;
  let current: Promise<Doubts | undefined> | undefined;

  const load = (): Promise<Language | undefined> =>
    resources.loadLanguage().catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      connection.console.error(message);
      tell(connection, 'warning', message);
      return undefined;
    });
  const prepare = async (): Promise<Doubts | undefined> => {
    const wanted = context;
    const language = await (loading ??= load());
    if (wanted !== context) return current;
    const doubts = language && createDoubts(language, context);
    if (doubts) apply(doubts);
    return doubts;
  };

  return {
    configure(settings) {
      const { context: next = DEFAULT_CONTEXT } = settings;
      const asked = asksLanguage(RULES, settings);
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
