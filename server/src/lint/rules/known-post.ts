import { t } from '@vscode/l10n';
import { postContradictions } from '../../entities/resolve/postContradictions';
import type { Post } from '../../gazetteer/model';
import { officeTitleOf } from '../../gazetteer/posts/officeTitle';
import { issueRule } from '../rule';

export const knownPost = issueRule({
  id: 'known-post',
  title: 'Office held at another time',
  description: 'A person named with an office that, according to the dictionaries, they held at another time.',
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
          'The page calls {0} {1}. According to the dictionaries, {0} was {2} on {3}, and {4}.',
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
