import { t } from '@vscode/l10n';
import { Problem } from './problem';

/** Seconds for which a file or folder is waited for. A drive of the network that has gone never answers. */
const LONGEST_WAIT = 30;

/** Why something is taken for unreadable that has not answered in time. */
export class NoAnswer extends Problem {}

/** The result of some work; rejects with `NoAnswer` where it takes too long. The work itself cannot be stopped. */
export async function withinTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new NoAnswer(t('It has not answered for {0} seconds.', LONGEST_WAIT))),
      LONGEST_WAIT * 1000,
    );
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
