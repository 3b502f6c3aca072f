import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { annotatedTextInSteps, type AnnotatedText } from '../../annotations/annotatedText';
import { hasConflicts } from '../../source/sidecar/conflicts';
import type { EditOrigin } from '../../annotations/correctionLog';
import { ID_BYTES, idOf } from '../../annotations/ids';
import { hasSameAnnotations, savedSidecar, withAnnotated } from '../../annotations/save';
import { takeOver } from '../../annotations/takeOver';
import type { Edit } from '../../core/edit';
import { linesOf } from '../../core/lines';
import { resultOfSteps } from '../../core/steps';
import type { Backups } from '../../ports/backups';
import type { Digest } from '../../ports/digest';
import type { FileSystem } from '../../ports/fileSystem';
import { EMPTY_SIDECAR } from '../../source/sidecar/model';
import type { Sidecar } from '../../source/sidecar/schema';
import { AnnotationMethod, STATES, type AnnotationsParams } from '../annotationProtocol';
import { printBackup, readBackup } from './annotationBackup';
import { rangeOf } from '../ranges';
import type { ErrorHandling } from './errors';
import type { OpenIssue } from './openIssues';
import type { Sidecars } from './sidecars';
import { runInTurns } from './yieldToEventLoop';

/** The annotations of the issues that are open. They follow every edit, and are stored when text and file agree. */
export interface Annotations {
  /** The annotations of an open issue; undefined until its sidecar has been read. */
  get(uri: string): AnnotatedText | undefined;
  /** The annotations of an open issue, if they follow the text that its analysis has. */
  of(issue: OpenIssue): AnnotatedText | undefined;
  /** What the sidecar of an open issue would say if it were written now; undefined where the issue is not open. */
  sidecarOf(uri: string): Sidecar | undefined;
  /** Resolves once an issue that is being opened has its annotations. */
  ready(uri: string): Promise<void>;
  /** Says that `opened` will be called for an issue, by the time that `work` ends. */
  opening(uri: string, work: Promise<void>): void;
  /** Begins with what the sidecar says, or with what was backed up for the text of this document. */
  opened(document: TextDocument, sidecar: Sidecar): Promise<void>;
  /** Follows an edit of an open issue. `after` is the text that the edit has made. */
  follow(uri: string, edit: Edit, after: string, origin: EditOrigin): void;
  /** Tells the client that annotations have changed, and stores them. */
  changed(uri: string): Promise<void>;
  /** Tells the client what is shown now of all issues. */
  shownChanged(): Promise<void>;
  /** The user has saved the text: the annotations are stored with it. */
  saved(uri: string): Promise<void>;
  /** The sidecar was read again: goes on with what somebody else has written. */
  sidecarChanged(uri: string): Promise<void>;
  /** The text was closed, so that whatever was not saved with it is gone. */
  closed(uri: string): void;
  /** Backs up what is not stored yet, and waits for what is being stored. */
  end(): Promise<void>;
  /** The content of the notification to the client. */
  paramsOf(uri: string): AnnotationsParams | null;
}

/** What annotations need of the server. */
export interface AnnotationSurroundings {
  readonly connection: Connection;
  readonly documents: { get(uri: string): TextDocument | undefined };
  readonly files: FileSystem;
  readonly digest: Digest;
  readonly sidecars: Sidecars;
  readonly backups: () => Backups;
  /** What is shown of an annotated text. */
  shownOf(annotated: AnnotatedText): AnnotatedText;
  /** For what the user has not asked for at this moment: an error is logged. */
  readonly withErrorsLogged: ErrorHandling;
  /** For what the user has asked for: an error is shown. */
  readonly withErrorsShown: ErrorHandling;
}

interface Entry {
  readonly annotated: AnnotatedText;
  /** What the sidecar said when it was last read or written. */
  base: Sidecar;
  timer?: ReturnType<typeof setTimeout>;
  /** The text when it was last opened or saved. */
  savedText: string;
  /** The last attempt to store it, or to go on with what others have stored. */
  storing: Promise<void>;
  /** Whether something is neither in the sidecar nor in a backup. */
  isUnstored: boolean;
  /** Whether the user has done something that is to be stored: changed annotations, or saved the text. */
  isAsked: boolean;
}

/** Milliseconds without another change after which annotations are stored. */
const PAUSE = 300;

/** How long a client takes at most, in milliseconds, to report a save after it has written the file. */
const LATEST_SAVE = 1000;

/** Keeps the annotations of open issues by the URI of the issue. */
export function createAnnotations(surroundings: AnnotationSurroundings): Annotations {
  const { connection, documents, files, digest, sidecars, backups, withErrorsLogged, withErrorsShown } = surroundings;
  const entries = new Map<string, Entry>();
  const closing = new Map<string, Promise<void>>();
  const opening = new Map<string, Promise<void>>();

  const paramsOf = (uri: string): AnnotationsParams | null => {
    const annotated = entries.get(uri)?.annotated;
    const document = documents.get(uri);
    return annotated && document ? annotationsParams(uri, document.version, surroundings.shownOf(annotated)) : null;
  };
  const waiting = new Set<string>();
  /** Tells once what several edits of one message have changed. */
  const tellSoon = (uri: string): void => {
    if (waiting.size === 0)
      setTimeout(() => {
        const uris = [...waiting];
        waiting.clear();
        for (const one of uris) void withErrorsLogged(`Annotations of ${one}`, undefined, () => tell(one));
      }, 0);
    waiting.add(uri);
  };
  const tell = async (uri: string): Promise<void> => {
    const params = paramsOf(uri);
    if (params) await connection.sendNotification(AnnotationMethod.annotations, params);
  };
  /** Whether the file holds the text that the editor has; the editor keeps byte order marks and mixed line ends to itself. */
  const isSaved = async (uri: string, text: string): Promise<boolean> => {
    const onDisk = await files.readIssue(uri).catch(() => undefined);
    return onDisk !== undefined && plain(onDisk.text) === plain(text);
  };
  /** Stores what is not stored: in the sidecar if the file holds the text, else, as long as the issue is open, in a backup. */
  const store = (uri: string, entry: Entry): Promise<void> => {
    clearTimeout(entry.timer);
    return afterStoring(entry, () => storeNow(uri, entry));
  };
  /** One after the other, so that waiting for the last is waiting for all. */
  const afterStoring = (entry: Entry, work: () => Promise<void>): Promise<void> => {
    const next = entry.storing.catch(() => undefined).then(work);
    entry.storing = next;
    return next;
  };
  const noticeSidecar = async (uri: string, entry: Entry): Promise<void> => {
    const sidecar = sidecars.get(uri);
    if (entries.get(uri) !== entry || hasSameAnnotations(entry.base, sidecar)) return;
    await goOnWith(uri, entry, entry.base, sidecar);
  };
  const storeNow = async (uri: string, entry: Entry): Promise<void> => {
    const { annotated, base } = entry;
    const text = annotated.text();
    const isOpen = (): boolean => entries.get(uri) === entry;
    if (!(await isSaved(uri, text))) return isOpen() ? backUp(uri, entry) : undefined;
    if (text !== entry.savedText) await noticeOutsideChange(entry);
    const sha256 = await digest.sha256(text);
    if (annotated.text() !== text) return;
    entry.isUnstored = false;
    if (!entry.isAsked) {
      await backups().remove(uri);
      return;
    }
    entry.isAsked = false;
    const now: { isLate: boolean; ours: Sidecar } = { isLate: false, ours: base };
    let written: Sidecar;
    try {
      written = await sidecars.change(uri, (theirs) => {
        // While others wrote the sidecar, the text may have changed again; it is stored when it is saved.
        now.isLate = annotated.text() !== text;
        // The user may have annotated in the meantime, which is no change of somebody else.
        if (!now.isLate) now.ours = withAnnotated(base, annotated, sha256);
        return now.isLate ? theirs : savedSidecar(base, annotated, sha256, theirs);
      });
    } catch (error) {
      entry.isAsked = true;
      // For an issue that is closed before it can be stored.
      await withErrorsLogged(`Annotations of ${uri}`, undefined, () => backUp(uri, entry));
      entry.isUnstored = true;
      throw error;
    }
    if (now.isLate) {
      entry.isAsked = true;
      return;
    }
    entry.base = written;
    const isMerged = !hasSameAnnotations(written, now.ours) && !hasSameAnnotations(written, base);
    if (isMerged && isOpen()) await goOnWith(uri, entry, now.ours, written);
    await backups().remove(uri);
  };
  /** Where another program has changed the text, that is no correction made here: the log stays as it was stored. */
  const noticeOutsideChange = async (entry: Entry): Promise<void> => {
    const { annotated } = entry;
    const text = annotated.text();
    // The editor reports a save a moment after the file has changed.
    await new Promise((resolve) => setTimeout(resolve, LATEST_SAVE));
    if (entry.savedText === text || annotated.text() !== text) return;
    const { text: described, corrections } = entry.base;
    const stored = { ...EMPTY_SIDECAR, ...(described ? { text: described } : {}), corrections };
    annotated.replaceCorrections(resultOfSteps(annotatedTextInSteps(stored, text)).corrections());
    entry.savedText = text;
  };
  /** Goes on with what somebody else has written, and what was changed here since `base`. */
  const goOnWith = async (uri: string, entry: Entry, base: Sidecar, theirs: Sidecar): Promise<void> => {
    const text = entry.annotated.text();
    const sha256 = await digest.sha256(text);
    if (entries.get(uri) !== entry || entry.annotated.text() !== text) {
      storeSoon(uri);
      return;
    }
    const merged = takeOver(entry.annotated, base, theirs, sha256);
    entry.base = theirs;
    clearTimeout(entry.timer);
    entry.isUnstored = false;
    if (!hasSameAnnotations(merged, theirs)) storeSoon(uri);
    await tell(uri);
  };
  const backUp = async (uri: string, entry: Entry): Promise<void> => {
    const text = entry.annotated.text();
    const sha256 = await digest.sha256(text);
    if (entry.annotated.text() !== text) return;
    const sidecar = withAnnotated(entry.base, entry.annotated, sha256);
    entry.isUnstored = false;
    await backups().write(uri, printBackup({ base: entry.base, sidecar }));
  };
  const storeSoon = (uri: string): void => {
    const entry = entries.get(uri);
    if (!entry) return;
    entry.isUnstored = true;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(
      () => void withErrorsShown(`Annotations of ${uri}`, undefined, () => store(uri, entry)),
      PAUSE,
    );
  };

  /** The user has changed annotations. */
  const storeAsked = (uri: string, entry: Entry): void => {
    entry.isAsked = true;
    storeSoon(uri);
  };

  return {
    get: (uri) => entries.get(uri)?.annotated,
    of({ uri, analysis }) {
      const annotated = entries.get(uri)?.annotated;
      return annotated?.text() === analysis.document.text ? annotated : undefined;
    },
    sidecarOf(uri) {
      const entry = entries.get(uri);
      return entry && withAnnotated(entry.base, entry.annotated, entry.base.text?.sha256 ?? '');
    },
    ready: (uri) => opening.get(uri) ?? Promise.resolve(),
    opening(uri, work) {
      const settled = work.finally(() => {
        if (opening.get(uri) === settled) opening.delete(uri);
      });
      opening.set(uri, settled);
    },
    async opened(document, known) {
      const { uri } = document;
      // An issue that is opened again at once has to wait until what it said before is stored.
      const ending = closing.get(uri);
      await ending;
      const onDisk = ending ? await sidecars.load(uri) : known;
      const text = document.getText();
      const backup = readBackup(await backups().read(uri));
      const isOfText = backup !== undefined && backup.sidecar.text?.sha256 === (await digest.sha256(text));
      const { base, sidecar } = isOfText ? backup : { base: onDisk, sidecar: onDisk };
      const annotated = await runInTurns(annotatedTextInSteps(sidecar, text));
      // Edits may have arrived in the meantime, and the document may have been closed.
      const now = documents.get(uri)?.getText();
      if (now === undefined) return;
      if (now !== text) annotated.follow({ start: 0, end: text.length, newText: now }, now, { id: newId('c') });
      const savedText = annotated.text();
      const entry = { annotated, base, savedText, storing: Promise.resolve(), isUnstored: false, isAsked: false };
      clearTimeout(entries.get(uri)?.timer);
      entries.set(uri, entry);
      if (isOfText) storeAsked(uri, entry);
      else if (backup) await backups().remove(uri);
      await tell(uri);
    },
    follow(uri, edit, after, origin) {
      const entry = entries.get(uri);
      if (!entry) return;
      if (entry.annotated.follow(edit, after, origin)) tellSoon(uri);
      storeSoon(uri);
    },
    async changed(uri) {
      const entry = entries.get(uri);
      if (entry) storeAsked(uri, entry);
      await tell(uri);
    },
    async shownChanged() {
      await Promise.all([...entries.keys()].map(tell));
    },
    async saved(uri) {
      const entry = entries.get(uri);
      if (!entry) return;
      entry.savedText = entry.annotated.text();
      entry.isAsked = true;
      await withErrorsShown(`Annotations of ${uri}`, undefined, () => store(uri, entry));
    },
    async sidecarChanged(uri) {
      const entry = entries.get(uri);
      // What is being written now is not what somebody else has written.
      if (entry) await afterStoring(entry, () => noticeSidecar(uri, entry));
    },
    closed(uri) {
      const entry = entries.get(uri);
      entries.delete(uri);
      const ending = withErrorsShown(`Annotations of ${uri}`, undefined, async () => {
        await (entry?.isUnstored ? store(uri, entry) : entry?.storing);
        await backups().remove(uri);
      }).finally(() => closing.delete(uri));
      closing.set(uri, ending);
    },
    async end() {
      const unstored = [...entries].filter(([, { isUnstored }]) => isUnstored);
      await Promise.all([
        ...unstored.map(([uri, entry]) =>
          withErrorsLogged(`Annotations of ${uri}`, undefined, () => backUp(uri, entry)),
        ),
        ...[...entries.values()].map(({ storing }) => storing.catch(() => undefined)),
        ...closing.values(),
      ]);
    },
    paramsOf,
  };
}

/** A new random id that begins with a letter. */
export function newId(letter: string): string {
  return idOf(letter, crypto.getRandomValues(new Uint8Array(ID_BYTES)));
}

function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function annotationsParams(uri: string, version: number, annotated: AnnotatedText): AnnotationsParams {
  const lines = linesOf(annotated.text());
  const labels: string[] = [];
  const ids: string[] = [];
  const inConflict: string[] = [];
  const places: number[] = [];
  const numbers = new Map<string, number>();
  for (const { annotation, anchor } of annotated.annotations()) {
    let label = numbers.get(annotation.label);
    if (label === undefined) numbers.set(annotation.label, (label = labels.push(annotation.label) - 1));
    const { start, end } = rangeOf(lines, anchor);
    ids.push(annotation.id);
    if (hasConflicts(annotation)) inConflict.push(annotation.id);
    places.push(label, STATES.indexOf(anchor.state), start.line, start.character, end.line, end.character);
  }
  const [canUndo, canRedo] = [annotated.canUndo(), annotated.canRedo()];
  return { uri, version, labels, ids, inConflict, places, canUndo, canRedo };
}
