import type { Analysis } from '../../../analysis/analysis';
import { stemOf } from '../../../issue/fileName';
import { placedCorrections } from '../../annotations/corrections';
import type { ExportOptions } from '../../exportIssue';
import type { Ids } from './ids';
import { attribute, escaped } from './xml';

/** The header: what the issue is, from which file, and who has corrected it. */
export function header(analysis: Analysis, { sha256, version }: ExportOptions, ids: Ids): string {
  const { metadata, source } = analysis;
  const { newspaper, date, period, number, place } = metadata;
  const stem = stemOf(source.path);
  const title = newspaper ?? (stem === '' ? 'issue' : stem);
  const responsible = correctorsOf(analysis).map(
    (name) =>
      `<respStmt xml:id="${ids.of(`by-${name}`)}"><resp>correction</resp><name>${escaped(name)}</name></respStmt>\n`,
  );
  return `<teiHeader>
<fileDesc>
<titleStmt>
<title level="j">${escaped(title)}</title>
${date ? `<title level="a">${escaped(`${title} ${date.value}`)}</title>\n` : ''}${responsible.join('')}</titleStmt>
<publicationStmt><p>Exported by Galley.</p></publicationStmt>
<sourceDesc><bibl>
<title level="j">${escaped(title)}</title>
${date ? `<date when="${date.value}" cert="${date.certainty === 'inferred' ? 'medium' : 'high'}">${date.value}</date>\n` : ''}${
    period ? `<date notBefore="${period.from}" notAfter="${period.to}"/>\n` : ''
  }${number === undefined ? '' : `<biblScope unit="issue">${escaped(number)}</biblScope>\n`}${
    place === undefined ? '' : `<pubPlace>${escaped(place)}</pubPlace>\n`
  }<idno type="file">${escaped(source.path)}</idno>
<idno type="sha256">${sha256}</idno>
</bibl></sourceDesc>
</fileDesc>
<encodingDesc><appInfo><application ident="galley"${attribute('version', version)}><label>Galley</label></application></appInfo></encodingDesc>
</teiHeader>
`;
}

/** Who has made the corrections, each once. */
function correctorsOf(analysis: Analysis): readonly string[] {
  return [...new Set(placedCorrections(analysis).flatMap(({ by }) => (by === undefined ? [] : [by])))];
}
