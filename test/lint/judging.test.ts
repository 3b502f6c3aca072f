import { describe, expect, test } from 'vitest';
import { simplify } from '../../server/src/core/script/simplify';
import { parseIssue } from '../../server/src/issue/parse';
import type { Confidence, Detection } from '../../server/src/languageModel/detect';
import type { DetectionBlock } from '../../server/src/lint/language/detectionBlock';
import { findingsOfLanguageModel } from '../../server/src/lint/language/findings';
import { createRecurrenceCounter } from '../../server/src/lint/language/recurrences';
import { languageRule } from '../../server/src/lint/rule';
import { readMarks } from '../support/marked';

/** Reports the confidence of each detection that it receives, or that a page is damaged. */
const RULE = languageRule({
  id: 'received',
  title: 'What the rule receives',
  description: 'What the rule receives.',
  severity: 'warning',
  kinds: ['body'],
  *check({ detections, damage }) {
    for (const { confidence, span } of detections) yield { span, message: confidence, fixes: [] };
    if (damage) yield { span: { start: 0, end: 1 }, message: 'damaged', fixes: [] };
  },
});

/** Six thousand characters of which no two occur side by side again, in sixty paragraphs. */
const FILLER = Array.from({ length: 12_000 }, (_, at) => String.fromCharCode(0x5000 + at))
  .filter((character) => simplify(character) === character)
  .slice(0, 6000)
  .join('')
  .replace(/.{100}/g, '$&。\n\n');

interface Found extends Partial<Omit<Detection, 'candidates'>> {
  /** What should be there. */
  readonly right?: string;
  readonly phrase?: boolean;
}

function detection(
  span: Detection['span'],
  { right = '日', phrase = false, ...found }: Found,
  score: number,
): Detection {
  const best = { ...span, replacement: right, score, look: true, sound: false, ...(phrase ? { phrase: span } : {}) };
  return {
    ...{ kind: 'substitution', confidence: 'high', margin: 0, mediumMargin: 0, mayBeHigh: true, span, form: span },
    ...found,
    candidates: [best],
  };
}

/** With what confidence the character that `⟦…⟧` marks is reported, on a page that has an error in five characters or none. */
function reported(marked: string, found: Found, page: 'damaged' | 'undamaged' = 'undamaged'): Confidence | undefined {
  const { text, spans } = readMarks(`${marked}\n\n${FILLER}`);
  const document = parseIssue(text);
  const detected = document.blocks.map((block): DetectionBlock => {
    const { start, end } = block.content;
    const within = spans
      .filter((span) => start <= span.start && span.end <= end)
      .map((span) => detection({ start: span.start - start, end: span.end - start }, found, -5));
    if (page === 'undamaged' || within.length > 0) return { block, detections: within };
    const wrong = Array.from({ length: 20 }, (_, at) =>
      detection({ start: 5 * at, end: 5 * at + 1 }, { right: '〇' }, 10),
    );
    return { block, detections: wrong };
  });
  const findings = findingsOfLanguageModel(document, [{ rule: RULE, severity: 'warning', options: {} }], detected, {
    isRight: () => false,
    countRecurrences: createRecurrenceCounter(),
    blocksOnly: false,
  });
  const messages = [...findings].map(({ finding }) => finding);
  expect(messages.some(({ message }) => message === 'damaged')).toBe(page === 'damaged');
  return messages.find(({ span, message }) => span.start === spans[0]?.start && message !== 'damaged')
    ?.message as Confidence;
}

const ALONE = '会议于昨⟦曰⟧在云川召开。';
const SUPPORTED = `${ALONE}\n\n石门镇于昨日在云川受奖。`;

describe('on a page with few errors', () => {
  test.each<[what: string, text: string, found: Found, expected: Confidence | undefined]>([
    ['what is a nat above high confidence keeps it', ALONE, { margin: 1 }, 'high'],
    ['what is less above it loses it', ALONE, { margin: 0.99 }, 'medium'],
    ['what becomes a set phrase keeps it', ALONE, { margin: 0, phrase: true }, 'high'],
    ['medium confidence is kept', ALONE, { confidence: 'medium', margin: -1 }, 'medium'],
    ['low confidence is not reported', ALONE, { confidence: 'low', margin: -3 }, undefined],
    ['what the issue has right elsewhere has high confidence', SUPPORTED, { margin: 0 }, 'high'],
    ['so has what had medium confidence', SUPPORTED, { confidence: 'medium', margin: 0 }, 'high'],
    ['and medium confidence what had low confidence', SUPPORTED, { confidence: 'low', margin: 0 }, 'medium'],
    ['if it falls short of it by 2.5 nats', SUPPORTED, { confidence: 'low', margin: 0, mediumMargin: -2.5 }, 'medium'],
    ['but not by more', SUPPORTED, { confidence: 'low', margin: 0, mediumMargin: -2.51 }, undefined],
    ['nor if it is less than a nat below', SUPPORTED, { confidence: 'medium', margin: -0.01 }, 'medium'],
    [
      'nor if only one character on its sides is the same elsewhere',
      `${ALONE}\n\n石门镇昨日在此受奖。`,
      { margin: 0 },
      'medium',
    ],
    [
      'nor if the issue has it wrong elsewhere too, in other words before and behind',
      `${ALONE}\n\n石门镇于昨日在云川受奖。\n\n人们于昨曰在云川饮酒。`,
      { right: '日', confidence: 'medium', margin: 0 },
      undefined,
    ],
    ['what recurs is a term', '工人把⟦榫⟧头接好。\n\n榫头不用钉子。', { right: '笋', margin: 5 }, undefined],
    [
      'but not if it occurs as often as it is corrected',
      '工人把⟦榫⟧头接好。\n\n把榫子放好，把笋子放好，把笋子放好，笋头、笋头、笋头。',
      { right: '笋', margin: 5 },
      'high',
    ],
    [
      'no character is dropped in a word that recurs',
      '云川项目⟦⟧部召开会议。\n\n铁路的项目部。',
      { kind: 'insertion', right: '全', margin: 5 },
      undefined,
    ],
    [
      'but one may be if only its neighbours recur',
      '云川项目⟦⟧部召开会议。\n\n铁路的节目部。',
      { kind: 'insertion', right: '全', margin: 5 },
      'high',
    ],
    ['three times is a term in any case', '把⟦榫⟧头，榫头、榫头。笋头、笋头。', { right: '笋', margin: 5 }, undefined],
    ['unless it is corrected as often', '把⟦榫⟧头，榫头、榫头。笋头、笋头、笋头。', { right: '笋', margin: 5 }, 'high'],
  ])('%s', (_, text, found, expected) => {
    expect(reported(text, found)).toBe(expected);
  });
});

describe('on a damaged page, all thresholds are 3 nats lower, and 5.1 nats that of information', () => {
  test.each<[what: string, text: string, found: Found, expected: Confidence | undefined]>([
    ['high confidence', ALONE, { confidence: 'low', margin: -3 }, 'high'],
    ['just not high confidence', ALONE, { confidence: 'low', margin: -3.01 }, 'medium'],
    [
      'not high confidence, of a sort that has none',
      ALONE,
      { confidence: 'medium', margin: 9, mayBeHigh: false },
      'medium',
    ],
    ['medium confidence', ALONE, { confidence: 'low', margin: -9, mediumMargin: -1.7 * 3 }, 'medium'],
    ['just not medium confidence', ALONE, { confidence: 'low', margin: -9, mediumMargin: -5.11 }, undefined],
    ['what the issue has right elsewhere, a nat more', SUPPORTED, { confidence: 'low', margin: -4 }, 'high'],
    ['but no more', SUPPORTED, { confidence: 'low', margin: -4.01 }, 'medium'],
    [
      'what recurs, if it is likely to be misread again and again',
      '工人把⟦榫⟧头接好。\n\n榫头不用钉子。',
      { right: '笋', margin: -3, mediumMargin: 1 },
      'high',
    ],
    [
      'but not if it is less likely',
      '工人把⟦榫⟧头接好。\n\n榫头不用钉子。',
      { right: '笋', margin: -3, mediumMargin: 0.99 },
      undefined,
    ],
  ])('%s', (_, text, found, expected) => {
    expect(reported(text, found, 'damaged')).toBe(expected);
  });
});
