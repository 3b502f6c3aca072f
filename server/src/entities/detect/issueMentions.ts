import { createCache } from '../../core/cache';
import { createItemCount } from '../../core/steps';
import { shiftSpan } from '../../core/span';
import type { EntityId, Gazetteer } from '../../gazetteer/model';
import type { BlockKind, BylinePerson, IssueDocument, Line, Paragraph } from '../../issue/model';
import { LONGEST_READ_LINE, piecesOf } from '../../languageModel/pieces';
import { HIGH_CONFIDENCE, withoutOverlapping, type MentionCandidate } from './candidate';
import { mentionsInText, type MentionResources } from './lineMentions';
import { createFormFinder } from './formFinder';
import type { IssueMentions, Mention } from '../model';
import { resolveShortPersonNames, type CandidateInIssue } from './persons/fullNames';
import { withRepeatedNames } from './persons/repeatedNames';
import { withRecurrences } from './recurrences';
import { ENTITY_WORDS } from './vocabulary';

/** Kinds of blocks in which something may be named. */
const READ: readonly BlockKind[] = [
  'heading',
  'rubric',
  'byline',
  'body',
  'crosshead',
  'caption',
  'credit',
  'jump',
  'table',
];

/** Finds the mentions of an issue, in steps of some milliseconds. */
export type MentionDetector = (document: IssueDocument) => Generator<undefined, IssueMentions>;

/**
 * Makes what finds the mentions of issues. What a line shows by itself is cached with the line, so that after an edit
 * only new lines are read; only what the whole issue says of a name is computed again.
 */
export function createMentionDetector(sources: MentionResources): MentionDetector {
  const known = new WeakMap<Line, readonly MentionCandidate[]>();
  const read = function* (line: Line): Generator<undefined, readonly MentionCandidate[]> {
    const found: MentionCandidate[] = [];
    if (line.text.length <= LONGEST_READ_LINE)
      for (const { start, piece } of piecesOf(line.text)) {
        for (const one of mentionsInText(piece, sources)) found.push({ ...one, ...shiftSpan(one, start) });
        yield;
      }
    known.set(line, found);
    return found;
  };
  const aroundSeams = createCache<readonly MentionCandidate[]>(SEAM_CACHE_SIZE);
  const aroundSeam = (text: string): readonly MentionCandidate[] =>
    aroundSeams.get(text, (key) => mentionsInText(key, sources));
  const findForms = createFormFinder();
  return function* (document) {
    const isStepFull = createItemCount(PARAGRAPHS_IN_STEP);
    const found: MentionCandidate[] = [];
    for (const { kind, content, line } of document.blocks) {
      if (isStepFull()) yield;
      if (!READ.includes(kind)) continue;
      for (const one of known.get(line) ?? (yield* read(line)))
        found.push({ ...one, ...shiftSpan(one, content.start) });
    }
    const across: MentionCandidate[] = [];
    for (const { paragraphs } of document.articles)
      for (const paragraph of paragraphs) {
        if (isStepFull()) yield;
        across.push(...acrossSeams(document.simplified, paragraph, aroundSeam));
      }
    const signed = document.articles
      .flatMap(({ byline }) => byline?.people ?? [])
      .map((person) => signature(person, sources.gazetteer));
    const together = preferring([...signed, ...across], found);
    yield;
    const everywhere = yield* withRecurrences(
      document.simplified,
      withRepeatedNames(document.simplified, together),
      findForms,
    );
    yield;
    return { mentions: resolveShortPersonNames(document.simplified, document.articles, everywhere).map(mentionOf) };
  };
}

/** Blocks, or paragraphs with seams, that are looked at in one step. */
const PARAGRAPHS_IN_STEP = 500;

/** Those of the first list, and those of the second that overlap none of them; in text order. */
function preferring(first: readonly MentionCandidate[], second: readonly MentionCandidate[]): MentionCandidate[] {
  const taken = [...first].sort((a, b) => a.start - b.start);
  return [...withoutOverlapping(second, taken), ...taken].sort((a, b) => a.start - b.start);
}

/** Somebody in a byline, with the entries of the user's own dictionaries that may be meant. */
function signature({ name, role, span }: BylinePerson, gazetteer: Gazetteer | undefined): MentionCandidate {
  const candidates = gazetteer?.named(name).filter((id) => maySign(id, gazetteer)) ?? [];
  const known = candidates.slice(0, 1).map((entity) => ({ kind: 'dictionary', entity }) as const);
  return {
    ...span,
    type: 'person',
    score: HIGH_CONFIDENCE * 2,
    name,
    evidence: [{ kind: 'byline' }, ...known],
    candidates,
    role,
  };
}

/** Officials do not sign articles, and the dictionaries that ship have only officials. */
function maySign(id: EntityId, gazetteer: Gazetteer): boolean {
  if (!gazetteer.isOwn(id)) return false;
  const person = gazetteer.entry(id);
  if (person?.type !== 'person') return false;
  return person.posts.length === 0 || person.posts.some(({ office }) => isJournalist(office));
}

function isJournalist(office: string): boolean {
  return ENTITY_WORDS.bylineTitles.lengthBefore(office, office.length) > 0;
}

/** Code units on either side of a seam in which a name that crosses it lies, with what shows that it is one. */
const NEAR = 40;

/** Code units around seams that are kept with what was found in them. */
const SEAM_CACHE_SIZE = 50_000;

/** The mentions that a column or page end has split. */
function acrossSeams(
  text: string,
  { seams }: Paragraph,
  mentionsIn: (text: string) => readonly MentionCandidate[],
): MentionCandidate[] {
  return seams.flatMap(({ span }) => {
    const before = text.slice(Math.max(0, span.start - NEAR), span.start).replace(/^[^]*[\r\n]/, '');
    const after = text.slice(span.end, span.end + NEAR).replace(/[\r\n][^]*$/, '');
    const seam = before.length;
    const offset = span.start - seam;
    return mentionsIn(before + after)
      .filter(({ start, end }) => start < seam && end > seam)
      .map((one) => ({ ...one, start: one.start + offset, end: one.end + offset + (span.end - span.start) }));
  });
}

function mentionOf({
  type,
  start,
  end,
  score,
  candidates,
  evidence,
  name,
  officeTitle,
  office,
  role,
}: CandidateInIssue): Mention {
  return {
    type,
    span: { start, end },
    confidence: score >= HIGH_CONFIDENCE ? 'high' : 'medium',
    candidates,
    evidence,
    name,
    ...(officeTitle === undefined ? {} : { officeTitle }),
    ...(office === undefined ? {} : { office }),
    ...(role === undefined ? {} : { role }),
  };
}
