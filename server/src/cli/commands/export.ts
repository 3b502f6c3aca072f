import { dirname, join, relative, resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { exportIssue } from '../../export/exportIssue';
import type { ExportFormat } from '../../export/format';
import { EXPORT_FORMATS } from '../../export/index';
import { sha256Of } from '../../host/node/digest';
import { replaceFile } from '../../host/node/changeFile';
import { Problem } from '../../host/node/problem';
import { command } from '../command';
import { prepareAnalyser } from '../analyser';
import { findInputs, STANDARD_INPUT } from '../inputs';
import { eachSource } from '../sources';
import { print } from '../terminal';

/** `galley export`: issues as structured data, in one of the formats of export/. */
export const exportCommand = command({
  name: 'export',
  summary: 'Export issues as structured data.',
  takesPaths: true,
  options: {
    format: {
      type: 'string',
      choices: EXPORT_FORMATS.map(({ id }) => id),
      description: 'What to export to; json unless asked otherwise.',
    },
    out: {
      type: 'string',
      value: 'DIR',
      description: 'Write a file for each issue into this folder instead of printing.',
    },
    offsets: {
      type: 'string',
      choices: ['utf16', 'codepoint'],
      description: 'What ranges count; utf16 unless asked otherwise.',
    },
  },
  async run({ format: id = 'json', out, offsets = 'utf16', settings }, args) {
    const analyser = await prepareAnalyser({ settings, inputs: args, allFindings: true });
    const format = EXPORT_FORMATS.find((known) => known.id === id) ?? neverFormat(id);
    const inputs = await findInputs(args);
    const write =
      out === undefined ? printing(inputs.isOne ? undefined : format.together) : writingTo(out, inputs.paths, format);
    await write.begin();
    const complete = await eachSource(inputs, 'issue', async (source) => {
      const sha256 = sha256Of(source.bytes);
      const issue = exportIssue(analyser.analyse(source), { sha256, offsetUnit: offsets, version });
      await write.issue(source.path, format.write(issue));
    });
    await write.end();
    return complete ? 0 : 2;
  },
});

/** Where exported issues go. */
interface Destination {
  begin(): Promise<void>;
  issue(path: string, content: string): Promise<void>;
  end(): Promise<void>;
}

function printing(together: ExportFormat['together']): Destination {
  let between = '';
  return {
    begin: () => print(together?.begin ?? ''),
    async issue(_path, content) {
      await print(between + content);
      between = together?.between ?? '';
    },
    end: () => print(together?.end ?? ''),
  };
}

/** A file for each issue, in the same folders as the issues below the one that holds them all. */
function writingTo(out: string, paths: readonly string[], { extension }: ExportFormat): Destination {
  const base = commonFolder(paths);
  return {
    begin: () => Promise.resolve(),
    async issue(path, content) {
      const name = path === STANDARD_INPUT ? 'stdin' : relative(base, resolve(path)).replace(/\.txt$/i, '');
      const target = join(out, name + extension);
      await replaceFile({ path: target, within: out }, content).catch((error: unknown) => {
        throw error instanceof Problem ? new Problem(`${target}: ${error.message}`) : error;
      });
    },
    end: () => Promise.resolve(),
  };
}

function commonFolder(paths: readonly string[]): string {
  const folders = paths.filter((path) => path !== STANDARD_INPUT).map((path) => dirname(resolve(path)));
  let common = folders[0] ?? '';
  for (const folder of folders)
    while (common !== dirname(common) && folder !== common && !folder.startsWith(join(common, '/')))
      common = dirname(common);
  return common;
}

function neverFormat(id: string): never {
  throw new Problem(t('There is no format {0}.', id));
}
