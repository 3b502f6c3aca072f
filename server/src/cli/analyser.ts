import process from 'node:process';
import { t } from '@vscode/l10n';
import type { Settings } from '../core/settings';
import { loadDetector } from '../host/node/detector';
import { findGazetteer } from '../host/node/gazetteer';
import { Problem } from '../host/problem';
import { messageOf } from '../core/problems';
import { loadTagger } from '../host/node/tagger';
import { findSettings, readSettingsFile } from '../host/node/settingsFile';
import { createAnalyser } from '../analysis/analyser';
import type { Analyser } from '../analysis/analysis';
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

/** What an analyser is made of, as plain data, so that each thread can make its own. */
export interface AnalyserSetup {
  readonly settings: Settings;
  /** The folders from which a dictionary is looked for upwards. */
  readonly folders: readonly string[];
  readonly allFindings: boolean;
}

/** Reads the user's settings. Throws a `Problem` if they have a fault or a rule does not exist. */
export async function readAnalyserSetup({
  settings: path,
  inputs = [],
  allFindings = false,
  rule = [],
}: AnalyserOptions): Promise<AnalyserSetup> {
  const { settings, problems } = await (path === undefined ? findSettings(process.cwd()) : readSettingsFile(path));
  const [problem, ...others] = [...problems].reverse();
  others.reverse().forEach(tell);
  if (problem !== undefined) throw new Problem(problem);
  const wanted = rule.length === 0 ? settings : onlyRules(settings, rule);
  return { settings: wanted, folders: workspaceFolders(inputs), allFindings };
}

/** Makes an analyser. `problems` is one line on each thing that is wrong with dictionaries and models. */
export async function loadAnalyser({
  settings,
  folders,
  allFindings,
}: AnalyserSetup): Promise<{ readonly analyser: Analyser; readonly problems: readonly string[] }> {
  const { gazetteer, problems: faults } = await findGazetteer(settings.userDictionary, folders);
  const problems = [...faults];
  const report = (problem: string): void => void problems.push(problem);
  const tagger = await loadTagger().catch((error: unknown) => {
    report(messageOf(error));
    return undefined;
  });
  const detector = allFindings ? await loadDetector(settings, report, tell) : undefined;
  return { analyser: createAnalyser(settings, { gazetteer, tagger, detector }), problems };
}

/** A model of the user's own takes half a gigabyte in each thread, and all processors: one thread of Galley is enough. */
export function usefulThreads({ settings, allFindings }: AnalyserSetup): number | undefined {
  return allFindings && settings.context?.model !== undefined ? 1 : undefined;
}

/** Turns every other rule off, and these on even where the settings turn them off. */
function onlyRules(settings: Settings, wanted: readonly string[]): Settings {
  const unknown = wanted.find((id) => !RULES.some(({ meta }) => meta.id === id));
  if (unknown !== undefined) throw new Problem(t('Unknown rule {0}. See galley rules.', unknown));
  const rules = RULES.map(({ meta: { id, severity } }) => {
    const set = settings.rules[id];
    if (!wanted.includes(id)) return [id, { ...set, severity: 'off' as const }] as const;
    return [id, set?.severity === 'off' ? { ...set, severity } : { ...set }] as const;
  });
  return { ...settings, rules: Object.fromEntries(rules) };
}
