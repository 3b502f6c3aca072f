import { describe, expect, test } from 'vitest';
import { onlyPlaceFinder } from '../../../server/src/annotations/anchor/onlyPlace';

describe('words of a text', () => {
  test.each([
    { what: 'at its beginning', text: '云川日报今天刊登消息', words: '云川日报今天刊登', place: 0 },
    { what: 'at its end', text: '据了解云川日报今天刊登', words: '云川日报今天刊登', place: 3 },
    {
      what: 'longer than what is looked up',
      text: '甲云川日报今天刊登消息乙',
      words: '云川日报今天刊登消息',
      place: 1,
    },
    {
      what: 'that it has twice',
      text: '云川日报今天刊登。云川日报今天刊登',
      words: '云川日报今天刊登',
      place: undefined,
    },
    {
      what: 'that it has only the beginning of',
      text: '云川日报今天刊登',
      words: '云川日报今天刊登了',
      place: undefined,
    },
    { what: 'in a text that is shorter', text: '云川', words: '云川日报今天刊登', place: undefined },
    { what: 'in a text that is empty', text: '', words: '云川日报今天刊登', place: undefined },
  ])('$what', ({ text, words, place }) => {
    expect(onlyPlaceFinder(text)(words)).toBe(place);
  });

  test('that begin like everything else are not searched for', () => {
    const words = `${'哈'.repeat(8)}云川`;
    expect(onlyPlaceFinder(`${'哈'.repeat(500)}云川`)(words)).toBe(492);
    expect(onlyPlaceFinder(`${'哈'.repeat(5000)}云川`)(words)).toBeUndefined();
  });
});
