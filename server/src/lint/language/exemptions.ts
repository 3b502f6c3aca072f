import { covers } from '../../core/span';
import type { MentionResources } from '../../entities/detect/lineMentions';
import { isRightByName } from '../../entities/names';
import type { Detection } from '../../languageModel/detect';

/** Whether what is detected is right for another reason; `text` is what the detection is about. */
export type ExemptionCheck = (detection: Detection, text: string) => boolean;

/** Code units on either side of a detection that show whether it is in a name. */
const AROUND = 30;

/**
 * Makes what knows that a text is right although the language speaks against it: where the best correction would change
 * what may be the name of a person, where a dictionary has the word, as the user's own has what was accepted as
 * correct, and where a name ends with the character that the next word begins with (龙溪村|村民). Caches its answers as long as
 * the detections live.
 */
export function createExemptionCheck(sources: MentionResources): ExemptionCheck {
  const known = new WeakMap<Detection['candidates'], boolean>();
  return (detection, text) => {
    const found = known.get(detection.candidates);
    if (found !== undefined) return found;
    const { start, end } = detection.candidates[0];
    const from = Math.max(0, start - AROUND);
    const around = text.slice(from, end + AROUND);
    const changed = { start: start - from, end: end - from };
    const detected = { start: detection.span.start - from, end: detection.span.end - from };
    const isRight =
      (sources.gazetteer?.namesIn(around) ?? []).some((name) => covers(name, detected)) ||
      isRightByName(around, changed, { isDoubled: detection.kind === 'deletion', sources });
    known.set(detection.candidates, isRight);
    return isRight;
  };
}
