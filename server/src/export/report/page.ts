import { t } from '@vscode/l10n';
import { RULES } from '../../lint/rules/index';
import { escapedLine, pageHead } from '../markup';
import type { NamedType } from '../../entities/namedKey';
import { chartAsSvg } from './charts';
import { STYLE } from './style';
import type { NameTimeline, Post, RuleFindings, Summary } from './summary';
import { runSection } from './runSection';
import { MEAN_ERROR } from './quality';
import { GENERATOR } from './signature';
import { cell, number, percent, section, table } from './tables';

/** Writes a summary as one page that needs nothing else, in the language of the messages. */
export function* reportPage(summary: Summary, version: string): Generator<string> {
  const title = [summary.newspapers.slice(0, 3).join(t(', ')), t('Report on the archive')].filter(Boolean).join(' · ');
  yield `${pageHead({
    language: t('en'),
    generator: `${GENERATOR} ${escapedLine(version)}`,
    title: escapedLine(title),
    style: STYLE,
  })}<h1>${escapedLine(title)}</h1>
`;
  yield totals(summary);
  yield periods(summary);
  yield quality(summary);
  yield findings(summary.rules, summary.characters);
  yield runSection(summary.run);
  yield names(summary);
  yield posts(summary.posts);
  yield '</html>\n';
}

function totals({ files, articles, characters, pages, accuracy, from, to }: Summary): string {
  const rows: readonly (readonly [string, string])[] = [
    [t('Files'), number(files)],
    [t('Pages'), number(pages)],
    [t('Articles'), number(articles)],
    [t('Characters'), number(characters)],
    [t('Quality'), accuracy === undefined ? '–' : percent(accuracy)],
  ];
  const dates = from === undefined || to === undefined ? '' : `<p class="quiet">${from} – ${to}</p>\n`;
  return `${dates}<dl class="totals">\n${rows.map(([name, value]) => `<div><dt>${escapedLine(name)}</dt><dd>${value}</dd></div>\n`).join('')}</dl>\n`;
}

function periods({ periods: own }: Summary): string {
  if (own.length === 0) return '';
  const names = own.map(({ name }) => name);
  const filesTitle = names[0]?.length === 4 ? t('Files by year') : t('Files by month');
  const accuracies = own.map(({ accuracy }) => accuracy);
  const lowest = Math.min(...accuracies.map((accuracy) => accuracy ?? 1));
  return section(
    filesTitle,
    scrolling(
      chartAsSvg({
        kind: 'bar',
        title: filesTitle,
        names,
        values: own.map(({ files }) => files),
        print: String,
      }),
    ) +
      `<h3>${escapedLine(t('Quality over time'))}</h3>\n` +
      scrolling(
        chartAsSvg({
          kind: 'line',
          title: t('Quality over time'),
          names,
          values: accuracies,
          least: Math.floor(lowest * 20) / 20,
          most: 1,
          print: percent,
        }),
      ),
  );
}

function quality({ issues, worstPages }: Summary): string {
  const explained = t(
    'The share of correct characters, estimated from the findings. On pages whose correct text is known, the mean error of the estimate is {0}; on damaged pages it is {1}.',
    percent(MEAN_ERROR.all),
    percent(MEAN_ERROR.damaged),
  );
  const body = table(
    [t('File'), t('Date'), t('Articles'), t('Characters'), t('Quality')],
    issues.map(({ path, date, articles, characters, accuracy }) => [
      cell(path),
      cell(date ?? '–', 'name'),
      cell(number(articles), 'number'),
      cell(number(characters), 'number'),
      cell(percent(accuracy), 'number'),
    ]),
  );
  const pages = table(
    [t('File'), t('Page'), t('Characters'), t('Quality')],
    worstPages.map(({ path, label, characters, accuracy }) => [
      cell(path),
      cell(label, 'name'),
      cell(number(characters), 'number'),
      cell(percent(accuracy), 'number'),
    ]),
  );
  return section(
    t('Quality'),
    `<p class="quiet">${escapedLine(explained)}</p>\n<h3>${escapedLine(t('The files with the lowest quality'))}</h3>\n${body}` +
      (worstPages.length === 0 ? '' : `<h3>${escapedLine(t('The pages with the lowest quality'))}</h3>\n${pages}`),
  );
}

function findings(rules: readonly RuleFindings[], characters: number): string {
  const titles = new Map(RULES.map(({ meta: { id, title } }) => [id, title]));
  const perThousand = (count: number): string =>
    count === 0 || characters === 0 ? '' : `${number(count)} (${((1000 * count) / characters).toFixed(2)})`;
  const body = table(
    [t('Finding'), t('Warnings'), t('Information'), t('Hints'), t('Examples')],
    rules.map(({ rule, counts, examples }) => [
      cell(t(titles.get(rule) ?? rule)),
      cell(perThousand(counts.error + counts.warning), 'number'),
      cell(perThousand(counts.info), 'number'),
      cell(perThousand(counts.hint), 'number'),
      {
        html: examples
          .map(
            ({ before, marked, after, path }) =>
              `<div title="${escapedLine(path)}">${escapedLine(before)}<mark>⟦${escapedLine(marked)}⟧</mark>${escapedLine(after)}</div>`,
          )
          .join(''),
      },
    ]),
  );
  return section(
    t('Findings'),
    rules.length === 0
      ? `<p class="none">${escapedLine(t('Nothing was found.'))}</p>\n`
      : `<p class="quiet">${escapedLine(t('In brackets: findings per 1,000 characters.'))}</p>\n${body}`,
  );
}

function names({ names: own, periods: columns }: Summary): string {
  const headings: Readonly<Record<NamedType, string>> = {
    person: t('People'),
    place: t('Places'),
    organisation: t('Organisations'),
  };
  const parts = (['person', 'place', 'organisation'] as const).flatMap((type) =>
    own[type].length === 0
      ? []
      : [
          `<h3>${escapedLine(headings[type])}</h3>\n`,
          timelines(
            own[type],
            columns.map(({ name }) => name),
          ),
        ],
  );
  return parts.length === 0 ? '' : section(t('Names over time'), parts.join(''));
}

/** A row for each name, with a cell for each period: the more mentions, the darker. */
function timelines(rows: readonly NameTimeline[], columns: readonly string[]): string {
  const most = Math.max(1, ...rows.flatMap(({ byPeriod }) => byPeriod));
  return table(
    [t('Name'), t('Mentions'), t('Files'), ...columns],
    rows.map(({ name, mentions, files, byPeriod }) => [
      cell(name, 'name'),
      cell(number(mentions), 'number'),
      cell(number(files), 'number'),
      ...byPeriod.map((count) => ({
        html: count === 0 ? '' : number(count),
        attributes: `class="cell"${count === 0 ? '' : ` style="background: rgba(var(--tint), ${(0.1 + (0.5 * count) / most).toFixed(2)})"`}`,
      })),
    ]),
  );
}

function posts(own: readonly Post[]): string {
  if (own.length === 0) return '';
  const dated = ({ name, from, to }: Post['holders'][number]): string =>
    from === undefined ? name : `${name} (${from === to || to === undefined ? from : `${from} – ${to}`})`;
  const body = table(
    [t('Post'), t('Holders named, with the first and last issue')],
    own.map(({ office, holders }) => [cell(office, 'name'), cell(holders.map(dated).join(t(', ')))]),
  );
  return section(t('Posts'), body);
}

function scrolling(html: string): string {
  return `<div class="scroll">${html}</div>\n`;
}
