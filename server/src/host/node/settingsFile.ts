import { t } from '@vscode/l10n';
import { readJson } from '../../core/json';
import { isNetworkPath } from '../../core/paths';
import { DEFAULT_CONTEXT, DEFAULT_SETTINGS, type Settings } from '../../core/settings';
import { readSettings } from '../../analysis/readSettings';
import { causeOf, readUtf8 } from './files';
import { findInGalleyFolder } from './galleyFolder';
import { Problem } from '../problem';

/** What a settings file says, and one line on each thing in it that could not be used. */
export interface SettingsFile {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/** Reads the settings file at `path`. Throws a `Problem` where there is none, or where it is no JSON at all. */
export async function readSettingsFile(path: string): Promise<SettingsFile> {
  const text = await readUtf8(path).catch((error: unknown) => {
    throw new Problem(`${path}: ${causeOf(error)}`);
  });
  const reading = readJson(text);
  if ('problem' in reading) throw new Problem(`${path}: ${reading.problem}`);
  const { settings, problems } = readSettings(reading.value);
  return { settings, problems: problems.map((problem) => `${path}: ${problem}`) };
}

/**
 * Reads `.galley/settings.json` of `folder` or of the nearest folder above that has one; the defaults where none has. The
 * file may come with an archive from anywhere, so it can name neither a file on another computer nor a model, of which
 * the folder has code that would be run.
 */
export async function findSettings(folder: string): Promise<SettingsFile> {
  const path = await findInGalleyFolder(folder, 'settings.json');
  if (path === undefined) return { settings: DEFAULT_SETTINGS, problems: [] };
  const { settings, problems } = await readSettingsFile(path);
  const { userDictionary, context, ...others } = settings;
  const { model, languageModel, ...contextWithoutFiles } = context ?? DEFAULT_CONTEXT;
  const refused = [
    ...[userDictionary, languageModel].flatMap((file) =>
      file !== undefined && isNetworkPath(file)
        ? [t('The file {0} is on another computer, so workspace settings cannot refer to it.', file)]
        : [],
    ),
    ...(model === undefined
      ? []
      : [
          t(
            'Workspace settings cannot set {0}, because the model folder contains code that Galley runs. Use {1}.',
            'context.model',
            '--settings',
          ),
        ]),
  ];
  return {
    settings: {
      ...others,
      context: { ...contextWithoutFiles, ...(isHere(languageModel) && { languageModel }) },
      ...(isHere(userDictionary) && { userDictionary }),
    },
    problems: [...problems, ...refused.map((problem) => `${path}: ${problem}`)],
  };
}

function isHere(file: string | undefined): file is string {
  return file !== undefined && !isNetworkPath(file);
}
