import { textOf } from '../../core/span';
import { visibleJson } from '../../core/visible';
import { listedMentions, type EntityList } from './list';

/** For scripts: one file a line. Offsets are UTF-16 code units of the file. */
export const entitiesAsJson: EntityList = {
  begin: '{"version":1,"files":[',
  between: ',',
  file(analysis) {
    const { document, source } = analysis;
    const entities = listedMentions(analysis).map(({ type, span, name, office, candidates }) => ({
      type,
      text: textOf(document.text, span),
      start: span.start,
      end: span.end,
      name,
      ...(office === undefined ? {} : { office }),
      ...(type === 'place' && candidates.length === 1 ? { place: candidates[0] } : {}),
      links: candidates,
    }));
    return `\n${visibleJson({ path: source.path, entities })}`;
  },
  end: '\n]}\n',
};
