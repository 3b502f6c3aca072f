import { describe, expect, test } from 'vitest';
import { isCreditLine, readBylineLine, readStoryOpening } from '../../server/src/issue/byline';

const BYLINES: Readonly<Record<string, string>> = {
  '本报记者 沈知远': '沈知远 reporter',
  '□ 本报记者 温 北': '温北 reporter',
  '通讯员 梧石 记者 顾一苇': '梧石 correspondent, 顾一苇 reporter',
  '记者 沈知远 顾一苇 摄影 石铁生': '沈知远 reporter, 顾一苇 reporter, 石铁生 photographer',
  '通讯员 沈𫠊远': '沈𫠊远 correspondent',
  '记者 𫠊 远': '𫠊远 reporter',
  '记者 𠮷𫠊': '𠮷𫠊 reporter',
  '作者 欧阳若谷': '欧阳若谷 author',
  '记者 买买提·艾力': '买买提·艾力 reporter',
  '云川日报记者 许听澜': '许听澜 reporter',
  '责任编辑 方若谷': '方若谷 editor',
};

const OTHERS = ['记者了解到，水位已经下降', '记者', '沈知远', '记者 沈知远说明了情况', '记者 𫠊', '本报记者近日走访'];

const CREDITS = ['记者 温北辰 摄', '沈𫠊远 摄', '制图：顾一苇', '以上图片均为云川县融媒体中心提供', '资料图片'];

describe('bylines', () => {
  test.each(Object.entries(BYLINES))('%s', (line, people) => {
    const byline = readBylineLine(line);
    expect(byline?.people.map(({ name, role }) => `${name} ${role}`).join(', ')).toBe(people);
    for (const { name, span } of byline?.people ?? [])
      expect(line.slice(span.start, span.end).replace(/\s/g, '')).toBe(name);
  });

  test.each(OTHERS)('not a byline: %s', (line) => {
    expect(readBylineLine(line)).toBeUndefined();
  });

  test.each(CREDITS)('a credit: %s', (line) => {
    expect(isCreditLine(line)).toBe(true);
  });

  test.each(['图为河堤。', '他拍摄了这段河堤', '这是一张好图'])('not a credit: %s', (line) => {
    expect(isCreditLine(line)).toBe(false);
  });
});

describe('the opening of a story', () => {
  test('names its people, place and day', () => {
    const opening = readStoryOpening('新华社云川5月6日电（记者 沈𫠊远、顾一苇）今年汛期');
    expect(opening?.dateline).toMatchObject({ place: '云川', month: 5, day: 6 });
    expect(opening?.byline?.people.map(({ name }) => name)).toEqual(['沈𫠊远', '顾一苇']);
    expect(opening?.byline?.source).toBe('新华社');
  });

  test('need not contain a name', () => {
    expect(readStoryOpening('本报讯 今年汛期')?.byline).toBeUndefined();
    expect(readStoryOpening('本报今年汛期')).toBeUndefined();
  });
});
