import type { AnnotatedText } from '../../../annotations/annotatedText';
import { agreedReadings, disagreementsOf, settledReadings } from '../../../annotations/agreement/adjudicate';
import { compareLayers } from '../../../annotations/agreement/compare';
import {
  copyLayerInSteps,
  layerName,
  layersOf,
  type AnnotatedCopy,
  type LayerReading,
  type Reading,
} from '../../../annotations/agreement/layers';
import { agreementAsText } from '../../../annotations/agreement/report';
import { textOf } from '../../../core/span';
import { wholePairs } from '../../../core/wholeCharacters';
import type { IssueDocument } from '../../../issue/model';
import type { CompareResult, ReadingItem } from '../../agreementProtocol';
import { rangeOf } from '../../ranges';
import type { OpenIssue } from '../../session/openIssues';
import { runInTurns } from '../../session/yieldToEventLoop';

/** What is compared: a layer of the open issue, or a copy that was read. */
export type Compared = { readonly layer: string } | { readonly copy: AnnotatedCopy };

/** How much is shown before and after a reading, in UTF-16 code units. */
const CONTEXT = 16;

/** Compares what several people have annotated, with what is still to be decided in a layer. */
export async function compareAnnotators(
  { analysis: { document } }: OpenIssue,
  annotated: AnnotatedText,
  { name, compared, into }: { readonly name: string; readonly compared: readonly Compared[]; readonly into: string },
  signal: AbortSignal,
): Promise<CompareResult> {
  const { text } = document;
  const own = layersOf(annotated.annotations(), name);
  const readings: LayerReading[] = [];
  for (const one of compared) {
    if ('copy' in one) readings.push(await runInTurns(copyLayerInSteps(one.copy, { name, text }), { signal }));
    else {
      const layers = own.layers.filter((layer) => layer.name === layerName(one.layer));
      readings.push({ layers, problems: readings.length === 0 ? own.problems : [] });
    }
  }
  const layers = readings.flatMap((reading) => reading.layers);
  const agreement = compareLayers(layers, text.length);
  const isSettled = settledReadings(annotated, into);
  const itemOf = (reading: Reading): ReadingItem => readingItem(document, reading);
  return {
    report: agreementAsText(agreement, text),
    names: layers.map((layer) => layer.name),
    disagreements: disagreementsOf(agreement.pairs, isSettled).map(({ first, second, ...about }) => ({
      ...about,
      ...(first ? { first: itemOf(first) } : {}),
      ...(second ? { second: itemOf(second) } : {}),
    })),
    agreed: (layers.length < 2 ? [] : agreedReadings(layers)).filter((reading) => !isSettled(reading)).map(itemOf),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function readingItem({ text, lines }: IssueDocument, reading: Reading): ReadingItem {
  const { start, end, ...about } = reading;
  const line = lines.span(lines.positionAt(start).line);
  const last = lines.span(lines.positionAt(end).line);
  const before = wholePairs(text, { start: Math.max(line.start, start - CONTEXT), end: start });
  const after = wholePairs(text, { start: end, end: Math.max(end, Math.min(last.end, end + CONTEXT)) });
  return {
    ...about,
    range: rangeOf(lines, reading),
    words: textOf(text, reading),
    before: textOf(text, before),
    after: textOf(text, after),
  };
}
