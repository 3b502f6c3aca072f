import process from 'node:process';
import { t } from '@vscode/l10n';
import type { Settings } from '../core/settings';
import { findKnowledge } from '../host/node/knowledge';
import type { Doubts } from '../language/doubts';
import { Problem } from '../host/node/problem';
import { findSettings, readSettingsFile } from '../host/node/settingsFile';
import { RULES } from '../lint/rules/index';
import { createIssueService, type IssueService } from '../service/service';
import { doubtsWhenAsked } from './doubts';
import { tell } from './terminal';

/** What decides which engine a command works with. */
export interface EngineOptions {
  /** The settings file to read; else the nearest one is looked for from the working directory upwards. */
  readonly settings: string | undefined;
  /** Ids of the only rules to run; empty for all that the settings leave on. */
  readonly rule?: readonly string[];
}

/** Engines with the user's settings. */
export interface Engines {
  /**
   * Makes one for a file: an engine remembers the blocks it has seen, which serves whoever edits, but over many files
   * would only fill memory.
   */
  create(): IssueService;
  /** What the language model says against texts, for snapshots of which all findings are wanted. */
  doubts(): Promise<Doubts | undefined>;
}

/** Reads the settings and prepares engines. Throws a `Problem` where the settings have a fault, or a rule does not exist. */
export async function prepareEngines({ settings: path, rule = [] }: EngineOptions): Promise<Engines> {
  const { settings, problems } = await (path === undefined ? findSettings(process.cwd()) : readSettingsFile(path));
  if (problems.length > 0) throw new Problem(problems.join('\ngalley: '));
  const wanted = rule.length === 0 ? settings : onlyRules(settings, rule);
  const { knowledge, problems: faults } = await findKnowledge(undefined, [process.cwd()]);
  faults.forEach(tell);
  const create = (): IssueService => createIssueService(wanted, { knowledge });
  return { create, doubts: create().asksLanguage ? doubtsWhenAsked(wanted) : () => Promise.resolve(undefined) };
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
