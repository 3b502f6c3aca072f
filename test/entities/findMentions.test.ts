import { describe, expect, test } from 'vitest';
import type { Mention, MentionType } from '../../server/src/entities/model';
import { gazetteerOf, mentionsOf } from '../support/knownIssue';
import { readMarks, writeMarks } from '../support/marked';

/** What is between ⟦ and ⟧ is surely of the type, and nothing else is. */
const HIGH_CONFIDENCE: readonly (readonly [type: MentionType, what: string, marked: string])[] = [
  ['person', 'after titles in a row', '市委副书记、代市长⟦沈知远⟧主持召开会议。'],
  [
    'person',
    'in a list of posts and names',
    '市委常委⟦林一舟⟧，市法院院长⟦危颂清⟧、市检察院检察长⟦黄曙光⟧等参加会议。',
  ],
  ['person', 'after one title for all', '市领导参加，副市长⟦沈知远⟧、⟦林一舟⟧、⟦陈锦年⟧出席。'],
  ['person', 'in brackets at the opening', '本报讯（记者 ⟦徐颖⟧ 通讯员 ⟦梧石⟧）7月21日，全市防汛会议召开。'],
  ['person', 'spaced out to three characters', '本报讯（记者 ⟦沈 远⟧ ⟦徐颖之⟧）河道整治工程完工。'],
  ['person', 'with a compound surname', '县委书记⟦欧阳知远⟧说，要抓好春耕。'],
  ['person', 'with dots', '总统⟦阿卜杜拉·卡里莫夫⟧会见了代表团。'],
  ['person', 'transcribed without a dot, after a title', '总理⟦塔里克⟧表示感谢。'],
  ['person', 'with a compound surname and one more character', '⟦欧阳明⟧介绍，河堤已经加固。'],
  ['person', 'by the surname where a title follows', '⟦沈⟧先生回忆说，那年水很大。'],
  ['person', 'not where words only look like names', '会议要求，高度重视安全生产，方便群众办事，严格成本管理。'],
  ['person', 'not in the titles themselves', '市委书记、市长和党委委员出席，任何单位不得例外。'],
  ['organisation', 'by ending', '⟦省委第六督查组⟧到⟦市资源规划局⟧开展督查。'],
  ['organisation', 'not a clause that ends as one does', '全市政法队伍教育整顿扎实推进，干部队伍精神振奋。'],
  ['place', 'countries and rivers', '⟦中国⟧和⟦越南⟧的代表考察了⟦长江⟧。'],
  ['place', 'countries by one character', '⟦中⟧⟦美⟧两国签署协议，他不久将访⟦华⟧。'],
  ['place', 'not within set words', '发展中国家的半壁江山靠农业。'],
  ['office', 'with their parts', '他历任⟦财务部经理⟧、⟦副总经理⟧，现任⟦董事长⟧兼⟦党委书记⟧。'],
];

test.each(HIGH_CONFIDENCE)('%s: %s', (type, _, marked) => {
  const { text } = readMarks(marked);
  expect(writeMarks(text, spansOf(mentionsOf(text), type))).toBe(marked);
});

function spansOf(mentions: readonly Mention[], type: MentionType): Mention['span'][] {
  return mentions.filter((one) => one.type === type && one.confidence === 'high').map(({ span }) => span);
}

describe('in an issue', () => {
  const ISSUE = `# 沈知远林一舟出席汇报会

本报讯(记者 徐颖之)7月21日,省委第六督查组组长沈知远主持会议并讲话。市委副书记、政法委书记林一舟汇报工作。会议结束时,沈知

远表示感谢。沈组长说,要抓紧整改。知远同志的话引起掌声。

# 青桐特色农业见成效

通讯员 梧石 记者 徐颖之

连日来,云川市青桐镇农民忙着采茶。青桐的茶香飘四方。
`;
  const mentions = mentionsOf(ISSUE, gazetteerOf('type id name kind', 'place 990100 云川市 city'));
  const people = mentions.filter(({ type, confidence }) => type === 'person' && confidence === 'high');

  test('names that run together are separated according to the article', () => {
    expect(people.slice(0, 2).map(({ span }) => ISSUE.slice(span.start, span.end))).toEqual(['沈知远', '林一舟']);
  });

  test('a name split by a column end is complete, and its span covers the break', () => {
    const torn = people.find(({ span }) => ISSUE.slice(span.start, span.end).includes('\n'));
    expect(torn).toMatchObject({ name: '沈知远' });
  });

  test('every mention has the offices on the page, and those next to it as printed', () => {
    expect(new Set(people.filter(({ name }) => name === '沈知远').map(({ office }) => office))).toEqual(
      new Set(['省委第六督查组组长']),
    );
    expect(people.find(({ officeTitle }) => officeTitle?.includes('政法委'))).toMatchObject({
      name: '林一舟',
      officeTitle: '市委副书记、政法委书记',
      office: '市委副书记、政法委书记',
    });
  });

  test('short forms have their full names', () => {
    const short = people.filter(({ evidence }) => evidence.some(({ kind }) => kind === 'fullForm'));
    expect(short.map(({ span, name }) => [ISSUE.slice(span.start, span.end), name])).toEqual([
      ['沈', '沈知远'],
      ['知远', '沈知远'],
    ]);
  });

  test('people of bylines have their roles', () => {
    expect(people.filter(({ role }) => role).map(({ name, role }) => [name, role])).toEqual([
      ['徐颖之', 'reporter'],
      ['梧石', 'correspondent'],
      ['徐颖之', 'reporter'],
    ]);
  });

  test('an unknown town after a known place is recognised, and later its short name', () => {
    const towns = mentions.filter(({ type, name }) => type === 'place' && name === '青桐镇');
    expect(towns.map(({ span }) => ISSUE.slice(span.start, span.end))).toEqual(['青桐', '青桐镇', '青桐']);
  });
});

describe('with dictionaries', () => {
  const gazetteer = gazetteerOf(
    'type id name aliases kind members',
    'person shen-zhiyuan 沈知远 _ _ _',
    'place 990100 云川市 云川 city _',
    'place 990200 青江市 _ city _',
    'organisation 云川水务集团 云川水务集团 云水集团 enterprise _',
    'phrase 云青两地 云青两地 _ _ place:990100|place:990200',
    'phrase 云川精神 云川精神 _ _ _',
  );

  test('a name has the entries with that name', () => {
    const text = '沈知远昨天在云川的云水集团调研，云青两地合作。';
    const found = mentionsOf(text, gazetteer).map(({ type, name, candidates }) => [type, name, ...candidates]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['person', '沈知远', 'person:shen-zhiyuan'],
        ['place', '云川市', 'place:990100'],
        ['organisation', '云水集团', 'organisation:云川水务集团'],
        ['place', '云青两地', 'phrase:云青两地'],
      ]),
    );
  });

  test('the page takes precedence over the dictionary', () => {
    const [person] = mentionsOf('青桐县委书记沈知远出席。', gazetteer).filter(({ type }) => type === 'person');
    expect(person).toMatchObject({ candidates: ['person:shen-zhiyuan'], office: '青桐县委书记' });
  });
});
