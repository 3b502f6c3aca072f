import { t } from '@vscode/l10n';
import { linesOf, onOneLine, type Lines } from '../../core/lines';
import { visible } from '../../core/visible';
import type { Agreement, PairAgreement } from './compare';
import { SCHEMES, type LabelledSpan, type Pair } from './spanScores';

/** How many disagreements are shown of two layers. */
const SHOWN = 50;

/** Tables of figures to four digits, and the places at which people differ. */
export function agreementAsText({ pairs, nominal, unitising, overlapping }: Agreement, text: string): string {
  const lines = linesOf(text);
  const alphas = [
    [t('Krippendorff’s α of characters'), figure(nominal.alpha)],
    [t('Krippendorff’s α of units'), figure(unitising.all.alpha)],
    ...Object.entries(unitising.byLabel).map(([label, { alpha }]) => [`  ${label}`, figure(alpha)]),
  ];
  const notes = overlapping.map((name) =>
    t('{0}: Annotations of one label overlap; as units they count as one.', name),
  );
  return [
    ...pairs.map((pair) => pairAsText(pair, text, lines)),
    ...alphas.map((row) => line(row)),
    ...notes.map(visible),
  ]
    .join('\n')
    .concat('\n');
}

function pairAsText(pair: PairAgreement, text: string, lines: Lines): string {
  const heading = t('{0} and {1}', pair.first, pair.second);
  const columns = ['', ...SCHEMES.map((scheme) => schemeName(scheme))];
  const scores = [
    [t('F1 of all'), ...SCHEMES.map((scheme) => figure(pair.scores[scheme].f1))],
    ...Object.entries(pair.byLabel).map(([label, byScheme]) => [
      `  ${label}`,
      ...SCHEMES.map((scheme) => figure(byScheme[scheme].f1)),
    ]),
  ];
  const kappa = line([t('Cohen’s κ of characters'), figure(pair.kappa.kappa)]);
  const count = pair.disagreements.length;
  const shown = pair.disagreements
    .slice(0, SHOWN)
    .map((difference) => `  ${differenceAsText(difference, text, lines)}`);
  const rest = count > SHOWN ? [`  ${t('… and {0} more; --format json lists all.', count - SHOWN)}`] : [];
  const differences =
    count === 0
      ? [t('The annotations agree everywhere.')]
      : [t('They differ in {0} places:', count), ...shown, ...rest];
  return [visible(heading), line(columns), ...scores.map((row) => line(row)), kappa, ...differences, ''].join('\n');
}

function differenceAsText({ first, second }: Pair<LabelledSpan>, text: string, lines: Lines): string {
  const at = first ?? second;
  const number = lines.positionAt(at?.start ?? 0).line + 1;
  const words = (span: LabelledSpan | undefined): string =>
    span ? `${visible(span.label)} “${visible(onOneLine(text.slice(span.start, span.end)))}”` : '–';
  return t('line {0}: {1} | {2}', number, words(first), words(second));
}

function schemeName(scheme: (typeof SCHEMES)[number]): string {
  switch (scheme) {
    case 'strict':
      return t('strict');
    case 'exact':
      return t('exact');
    case 'partial':
      return t('partial');
    case 'type':
      return t('type');
  }
}

/** The first column is wide enough for every label; the others are for figures. */
function line([first = '', ...others]: readonly string[]): string {
  const shown = visible(first);
  const padded = shown + ' '.repeat(Math.max(0, 32 - widthOf(shown)));
  return [padded, ...others.map((other) => ' '.repeat(Math.max(0, 9 - widthOf(other))) + other)].join(' ').trimEnd();
}

/** How many columns of a terminal a text takes: Chinese characters and full-width marks take two. */
function widthOf(text: string): number {
  return (
    text.length + (text.match(/[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g)?.length ?? 0)
  );
}

/** A figure to four digits; a dash where there is nothing to compare. */
function figure(value: number): string {
  return Number.isFinite(value) ? value.toFixed(4) : '–';
}
