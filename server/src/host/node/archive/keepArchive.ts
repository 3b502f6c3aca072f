import { speak } from '../../../core/locale';
import { createArchive } from '../../../workspace/archive';
import type { ArchiveNews } from '../../../ports/indexHost';
import type { ArchiveUpdate, UpdateOutcome } from '../../../workspace/update';
import { questionsOn, type Questions } from '../../../workspace/questions';
import type { IssueRecord } from '../../../workspace/record';
import type { Tell } from '../threads';
import { loadArchive, saveArchive } from './archiveFile';
import { updateArchive } from './updateArchive';

/** Where an archive is kept between sessions. */
export interface ArchiveSetup {
  readonly locale: string | undefined;
  /** The file; undefined where there is no place for one, and the archive lasts as long as the session. */
  readonly path: string | undefined;
}

/** What the thread that keeps an archive offers. */
export interface ArchiveFunctions {
  /** Comes first; the others wait for it. */
  open(setup: ArchiveSetup): Promise<void>;
  update(update: ArchiveUpdate): Promise<UpdateOutcome>;
  stop(): void;
  cover(record: IssueRecord): Promise<void>;
  uncover(uri: string): Promise<void>;
  ask(question: keyof Questions, given: readonly unknown[]): Promise<unknown>;
  save(): Promise<void>;
}

/** Milliseconds after which what was read so far is saved: whoever ends the editor by force loses no more. */
const SAVED_EVERY = 30_000;

/** Files whose reading is not worth that all is saved at once. */
const FEW = 20;

/** Keeps the archive of one workspace. */
export function keepArchive(tell: Tell<ArchiveNews>): ArchiveFunctions {
  const log = (line: string): void => tell({ log: line });
  let archive = createArchive();
  let questions = questionsOn(archive);
  let opened: Promise<ArchiveSetup> | undefined;
  let updated: Promise<unknown> = Promise.resolve();
  let saving: Promise<void> = Promise.resolve();
  let isStopped = false;
  let isSaved = true;
  let lastSaved = performance.now();

  const setup = (): Promise<ArchiveSetup> => opened ?? Promise.reject(new Error('The archive is not open.'));
  const saveChanges = async (): Promise<void> => {
    const { path } = await setup();
    if (path === undefined || isSaved) return;
    isSaved = true;
    await saveArchive(path, archive).catch((error: unknown) => log(`${path}: ${String(error)}`));
  };
  /** One after the other; it has ended only when all has been written. */
  const save = (): Promise<void> => {
    lastSaved = performance.now();
    return (saving = saving.then(saveChanges));
  };
  const update = async (wanted: ArchiveUpdate): Promise<UpdateOutcome> => {
    const { locale } = await setup();
    isStopped = false;
    const outcome = await updateArchive(archive, wanted, {
      locale,
      isStopped: () => isStopped,
      changed() {
        isSaved = false;
        if (performance.now() - lastSaved > SAVED_EVERY) void save();
      },
      tell,
    });
    // Whoever waits for the update need not wait for this.
    if (outcome.read > FEW) void save();
    return outcome;
  };

  return {
    async open(given) {
      speak(given.locale);
      opened = (async () => {
        if (given.path !== undefined) archive = await loadArchive(given.path, log);
        questions = questionsOn(archive);
        return given;
      })();
      await opened;
    },
    update(wanted) {
      const outcome = updated.then(() => update(wanted));
      updated = outcome.catch(() => undefined);
      return outcome;
    },
    stop() {
      isStopped = true;
    },
    async cover(record) {
      await setup();
      archive.cover(record);
    },
    async uncover(uri) {
      await setup();
      archive.uncover(uri);
    },
    async ask(question, given) {
      await setup();
      return answerOf(questions[question], given);
    },
    save,
  };
}

/** The question and what was given to it were checked together by whoever asked. */
function answerOf(question: (...given: never[]) => unknown, given: readonly unknown[]): unknown {
  return question(...(given as never[]));
}
