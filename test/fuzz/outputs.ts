import { DEFAULT_LABELS } from '../../server/src/annotations/labels/labels';
import { ok, strictEqual } from 'node:assert/strict';
import type { Analysis } from '../../server/src/analysis/analysis';
import { excerptOf } from '../../server/src/issue/excerpt';
import type { Span } from '../../server/src/core/span';
import { visible } from '../../server/src/core/visible';
import { isWithinPair } from '../../server/src/core/wholeCharacters';
import { placedAnnotations } from '../../server/src/export/annotations/placed';
import { conll } from '../../server/src/export/formats/conll';
import { doccano } from '../../server/src/export/formats/doccano';
import { EXPORT_FORMATS } from '../../server/src/export/formats/index';
import { labelStudio } from '../../server/src/export/formats/labelStudio';
import { webAnnotation } from '../../server/src/export/formats/webAnnotation';
import type { OffsetUnit } from '../../server/src/export/schema';
import { articleLenses } from '../../server/src/features/articleLenses';
import { completions } from '../../server/src/features/completions';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { documentLinks } from '../../server/src/features/documentLinks';
import { documentSymbols, type OutlineItem } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { hover } from '../../server/src/features/hover';
import { inlayHints } from '../../server/src/features/inlayHints';
import { quickFixes } from '../../server/src/features/quickFixes';
import { renamingAt } from '../../server/src/features/rename';
import { selectionRanges, type Segment } from '../../server/src/features/selectionRanges';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { suggestedFixes } from '../../server/src/features/suggestedFixes';
import { loadSegmenter } from '../../server/src/host/node/segmenter';
import { recordOf } from '../../server/src/index/record';
import { checkData, checkEdits, checkShown, checkSpan, checkWords, isWhole } from './checks';

/** Mentions and places in one text at which the features are asked. */
const MOST_PLACES = 20;

let segment: Segment | undefined;

/** Loads what expanding a selection needs; without it words are not selected. */
export async function loadWords(): Promise<void> {
  segment = await loadSegmenter();
}

/** Checks what editors show of an issue: no span, edit or words are cut within a character. */
export function checkFeatures(analysis: Analysis): void {
  const { text } = analysis.source;
  documentSymbols(analysis).forEach((item) => checkOutline(text, item));
  for (const span of foldingRanges(analysis)) checkSpan(text, span, 'folding');
  for (const { span } of semanticTokens(analysis)) checkSpan(text, span, 'colour');
  for (const { span, target } of documentLinks(analysis)) {
    checkSpan(text, span, 'link');
    if ('uri' in target) checkWords(text, target.uri, 'address of a picture');
  }
  for (const { span, people, places } of articleLenses(analysis, analysis.diagnostics())) {
    checkSpan(text, span, 'lens');
    checkData(text, [people, places], 'lens');
  }
  const whole = { start: 0, end: text.length };
  for (const { offset } of inlayHints(analysis, whole, { dates: true, posts: true }))
    checkSpan(text, { start: offset, end: offset }, 'hint');
  for (const { title, edits } of suggestedFixes(analysis.diagnostics())) {
    checkShown(text, title, 'title of a suggestion');
    checkEdits(text, edits, title);
  }
  for (const { span } of analysis.diagnostics()) checkData(text, excerptOf(analysis.document, span), 'excerpt');
  for (const mention of analysis.mentions.slice(0, MOST_PLACES)) {
    checkData(text, hover(analysis, mention), 'hover');
    checkCursor(analysis, mention.span.end);
  }
  const record = recordOf(analysis, { uri: '', fingerprint: '', isUtf8: true });
  for (const { span } of [...record.articles, ...record.mentions]) checkSpan(text, span, 'record of the index');
  checkData(text, [record.articles, record.mentions], 'record of the index');
  for (let place = 0; place <= MOST_PLACES; place++) {
    const offset = Math.floor((text.length * place) / MOST_PLACES);
    if (!isWithinPair(text, offset)) checkCursor(analysis, offset);
  }
}

/** What is asked at a cursor: names to complete, the other places of a name, renaming, repairs, what can be selected. */
function checkCursor(analysis: Analysis, offset: number): void {
  const { text } = analysis.source;
  const found = completions(analysis, offset);
  checkData(text, found, 'completions');
  for (const { replaces } of found) checkSpan(text, replaces, 'what a completion replaces');
  for (const span of documentHighlights(analysis, offset)) checkSpan(text, span, 'highlight');
  const renaming = renamingAt(analysis, offset);
  checkData(text, renaming, 'renaming');
  if ('span' in renaming) checkSpan(text, renaming.span, 'renaming');
  for (const span of selectionRanges(analysis, offset, segment)) checkSpan(text, span, 'selection');
  for (const { title, edits } of quickFixes(analysis.diagnostics(), { start: offset, end: offset })) {
    checkShown(text, title, 'title of a quick fix');
    checkEdits(text, edits, title);
  }
}

function checkOutline(text: string, item: OutlineItem): void {
  checkWords(text, item.name, 'name in the outline');
  checkSpan(text, item.span, 'outline');
  checkSpan(text, item.selection, 'selection of the outline');
  ok(item.span.start <= item.selection.start && item.selection.end <= item.span.end, 'a selection is within its item');
  for (const child of item.children) checkOutline(text, child);
}

/** Half of a character as JSON writes it. */
const HALF_IN_JSON = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** The formats whose offsets are in the unit that is asked for. */
const IN_EITHER_UNIT: ReadonlySet<string> = new Set(['json', 'ndjson']);

/** Checks that every span of an export is the same text in both units, and that nothing is cut within a character. */
export function checkExports(analysis: Analysis): void {
  const { text } = analysis.source;
  const characters = Array.from(text);
  for (const format of EXPORT_FORMATS) {
    const exportIn = (offsetUnit: OffsetUnit): string => {
      const options = { ...OPTIONS, offsetUnit };
      return Array.from(format.files(analysis, options), ({ chunks }) => [...chunks].join('')).join('');
    };
    const units = exportIn('utf16');
    checkData(text, units, `export ${format.id}`);
    if (isWhole(text)) ok(!HALF_IN_JSON.test(units), `export ${format.id}: cut within a character`);
    if (!IN_EITHER_UNIT.has(format.id)) continue;
    const points = spansIn(exportIn('codepoint'));
    spansIn(units).forEach((span, at) => {
      checkSpan(text, span, `span in the export ${format.id}`);
      const { start = -1, end = -1 } = points[at] ?? {};
      strictEqual(characters.slice(start, end).join(''), text.slice(span.start, span.end), 'the same in code points');
    });
  }
}

/** Checks that the formats of other annotation tools have the words of each span at its offsets. */
export function checkAnnotations(analysis: Analysis): void {
  const { text } = analysis.source;
  const placed = placedAnnotations(analysis);
  for (const { anchor } of placed) checkSpan(text, anchor, 'annotation');
  const [web, studio, lines, tags] = [webAnnotation, labelStudio, doccano, conll].map((format) =>
    Array.from(format.files(analysis, OPTIONS), ({ chunks }) => [...chunks].join('')).join(''),
  ) as [string, string, string, string];

  if (isWhole(text)) ok(!HALF_IN_JSON.test(web + studio + lines), 'exports of annotations: cut within a character');
  const characters = Array.from(text);
  for (const { id, target } of (JSON.parse(web) as WebPage).items) {
    ok(/^urn:galley:annotation:[\w.~!*'()%-]*$/.test(id), `${id} is a URN`);
    const [{ exact }, { start, end }] = target.selector;
    strictEqual(characters.slice(start, end).join(''), exact, 'the words of a web annotation');
  }
  const [task] = JSON.parse(studio) as [LabelStudioTask];
  const shown = Array.from(task.data.text);
  for (const { value } of [...task.annotations, ...task.predictions].flatMap(({ result }) => result))
    strictEqual(shown.slice(value.start, value.end).join(''), value.text, 'the words of a region of Label Studio');
  const { text: plain, label } = JSON.parse(lines) as { text: string; label: [number, number, string][] };
  strictEqual(plain, task.data.text, 'the text of doccano and of Label Studio');
  strictEqual(label.length, placed.length, 'annotations for doccano');
  checkTags(text, tags);
}

/** Checks that CoNLL has a line for each character that is no white space, with a tag that can follow the one before. */
function checkTags(text: string, tags: string): void {
  const rows = tags.split('\n').slice(1);
  const columns = rows.filter(Boolean).map((row) => row.split('\t'));
  strictEqual(
    columns.map(([character]) => character).join(''),
    visible(text.replace(/[\s\uFEFF]/gu, '')),
    'characters for CoNLL',
  );
  let before = 'O';
  for (const row of rows) {
    const [, tag = 'O', ...others] = row.split('\t');
    strictEqual(others.length, 0, 'two columns for CoNLL');
    ok(/^(?:O|[BI]-\S+)$/.test(tag), `${JSON.stringify(tag)} is a tag`);
    if (tag.startsWith('I-')) ok(before.slice(1) === tag.slice(1), `${tag} does not follow ${before}`);
    before = tag;
  }
}

const OPTIONS = {
  name: 'issue',
  sha256: '0'.repeat(64),
  version: '0',
  offsetUnit: 'utf16',
  labels: DEFAULT_LABELS,
} as const;

interface WebPage {
  readonly items: readonly {
    readonly id: string;
    readonly target: { readonly selector: readonly [{ readonly exact: string }, Span] };
  }[];
}

interface LabelStudioTask {
  readonly data: { readonly text: string };
  readonly annotations: readonly { readonly result: readonly LabelStudioRegion[] }[];
  readonly predictions: readonly { readonly result: readonly LabelStudioRegion[] }[];
}

interface LabelStudioRegion {
  readonly value: Span & { readonly text: string };
}

/** Every object in an export, which is JSON or one JSON a line, that has a start and an end. */
function spansIn(written: string): Span[] {
  const spans: Span[] = [];
  const collect = (_key: string, value: unknown): unknown => {
    const { start, end } = (value ?? {}) as Partial<Span>;
    if (typeof start === 'number' && typeof end === 'number') spans.push({ start, end });
    return value;
  };
  try {
    JSON.parse(written, collect);
  } catch {
    for (const line of written.trimEnd().split('\n').filter(Boolean)) JSON.parse(line, collect);
  }
  return spans;
}
