import { textOf } from '../../core/span';
import { visibleJson } from '../../core/visible';
import { listedMentions, type EntityList } from './list';

/** For scripts: one file a line. Offsets are UTF-16 code units of the file. */
export function entitiesAsJson(): EntityList {
  let separator = '';
  return {
    begin: '{"version":1,"files":[',
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
      const line = `${separator}\n${visibleJson({ path: source.path, entities })}`;
      separator = ',';
      return line;
    },
    end: '\n]}\n',
  };
}
