import { groupBy } from '../../core/groups';
import { compareSpans } from '../../core/span';
import { sortedInSteps } from '../../core/steps';
import { articleFinder } from '../../issue/articleAt';
import type { Article, IssueDocument } from '../../issue/model';
import type { EntityId, Gazetteer, PartialDate } from '../../gazetteer/model';
import { placeOf } from '../../gazetteer/places';
import type { IssueMentions, Mention } from '../model';
import { withSettledPeople } from './persons';
import { placeOfNewspaper, resolvePlaces, type PlaceContext } from './places';
import { withPrintedNames } from './printedNames';
import { datesQuantitiesAndWorksIn } from './datesQuantitiesWorks';

/** What is known of the issue as a whole, on which it depends what its words mean. */
export interface IssueContext {
  readonly gazetteer?: Gazetteer | undefined;
  readonly issueDate?: PartialDate | undefined;
  /** Where the paper is made, as the user says. */
  readonly place?: string | undefined;
  /** The name of the newspaper. */
  readonly newspaper?: string | undefined;
}

/**
 * Reads an issue's mentions in the light of what is known of it: namesakes by their posts, places as of its date, and
 * the dates, quantities and works that it names. In text order. Works in steps.
 */
export function* resolveMentions(
  document: IssueDocument,
  { mentions }: IssueMentions,
  { gazetteer, issueDate, place, newspaper }: IssueContext,
): Generator<undefined, IssueMentions> {
  const articleAt = articleFinder(document.articles);
  const dated = issueDate === undefined ? {} : { date: issueDate };
  const facts = { ...(place === undefined ? {} : { place }), ...(newspaper === undefined ? {} : { newspaper }) };
  const paperPlace = gazetteer && placeOfNewspaper(gazetteer, facts, issueDate);
  const context = gazetteer && { gazetteer, ...dated, ...(paperPlace === undefined ? {} : { paperPlace }) };
  const settled = context
    ? withSettledPeople(document.simplified, withSettledPlaces(mentions, articleAt, context), context)
    : mentions;
  yield;
  const all = [...settled, ...(yield* datesQuantitiesAndWorksIn(document, articleAt, issueDate))];
  const sorted = yield* sortedInSteps(all, (a, b) => compareSpans(a.span, b.span));
  return { mentions: withPrintedNames(document, sorted) };
}

/** A compound of places (浙皖闽赣) is a phrase, and means what it says. */
function isPlace(id: EntityId): boolean {
  return id.startsWith('place:');
}

function withSettledPlaces(
  mentions: readonly Mention[],
  articleAt: (offset: number) => Article | undefined,
  context: PlaceContext,
): readonly Mention[] {
  const places = mentions.filter(({ type, candidates }) => type === 'place' && candidates.some(isPlace));
  const settled = new Map<Mention, Mention>();
  for (const group of groupBy(places, ({ span }) => articleAt(span.start)).values()) {
    const answers = resolvePlaces(group, context);
    group.forEach((mention, at) => {
      const { candidates = mention.candidates, basis } = answers[at] ?? {};
      const [only, ...others] = candidates;
      // A name that is settled is given in full: 衢江 is 衢江区.
      const place = only === undefined || others.length > 0 ? undefined : placeOf(context.gazetteer, only);
      const name = place?.name ?? mention.name;
      settled.set(mention, { ...mention, name, candidates, ...(basis === undefined ? {} : { placeBasis: basis }) });
    });
  }
  return mentions.map((mention) => settled.get(mention) ?? mention);
}
