import { t } from '@vscode/l10n';
import { RULES } from '../../lint/rules/index';
import { command } from '../command';
import { print } from '../terminal';

/** `galley rules`: what is looked for, and how far each repair may be trusted. */
export const rules = command({
  name: 'rules',
  summary: 'List every rule.',
  takesPaths: false,
  options: {
    format: { type: 'string', choices: ['pretty', 'json'], description: 'Output format (default: pretty).' },
  },
  async run({ format = 'pretty' }) {
    await print(format === 'json' ? asJson() : asText());
    return 0;
  },
});

function asJson(): string {
  const list = RULES.map(({ scope, meta: { id, title, description, severity, applicability, options = {} } }) => ({
    id,
    title: t(title),
    description: t(description),
    scope,
    severity,
    applicability: applicability ?? 'none',
    options: Object.entries(options).map(([name, option]) => ({
      name,
      default: option.default,
      description: t(option.description),
    })),
  }));
  return `${JSON.stringify({ version: 1, rules: list }, undefined, 1)}\n`;
}

function asText(): string {
  const width = Math.max(...RULES.map(({ meta }) => meta.id.length));
  return RULES.map(({ meta: { id, description, severity, applicability } }) => {
    const columns = [id.padEnd(width), severity.padEnd(7), (applicability ?? '-').padEnd(9), t(description)];
    return `${columns.join('  ')}\n`;
  }).join('');
}
