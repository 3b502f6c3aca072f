import { t } from '@vscode/l10n';
import { Problem } from './problem';

/** Seconds for which a file or folder is waited for. A drive of the network that has gone never answers. */
const LONGEST_WAIT = 30;

/** Why something is taken for unreadable that has not answered in time. */
export class NoAnswer extends Problem {}

/** What has not answered in time, and still has not. To ask it again would only block one more thread of the system. */
const silent = new Set<string>();

/**
 * The result of some work on what lies at a path, which may be a folder for all that is in it. Rejects with `NoAnswer` if
 * it takes too long, and at once as long as earlier work on the same path has not ended. The work itself cannot be stopped.
 */
export async function withinTime<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  if (silent.has(path)) throw noAnswer();
  const running = work();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      silent.add(path);
      const answered = (): void => void silent.delete(path);
      running.then(answered, answered);
      reject(noAnswer());
    }, LONGEST_WAIT * 1000);
  });
  try {
    return await Promise.race([running, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether something that has not answered is still waited for, so that the system does not let this process end. */
export function isAnswerAwaited(): boolean {
  return silent.size > 0;
}

function noAnswer(): NoAnswer {
  return new NoAnswer(t('It has not answered for {0} seconds.', LONGEST_WAIT));
}
