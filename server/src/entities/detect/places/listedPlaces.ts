import { HIGH_CONFIDENCE, MEDIUM_CONFIDENCE, type MentionCandidate } from '../candidate';

/**
 * Raises places that are beside a place of high confidence in a list: 白石 in 青柳、白石和云川, 赣 in 赣、粤、闽. Letters and longer
 * names are not in one list. `found` is in text order.
 */
export function withListedPlaces(text: string, found: readonly MentionCandidate[]): MentionCandidate[] {
  const raised = [...found];
  const raise = (at: number, other: number): void => {
    const [one, near] = [raised[at], raised[other]];
    if (!one || !near || !isListed(text, one, near)) return;
    if (one.score < HIGH_CONFIDENCE && one.score >= MEDIUM_CONFIDENCE && near.score >= HIGH_CONFIDENCE)
      raised[at] = { ...one, score: HIGH_CONFIDENCE };
  };
  for (let at = 1; at < raised.length; at++) raise(at, at - 1);
  for (let at = raised.length - 2; at >= 0; at--) raise(at, at + 1);
  return raised;
}

/** Whether only a mark or a conjunction of lists is between two places, both of one character or both of more. */
function isListed(text: string, one: MentionCandidate, near: MentionCandidate): boolean {
  if (one.type !== 'place' || near.type !== 'place') return false;
  const isLetter = one.end - one.start === 1;
  if (isLetter !== (near.end - near.start === 1)) return false;
  const between = text.slice(Math.min(one.end, near.end), Math.max(one.start, near.start));
  return between === '、' || (!isLetter && CONJUNCTION.test(between));
}

const CONJUNCTION = /^[和与及]$/;
