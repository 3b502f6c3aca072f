import { NAME_DOTS, withNameDots } from '../../core/names/shape';
import { overlaps, type Span } from '../../core/span';
import { MEDIUM_CONFIDENCE, HIGH_CONFIDENCE, withoutOverlapping, type MentionCandidate } from './candidate';
import type { FormFinder } from './formFinder';
import { shortNamesOf, type ShortName } from './shortNames';
import { ENTITY_WORDS, isTranscribed, isWordAt } from './vocabulary';

/**
 * Adds, or raises to high confidence, every further occurrence of a name that has high confidence somewhere in the
 * issue, and its short forms (辉埠 where 辉埠镇 is named). In text order; none overlap. Works in steps.
 */
export function* withRecurrences(
  text: string,
  found: readonly MentionCandidate[],
  findForms: FormFinder,
): Generator<undefined, MentionCandidate[]> {
  const ordered = [...found].sort((a, b) => a.start - b.start);
  const known = formsOf(ordered);
  if (known.size === 0) return ordered;
  const again: { readonly form: Form; readonly one: MentionCandidate; readonly isFound: boolean }[] = [];
  let [next, reached] = [0, 0];
  for (const span of yield* findForms(text, [...known.keys()])) {
    if (span.start < reached) continue;
    const length = span.end - span.start;
    const form = known.get(text.slice(span.start, span.end));
    while ((ordered[next]?.end ?? Infinity) <= span.start) next++;
    const rivals = overlapping(ordered, next, span);
    if (!form || (length < 3 && isWithinWords(text, span))) continue;
    const isHighConfidence = form.isHighConfidence(text, span.start, span.end);
    if (!isHighConfidence && (length < 2 || rivals.length > 0)) continue;
    reached = span.end;
    if (rivals.some((rival) => outdoes(rival, form.first, length))) {
      form.found++;
      continue;
    }
    const one = recurrence(form, span, isHighConfidence ? HIGH_CONFIDENCE : MEDIUM_CONFIDENCE);
    again.push({ form, one, isFound: rivals.some((rival) => rival.type === one.type) });
  }
  for (const { form, one, isFound } of again) {
    if (isFound) form.found++;
    else if (!DOCTRINE.test(text.slice(one.end, one.end + 2))) form.missed++;
  }
  const likely = again.filter(({ form }) => !isRatherWord(form)).map(({ one }) => one);
  if (likely.length === 0) return ordered;
  return [...withoutOverlapping(ordered, likely), ...likely].sort((a, b) => a.start - b.start);
}

const { likeNames, placeEndings } = ENTITY_WORDS;

/** A form of a name, and the mention that has it in full. */
interface Form extends ShortName {
  readonly first: MentionCandidate;
  /** Places at which the lines show the name by themselves, and at which they do not. */
  found: number;
  missed: number;
}

/**
 * Whether most lines with a form read it otherwise (高水平 as an adjective), and only shape and statistics says that it is a
 * name.
 */
function isRatherWord({ first, found, missed }: Form): boolean {
  return (
    !isVouchedFor(first.evidence) &&
    !isTranscription(first.name) &&
    missed > MOST_MISSED &&
    missed > found * MISSED_FOR_FOUND
  );
}

/** Whether more than shape and statistics says that something is a name. */
function isVouchedFor(evidence: MentionCandidate['evidence']): boolean {
  return evidence.some(({ kind }) => kind === 'title' || kind === 'byline' || kind === 'dictionary');
}

/** A line of its own says too little of 马克思 in 马克思主义. */
const DOCTRINE = /^(?:主义|思想)/;
const MOST_MISSED = 2;
const MISSED_FOR_FOUND = 2;

/** The names of high confidence, and their short forms; a full name goes before a short one that is the same. */
function formsOf(found: readonly MentionCandidate[]): ReadonlyMap<string, Form> {
  const distinctive = found.filter((one) => one.score >= HIGH_CONFIDENCE && isDistinctive(one));
  const forms = new Map<string, Form>();
  for (const first of distinctive)
    for (const short of shortNamesOf(first))
      if (!forms.has(short.form)) forms.set(short.form, { ...short, first, found: 0, missed: 0 });
  for (const first of distinctive)
    for (const form of spellingsOf(first.name))
      forms.set(form, { form, isHighConfidence: () => true, first, found: 0, missed: 0 });
  return forms;
}

/** A name, and where it has dots, the same with every other mark that OCR confuses them with. */
function spellingsOf(name: string): readonly string[] {
  return name.includes('·') ? Array.from(NAME_DOTS, (dot) => name.replaceAll('·', dot)) : [name];
}

/**
 * A name that is a word as well (文明, 江山) says nothing of other places where it is, nor does a place or an
 * organisation that only statistics have found.
 */
function isDistinctive({ type, name, evidence }: MentionCandidate): boolean {
  if (type === 'place') return name.length > 1 && evidence.some(({ kind }) => kind !== 'tagger');
  if (type === 'organisation') return name.length > 2 && evidence.some(({ kind }) => kind !== 'tagger');
  if (type !== 'person') return false;
  if (
    (!isVouchedFor(evidence) && likeNames.lengthAt(name, 0) === name.length) ||
    placeEndings.lengthBefore(name, name.length) > 0
  )
    return false;
  if (name.length > 3 && !isTranscription(name) && evidence.every(({ kind }) => kind === 'tagger')) return false;
  return name.length > 2 || (name.length === 2 && !isWordAt(name, 0));
}

/**
 * Four characters that only statistics identify as a person are a name of another people, or a verb with something after
 * it.
 */
function isTranscription(name: string): boolean {
  return name.includes('·') || isTranscribed(name, 0, name.length);
}

/** A mention stays as it is where it has high confidence and is longer, or no shorter and of the same type. */
function outdoes(rival: MentionCandidate, { type }: MentionCandidate, length: number): boolean {
  const longer = rival.end - rival.start - length;
  return (
    rival.score >= HIGH_CONFIDENCE && rival.type !== 'office' && (longer > 0 || (rival.type === type && longer === 0))
  );
}

/** Whether one of the two characters is the half of a common word: 高达 in 提高达到. */
function isWithinWords(text: string, { start, end }: Span): boolean {
  return isWordAt(text, start - 1) || isWordAt(text, end - 1);
}

function overlapping(ordered: readonly MentionCandidate[], from: number, span: Span): MentionCandidate[] {
  const others: MentionCandidate[] = [];
  for (let index = from; index < ordered.length; index++) {
    const one = ordered[index];
    if (!one || one.start >= span.end) break;
    if (overlaps(one, span)) others.push(one);
  }
  return others;
}

function recurrence({ form, first }: Form, span: Span, score: number): MentionCandidate {
  const { type, name, candidates } = first;
  const evidence =
    withNameDots(form) === name ? ({ kind: 'recurs' } as const) : ({ kind: 'fullForm', text: name } as const);
  return { ...span, type, score, name, evidence: [evidence], candidates };
}
