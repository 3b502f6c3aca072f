import type { Post } from '../model';

/** What a post is called in the papers of its place: 市委书记, 市公安局局长. */
export function officeTitleOf({ office, organisation = '' }: Pick<Post, 'office' | 'organisation'>): string {
  return office.startsWith(organisation) ? office : organisation + office;
}
