import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadLanguageModel } from '../../server/src/host/node/languageModel';
import type { ContextSettings } from '../../server/src/core/settings';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import { createDetector, detectAll } from '../../server/src/languageModel/detect';
import { readLanguageModel, type LanguageModel } from '../../server/src/languageModel/languageModel';
import { languageModelFiles } from '../support/languageModelFiles';
import { analysed } from '../support/analysed';

let language: LanguageModel;
beforeAll(async () => {
  language = await loadLanguageModel();
});

const shown = (text: string, context?: ContextSettings): string[] =>
  detectAll(text, createDetector(language, context))
    .filter(({ confidence }) => confidence !== 'low')
    .map(({ candidates: [best] }) => `${text.slice(best.start, best.end)}→${best.replacement}`);

describe('where the language is evidence against it', () => {
  test.each([
    ['全市建没了一批重点工程。', '没→设'],
    ['我市己经建成文化广场十二个。', '己→已'],
    ['会议审议通过了政府工作报告告。', '告→'],
    ['要高举中国特色社会义伟大旗帜。', '→主'],
    // What is left over is no word by itself: 立 before 树人, 积 before 发展.
    ['坚持把立树人作为教育的根本任务。', '→德'],
    ['这个县积发展特色产业，促进农民增收。', '→极'],
    // A rare word, which gains little by itself; OCR often confuses the two characters.
    ['他的为人令人仰幕，乡亲们都记得他。', '幕→慕'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  test.each([
    '会议听取了情况汇报，研究部署下一步工作。',
    '记者沈知远从云川市政府新闻办获悉，程望山当选。',
    '第七届和第十届代表大会都在云川举行。',
    'GDP增长3.5%，建成5G基站1200个。',
    '',
    '\ud800\u0000𠮷',
  ])('nothing in: %s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  test.each(['全县老人免费接受人体体检。', '对人体体检报告作出说明。'])(
    'doubled characters where two words meet are not a warning: %s',
    (text) => {
      const detections = detectAll(text, createDetector(language));
      expect(detections.filter(({ confidence }) => confidence === 'high')).toEqual([]);
    },
  );

  test('the adverb 一一 before a verb of answering', () => {
    expect(shown('县长对群众提出的问题一作出回应。')).toEqual(['→一']);
    expect(shown('局长就来信一予以解答，并留下了电话。')).toEqual(['→一']);
    expect(shown('他一作出回应，会场就安静下来。')).toEqual([]);
    expect(shown('会议统一作出答复。')).toEqual([]);
  });

  test('a lower sensitivity shows no more findings, and a higher one no fewer', () => {
    const text = '我市己经建没了一批工程，会议审议通过了政府工作报告告。';
    const counts = (['low', 'normal', 'high'] as const).map(
      (sensitivity) => shown(text, { sensitivity, errors: 'ocr' }).length,
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  test('a text of many pieces has its detections in the right positions', () => {
    const sentence = '会议审议通过了政府工作报告告。';
    const text = sentence.repeat(400);
    const starts = detectAll(text, createDetector(language)).map(({ candidates: [best] }) => best.start);
    expect(starts.length).toBeGreaterThan(390);
    expect(new Set(starts.map((start) => start % sentence.length)).size).toBe(1);
  });
});

describe('an issue', () => {
  const found = (text: string, accepted: readonly string[] = []): string[] => {
    const rows = accepted.map((word) => `word\t${word}\n`).join('');
    const { gazetteer } = createGazetteer({ own: [{ dictionary: 'own.tsv', text: `type\tname\n${rows}` }] });
    return analysed(text, { gazetteer, detector: createDetector(language) })
      .diagnostics()
      .filter(({ rule }) => rule === 'confusable-character' || rule === 'set-phrase')
      .map(({ span }) => text.slice(span.start, span.end));
  };

  test('a form that it contains twice is a term', () => {
    const once = '全市建没了一批重点工程。';
    expect(found(once)).toEqual(['没']);
    expect(found(`${once}\n\n会议强调，建没要有新气象。`)).toEqual([]);
  });

  test('where much is wrong, less evidence is enough, and a form that is misread again and again is no term', () => {
    const damaged = [
      '全市建没了一批重点工程，投人资金三亿元，农民收人显者增加。',
      '会议要求，努力提高人民群众生活水评，加强基础没施建设，完善服务休系。',
      '县委书汜指出，要坚特以经济建没为中心，落实各项攻策，增加收人。',
    ].join('\n\n');
    expect(found(damaged)).toEqual(expect.arrayContaining(['人', '者', '评', '没', '特', '攻']));
    const clean = '会议听取了情况汇报，研究部署下一步工作。\n\n'.repeat(150);
    expect(found(damaged + '\n\n' + clean).length).toBeLessThanOrEqual(found(damaged).length);
  });

  test('on a damaged page there is more information than the lower threshold of warnings alone would give', () => {
    const damaged = [
      '全市建没了一批重点工程，投人资金三亿元，农民收人显者增加。',
      '会议要求，努力提高人民群众生活水评，加强基础没施建设，完善服务休系。',
      '县委书汜指出，要坚特以经济建没为中心，落实各项攻策，增加收人。',
      '全镇条业丰收，村民在塑料大相里种采，有效地避兔了损失，实现了民层的统一。',
    ].join('\n\n');
    const clean = '会议听取了情况汇报，研究部署下一步工作。\n\n'.repeat(30);
    expect(found(`${damaged}\n\n${clean}`)).toContain('层');
    expect(found(`实现了民层的统一。\n\n${clean}`)).toEqual([]);
  });

  test('only accepted words are left unchanged', () => {
    const text = '全市建没了一批重点工程。';
    expect(found(text, ['建没'])).toEqual([]);
    expect(found(text, ['没了一'])).toEqual([]);
    expect(found(text, ['全市', '建没工程'])).toEqual(['没']);
  });

  test('a deliberate variation of a set phrase can be accepted, too', () => {
    const text = '大家齐新协力，按时完成了任务。';
    expect(found(text)).toEqual(['新']);
    expect(found(text, ['齐新协力'])).toEqual([]);
  });
});

describe('damaged files', () => {
  test.each([
    ['ngrams', 'cut short'],
    ['words', 'damaged'],
    ['confusables', 'damaged'],
  ] as const)('%s', (name, cause) => {
    const whole = languageModelFiles();
    expect(() => readLanguageModel({ ...whole, [name]: whole[name].subarray(0, 5_000) })).toThrow(
      `${name}.bin: ${cause}`,
    );
    expect(() => readLanguageModel({ ...whole, [name]: new Uint8Array(100) })).toThrow(
      `${name}.bin: not a file of this kind`,
    );
  });

  test('words that are not JSON', () => {
    expect(() => readLanguageModel({ ...languageModelFiles(), weights: '{' })).toThrow('correction-weights.json: ');
  });
});

const page = new URL('../../../shared/issues/000_632f4229a6b560bd.txt', import.meta.url);
describe.skipIf(!existsSync(page))('on the user’s page', () => {
  test('a doubled and a dropped character are found with their fixes, without a false warning', () => {
    const text = readFileSync(page, 'utf8');
    const found = analysed(text, { detector: createDetector(language) })
      .diagnostics()
      .filter(({ rule }) => /^((confusable|doubled|dropped)-character|set-phrase)$/.test(rule));
    const doubled = found.find(({ span }) => text.slice(span.start, span.end) === '先先');
    expect(doubled?.fixes[0]?.edits.map(({ newText }) => newText)).toEqual(['']);
    const missing = found.find(({ span }) => text.slice(span.start, span.end) === '制监');
    expect(missing?.fixes[0]?.edits.map(({ newText }) => newText)).toEqual(['约']);
    const warnings = found.filter(({ severity }) => severity === 'warning');
    expect(warnings.filter((warning) => warning !== doubled && warning !== missing)).toEqual([]);
  });
});
