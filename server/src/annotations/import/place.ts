import type { Span } from '../../core/span';
import type { Target } from '../../source/sidecar/schema';
import { anchorInSteps } from '../anchor/anchor';
import { correspondenceOf } from '../anchor/correspondence';
import { layoutOf } from '../anchor/layout';
import { charactersOf } from '../interchange/characters';
import { isInText, NOWHERE, targetOf, type Anchor, type AnchorState } from '../model';
import { portableText } from '../interchange/portableText';
import type { AnnotatedDocument, ImportedAnnotation } from './model';
import { withoutLookAlikes } from './lookAlikes';
import { NO_WORDS, placeQuotes, type AnchoredWords } from './placeQuotes';

/** An annotation of a file with its place in an issue. */
export interface PlacedImport {
  readonly imported: ImportedAnnotation;
  /** In the raw text of the issue. It has a place and is not empty. */
  readonly anchor: Anchor;
  /** The words that it had in the file, with what surrounded them. */
  readonly words: Pick<Target, 'exact' | 'prefix' | 'suffix'>;
}

/** An annotation of a file that has no place in the issue. */
export interface UnplacedImport {
  readonly imported: ImportedAnnotation;
  readonly words: string;
  readonly state: Exclude<AnchorState, 'anchored' | 'moved' | 'changed'>;
}

/** What of a document has a place in an issue, and what has none. */
export interface Placement {
  readonly placed: readonly PlacedImport[];
  readonly unplaced: readonly UnplacedImport[];
}

/**
 * Places the annotations of a document in the raw text of its issue, in steps. Where the document has the same text, their
 * offsets decide. Otherwise they are anchored as after changes of another program, never onto the same words elsewhere.
 */
export function* placeInIssue(document: AnnotatedDocument, issue: string): Generator<undefined, Placement> {
  const anchored = yield* anchorsOf(document, issue);
  const placed: PlacedImport[] = [];
  const unplaced: UnplacedImport[] = [];
  document.annotations.forEach((imported, at) => {
    const { anchor, words } = anchored[at] ?? { anchor: NOWHERE, words: NO_WORDS };
    if (isInText(anchor)) placed.push({ imported, anchor, words });
    else
      unplaced.push({
        imported,
        words: words.exact,
        state: anchor.state === 'ambiguous' ? 'ambiguous' : 'orphaned',
      });
  });
  return { placed, unplaced };
}

function* anchorsOf(
  { source, annotations }: AnnotatedDocument,
  issue: string,
): Generator<undefined, readonly AnchoredWords[]> {
  if (source.kind === 'text') {
    const view = source.reading === 'portable' ? portableText(issue) : charactersOf(issue);
    const targets = annotations.map(({ place }) => targetOf(source.text, within(source.text, place.span)));
    const anchors = yield* anchorsIn(source.text, view.text, targets);
    return targets.map((words, at) => {
      const anchor = anchors[at] ?? NOWHERE;
      return { words, anchor: { ...anchor, ...view.rawSpanOf(anchor) } };
    });
  }
  return yield* placeQuotes(source.lines, annotations, issue);
}

/** Anchors spans of one text in another; in the same text they are where they are. */
function* anchorsIn(text: string, issue: string, targets: readonly Target[]): Generator<undefined, readonly Anchor[]> {
  if (text === issue) return targets.map(({ start, end }) => ({ start, end, state: 'anchored' }));
  const old = layoutOf(text);
  const lines = correspondenceOf(old, issue);
  const anchors = yield* anchorInSteps(old, issue, targets, lines);
  return withoutLookAlikes({ lines, now: issue, targets, anchors }, text);
}

function within({ length }: string, span: Span | undefined): Span {
  const start = Math.min(span?.start ?? 0, length);
  return { start, end: Math.min(Math.max(start, span?.end ?? 0), length) };
}
