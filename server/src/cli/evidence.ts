import { dirname, resolve } from 'node:path';
import process from 'node:process';
import type { Settings } from '../core/settings';
import { findAcceptedWords } from '../host/node/dictionaryFile';
import { loadLanguage } from '../host/node/language';
import { NO_FORMS, type AcceptedForms } from '../language/acceptedForms';
import { createDoubts, type Doubts } from '../language/doubts';
import type { SnapshotOptions } from '../service/service';
import { STANDARD_INPUT } from './inputs';
import { tell } from './terminal';

/** What a snapshot of a file is given besides its text: what the language model says, and what the user has accepted. */
export type EvidenceFor = (path: string) => Promise<Pick<SnapshotOptions, 'doubts' | 'accepted'>>;

/** Prepares evidence that is loaded with the first file and shared by all. What cannot be loaded is told in one line. */
export function prepareEvidence({ context }: Settings): EvidenceFor {
  let doubts: Promise<Doubts | undefined> | undefined;
  const words = new Map<string, Promise<AcceptedForms>>();
  const acceptedIn = (folder: string): Promise<AcceptedForms> => {
    const known = words.get(folder) ?? findAcceptedWords(folder).catch(toldAs(NO_FORMS));
    words.set(folder, known);
    return known;
  };
  return async (path) => {
    doubts ??= loadLanguage()
      .then((language) => createDoubts(language, context))
      .catch(toldAs(undefined));
    const folder = path === STANDARD_INPUT ? process.cwd() : dirname(resolve(path));
    return { doubts: await doubts, accepted: await acceptedIn(folder) };
  };
}

/** Turns a failure into one line for the user and a value to go on with. */
function toldAs<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    tell(error instanceof Error ? error.message : String(error));
    return value;
  };
}
