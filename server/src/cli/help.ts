import { t } from '@vscode/l10n';
import { COMMON_OPTIONS, type Command } from './command';
import type { Option, OptionTable } from './options';

/** The help on the whole command line. */
export function helpOn(commands: readonly Command[]): string {
  return [
    t('Galley finds and repairs OCR damage in newspaper text.'),
    '',
    ...section(
      t('Commands'),
      commands.map(({ name, summary }) => [name, t(summary)]),
    ),
    ...section(t('Options'), rowsOf(COMMON_OPTIONS)),
    t('Run galley COMMAND --help for the options of a command.'),
    '',
  ].join('\n');
}

/** The help on one command. */
export function helpOnCommand({ name, summary, takesPaths, takes, options }: Command): string {
  return [
    `galley ${name} [${t('OPTION')}]...${takesPaths ? ' PATH...' : takes === undefined ? '' : ` ${takes}`}`,
    '',
    t(summary),
    ...(takesPaths
      ? [
          t(
            'PATH is a file, a folder (all its .txt files), an archive (.zip, .tar, .tar.gz, .ndjson), a pattern such as "1998/**/*.txt", or - for standard input.',
          ),
        ]
      : []),
    '',
    ...section(t('Options'), rowsOf({ ...options, ...COMMON_OPTIONS })),
  ].join('\n');
}

type Row = readonly [string, string];

function rowsOf(options: OptionTable): Row[] {
  return Object.entries(options).map(([name, option]) => [
    `--${name}${valueOf(option)}${option.multiple ? '...' : ''}`,
    t(option.description),
  ]);
}

function valueOf({ type, value, choices }: Option): string {
  return type === 'boolean' ? '' : ` ${choices?.join('|') ?? value ?? ''}`;
}

function section(title: string, rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return [t('{0}:', title), ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`), ''];
}
