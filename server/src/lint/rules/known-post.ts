import { t } from '@vscode/l10n';
import { postContradictions } from '../../entities/resolve/postContradictions';
import type { Post } from '../../gazetteer/model';
import { officeTitleOf } from '../../gazetteer/posts/officeTitle';
import { issueRule } from '../rule';

export const knownPost = issueRule({
  id: 'known-post',
  title: 'Another post on that date',
  description: 'A person whom the page calls by an office that the dictionaries give them at another time.',
  severity: 'info',
  *check({ document, named }) {
    const names = named();
    const { gazetteer, date } = names;
    if (!gazetteer || date === undefined) return;
    for (const { mention, officeTitle, held, instead } of postContradictions(
      document.simplified,
      names.mentions,
      gazetteer,
      date,
    ))
      yield {
        span: mention.span,
        message: t(
          'The page calls {0} {1}. By the dictionaries {0} was {2} on {3}, and {4}.',
          mention.name,
          officeTitle,
          instead.map(officeTitleOf).join('、'),
          date,
          inWords(held),
        ),
        fixes: [],
      };
  },
});

/** 市长 2021-09 – 2023-02. */
function inWords(post: Post): string {
  return `${officeTitleOf(post)} ${post.from ?? '…'} – ${post.to ?? '…'}`;
}
