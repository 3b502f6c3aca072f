import process from 'node:process';
import { t } from '@vscode/l10n';
import type { Settings } from '../core/settings';
import { findGazetteer } from '../host/node/gazetteer';
import { loadLanguageModel } from '../host/node/languageModel';
import { Problem } from '../host/node/problem';
import { loadTagger } from '../host/node/tagger';
import { findSettings, readSettingsFile } from '../host/node/settingsFile';
import { createAnalyser } from '../analysis/analyser';
import type { Analyser } from '../analysis/analysis';
import { createDetector, type Detector } from '../languageModel/detect';
import { asksLanguageModel } from '../lint/activeRules';
import { RULES } from '../lint/rules/index';
import { workspaceFolders } from './inputs';
import { tell } from './terminal';

/** What decides how a command analyses issues. */
export interface AnalyserOptions {
  /** The settings file to read; else the nearest one is looked for from the working directory upwards. */
  readonly settings: string | undefined;
  /** The files and folders that the user names; a dictionary may be above them. */
  readonly inputs?: readonly string[];
  /** Whether all findings are wanted, those of the language model too, which takes a moment to load. */
  readonly allFindings?: boolean;
  /** Ids of the only rules to run; empty for all that the settings leave on. */
  readonly rule?: readonly string[];
}

/**
 * Makes the analyser with the user's settings. Throws a `Problem` if the settings have a fault or a rule does not
 * exist.
 */
export async function prepareAnalyser({
  settings: path,
  inputs = [],
  allFindings = false,
  rule = [],
}: AnalyserOptions): Promise<Analyser> {
  const { settings, problems } = await (path === undefined ? findSettings(process.cwd()) : readSettingsFile(path));
  const [problem, ...others] = [...problems].reverse();
  others.reverse().forEach(tell);
  if (problem !== undefined) throw new Problem(problem);
  const wanted = rule.length === 0 ? settings : onlyRules(settings, rule);
  const { gazetteer, problems: faults } = await findGazetteer(settings.userDictionary, workspaceFolders(inputs));
  faults.forEach(tell);
  const tagger = await loadTagger();
  const detector = allFindings && asksLanguageModel(RULES, wanted) ? await loadDetector(wanted) : undefined;
  return createAnalyser(wanted, { gazetteer, tagger, detector });
}

/** What the language model says; where it cannot be loaded one line says so, and everything else is found without. */
async function loadDetector({ context }: Settings): Promise<Detector | undefined> {
  try {
    return createDetector(await loadLanguageModel(), context);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** Turns every other rule off, and these on even where the settings turn them off. */
function onlyRules(settings: Settings, wanted: readonly string[]): Settings {
  const unknown = wanted.find((id) => !RULES.some(({ meta }) => meta.id === id));
  if (unknown !== undefined) throw new Problem(t('There is no rule {0}. See galley rules.', unknown));
  const rules = RULES.map(({ meta: { id, severity } }) => {
    const set = settings.rules[id];
    if (!wanted.includes(id)) return [id, { ...set, severity: 'off' as const }] as const;
    return [id, set?.severity === 'off' ? { ...set, severity } : { ...set }] as const;
  });
  return { ...settings, rules: Object.fromEntries(rules) };
}
