import { t } from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver';
import type { Span } from '../../core/span';
import { visible } from '../../core/visible';
import { articleLenses as lensesIn, type ArticleLens, type NamedInArticle } from '../../features/articleLenses';
import type { OpenIssue } from '../session/openIssues';
import { EXPORT_ARTICLE_COMMAND, SHOW_PLACES_COMMAND, type ShownPlaces } from '../protocol';
import { rangeOf } from '../ranges';

/** Above each article: its people, its places, its findings, and its export. What is not there has no lens. */
export async function articleLenses(issue: OpenIssue): Promise<CodeLens[]> {
  return lensesIn(issue.analysis, await issue.allDiagnostics()).flatMap((lens) => lensesOf(lens, issue));
}

function lensesOf(lens: ArticleLens, { uri, analysis }: OpenIssue): CodeLens[] {
  const { lines } = analysis.document;
  const range = rangeOf(lines, lens.span);
  const shown = (title: string, items: readonly NamedInArticle[]): CodeLens[] => {
    if (items.length === 0) return [];
    const rangesOf = (spans: readonly Span[]) => spans.map((span) => rangeOf(lines, span));
    const places: ShownPlaces = {
      uri,
      title,
      items: items.map(({ name, spans }) => ({ name: visible(name), ranges: rangesOf(spans) })),
    };
    return [{ range, command: { title, command: SHOW_PLACES_COMMAND, arguments: [places] } }];
  };
  const findings = lens.findings.map(({ span, message }) => ({ name: message, spans: [span] }));
  return [
    ...shown(t('People: {0}', lens.people.length), lens.people),
    ...shown(t('Places: {0}', lens.places.length), lens.places),
    ...shown(t('Findings: {0}', lens.findings.length), findings),
    {
      range,
      command: { title: t('Export Article'), command: EXPORT_ARTICLE_COMMAND, arguments: [uri, lens.article] },
    },
  ];
}
