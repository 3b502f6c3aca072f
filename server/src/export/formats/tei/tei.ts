import type { Analysis } from '../../../analysis/analysis';
import { textOf } from '../../../core/span';
import type { ExportFormat } from '../../format';
import type { ExportOptions } from '../../exportIssue';
import { exportedArticles } from '../../flow';
import { namedIn } from '../../named';
import { articleElement } from './article';
import { correctionElement, inlineOf } from './inlineMarks';
import { header } from './header';
import { idsIn } from './ids';
import { pageBreaks } from './pageBreaks';
import { standOff } from './standOff';

/**
 * TEI P5: the whole issue as a text. Names are tagged where they are and described in `standOff`, corrections are `choice`, and
 * annotations are stand-off, between anchors in the text, because they may overlap.
 */
export const tei: ExportFormat = {
  id: 'tei',
  title: 'TEI P5: the issue with names, corrections and annotations',
  extension: '.tei.xml',
  mimeType: 'application/tei+xml',
  needs: ['mentions', 'annotations', 'text'],
  workspaceTarget: 'folder',
  fields: {
    issue: 'teiHeader',
    pages: 'pb',
    kind: 'div[type]',
    rubric: 'head[type=rubric]',
    kicker: 'head[type=kicker]',
    headline: 'head[type=main]',
    subhead: 'head[type=sub]',
    byline: 'byline',
    dateline: 'dateline',
    paragraphs: 'p, div[type=section]',
    pictures: 'figure',
    tables: 'table',
    jumps: 'ref[type=jump], prev, next',
    names: 'persName, placeName, orgName, roleName, title, standOff',
    offices: 'occupation',
    values: 'date[when], measure[quantity]',
    entries: 'idno[type=galley]',
    annotations: 'anchor, annotation, relation',
    corrections: 'choice',
  },
  signature:
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<(?:TEI|teiCorpus) xmlns="http:\/\/www\.tei-c\.org\/ns\/1\.0"/,
  header: () => '<?xml version="1.0" encoding="UTF-8"?>\n',
  *files(analysis, options) {
    yield { name: `${options.name}.tei.xml`, chunks: document(analysis, options) };
  },
  together: {
    begin: `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc>
<titleStmt><title>Newspaper issues</title></titleStmt>
<publicationStmt><p>Exported by Galley.</p></publicationStmt>
<sourceDesc><p>Each issue has its own.</p></sourceDesc>
</fileDesc></teiHeader>
`,
    between: '',
    end: '</teiCorpus>\n',
  },
};

function* document(analysis: Analysis, options: ExportOptions): Generator<string> {
  const { text, script } = analysis.document;
  const ids = idsIn(options.name);
  const named = namedIn(analysis, options.article);
  const inline = inlineOf(analysis, options.article, ids, named);
  const language = script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  yield `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${ids.issue}" xml:lang="${language}">\n`;
  yield header(analysis, options, ids);
  yield '<text>\n<body>\n';
  const breaksBefore = pageBreaks(analysis, ids);
  let isEmpty = true;
  for (const article of exportedArticles(analysis, options.article)) {
    yield breaksBefore(article) + articleElement(text, article, ids, inline);
    isEmpty = false;
  }
  // A body without a division, and nothing else in it, is not valid.
  if (isEmpty) yield '<p/>\n';
  yield '</body>\n';
  const rest = inline.restOfCorrections();
  if (rest.length > 0) {
    yield '<back>\n<div type="corrections">\n<list>\n';
    for (const one of rest) yield `<item>${correctionElement(one, textOf(text, one), ids)}</item>\n`;
    yield '</list>\n</div>\n</back>\n';
  }
  yield '</text>\n';
  yield* standOff(analysis, options.article, { ids, named, inline });
  yield '</TEI>\n';
}
