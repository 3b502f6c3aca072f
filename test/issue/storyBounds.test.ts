import { describe, expect, test } from 'vitest';
import { printedMetadata } from '../../server/src/issue/metadata';
import { parseIssue } from '../../server/src/issue/parse';
import { outlined } from '../support/outlined';

describe('where an article, a notice or a page begins', () => {
  test('notices without any marks: title, telephone, signature and date', () => {
    const text = [
      '第8版',
      '',
      '招标公告',
      '青石建材公司就办公楼维修面向社会公开招标，欢迎报名。',
      '现将有关事项公告如下：',
      '报名时间：5月1日至5月20日',
      '电话：13900001111',
      '青石建材公司',
      '二〇三一年五月一日',
      '遗失声明',
      '沈知远遗失居民身份证，声明作废',
      '招聘',
      '招聘会计一名，待遇面议。',
      '电话：0871-60000000',
      '停水通知',
      '因管道检修，定于5月20日停水。',
      '不便之处，敬请谅解',
      '青河县水务公司',
      '2031年5月1日',
    ].join('\n');
    expect(outlined(text).slice(1)).toEqual([
      'notice',
      '  main 招标公告',
      '  body 青石建材…迎报名。',
      '  body 现将有关事项公告如下：',
      '  body 报名时间…月20日',
      '  body 电话：1…1111',
      '  body 青石建材公司',
      '  body 二〇三一年五月一日',
      'notice',
      '  main 遗失声明',
      '  body 沈知远遗…声明作废',
      'notice',
      '  main 招聘',
      '  body 招聘会计一名，待遇面议。',
      '  body 电话：0…0000',
      'notice',
      '  main 停水通知',
      '  body 因管道检…日停水。',
      '  body 不便之处，敬请谅解',
      '  body 青河县水务公司',
      '  body 2031年5月1日',
    ]);
  });

  test('a notice recognised only by its name, below one that ends in a telephone number', () => {
    const text = [
      '解散公告',
      '石门建材有限公司经股东会决议解散，债权人可在45日内申报。联系人：白女士 电话：0871-6000000',
      '拍卖公告',
      '受委托，定于6月3日上午在临河大厦拍卖货车一辆。有意者请前来登记。',
      '青溪水务公司停水预告',
      '因管道检修，定于6月5日在城北一带停水一天。',
      '债权转让通知书',
      '本公司已将对陶然的债权转让给临河资产管理有限公司，请向后者履行义务。',
    ].join('\n\n');
    expect(outlined(text).filter((line) => /main|notice/.test(line))).toEqual([
      'notice',
      '  main 解散公告',
      'notice',
      '  main 拍卖公告',
      'notice',
      '  main 青溪水务公司停水预告',
      'notice',
      '  main 债权转让通知书',
    ]);
  });

  test('the name of a notice within a sentence or at the end of the text does not start one', () => {
    const text = '# 法院网上办事\n\n居民在网上即可查到法院当天发布的\n\n拍卖公告\n\n不用再到大厅排队。\n\n拍卖公告';
    expect(outlined(text).filter((line) => /main|notice/.test(line))).toEqual(['  main 法院网上办事']);
  });

  test('a line nearer to the text above than to the headline is no kicker', () => {
    const body = '水厂昨日通水，居民前来参观，都说水质比从前好了许多，往后不必再到河边挑水。';
    const text = `# 新水厂通水\n\n${body}\n云川市水务局\n\n\n# 文化广场建成\n\n本报讯 ${body}`;
    expect(outlined(text).filter((line) => /main|kicker/.test(line))).toEqual([
      '  main 新水厂通水',
      '  main 文化广场建成',
    ]);
  });

  test('if blank lines separate articles, a byline between them belongs to a part of one', () => {
    const body = '　　水厂昨日通水，居民前来参观，都说水质比从前好了许多，往后不必再到河边挑水。';
    const story = (head: string): string => `${head}\n本报记者 沈知远\n${body}\n${body}`;
    const text = [
      '云川日报',
      story('新水厂通水'),
      `${story('文化广场建成')}\n让戏台回到乡村\n本报记者 温北辰\n${body}`,
      story('春耕现场会举行'),
      `${story('石门镇修路')}\n银杏进城\n　　本报讯 ${body.trim()}`,
    ].join('\n\n');
    expect(outlined(text).filter((line) => /main|crosshead/.test(line))).toEqual([
      '  main 新水厂通水',
      '  main 文化广场建成',
      '  crosshead 让戏台回到乡村',
      '  main 春耕现场会举行',
      '  main 石门镇修路',
      '  main 银杏进城',
    ]);
  });

  test('a page number with its section next to the date line', () => {
    const page = (header: string): string =>
      `${header}\n\n云川日报 2031年5月18日\n\n# 新水厂通水\n\n本报讯 水厂昨日通水，居民前来参观。`;
    expect(outlined([page('09 要闻'), page('10 经济')].join('\n\n')).filter((line) => /^#|main/.test(line))).toEqual([
      '# 09 要闻',
      '  main 新水厂通水',
      '# 10 经济',
      '  main 新水厂通水',
    ]);
    expect(outlined('# 新水厂通水\n\n10 经济\n\n水厂昨日通水，居民前来参观。')[0]).toBe('# -');
  });

  test('an unmarked line above a crosshead is part of it', () => {
    const body = '记者来到石门镇，在镇里的生态茶园里看到，每隔五十米就安装了一台太阳能灭虫器。';
    const text = [
      '# 云川茶农迎来又一春',
      '本报记者 沈知远',
      body,
      '夯实基础——',
      '# 改善生态，筑牢发展基础',
      body,
      '提高品质——',
      '# 提升质量，奏响增收之曲',
      body,
      '# 文化广场建成',
      `本报讯 ${body}`,
    ].join('\n\n');
    expect(outlined(text).filter((line) => /main|kicker|crosshead/.test(line))).toEqual([
      '  main 云川茶农迎来又一春',
      '  crosshead 夯实基础——',
      '  crosshead 改善生态，筑牢发展基础',
      '  crosshead 提高品质——',
      '  crosshead 提升质量，奏响增收之曲',
      '  main 文化广场建成',
    ]);
  });

  test('lone headings at the level of headlines are headlines, although those at a deeper level are crossheads', () => {
    const body = '记者来到石门镇，在镇里的生态茶园里看到，每隔五十米就安装了一台太阳能灭虫器。';
    const text = [
      '# 云川茶农迎来又一春',
      `本报讯 ${body}`,
      '## 改善生态，筑牢发展基础',
      body,
      '## 提升质量，奏响增收之曲',
      body,
      '# 文化广场建成，居民称便',
      body,
      '# 城关信用社支持种菜',
      `本报讯 ${body}`,
    ].join('\n\n');
    expect(outlined(text).filter((line) => /main/.test(line))).toHaveLength(3);
  });

  test('datelines in brackets below some headlines do not turn the others into crossheads', () => {
    const text = ['紫霞山色', '米價高漲', '縣府開會', '新橋通車'].flatMap((head, at) => [
      `# ${head}`,
      `${at % 2 === 0 ? '（倫敦廿日路透電）' : ''}此間日來天氣晴和、遊人甚衆、各處均見熱鬧、`,
      '（巴黎廿一日電）又訊、各地情形大致相同、往來如常、',
    ]);
    expect(outlined(text.join('\n\n')).filter((line) => /main/.test(line))).toHaveLength(4);
  });

  test('an agency after the name shows that a line is a photo credit', () => {
    expect(outlined('# 新水厂通水\n\n水厂昨日通水。\n\n周秀鱼春摄（云川图片社）').at(-1)).toBe(
      '  picture - / 周秀鱼春摄（云川图片社）',
    );
  });

  test('papers of before 1950: a date of the Republic, datelines in brackets, the editor of a department', () => {
    const text = [
      '中華民國二十八年四月廿一日　雲報　星期五　第五版',
      '',
      '# 文苑',
      '',
      '黔山主編',
      '',
      '# 旗與主',
      '',
      '舊時制度中主僕之分甚嚴、無論地位如何、見面仍須行禮、不敢稍違、',
      '',
      '# 米價高漲',
      '',
      '（倫敦廿日路透電）此間米價、近日高漲、各行均感缺乏、',
    ].join('\n');
    const document = parseIssue(text);
    expect(outlined(text)).toEqual([
      '# 第五版',
      'article',
      '  main 文苑',
      '  by ',
      'article',
      '  main 旗與主',
      '  body 舊時制度…敢稍違、',
      'article',
      '  main 米價高漲',
      '  dateline （倫敦廿日路透電）',
      '  body （倫敦廿…感缺乏、',
    ]);
    expect(printedMetadata(document).date).toMatchObject({ value: '1939-04-21' });
  });

  test('the name of a department, an own notice and a caption that leads nowhere are no kickers', () => {
    const text = [
      '# 白楼来沪',
      '白楼昨日抵沪，将为青柳公司拍一部新片，闻已定名“石门”，下月开拍。',
      '他对记者说，此次只住两周，盼望与旧友相见。　（沈廉）',
      '# 青柳新片定名',
      '青柳公司新片已定名为“石门”，由林樵主演，一切布景均已竣工，日内开拍。',
      '本报具有二十年的历史刊登广告最有效力',
      '# 新戏院开幕',
      '云川路新戏院定于下月开幕，首映何片，尚未决定，座位已全部装置完竣。',
      '动物园　（二）最聪明的深思⋯⋯⋯',
      '# 歌舞团北上',
      '青柳歌舞团定于月底北上，在云川演出十日，团员共有二十余人。',
      '银幕沈廉•白楼合辑',
      '# 新片预告',
      '新片一部，已在云川摄制完竣，定于下月公映，导演为石樵。',
    ].join('\n');
    const outline = outlined(text);
    expect(outline.filter((line) => /^ *(?:kicker|caption)/.test(line))).toEqual([]);
    expect(outline.filter((line) => /^ *main/.test(line))).toHaveLength(5);
    // An agency in brackets is no author.
    expect(outlined('# 春耕\n村民在田里采茶。　沈廉摄（青溪图片）').at(-1)).toContain('picture');
  });

  test('lines of a narrow column beside a picture are lines of a paragraph', () => {
    // Marks are set beside the characters and take no room.
    const column = (words: string): string[] => words.match(/(?:[^、]、?){1,6}/g) ?? [];
    const text = [
      '中华民国二十八年四月廿一日　青溪报　星期五　第二版',
      '石门水利工程告竣',
      '（云川廿日电）石门水利工程业已全部告竣，当局定于下月初',
      '举行落成典礼，邀请各界人士前往参观，并已派员办理一切，',
      '沿途各站均将加开车辆，以利往返，所有票价一律减半，云云。',
      '此项工程历时三年有余，所费甚巨，各界捐款亦不在少数，',
      '当局拟将账目公布，以昭大信，并将捐款人姓名刻于石上。',
      '水渠略图',
      ...column('在石门一带的居民对于这项工程都极为满意、他们说从此以后可以不受水患的威胁、'),
      ...column('所谓水利工程并不是只修一条水渠就算完成了还要集合各种工事、'),
      '米价高涨',
      '（云川廿日电）此间米价近日高涨，各行均感缺乏，当局正设法',
      '向各地采购，以应急需，并派员调查存米，严禁奸商囤积。',
    ].join('\n');
    const outline = outlined(text);
    expect(outline.filter((line) => /^ *main/.test(line)).at(-1)).toBe('  main 米价高涨');
    expect(outline.filter((line) => /^ *body/.test(line))).toHaveLength(3);
  });

  test('in narrow columns separated only by blank lines, short words beside the text are not headlines', () => {
    const column = (words: string): string[] => [...(words.match(/(?:[^、]、?){1,8}/g) ?? []), ''];
    const text = [
      '青溪報',
      '',
      '發行人沈知遠　館址雲川路十八號',
      '◀第三百號▶',
      '中華民國二十八年四月廿一日　星期五　今日貳張售國幣貳分',
      '',
      '石門水渠',
      '告竣有期',
      '',
      ...column('（雲川廿日電）石門水渠工程業已大部告竣、當局定於下月初舉行典禮、邀請各界人士前往參觀、'),
      ...column('此項工程歷時三年有餘、所費甚巨、各界捐欵亦不在少數、當局擬將賬目公布以昭大信、'),
      '米商',
      '',
      ...column('對於水渠之告竣、均表欣慰、謂今後糧食運輸較前便利、市價可望平穩、居民生活得以安定云、'),
      '米價高漲',
      '當局設法採購',
      '',
      ...column('本市米價近日高漲、各行均感缺乏、當局正設法向各地採購、以應急需、並派員調查存米情形、'),
      ...column('聞外埠之米已有三千包起運、不日可到、到後卽交各行按定價發售、嚴禁囤積居奇、'),
    ].join('\n');
    expect(outlined(text).filter((line) => /^ *(?:article|main|kicker|sub)/.test(line))).toEqual([
      'article',
      '  kicker 石門水渠',
      '  main 告竣有期',
      'article',
      '  kicker 米價高漲',
      '  main 當局設法採購',
    ]);
  });

  test('a department with its editors, and the author and translator of a serial', () => {
    const text = [
      '文苑',
      '',
      '沈廉．白樓合輯',
      '',
      '# 海上行',
      '',
      '約翰·耿脫著',
      '亦朋譯',
      '',
      '船出港時天已大明、衆人都到艙面來看日出、',
    ].join('\n');
    expect(outlined(text).filter((line) => !line.startsWith('  body'))).toEqual([
      '# -',
      'article',
      '  main 海上行',
      '  by 约翰·耿脱 author',
    ]);
  });
});
