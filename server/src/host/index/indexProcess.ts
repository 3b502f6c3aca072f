import { speak } from '../../core/locale';
import { createIndex } from '../../index/issueIndex';
import type { IndexNews } from '../../ports/indexHost';
import type { IndexUpdate, UpdateOutcome } from '../../index/update';
import { createQueries, type Queries } from '../../index/queries/queries';
import type { IssueRecord } from '../../index/record';
import type { IndexFiles } from './indexFiles';
import { updateIndex } from './updateIndex';

/** Where an index is stored between sessions. */
export interface IndexSetup {
  readonly locale: string | undefined;
  /** The path or URI of the file; undefined where there is no place for one, and the index lasts as long as the session. */
  readonly place: string | undefined;
}

/** What the owner of an index offers. */
export interface IndexFunctions {
  /** Comes first; the others wait for it. */
  open(setup: IndexSetup): Promise<void>;
  update(update: IndexUpdate): Promise<UpdateOutcome>;
  stop(): void;
  setOverlay(record: IssueRecord): Promise<void>;
  removeOverlay(uri: string): Promise<void>;
  ask(query: keyof Queries, given: readonly unknown[]): Promise<unknown>;
  save(): Promise<void>;
}

/** Milliseconds after which what was read so far is saved: no more is lost if the editor is killed. */
const SAVED_EVERY = 30_000;

/** Files whose reading is not worth that all is saved at once. */
const FEW = 20;

/** Owns the index of one workspace. `tell` is given what it reports unasked. */
export function runIndexProcess(files: IndexFiles, tell: (news: IndexNews) => void): IndexFunctions {
  const log = (line: string): void => tell({ log: line });
  let index = createIndex();
  let queries = createQueries(index);
  let opened: Promise<IndexSetup> | undefined;
  let updated: Promise<unknown> = Promise.resolve();
  let saving: Promise<void> = Promise.resolve();
  let isStopped = false;
  let isSaved = true;
  let lastSaved = performance.now();

  const setup = (): Promise<IndexSetup> => opened ?? Promise.reject(new Error('The archive is not open.'));
  const saveChanges = async (): Promise<void> => {
    const { place } = await setup();
    if (place === undefined || isSaved) return;
    isSaved = true;
    await files.save(place, index).catch((error: unknown) => log(`${place}: ${String(error)}`));
  };
  /** One after the other; it has ended only when all has been written. */
  const save = (): Promise<void> => {
    lastSaved = performance.now();
    return (saving = saving.then(saveChanges));
  };
  const update = async (wanted: IndexUpdate): Promise<UpdateOutcome> => {
    const { locale } = await setup();
    isStopped = false;
    const outcome = await updateIndex(index, wanted, {
      files,
      locale,
      isStopped: () => isStopped,
      changed() {
        isSaved = false;
        if (performance.now() - lastSaved > SAVED_EVERY) void save();
      },
      tell,
    });
    // Callers that wait for the update need not wait for this.
    if (outcome.read > FEW) void save();
    return outcome;
  };

  return {
    async open(given) {
      speak(given.locale);
      opened = (async () => {
        if (given.place !== undefined) index = await files.load(given.place, log);
        queries = createQueries(index);
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
    async setOverlay(record) {
      await setup();
      index.setOverlay(record);
    },
    async removeOverlay(uri) {
      await setup();
      index.removeOverlay(uri);
    },
    async ask(query, given) {
      await setup();
      return answerOf(queries[query], given);
    },
    save,
  };
}

/** The types of the query and its arguments were checked together by the caller. */
function answerOf(query: (...given: never[]) => unknown, given: readonly unknown[]): unknown {
  return query(...(given as never[]));
}
