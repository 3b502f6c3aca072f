import type { Severity } from '../core/diagnostic';
import type { OptionValue, Settings } from '../core/settings';
import type { Rule, RuleMeta, RuleOptions } from './rule';

/** A rule together with what the user has set for it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** The rules that the settings leave on, each with its severity and options. The order is the order of precedence. */
export function activeRules(rules: readonly Rule[], settings: Settings): ActiveRule[] {
  const active: ActiveRule[] = [];
  for (const rule of rules) {
    const wanted = settings.rules[rule.meta.id];
    const severity = wanted?.severity ?? rule.meta.severity;
    if (severity !== 'off') active.push({ rule, severity, options: { ...defaultsOf(rule.meta), ...wanted?.options } });
  }
  return active;
}

/** Whether the settings leave a rule on that asks the language model. */
export function asksLanguageModel(rules: readonly Rule[], settings: Settings): boolean {
  return activeRules(rules, settings).some(({ rule }) => rule.scope === 'language');
}

function defaultsOf(meta: RuleMeta): Record<string, OptionValue> {
  const options: RuleOptions = meta.options ?? {};
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
}
