import type { Analysis } from '../../../analysis/analysis';
import { codePointsOf } from '../../../core/codePoints';
import { overlapFinder } from '../../../core/search';
import { visibleJson } from '../../../core/visible';
import type { Mention } from '../../../entities/model';
import { exportedArticles } from '../../flow';
import type { ExportFormat } from '../../format';
import { mentionsInReading, readingTextOf } from '../../readingText';
import { factsOf } from './facts';
import { idsOf, withoutId } from './ids';

/** The named entities of impresso, a line for each content item that has some. Offsets are code points of its full text. */
export const impressoEntities: ExportFormat = {
  id: 'impresso-entities',
  title: 'impresso: named entities of the content items',
  extension: '.impresso-entities.jsonl',
  mimeType: 'application/jsonl',
  needs: ['mentions', 'text'],
  workspaceTarget: 'file',
  fields: {
    issue: 'ci_id',
    kind: 'ci_type',
    names: 'nes',
    offices: 'nes[].title, function',
  },
  signature: /^(?:$|\{"ci_id":")/,
  refuses: withoutId,
  *files(analysis, options) {
    yield {
      name: `${options.name}.impresso-entities.jsonl`,
      chunks: lines(analysis, `galley-${options.version}`, options.article),
    };
  },
};

function* lines(analysis: Analysis, model: string, only: string | undefined): Generator<string> {
  const ids = idsOf(analysis);
  const mentionsIn = overlapFinder(analysis.mentions.filter(({ confidence }) => confidence === 'high'));
  for (const article of exportedArticles(analysis, only)) {
    const reading = readingTextOf(analysis.document.text, article);
    const { at } = codePointsOf(reading.text);
    const item = ids.item(article);
    const entities = mentionsInReading(reading, mentionsIn).flatMap(({ mention, start, end }) => {
      const type = typeOf(mention, analysis);
      if (type === undefined) return [];
      const [left, right] = [at(start), at(end)];
      return [
        {
          id: `${item}:${String(left)}:${String(right)}:${type}:${model}`,
          type,
          surface: reading.text.slice(start, end),
          lOffset: left,
          rOffset: right,
          ...(mention.type === 'person' ? personOf(mention) : {}),
        },
      ];
    });
    if (entities.length === 0) continue;
    const { type } = factsOf(analysis, article);
    const line = {
      ci_id: item,
      ci_type: type,
      ts: ids.timestamp,
      model_id: model,
      nes: entities,
    };
    yield `${visibleJson(line)}\n`;
  }
}

function personOf({ name, officeTitle, office }: Mention): object {
  return {
    name,
    ...(officeTitle === undefined ? {} : { title: officeTitle }),
    ...(office === undefined ? {} : { function: office }),
  };
}

/** The type of impresso’s guidelines; undefined for what they have none. */
function typeOf({ type, role, candidates, value }: Mention, { gazetteer }: Analysis): string | undefined {
  switch (type) {
    case 'person':
      return role === undefined ? 'pers.ind' : 'pers.ind.articleauthor';
    case 'place': {
      const [only, ...others] = candidates;
      const place = only === undefined || others.length > 0 ? undefined : gazetteer?.entry(only);
      return place?.type === 'place' ? PLACE_TYPES[place.kind] : 'loc';
    }
    case 'organisation':
      return 'org';
    case 'office':
      return 'comp.function';
    case 'date':
      return value?.kind === 'date' && value.from !== undefined ? 'time.date.abs' : 'time';
    case 'work':
      return 'prod';
    case 'quantity':
    case 'event':
      return undefined;
  }
}

const PLACE_TYPES = {
  country: 'loc.adm.nat',
  province: 'loc.adm.reg',
  city: 'loc.adm.reg',
  county: 'loc.adm.reg',
  town: 'loc.adm.town',
  other: 'loc',
} as const;
