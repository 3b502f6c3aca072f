import { describe, expect, test } from 'vitest';
import { anchorInSteps } from '../../../server/src/annotations/anchor/anchor';
import { layoutOf } from '../../../server/src/annotations/anchor/layout';
import { targetOf, type Anchor } from '../../../server/src/annotations/model';
import { resultOfSteps } from '../../../server/src/core/steps';
import { createRandom, type Random } from '../../accuracy/habits/random';
import { drawnAnnotatedText } from '../../bench/annotatedTexts';
import { editOutside, scoreAnchors } from '../../support/outsideEdits';
import { readMarks } from '../../support/marked';

/** Anchors the spans marked in an old text in a new one. */
function anchored(before: string, after: string): readonly Anchor[] {
  const { text, spans } = readMarks(before);
  const targets = spans.map((span) => targetOf(text, span));
  return resultOfSteps(anchorInSteps(layoutOf(text), after, targets));
}

describe('an annotation is found again', () => {
  test.each([
    {
      what: 'in a line that moved',
      before: '甲乙丙丁\n市长⟦沈知远⟧说。\n',
      after: '新行\n又一行\n甲乙丙丁\n市长⟦沈知远⟧说。\n',
    },
    {
      what: 'in a line with other line ends',
      before: '甲乙\n市长⟦沈知远⟧说。\n',
      after: '甲乙\r\n市长⟦沈知远⟧说。\r\n',
    },
    {
      what: 'beside a repaired character',
      before: '会议由市长⟦沈知远⟧主特，林一舟参加。',
      after: '会议由市长⟦沈知远⟧主持，林一舟参加。',
    },
    {
      what: 'after its line was broken',
      before: '会议由市长⟦沈知远⟧主持，副市长林一舟参加会议并讲话。',
      after: '会议由市长⟦沈知远⟧主持，副市长\n林一舟参加会议并讲话。',
    },
    {
      what: 'between marks of another width',
      before: '会议指出,入春以来,⟦东村⟧墒情好,开播了.\n会议指出,入春以来,⟦西村⟧墒情好,开播了.',
      after: '会议指出，入春以来，⟦东村⟧墒情好，开播了。\n会议指出，入春以来，⟦西村⟧墒情好，开播了。',
    },
    {
      what: 'at the beginning of the text',
      before: '⟦云川⟧日报讯，记者今天获悉此事。',
      after: '⟦云川⟧日报讯：记者今天获悉此事。',
    },
  ])('$what', ({ before, after }) => {
    const { text, spans } = readMarks(after);
    expect(anchored(before, text)).toEqual(spans.map((span) => ({ ...span, state: 'anchored' })));
  });

  test('with other words, which it shows as changed', () => {
    const { text, spans } = readMarks('会议由市长⟦沈致远⟧主持，副市长林一舟参加会议。');
    expect(anchored('会议由市长⟦沈知远⟧主持，副市长林一舟参加会议。', text)).toEqual([
      { ...spans[0], state: 'changed' },
    ]);
  });

  test('with marks of another width in its words, which it shows as changed', () => {
    const { text, spans } = readMarks('会议由市长⟦沈知远，林一舟⟧主持并讲话。');
    expect(anchored('会议由市长⟦沈知远,林一舟⟧主持并讲话。', text)).toEqual([{ ...spans[0], state: 'changed' }]);
  });

  test('elsewhere, if its words with their surroundings are there once', () => {
    const before = '第一段谈河道。\n本市市长⟦沈知远⟧昨天到会讲话，\n第三段谈春耕。\n';
    const { text, spans } = readMarks('本市市长⟦沈知远⟧昨天到会讲话，大家鼓掌。\n第一段谈河道。\n第三段谈春耕。\n');
    expect(anchored(before, text)).toEqual([{ ...spans[0], state: 'moved' }]);
  });
});

describe('an annotation is not placed onto the same words elsewhere', () => {
  test.each([
    {
      what: 'in the next line',
      before: '市长⟦沈知远⟧在云川说。\n沈知远又到青桐镇调研。\n',
      after: '沈知远又到青桐镇调研。\n',
    },
    {
      what: 'in an equal line',
      before: '甲\n遗失声明：⟦沈知远⟧遗失工作证。\n乙\n遗失声明：⟦沈知远⟧遗失工作证。\n丙\n',
      after: '甲\n遗失声明：沈知远遗失工作证。\n乙\n丙\n',
    },
    {
      what: 'in the next of several sentences that differ in a name',
      before: '各乡收成：王村今年⟦丰收⟧了。李村今年丰收了。赵村今年丰收了。陈村今年丰收了。',
      after: '各乡收成：李村今年丰收了。赵村今年丰收了。陈村今年丰收了。',
    },
    {
      what: 'in the next item of a list',
      before: '一等奖名单，甲组⟦王小明⟧第一，乙组王小明第一，丙组王小明第一，丁组王小明第一。',
      after: '一等奖名单，乙组王小明第一，丙组王小明第一，丁组王小明第一。',
    },
    {
      what: 'in the same sentence',
      before: '出席的有市长张一、市长⟦李二⟧和市长王三，还有李二的同事。',
      after: '出席的有市长张一和市长王三，还有李二的同事。',
    },
  ])('$what', ({ before, after }) => {
    const last = anchored(before, after).at(-1);
    expect(last?.state).not.toBe('anchored');
    expect(last?.state).not.toBe('moved');
  });
});

test('500 traps: no annotation is placed onto the same words elsewhere', () => {
  const random = createRandom(11);
  const wrong: string[] = [];
  for (let trap = 0; trap < 500; trap++) {
    const { before, after } = trapOf(random);
    const { text, spans } = readMarks(before);
    const [span] = spans;
    if (!span) throw new Error('no span');
    const [anchor] = resultOfSteps(anchorInSteps(layoutOf(text), after, [targetOf(text, span)]));
    if (anchor?.state === 'anchored' || anchor?.state === 'moved')
      wrong.push(
        `${before} → ${after.slice(0, anchor.start)}⟦${after.slice(anchor.start, anchor.end)}⟧${after.slice(anchor.end)}`,
      );
  }
  expect(wrong).toEqual([]);
});

/** A text that loses an annotated name with its clause, and keeps the same name near it. */
function trapOf(random: Random): { before: string; after: string } {
  const name = random.pick(['沈知远', '林一舟', '云川', '市长', '队']);
  const role = (): string => random.pick(['市长', '副市长', '局长', '记者', '主任', '队长']);
  const place = (): string => random.pick(['云川市', '青桐镇', '老街', '河道旁', '文化馆']);
  const act = (): string =>
    random.pick(['出席会议并讲话', '看望了困难群众', '介绍有关情况', '宣布项目开工', '主持召开座谈会']);
  const clause = (who: string): string =>
    `${random.pick(['昨天', '当天下午', '随后', '在会上', ''])}${random.chance(0.7) ? role() : ''}${who}${random.chance(0.6) ? `在${place()}` : ''}${act()}`;
  const between = random.pick(['，', '。', '；', '。\n']);
  const before = [clause(name), clause(name), clause(name)];
  const gone = random.between(0, 2);
  const own = before[gone] ?? '';
  // Clauses that are equal cannot be distinguished.
  if (before.some((other, at) => at !== gone && other === own)) return trapOf(random);
  const isReplaced = random.chance(0.4);
  const kept = isReplaced
    ? before.map((other, at) => (at === gone ? clause('王小明') : other))
    : before.filter((_, at) => at !== gone);
  const marked = before.map((other, at) => (at === gone ? other.replace(name, `⟦${name}⟧`) : other));
  const wrap = (clauses: readonly string[]): string => `开头一行\n${clauses.join(between)}。\n末尾一行\n`;
  return { before: wrap(marked), after: wrap(kept) };
}

test.each([
  { edits: 200, least: 0.995, mostWrong: 0 },
  { edits: 2000, least: 0.97, mostWrong: 0.001 },
])('after $edits edits of another program', ({ edits, least, mostWrong }) => {
  const { text, spans } = drawnAnnotatedText(120_000, 3);
  const edited = editOutside(text, spans, edits, createRandom(edits));
  const targets = spans.map((span) => targetOf(text, span));
  const anchors = resultOfSteps(anchorInSteps(layoutOf(text), edited.text, targets));
  const { right, wrong } = scoreAnchors(anchors, edited.truth);
  expect(right / spans.length).toBeGreaterThanOrEqual(least);
  expect(wrong / spans.length).toBeLessThanOrEqual(mostWrong);
});
