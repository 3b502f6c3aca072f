import { t } from '@vscode/l10n';
import type { MentionType } from '../../entities/model';
import { visible } from '../../core/visible';
import { regionOf } from '../reports/report';
import { shownPath } from '../terminal';
import { listedMentions, type EntityList } from './list';

/** For people: each file with its names by type, how often each occurs there, and where first. */
export const entitiesAsText: EntityList = {
  begin: '',
  between: '',
  file(analysis) {
    const { document, source } = analysis;
    const counted = new Map<
      string,
      { type: MentionType; name: string; office: string; place: string; count: number }
    >();
    for (const { type, name, office = '', span } of listedMentions(analysis)) {
      const key = `${type} ${name}`;
      const { line, column } = regionOf(document, span);
      const known = counted.get(key);
      if (known) known.count++;
      else counted.set(key, { type, name, office, place: `${line}:${column}`, count: 1 });
    }
    const rows = [...counted.values()]
      .sort((a, b) => TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || b.count - a.count)
      .map(({ type, name, office, place, count }) =>
        `  ${TITLES[type]().padEnd(12)} ${String(count).padStart(3)}×  ${place.padEnd(8)} ${visible(name)}  ${visible(office)}`.trimEnd(),
      );
    return `${shownPath(source.path)}\n${rows.join('\n')}\n\n`;
  },
  end: '',
};

/** The types in the order of the list; named only once the language of messages is known. */
const TITLES: Readonly<Record<MentionType, () => string>> = {
  person: () => t('Person'),
  place: () => t('Place'),
  organisation: () => t('Organisation'),
  office: () => t('Office'),
  date: () => t('Date'),
  quantity: () => t('Quantity'),
  work: () => t('Document'),
  event: () => t('Event'),
};
const TYPES = Object.keys(TITLES) as MentionType[];
