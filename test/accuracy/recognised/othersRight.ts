// Measures how much errors hide one another: for each wrong run of the made pages, whether it is found in the text as it was
// recognised, and whether it would be if everything else were right.
//
//   npm run accuracy:others-right
//
// The difference is the most that any joint correction of a sentence could add.
import { differencesOf, type Difference } from '../../../training/recognition/pages/differences';
import { madePages } from '../../../training/recognition/pages/recognised-pages';
import type { Span } from '../../../server/src/core/span';
import { loadLanguageModel } from '../../../server/src/host/node/languageModel';
import { createDetector, detectAll, type Detection } from '../../../server/src/languageModel/detect';
import { isOfHan, touches } from './score';

/** How far a detection may be below the threshold of information and still be reported on a damaged page, in nats. */
const LOWERED = 2.5;

const detector = createDetector(await loadLanguageModel());
const counts = { wrong: 0, found: 0, foundIfOthersRight: 0 };
for (const { paragraphs } of madePages('.cache/recognised'))
  for (const { read, printed } of paragraphs) {
    const differences = differencesOf(read, printed);
    const detections = detectAll(read, detector);
    for (const own of differences) {
      if (!isOfHan(own, read, printed)) continue;
      counts.wrong++;
      if (isFound(own, detections)) counts.found++;
      const { text, start } = withOthersRight(read, printed, differences, own);
      if (isFound({ start, end: start + own.end - own.start }, detectAll(text, detector))) counts.foundIfOthersRight++;
    }
  }
console.log(counts);

/** The paragraph with all differences but one put right, and where that one then starts. */
function withOthersRight(
  read: string,
  printed: string,
  differences: readonly Difference[],
  own: Difference,
): { readonly text: string; readonly start: number } {
  let text = '';
  let at = 0;
  let start = 0;
  for (const difference of differences) {
    text += read.slice(at, difference.start);
    if (difference === own) start = text.length;
    text +=
      difference === own ? read.slice(own.start, own.end) : printed.slice(difference.otherStart, difference.otherEnd);
    at = difference.end;
  }
  return { text: text + read.slice(at), start };
}

/** Whether a detection that scores high enough touches a stretch of text. */
function isFound(wrong: Span, detections: readonly Detection[]): boolean {
  return detections.some(({ span, mediumMargin }) => mediumMargin >= -LOWERED && touches(span, wrong));
}
