import { t } from '@vscode/l10n';
import { covers, type Span } from '../../core/span';
import type { Picture } from '../../issue/model';
import { PICTURE_LINK } from '../../issue/pictureLink';
import { issueRule } from '../rule';
import { removalOf } from '../wholeLines';

const IMAGE = new RegExp(PICTURE_LINK, 'y');

export const imageLink = issueRule({
  id: 'image-link',
  title: 'Picture link',
  description: 'A link to a picture that OCR software cut out of the page, without a caption.',
  severity: 'info',
  applicability: 'suggested',
  *check({ document }) {
    const { text } = document;
    const explained = document.articles.flatMap(({ pictures }) => pictures.filter(isExplained));
    let next = 0; // The first of these, which are in order of place, that may cover the link.
    for (let at = text.indexOf('!['); at >= 0; at = text.indexOf('![', at + 2)) {
      IMAGE.lastIndex = at;
      const link = IMAGE.exec(text)?.[0];
      if (link === undefined) continue;
      const span = { start: at, end: at + link.length };
      while ((explained[next]?.span.end ?? Infinity) < span.end) next++;
      const picture = explained[next];
      if (picture && covers(picture.span, span)) continue;
      const edit = standsAlone(text, span) ? removalOf(document, span) : { ...span, newText: '' };
      yield {
        span,
        message: t('A picture link without a caption'),
        fixes: [{ title: t('Remove the picture link'), applicability: 'suggested', edits: [edit] }],
      };
    }
  },
});

function isExplained({ caption, credit }: Picture): boolean {
  return caption !== undefined || credit !== undefined;
}

function standsAlone(text: string, { start, end }: Span): boolean {
  return endsLine(text[start - 1]) && endsLine(text[end]);
}

function endsLine(character: string | undefined): boolean {
  return character === undefined || character === '\n' || character === '\r';
}
