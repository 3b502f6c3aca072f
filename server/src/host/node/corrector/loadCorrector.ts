import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { t } from '@vscode/l10n';
import { spokenLanguage } from '../../../core/locale';
import { messageOf } from '../../../core/problems';
import type { LoadedCorrector } from '../../../ports/resources';
import { Problem } from '../../problem';
import { bundlePath } from '../packageFolder';
import { startThread } from '../threads';
import { userPath } from '../userPath';
import type { CorrectorFunctions } from './correctorThread';
import { MODEL_FILE, VOCABULARY_FILE } from './modelFiles';

/**
 * Loads the model of a folder that the user has named, in a separate thread. Rejects with a `Problem` where that cannot be
 * used; `onFailure` is given one sentence if it fails later, from when on it has no opinions.
 */
export async function loadCorrector(model: string, onFailure: (problem: string) => void): Promise<LoadedCorrector> {
  const folder = userPath(model);
  const problemOf = (error: unknown): string =>
    t('The model in {0} is not used: {1}', folder, firstLine(messageOf(error)));
  const thread = startThread<CorrectorFunctions>(bundlePath('corrector'), {
    isAwaitedInCalls: true,
  });
  try {
    await thread.call('load', folder, spokenLanguage());
  } catch (error) {
    await thread.end();
    throw new Problem(problemOf(error));
  }
  let hasEnded = false;
  const isInUse = (): boolean => !hasEnded;
  const end = (): void => {
    hasEnded = true;
    void thread.end();
  };
  return {
    corrector: {
      async ask(questions) {
        if (!isInUse()) return [];
        try {
          return await thread.call('ask', questions);
        } catch (error) {
          if (isInUse()) onFailure(problemOf(error));
          end();
          return [];
        }
      },
    },
    end,
  };
}

/** A digest of the files of a model, as far as they are there. It takes about a second. */
export async function modelDigest(model: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of [MODEL_FILE, VOCABULARY_FILE])
    await pipeline(createReadStream(join(userPath(model), name)), hash, { end: false }).catch(() => undefined);
  return hash.digest('hex');
}

/** A runtime says more than a user can use. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}
