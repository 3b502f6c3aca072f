import type { Settings } from '../../core/settings';
import { messageOf } from '../../core/problems';
import { createDetector, type Detector } from '../../languageModel/detect';
import type { LanguageModel } from '../../languageModel/languageModel';
import { asksLanguageModel } from '../../lint/activeRules';
import { RULES } from '../../lint/rules/index';
import { loadCorrector } from './corrector/loadCorrector';
import { loadLanguageModel, loadOwnLanguageModel } from './languageModel';

/** Takes one sentence on what cannot be used. */
type Report = (problem: string) => void;

/**
 * What the language model says, as the settings want it; undefined where no rule asks it or it cannot be loaded: one line then says
 * so, and everything else is found without. `onFailure` is given a sentence if the user's own model fails later.
 */
export async function loadDetector(
  settings: Settings,
  report: Report,
  onFailure: Report,
): Promise<Detector | undefined> {
  if (!asksLanguageModel(RULES, settings)) return undefined;
  const { context } = settings;
  try {
    const language = await loadLanguage(context?.languageModel, report);
    const loaded =
      context?.model === undefined
        ? undefined
        : await loadCorrector(context.model, onFailure).catch((error: unknown) => report(messageOf(error)));
    return createDetector(language, context, loaded?.corrector);
  } catch (error) {
    report(messageOf(error));
    return undefined;
  }
}

/** With what a file of the user's has counted; where it cannot be used one line says so, and the one that ships is used. */
async function loadLanguage(path: string | undefined, report: Report): Promise<LanguageModel> {
  const shipped = await loadLanguageModel();
  if (path === undefined) return shipped;
  return loadOwnLanguageModel(path).catch((error: unknown) => {
    report(messageOf(error));
    return shipped;
  });
}
