import { describe, expect, test } from 'vitest';
import { outlined } from '../support/outlined';

const BODY = '青石河大堤加固工程昨日开工，预计年底前完成全部施工任务。';
const STORY = `本报讯（记者 沈知远）${BODY}`;

/** The heads of an issue: a line an article, with the rubric in 【】, kickers before ›, subs after ‹. */
function headsOf(text: string): string[] {
  const heads: string[] = [];
  for (const line of outlined(text)) {
    const [, role, words = ''] = /^ {2}(rubric|kicker|main|sub) (.*)$/.exec(line) ?? [];
    if (/^[a-z]/.test(line)) heads.push('');
    const sign = { rubric: `【${words}】`, kicker: `${words} › `, main: words, sub: ` ‹ ${words}` }[role ?? ''];
    if (sign !== undefined) heads.push(`${heads.pop() ?? ''}${sign}`);
  }
  return heads;
}

/** Each page, and the heads that are to be found on it. */
const PAGES: Readonly<Record<string, readonly [page: string, heads: readonly string[]]>> = {
  'a headline and its subhead': [`# 云川加固河堤\n\n林望舒出席\n\n${STORY}`, ['云川加固河堤 ‹ 林望舒出席']],
  'the label of a column behind the headline, whatever the levels': [
    `### 小心“高薪”招聘的套路（百姓关注）\n\n# 一些机构以优厚条件为诱饵\n\n${STORY}`,
    ['小心“高薪”招聘的套路（百姓关注） ‹ 一些机构以优厚条件为诱饵'],
  ],
  'an unmarked kicker': [`云川市治水工作会议强调\n\n# 把河堤筑牢\n\n${STORY}`, ['云川市治水工作会议强调 › 把河堤筑牢']],
  'no kicker in the masthead': [
    `第一版\n\n云川日报\n\n中共云川市委机关报 第11208期 今日8版\n\n# 云川加固河堤\n\n${STORY}`,
    ['云川加固河堤'],
  ],
  'no kicker in the caption of a film above': [
    `# 石门水渠告竣\n\n${STORY}\n\n沈知远在青河渡中\n\n# 云川影院修葺一新\n\n${BODY}`,
    ['石门水渠告竣', '云川影院修葺一新'],
  ],
  'no kicker in what others are said to say': [
    `# 石门水渠告竣\n\n${STORY}\n\n又据该行称、货船现仍泊在云川、沉没之说不确云\n\n# 云川影院修葺一新\n\n${BODY}`,
    ['石门水渠告竣', '云川影院修葺一新'],
  ],
  'a kicker about those who work in a place': [
    `# 石门水渠告竣\n\n${STORY}\n\n奋战在抗洪抢险一线中\n\n# 云川儿女多奇志\n\n${BODY}`,
    ['石门水渠告竣', '奋战在抗洪抢险一线中 › 云川儿女多奇志'],
  ],
  'no subhead in what ends within corner quotation marks': [
    `# 动物的集会\n\n（一）\n\n『赶走人类！他们奴役我们……』\n\n# 爱国志士\n\n${BODY}`,
    ['动物的集会 ‹ （一）', '爱国志士'],
  ],
  'a marked kicker that leads on': [
    `# 云川青石县治水——\n\n# 把河堤筑牢\n\n${STORY}`,
    ['云川青石县治水—— › 把河堤筑牢'],
  ],
  'levels at random': [
    `## 云川青石县治水——\n\n# 把河堤筑牢\n\n### 林望舒讲话\n\n${STORY}`,
    ['云川青石县治水—— › 把河堤筑牢 ‹ 林望舒讲话'],
  ],
  'a subhead that needs the headline for its subject': [
    `# 云川外贸总值破百亿\n\n# 同比增长两成\n\n${STORY}`,
    ['云川外贸总值破百亿 ‹ 同比增长两成'],
  ],
  'a kicker, unmarked between a rubric and the headline': [
    `# 走基层\n\n云川青石县治水——\n\n# 把河堤筑牢\n\n${STORY}`,
    ['【走基层】云川青石县治水—— › 把河堤筑牢'],
  ],
  'a subhead, unmarked between marked ones': [
    `# 云川加固河堤\n\n林望舒讲话\n\n# 温北辰主持\n\n${STORY}`,
    ['云川加固河堤 ‹ 林望舒讲话 ‹ 温北辰主持'],
  ],
  'an unmarked kicker below an article that is cut short': [
    `# 渡口修表匠\n\n本报记者 温北辰\n\n走进渡口老街，听得见表针走动。一个姑娘寄来停了四十年的老表，她在铺子里哭了很久\n\n云川推进老旧小区改造\n\n# 管网换新水更清\n\n${STORY}`,
    ['渡口修表匠', '云川推进老旧小区改造 › 管网换新水更清'],
  ],
  'one article with crossheads deeper than its headline': [
    `# 青石河岸新事\n\n${BODY}\n\n## 筑牢大堤\n\n${BODY}\n\n## 清淤疏浚\n\n${BODY}\n\n## 两岸植树\n\n${BODY}`,
    ['青石河岸新事'],
  ],
  'one article with a crosshead of 16 characters': [
    `# 青石河岸新事\n\n${BODY}\n\n## 沿河两岸群众植树造林蔚然成风景象\n\n${BODY}`,
    ['青石河岸新事'],
  ],
  'two articles, if what may be a crosshead is longer': [
    `# 青石河岸新事\n\n${BODY}\n\n## 沿河两岸群众植树造林蔚然成风景象新\n\n${BODY}`,
    ['青石河岸新事', '沿河两岸群众植树造林蔚然成风景象新'],
  ],
  'two articles, if what may be a crosshead has two parts': [
    `# 青石河岸新事\n\n${BODY}\n\n## 两岸　植树\n\n${BODY}`,
    ['青石河岸新事', '两岸　植树'],
  ],
  'bold headlines': [`**云川加固河堤**\n\n${STORY}\n\n**城南学校开学**\n\n${STORY}`, ['云川加固河堤', '城南学校开学']],
  'bold crossheads below marked headlines': [
    ['云川加固河堤', '城南学校开学', '北山果园丰收']
      .map((words) => `# ${words}\n\n${STORY}\n\n**齐心协力办成的几件实事**\n\n${BODY}`)
      .join('\n\n'),
    ['云川加固河堤', '城南学校开学', '北山果园丰收'],
  ],
  'levels that tell roles': [
    ['云川', '青石', '城南', '北山']
      .map((place) => `# ${place}河堤加固完成\n\n## ${place}两岸百姓安心过汛期\n\n${STORY}`)
      .join('\n\n'),
    ['云川', '青石', '城南', '北山'].map((place) => `${place}河堤加固完成 ‹ ${place}两岸百姓安心过汛期`),
  ],
  'no blank lines, indented paragraphs': [
    `# 云川加固河堤\n林望舒出席\n　　${STORY}\n　　${BODY}\n# 城南学校开学\n　　${STORY}`,
    ['云川加固河堤 ‹ 林望舒出席', '城南学校开学'],
  ],
};

/** Pages without a single mark. */
const UNMARKED: Readonly<Record<string, readonly [page: string, heads: readonly string[]]>> = {
  'above a byline': [`云川加固河堤\n本报记者 沈知远\n${BODY}`, ['云川加固河堤']],
  'above the opening of a story': [`云川加固河堤\n林望舒出席\n${STORY}`, ['云川加固河堤 ‹ 林望舒出席']],
  'at the top of a page': [`第一版\n\n云川加固河堤\n\n${BODY}`, ['云川加固河堤']],
  'below a note that ends an article': [
    `云川加固河堤\n${STORY}\n（作者为云川大学教授）\n城南学校开学\n${BODY}`,
    ['云川加固河堤', '城南学校开学'],
  ],
  'by the label of a column': [
    `云川加固河堤\n${STORY}\n城南学校开学（民生观察）\n${BODY}`,
    ['云川加固河堤', '城南学校开学（民生观察）'],
  ],
  'by a kicker that leads on': [
    `云川加固河堤\n${STORY}\n云川城南区——\n学校开学\n${BODY}`,
    ['云川加固河堤', '云川城南区—— › 学校开学'],
  ],
  'by the gap above': [`云川加固河堤\n${STORY}\n${BODY}\n\n\n城南学校开学\n${BODY}`, ['云川加固河堤', '城南学校开学']],
  'but no crosshead': [`云川加固河堤\n${STORY}\n筑牢大堤\n${BODY}`, ['云川加固河堤']],
};

describe('heads', () => {
  test.each(Object.entries(PAGES))('%s', (_, [page, heads]) => {
    expect(headsOf(page)).toEqual(heads);
    expect(headsOf(page.replaceAll('\n', '\r\n'))).toEqual(heads);
  });
});

describe('headlines without marks', () => {
  test.each(Object.entries(UNMARKED))('%s', (_, [page, heads]) => {
    expect(headsOf(page)).toEqual(heads);
  });
});

describe('levels tell headlines from other lines', () => {
  /** So many heads whose second line is deeper than the first, and so many with both at one level. */
  const heads = (deeper: number, level: number): string[] =>
    headsOf(
      [...'东西南北上下前后左右']
        .slice(0, deeper + level)
        .map((side, at) => `# 河堤加固之${side}\n\n${at < deeper ? '##' : '#'} ${side}镇动工\n\n${STORY}`)
        .join('\n\n'),
    );

  test.each([
    ['in all of four heads', 4, 0, true],
    ['in nine of ten', 9, 1, true],
    ['but not in three of four', 3, 1, false],
    ['but not in eight of ten', 8, 2, false],
    ['but not in fewer than four', 3, 0, false],
  ])('%s', (_, deeper, level, isTold) => {
    expect(heads(deeper, level).slice(0, deeper)).toEqual(
      [...'东西南北上下前后左右']
        .slice(0, deeper)
        .map((side) => `河堤加固之${side} ${isTold ? '‹' : '›'} ${side}镇动工`),
    );
  });
});
