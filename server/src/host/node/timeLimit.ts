import { t } from '@vscode/l10n';
import { mountPointOf } from './mountPoints';
import { Problem } from '../problem';

/** Seconds for which a file or folder is waited for. A drive of the network that has gone never answers. */
const LONGEST_WAIT = 30;

/**
 * Pieces of work on one drive that run at a time. Each that never ends holds one of the 64 threads that read files, so a
 * drive that has gone holds no more of them than this.
 */
const MOST_ON_DRIVE = 8;

/** Pieces of work that run at a time on all drives together that have not answered yet. */
const MOST_UNPROVEN = 40;

/** Why something is taken for unreadable that has not answered in time. */
export class NoAnswer extends Problem {}

/** What has not answered in time, and still has not. To ask it again would only block one more thread of the system. */
const silent = new Set<string>();

/** The work on one drive. */
interface Drive {
  running: number;
  /** How many of them have not answered in time. */
  silent: number;
  hasAnswered: boolean;
  /** What waits to begin, in order. */
  readonly waiting: Set<{ readonly begin: () => void; readonly giveUp: () => void }>;
}

const drives = new Map<string, Drive>();

/**
 * The result of some work on what is at a path, which may be a folder for all that is in it. Rejects with `NoAnswer` if
 * it takes too long, and at once as long as earlier work on the same path has not ended, or as much as may run on its
 * drive. The work itself cannot be stopped. It must not call this function, or it might wait for itself.
 */
export async function withinTime<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  if (silent.has(path)) throw noAnswer();
  const drive = driveOf(path);
  await turnOn(drive);
  const running = work();
  let state: 'running' | 'silent' | 'ended' = 'running';
  const ended = (): void => {
    drive.running--;
    drive.hasAnswered = true;
    if (state === 'silent') {
      silent.delete(path);
      drive.silent--;
    }
    state = 'ended';
    letWaitingBegin();
  };
  running.then(ended, ended);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(noAnswer());
      if (state === 'ended') return;
      state = 'silent';
      silent.add(path);
      drive.silent++;
      drive.hasAnswered = false;
      letWaitingBegin();
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

function driveOf(path: string): Drive {
  const point = mountPointOf(path);
  const drive = drives.get(point) ?? { running: 0, silent: 0, hasAnswered: false, waiting: new Set() };
  drives.set(point, drive);
  return drive;
}

/** Resolves when work on a drive may begin, and counts it. Rejects where all that may run does not answer. */
function turnOn(drive: Drive): Promise<void> {
  return new Promise((begin, reject) => {
    drive.waiting.add({ begin, giveUp: () => reject(noAnswer()) });
    letBegin(drive);
  });
}

function letWaitingBegin(): void {
  for (const drive of drives.values()) letBegin(drive);
}

function letBegin(drive: Drive): void {
  for (const one of drive.waiting) {
    if (mayBegin(drive)) {
      drive.running++;
      one.begin();
    } else if (isGone(drive)) one.giveUp();
    else return;
    drive.waiting.delete(one);
  }
}

function mayBegin({ running, hasAnswered }: Drive): boolean {
  return running < MOST_ON_DRIVE && (hasAnswered || unproven('running') < MOST_UNPROVEN);
}

/** Whether what a drive waits for will not end: all that may run does not answer. */
function isGone(drive: Drive): boolean {
  return drive.silent >= MOST_ON_DRIVE || (!drive.hasAnswered && unproven('silent') >= MOST_UNPROVEN);
}

function unproven(what: 'running' | 'silent'): number {
  let count = 0;
  for (const drive of drives.values()) if (!drive.hasAnswered) count += drive[what];
  return count;
}

function noAnswer(): NoAnswer {
  return new NoAnswer(t('No response for {0} seconds.', LONGEST_WAIT));
}
