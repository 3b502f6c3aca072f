import { memoize } from '../../core/cache';
import { hashOf } from '../../core/hash';
import { charactersOf } from '../interchange/characters';
import { portableText } from '../interchange/portableText';
import type { AnnotatedDocument } from './model';

/** An issue file that annotations may belong to. */
export interface IssueText {
  readonly text: string;
  /** Of its bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** The issue that a document belongs to, by its path; or why there is none. */
type FoundIssue = { readonly path: string } | { readonly problem: 'none' | 'several' };

/** Finds the issue of a document. */
export type IssueFinder = (document: AnnotatedDocument) => Promise<FoundIssue>;

/** Returns undefined for a file that cannot be read. */
type ReadIssue = (path: string) => Promise<IssueText | undefined>;

/** Makes what takes the issue that the user has chosen, if it has the words of a document. */
export function chosenIssue(path: string, read: ReadIssue): IssueFinder {
  return async (document) => {
    const issue = await read(path);
    return issue && hasWordsOf(document, issue) ? { path } : { problem: 'none' };
  };
}

/**
 * Makes what finds the issue of a document among issue files, named by paths with `/` between folders: first by its name, then
 * by its text. An issue that does not have most of the words is never taken, nor one of several that fit equally well.
 */
export function createIssueFinder(paths: readonly string[], read: ReadIssue): IssueFinder {
  let byContent: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
  const fittingOf = async (document: AnnotatedDocument, candidates: readonly string[]): Promise<readonly string[]> => {
    const same: string[] = [];
    const similar: string[] = [];
    for (const path of candidates) {
      const issue = await read(path);
      if (issue && isTextOf(document, issue)) same.push(path);
      else if (issue && hasWordsOf(document, issue)) similar.push(path);
    }
    return same.length > 0 ? same : similar;
  };
  return async (document) => {
    for (const name of document.names) {
      const named = await fittingOf(document, namedLike(name, paths));
      if (named.length > 0) return only(named);
    }
    byContent ??= indexByContent(paths, read);
    const equal = (await byContent).get(contentKey(document)) ?? [];
    return only(equal.length > 0 ? equal : await fittingOf(document, paths));
  };
}

function only([path, ...others]: readonly string[]): FoundIssue {
  if (path === undefined) return { problem: 'none' };
  return others.length === 0 ? { path } : { problem: 'several' };
}

/** Whether an issue has most of the words of a document, so that the annotations may belong to it. */
function hasWordsOf(document: AnnotatedDocument, issue: IssueText): boolean {
  if (document.sha256 === issue.sha256) return true;
  const { text } = charactersOf(issue.text);
  const samples = samplesIn(document);
  const found = samples.filter((sample) => sample !== '' && text.includes(sample));
  return found.length * 2 >= samples.length;
}

/** What a document has of the words of its issue: parts of its text, or the words of its annotations. */
const samplesIn = memoize(({ source, annotations }: AnnotatedDocument): readonly string[] =>
  source.kind === 'text'
    ? samplesOf(charactersOf(source.text).text)
    : annotations.map(({ place }) => charactersOf(place.quote?.exact ?? '').text.trim()),
);

/** Whether an issue is the very text of a document. */
function isTextOf({ source, sha256 }: AnnotatedDocument, issue: IssueText): boolean {
  if (source.kind === 'quotes') return sha256 === issue.sha256;
  const { text } = source.reading === 'portable' ? portableText(issue.text) : charactersOf(issue.text);
  return text === source.text;
}

/** Some characters in a row from all over a text. */
function samplesOf(text: string): readonly string[] {
  const step = Math.max(SAMPLE_LENGTH, Math.floor(text.length / SAMPLES));
  const samples: string[] = [];
  for (let at = 0; at + SAMPLE_LENGTH <= text.length; at += step) samples.push(text.slice(at, at + SAMPLE_LENGTH));
  return samples.length > 0 ? samples : [text];
}

/** A wrong character in ten leaves two of three samples as they are. */
const SAMPLE_LENGTH = 4;
const SAMPLES = 200;

/** Those paths that end like a name, with or without an extension; else those whose file is called so. */
function namedLike(name: string, paths: readonly string[]): readonly string[] {
  const isSame = (path: string): boolean => path === name || path.endsWith(`/${name}`) || name.endsWith(`/${path}`);
  const base = baseOf(name);
  const isCalledSo = (path: string): boolean => baseOf(path) === base;
  const same = paths.filter((path) => isSame(path) || isSame(withoutExtension(path)));
  return same.length > 0 ? same : paths.filter((path) => isCalledSo(path) || isCalledSo(withoutExtension(path)));
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What the content of a document and of its issue have in common. */
function contentKey({ source, sha256 = '' }: AnnotatedDocument): string {
  return source.kind === 'text' ? `${source.reading} ${hashOf(source.text)}` : sha256;
}

async function indexByContent(
  paths: readonly string[],
  read: ReadIssue,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const index = new Map<string, string[]>();
  for (const path of paths) {
    const issue = await read(path);
    if (!issue) continue;
    const keys = [
      issue.sha256,
      `portable ${hashOf(portableText(issue.text).text)}`,
      `characters ${hashOf(charactersOf(issue.text).text)}`,
    ];
    for (const key of keys) index.set(key, [...(index.get(key) ?? []), path]);
  }
  return index;
}
