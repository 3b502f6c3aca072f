import { t } from '@vscode/l10n';
import { SEVERITIES, type Severity } from '../core/diagnostic';
import { problemList, type ProblemList } from '../core/problems';
import {
  DEFAULT_CONTEXT,
  ERROR_SOURCES,
  SENSITIVITIES,
  type ContextSettings,
  type OptionValue,
  type RuleSettings,
  type Settings,
} from '../core/settings';
import type { Rule, RuleOption } from '../lint/rule';
import { RULES } from '../lint/rules/index';
import { isObject } from '../core/json';

/** Settings that can be used, and sentences for the user on values that could not be: ten at most, then a count. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/**
 * Reads settings as users write them: `{"rules": {"<rule>": "<severity or off>"}, "options": {"<rule>": {"<option>": …}}}`,
 * where `{"rules": {"<rule>": {"severity": …, "options": {…}}}}` says the same with all of one rule in one place.
 * `{"context": {"sensitivity": …, "errors": …, "model": "<path>", "languageModel": "<path>"}}` says how the language model is asked, and
 * `{"dictionaries": {"user": "<path>"}}` names a dictionary of the user's own. A value of a wrong type, or for a rule or
 * option that does not exist, is named in `problems`; the default stays in
 * force. Whatever else is in the object belongs to others and is ignored.
 */
export function readSettings(raw: unknown, rules: readonly Rule[] = RULES): ReadSettings {
  const problems = problemList();
  const read: Record<string, RuleSettings> = {};
  const known = new Map(rules.map((rule) => [rule.meta.id, rule]));
  const whole = objectAt(raw, 'galley', problems);
  const severities = objectAt(whole['rules'], 'galley.rules', problems);
  const options = objectAt(whole['options'], 'galley.options', problems);

  for (const [id, value] of Object.entries(severities)) {
    const rule = known.get(id);
    if (rule) read[id] = readRule(rule, value, problems);
    else problems.add(() => t('The setting {0} is for a rule that does not exist.', `galley.rules.${id}`));
  }
  for (const [id, value] of Object.entries(options)) {
    const rule = known.get(id);
    if (!rule) problems.add(() => t('The setting {0} is for a rule that does not exist.', `galley.options.${id}`));
    else read[id] = { ...read[id], options: readOptions(rule, value, `galley.options.${id}`, problems) };
  }
  const context = readContext(objectAt(whole['context'], 'galley.context', problems), problems);
  const userDictionary = userDictionaryIn(whole, problems);
  return { settings: { rules: read, context, ...(userDictionary && { userDictionary }) }, problems: problems.lines() };
}

function readContext(raw: Readonly<Record<string, unknown>>, problems: ProblemList): ContextSettings {
  const choice = <Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value => {
    const value = raw[name];
    const chosen = values.find((one) => one === value);
    if (chosen === undefined && value !== undefined)
      problems.add(() => t('The setting {0} must be one of: {1}.', `galley.context.${name}`, values.join(', ')));
    return chosen ?? otherwise;
  };
  const path = (name: 'model' | 'languageModel'): string => {
    const value = raw[name];
    if (value !== undefined && typeof value !== 'string')
      problems.add(() => t('The setting {0} must be of type {1}.', `galley.context.${name}`, 'string'));
    return typeof value === 'string' ? value.trim() : '';
  };
  const [model, languageModel] = [path('model'), path('languageModel')];
  return {
    sensitivity: choice('sensitivity', SENSITIVITIES, DEFAULT_CONTEXT.sensitivity),
    errors: choice('errors', ERROR_SOURCES, DEFAULT_CONTEXT.errors),
    ...(model !== '' && { model }),
    ...(languageModel !== '' && { languageModel }),
  };
}

/** The path at `{"dictionaries": {"user": …}}`; an empty one means that there is none. */
function userDictionaryIn(whole: Readonly<Record<string, unknown>>, problems: ProblemList): string | undefined {
  const { user } = objectAt(whole['dictionaries'], 'galley.dictionaries', problems);
  if (typeof user === 'string') return user.trim();
  if (user !== undefined)
    problems.add(() => t('The setting {0} must be of type {1}.', 'galley.dictionaries.user', 'string'));
  return undefined;
}

function readRule(rule: Rule, raw: unknown, problems: ProblemList): RuleSettings {
  const setting = `galley.rules.${rule.meta.id}`;
  const { severity, options } = isObject(raw) ? raw : { severity: raw, options: undefined };
  const read = options === undefined ? {} : { options: readOptions(rule, options, `${setting}.options`, problems) };
  if (isSeverity(severity)) return { severity, ...read };
  if (severity !== undefined)
    problems.add(() => t('The setting {0} must be one of: {1}.', setting, [...SEVERITIES, 'off'].join(', ')));
  return read;
}

function readOptions(rule: Rule, raw: unknown, setting: string, problems: ProblemList): Record<string, OptionValue> {
  const read: Record<string, OptionValue> = {};
  for (const [name, value] of Object.entries(objectAt(raw, setting, problems))) {
    const option = rule.meta.options?.[name];
    if (!option) problems.add(() => t('The setting {0} does not exist.', `${setting}.${name}`));
    else if (!hasTypeOf(option.default, value))
      problems.add(() => t('The setting {0} must be of type {1}.', `${setting}.${name}`, typeName(option.default)));
    else if (isOutOfRange(value, option)) problems.add(() => rangeProblem(`${setting}.${name}`, value, option));
    else read[name] = value;
  }
  return read;
}

/** Whether a number is not whole or not within the range of its option. */
function isOutOfRange(value: OptionValue, { minimum, maximum }: RuleOption): boolean {
  if (typeof value !== 'number' || minimum === undefined || maximum === undefined) return false;
  return !Number.isInteger(value) || value < minimum || value > maximum;
}

function rangeProblem(setting: string, value: OptionValue, { minimum, maximum, default: kept }: RuleOption): string {
  return t(
    'The setting {0} is {1}, but must be an integer from {2} to {3}; {4} is used.',
    setting,
    JSON.stringify(value),
    String(minimum),
    String(maximum),
    JSON.stringify(kept),
  );
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || SEVERITIES.some((severity) => severity === value);
}

function objectAt(value: unknown, setting: string, problems: ProblemList): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  if (value !== undefined && value !== null)
    problems.add(() => t('The setting {0} must be of type {1}.', setting, 'object'));
  return {};
}

function hasTypeOf(example: OptionValue, value: unknown): value is OptionValue {
  if (Array.isArray(example)) return isStrings(value);
  if (isObject(example)) return isObject(value) && Object.values(value).every(isStrings);
  return typeof value === typeof example;
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function typeName(example: OptionValue): string {
  if (Array.isArray(example)) return 'array';
  return typeof example;
}
