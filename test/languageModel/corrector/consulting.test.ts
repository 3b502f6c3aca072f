import { beforeAll, describe, expect, test } from 'vitest';
import { inTurns } from '../../../server/src/host/inTurns';
import { loadLanguageModel } from '../../../server/src/host/node/languageModel';
import type { Corrector, Opinion, Question } from '../../../server/src/languageModel/corrector/corrector';
import { createDetector, detectAll } from '../../../server/src/languageModel/detect';
import type { LanguageModel } from '../../../server/src/languageModel/languageModel';
import { analysed } from '../../support/analysed';

let language: LanguageModel;
beforeAll(async () => {
  language = await loadLanguageModel();
});

/** Nothing is found here without a corrector, although a place is in doubt. */
const MISSED = '村里种了三百亩条树。';
/** Nothing is in doubt here. */
const CLEAN = '会议听取了情况汇报，研究部署下一步工作。';
/** A wrong character that is found without a corrector. */
const FOUND = '小镇的街道干静整洁。';

interface Heard extends Corrector {
  readonly questions: Question[];
}

/** A corrector that says of each doubtful character what `say` does; of others, nothing. */
function corrector(say: (character: string) => Omit<Opinion, 'at'> | undefined): Heard {
  const questions: Question[] = [];
  return {
    questions,
    ask(asked) {
      questions.push(...asked);
      return Promise.resolve(
        asked.map(({ sentence, places }) =>
          places.flatMap(({ at }) => {
            const said = say(sentence.charAt(at));
            return said ? [{ at, ...said }] : [];
          }),
        ),
      );
    },
  };
}

const tea = (odds: number): Heard =>
  corrector((character) => (character === '条' ? { preferred: '茶', odds: { 茶: odds } } : undefined));

async function shown(text: string, asked?: Corrector): Promise<string[]> {
  const detections = await inTurns(createDetector(language, undefined, asked).read(text));
  return detections
    .filter(({ confidence }) => confidence !== 'low')
    .map(
      ({ span, confidence, candidates: [best] }) =>
        `${confidence} ${text.slice(span.start, span.end)}→${best.replacement}`,
    );
}

describe('the answer of a corrector counts for and against a change', () => {
  test('it finds errors that are missed without it', async () => {
    expect(await shown(MISSED)).toEqual([]);
    expect(await shown(MISSED, tea(6))).toEqual(['high 条→茶']);
    expect(await shown(MISSED, tea(-6))).toEqual([]);
  });

  test('findings without it get less confidence if it considers the text correct', async () => {
    expect(await shown(FOUND)).toEqual(['high 静→净']);
    const satisfied = corrector(() => ({ preferred: '', odds: { 净: -12, 茶: -12 } }));
    expect(await shown(FOUND, satisfied)).toEqual(['medium 静→净']);
    expect(await shown('他把条叶卖到外地。')).toEqual(['medium 条→茶']);
    expect(await shown('他把条叶卖到外地。', satisfied)).toEqual([]);
  });

  test('it does not decide alone: a change without other evidence is not made', async () => {
    const certain = corrector(() => ({ preferred: '鼎', odds: { 鼎: 1000 } }));
    expect(await shown(MISSED, certain)).toEqual([]);
  });

  test('its preferred characters are offered besides those of the language model', async () => {
    const replacements = async (asked?: Corrector): Promise<readonly string[]> => {
      const [found] = await inTurns(createDetector(language, undefined, asked).read('孩子们在情静的校园里读书。'));
      return found?.candidates.map(({ replacement }) => replacement) ?? [];
    };
    const without = await replacements();
    const three = corrector((character) =>
      character === '情' ? { preferred: '清幽晴', odds: { 清: 8, 幽: 7, 晴: 6 } } : undefined,
    );
    const preferred = await replacements(three);
    expect(without).not.toContain('幽');
    expect(preferred).toContain('幽');
    expect(preferred[0]).toBe('清');
  });

  test('in a sentence far into a long text, it is applied where it belongs', async () => {
    const before = `${CLEAN}𠮷`.repeat(160);
    const text = `${before}${MISSED}${CLEAN}`;
    const detections = await inTurns(createDetector(language, undefined, tea(6)).read(text));
    const places = detections.filter(({ candidates: [{ replacement }] }) => replacement === '茶');
    expect(places.map(({ span }) => span.start)).toEqual([before.length + MISSED.indexOf('条')]);
  });

  test('it also applies if the wrong character next to it is assumed to be corrected', async () => {
    const text = '今年以来，在全市上下的共同努力下，各项工作稳步推进，全县贸金投人增加。';
    const satisfied = corrector((character) => (character === '贸' ? { preferred: '', odds: { 资: -12 } } : undefined));
    expect(await shown(text)).toEqual(['high 贸→资', 'high 人→入']);
    expect(await shown(text, satisfied)).toEqual(['medium 人→入']);
  });
});

describe('what a corrector is asked', () => {
  test('only sentences with a doubtful place, with what may be meant', async () => {
    const heard = tea(6);
    await shown(`${CLEAN}“${MISSED}”${CLEAN}`, heard);
    expect(heard.questions.map(({ sentence }) => sentence)).toEqual([`“${MISSED}”`]);
    const [{ places } = { places: [] }] = heard.questions;
    expect(places.find(({ at }) => at === 1 + MISSED.indexOf('条'))?.offered).toContain('茶');
  });

  test('nothing for a doubled or dropped character, of which it says nothing', async () => {
    const heard = tea(6);
    expect(await shown('会议审议通过了政府工作报告告。', heard)).toEqual(['high 告告→']);
    expect(heard.questions).toEqual([]);
  });

  test('a sentence once, however often its neighbours are edited', async () => {
    const heard = tea(6);
    const detector = createDetector(language, undefined, heard);
    await inTurns(detector.read(`${MISSED}${CLEAN}`));
    const edited = await inTurns(detector.read(`${MISSED}${CLEAN}${CLEAN}`));
    expect(heard.questions).toHaveLength(1);
    expect(edited).not.toEqual([]);
  });

  test('answers for an abandoned version are reused in the next one', async () => {
    const heard = tea(6);
    const detector = createDetector(language, undefined, heard);
    const given = `${MISSED}${CLEAN}`;
    const { value: waiting } = detector.read(given).next();
    expect(waiting).toBeInstanceOf(Promise);
    await waiting;
    expect(detector.known(given)).toBeUndefined();
    expect(await inTurns(detector.read(`${given}${CLEAN}`))).not.toEqual([]);
    expect(heard.questions).toHaveLength(1);
  });
});

test('a caller that does not wait for a corrector gets an error, not fewer findings', () => {
  expect(() => detectAll(MISSED, createDetector(language, undefined, tea(6)))).toThrow('this needs turns');
});

test('before a corrector is asked about much text, what is found without it is shown', async () => {
  const text = `# 云川市召开会议\n\n${`${CLEAN}\n\n`.repeat(110)}${MISSED}\n\n${FOUND}\n`;
  const heard = tea(6);
  const steps = analysed(text, { detector: createDetector(language, undefined, heard) }).diagnosticsInSteps();
  const early: number[] = [];
  const count = (found: readonly { readonly rule: string }[]): number =>
    found.filter(({ rule }) => rule === 'confusable-character').length;
  let step = steps.next();
  for (; !step.done; step = steps.next())
    if (step.value instanceof Promise) await step.value;
    else if (step.value) early.push(count(step.value));
  expect([...early, count(step.value)]).toEqual([0, 1, 2]);
});
