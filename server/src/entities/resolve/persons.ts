import { groupBy } from '../../core/groups';
import type { EntityId, Person, Post } from '../../gazetteer/model';
import { codeOf, placeOf, stemOfCode } from '../../gazetteer/places';
import { postsAround } from '../../gazetteer/posts/posts';
import { matchesOffice } from '../../gazetteer/posts/officeTitles';
import { heldOffices } from '../detect/offices/heldTitles';
import type { Evidence, Mention } from '../model';
import type { PlaceContext } from './places';

/**
 * Chooses among namesakes, for all mentions of a name together: the person who held on the date an office that
 * the page gives, else at any time, and of these those at the paper's place. Where that leaves several, or no one held
 * such an office, all remain.
 */
export function withSettledPeople(
  text: string,
  mentions: readonly Mention[],
  context: PlaceContext,
): readonly Mention[] {
  const titlesByName = groupBy(heldOffices(text, mentions), ({ mention }) => mention.name);
  const chosen = new Map<string, readonly EntityId[]>();
  return mentions.map((mention) => {
    if (mention.type !== 'person' || mention.candidates.length === 0) return mention;
    if (mention.candidates.length === 1) return mention;
    const titles = titlesByName.get(mention.name)?.map(({ officeTitle }) => officeTitle) ?? [];
    const candidates = chosen.get(mention.name) ?? likeliest(mention.candidates, titles, context);
    chosen.set(mention.name, candidates);
    return withCandidates(mention, candidates);
  });
}

function withCandidates(mention: Mention, candidates: readonly EntityId[]): Mention {
  const [first] = candidates;
  const evidence = mention.evidence.flatMap((one): Evidence[] => {
    if (one.kind !== 'dictionary') return [one];
    return first === undefined ? [] : [{ ...one, entity: first }];
  });
  return { ...mention, candidates, evidence };
}

function likeliest(ids: readonly EntityId[], titles: readonly string[], context: PlaceContext): readonly EntityId[] {
  const scores = ids.map((id) => {
    const person = context.gazetteer.entry(id);
    return person?.type === 'person' ? scoreOf(person, titles, context) : 0;
  });
  const most = Math.max(...scores);
  return most === 0 ? ids : ids.filter((_, at) => scores[at] === most);
}

/** An office of the page counts 2, held on the date 4; that it belongs to the place of the paper, 1 more. */
function scoreOf(person: Person, titles: readonly string[], context: PlaceContext): number {
  const { gazetteer, date } = context;
  const isMeant = (post: Post): boolean => titles.some((title) => matchesOffice(title, post, gazetteer));
  const around = date === undefined ? undefined : postsAround(person, date, gazetteer);
  const then = around ? [...around.on, ...around.perhaps].filter(isMeant) : [];
  const meant = then.length > 0 ? then : person.posts.filter(isMeant);
  if (meant.length === 0) return 0;
  return (then.length > 0 ? 4 : 2) + (meant.some((post) => isNearPaper(post, context)) ? 1 : 0);
}

/** The post's division is the paper's place, or one that it is in: 省委书记 in a paper of the province's city. */
function isNearPaper({ place }: Post, { gazetteer, paperPlace }: PlaceContext): boolean {
  const [office, paper] = [place, paperPlace].map((id) => (id === undefined ? undefined : placeOf(gazetteer, id)));
  const code = office && codeOf(office);
  return code !== undefined && paper !== undefined && (codeOf(paper)?.startsWith(stemOfCode(code)) ?? false);
}
