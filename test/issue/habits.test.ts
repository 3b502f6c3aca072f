import { describe, expect, test } from 'vitest';
import { printedMetadata } from '../../server/src/issue/metadata';
import { parseIssue } from '../../server/src/issue/parse';
import { outlined } from '../support/outlined';

describe('issues as archives and programs write them', () => {
  test('exports of databases, with labels', () => {
    const text = [
      '【引题】青河县推进水利建设——',
      '【标题】新水厂通水',
      '【作者】本报记者 沈知远',
      '【日期】2031.05.18',
      '【版次】第1版（要闻）',
      '【正文】',
      '    5月17日，青河县新水厂通水。',
      '    下一步将扩大供水范围。',
      '',
      '【标题】文化广场建成',
      '【作者】温北辰',
      '【日期】2031.05.18',
      '【版次】第4版（文化）',
      '【正文】广场日前建成，占地二十亩。',
    ].join('\n');
    expect(outlined(text)).toEqual([
      '# 第1版 要闻',
      'article',
      '  kicker 青河县推进水利建设——',
      '  main 新水厂通水',
      '  by 沈知远 reporter',
      '  body 5月17…厂通水。',
      '  body 下一步将扩大供水范围。',
      '# 第4版 文化',
      'article',
      '  main 文化广场建成',
      '  by 温北辰 author',
      '  body 广场日前…二十亩。',
    ]);
    expect(printedMetadata(parseIssue(text)).date).toMatchObject({ value: '2031-05-18', certainty: 'printed' });
  });

  test('facts with colons, several in one line', () => {
    expect(
      outlined(
        '标题：新水厂通水\n日期：1903-05-17 版次/卷期：05 版\n\n水厂昨日通水。\n\n标题：广场落成\n日期：1903-05-17 版次/卷期：07 版\n\n广场昨日落成。',
      ),
    ).toEqual([
      '# 05 版',
      'article',
      '  main 新水厂通水',
      '  body 水厂昨日通水。',
      '# 07 版',
      'article',
      '  main 广场落成',
      '  body 广场昨日落成。',
    ]);
  });

  test('a single label is a line of the page', () => {
    expect(outlined('# 新水厂通水\n\n标题：这是正文里的一句话。\n\n水厂昨日通水。')[2]).toBe('  main 新水厂通水');
  });

  test('a page line below each head', () => {
    const text =
      '新水厂通水\n本报记者 沈知远\n第1版(要闻)\n专栏：\n\n　　水厂昨日通水。\n\n文化广场建成\n温北辰\n第4版(文化)\n专栏：\n\n　　广场日前建成。';
    expect(outlined(text)).toEqual([
      '# 第1版 要闻',
      'article',
      '  main 新水厂通水',
      '  by 沈知远 reporter',
      '  body 水厂昨日通水。',
      '# 第4版 文化',
      'article',
      '  main 文化广场建成',
      '  by 温北辰 author',
      '  body 广场日前建成。',
    ]);
  });

  test('a page mark in a list of contents is a jump', () => {
    const text =
      '第01版：要闻\n\n新水厂通水\n本报记者 沈知远\n　　水厂昨日通水。\n\n今日导读\n　　文化广场建成\n　　第九版\n　　山路上的灯\n　　第十一版\n\n春耕现场会举行\n本报记者 温北辰\n　　现场会昨日举行。';
    expect(outlined(text)).toEqual([
      '# 第01版 要闻',
      'article',
      '  main 新水厂通水',
      '  by 沈知远 reporter',
      '  body 水厂昨日通水。',
      'teaser',
      '  rubric 今日导读',
      '  main 文化广场建成',
      '  to 9',
      'teaser',
      '  main 山路上的灯',
      '  to 11',
      'article',
      '  main 春耕现场会举行',
      '  by 温北辰 reporter',
      '  body 现场会昨日举行。',
    ]);
  });

  test.each([
    ['云川日报 2031年05月18日\n\n# 新水厂通水\n\n水厂昨日通水。'],
    ['《云川日报》2031年5月18日\n\n# 新水厂通水\n\n水厂昨日通水。'],
    ['云川日报\n2031年5月18日\n\n# 新水厂通水\n\n水厂昨日通水。'],
    ['云川日报 2031-05-18\n\nYUNCHUAN RIBAO\n\n# 新水厂通水\n\n水厂昨日通水。'],
  ])('a masthead of name and date: %j', (text) => {
    const document = parseIssue(text);
    expect(document.articles).toHaveLength(1);
    expect(printedMetadata(document)).toMatchObject({ newspaper: '云川日报', date: { value: '2031-05-18' } });
  });

  test.each([
    ['above a crosshead', '葛花开时\n\n温北辰\n\n一\n\n山里的花开得早。\n\n老人说，花开过就该下地了。'],
    [
      'below a title that looks like a name',
      '葛花\n\n温北辰\n\n老人说，花开过就该下地了，过了时节，地里的活就赶不上了，收成也会差。',
    ],
    ['above a poem', '渡口\n\n温北辰\n\n船还没有来\n\n老人坐在石阶上\n\n数着对岸的灯火'],
  ])('the name of an author alone %s', (_, story) => {
    const [article] = parseIssue(`第8版 副刊\n\n# ${story}`).articles;
    expect(article?.byline?.people.map(({ name }) => name)).toEqual(['温北辰']);
  });

  test.each([
    ['a roll', '# 商会改选\n\n商会昨日改选。\n\n名誉会长\n\n温北辰\n\n会长\n\n沈知远\n\n副会长\n\n江煦'],
    ['the salutation of a letter', '# 水渠堵了\n\n编辑同志：\n\n我们村的水渠堵了半年，一直没有人来清理，影响浇地。'],
  ])('%s is not an author', (_, text) => {
    const [article] = parseIssue(`第8版\n\n${text}`).articles;
    expect(article?.byline).toBeUndefined();
  });

  test('the name of an author alone', () => {
    const text =
      '第05版：副刊\n\n山路上的灯（人文茶座）\n孟青禾\n　　小时候，村里没有路灯，天黑以后我们手拉着手，沿着山路往家里走去。\n\n让戏台回到乡村\n\n阿依古丽·买买提\n　　这几年，乡村戏台重新热闹起来，老戏新唱，吸引了许多年轻的观众前来。';
    expect(outlined(text).filter((line) => /main|by/.test(line))).toEqual([
      '  main 山路上的灯（人文茶座）',
      '  by 孟青禾 author',
      '  main 让戏台回到乡村',
      '  by 阿依古丽·买买提 author',
    ]);
  });

  test.each([
    ['本报记者 扎西顿珠', '扎西顿珠 reporter'],
    ['本报记者 沈\u200b知远 温\u200b北辰', '沈知远 reporter, 温北辰 reporter'],
    ['本报评论员', ''],
  ])('the byline %s', (line, people) => {
    expect(outlined(`# 新水厂通水\n\n${line}\n\n水厂昨日通水。`)).toContain(`  by ${people}`);
  });

  test('a picture is an article, not a photographer', () => {
    expect(outlined('# 图片报道\n\n水厂昨日通水，居民前来参观。\n\n沈知远摄')).toEqual([
      '# -',
      'photo',
      '  main 图片报道',
      '  body 水厂昨日…来参观。',
      '  body 沈知远摄',
      '  picture - / 沈知远摄',
    ]);
  });

  test('crossheads marked like headlines', () => {
    const body = '记者来到石门镇，在镇里的生态茶园里看到，每隔五十米就安装了一台太阳能灭虫器。';
    const text = [
      '# 云川茶农迎来又一春',
      '本报记者 沈知远',
      body,
      '# 改善生态，筑牢发展基础',
      body,
      '# 提升质量，奏响增收之曲',
      body,
      '# 整合资金，带动优势产业',
      body,
      '# 城关信用社支持种菜',
      `本报讯 ${body}`,
      '# 文化广场建成',
      `本报讯 ${body}`,
    ].join('\n\n');
    expect(outlined(text).filter((line) => /main|crosshead/.test(line))).toEqual([
      '  main 云川茶农迎来又一春',
      '  crosshead 改善生态，筑牢发展基础',
      '  crosshead 提升质量，奏响增收之曲',
      '  crosshead 整合资金，带动优势产业',
      '  main 城关信用社支持种菜',
      '  main 文化广场建成',
    ]);
  });

  test('front matter, comments and pictures of programs', () => {
    const text =
      '---\nprimary_language: zh\nis_table: False\n---\n云川日报\n\n# 新水厂通水\n\n水厂昨日通水。\n\n<!-- image -->\n\n<--- Page Split --->\n\n居民前来参观。\n\n<div style="text-align: center;"><img src="imgs/a.jpg" alt="Image" width="30%" /></div>\n\n图为水厂。记者 温北辰 摄';
    expect(outlined(text).slice(1)).toEqual([
      'article',
      '  main 新水厂通水',
      '  body 水厂昨日通水。',
      '  body 居民前来参观。',
      '  picture - / -',
      '  picture 图为水厂…北辰 摄 / -',
    ]);
  });
});
