import { describe, expect, test } from 'vitest';
import { parseIssue } from '../../server/src/issue/parse';

describe('the kind of an article', () => {
  test.each([
    ['notice', '# 遗失声明\n\n陆清和遗失身份证，号码：530102198501010011，声明作废。'],
    ['notice', '# 招聘\n\n因业务需要招聘会计一名，待遇面议。\n\n电话：0871-6000000'],
    [
      'notice',
      '# 云川市自然资源局国有建设用地使用权挂牌出让公告\n\n经市政府批准，决定挂牌出让一宗土地。\n\n特此公告\n\n云川市自然资源局',
    ],
    ['notice', '# 金龙牌香烟\n\n各大商店均有出售\n\n電話九〇三四'],
    ['listing', '# 今日电视\n\n19:00 新闻联播\n\n19:35 天气预报\n\n20:05 电视剧：河岸人家\n\n22:10 晚间新闻'],
    ['listing', '# 各地天气\n\n云川 多云 12℃~21℃\n\n石门 小雨 10℃~18℃\n\n青溪 晴 9℃~22℃\n\n临河 阴 11℃~19℃'],
    [
      'listing',
      '# 获奖名单\n\n一等奖：沈知远 温北辰 江煦 陆清和 白砚\n\n二等奖：顾南亭 傅一鸣 陶然 钟书麟 裴小棠\n\n三等奖：岳临川 方若水 叶青梧 戚长林 罗云起\n\n优秀奖：蒋素 曾百川 黎晓风 司徒静 欧阳明远',
    ],
    [
      'listing',
      '# 获奖名单\n\n沈知远  温北辰 江煦、 陆清和 白砚\n\n顾南亭　　傅一鸣 陶然 钟书麟 裴小棠\n\n岳临川 方若水  叶青梧 戚长林 罗云起\n\n蒋素 曾百川 黎晓风  司徒静 欧阳明远',
    ],
    [
      'article',
      '# 获奖感言\n\n一二等奖获得者是以下各位同志们：沈知远 温北辰 江煦 陆清和 白砚\n\n一二等奖辅导者是以下各位同志们：顾南亭 傅一鸣 陶然 钟书麟 裴小棠\n\n一二等奖组织者是以下各位同志们：岳临川 方若水 叶青梧 戚长林 罗云起\n\n一二等奖评选者是以下各位同志们：蒋素 曾百川 黎晓风 司徒静 欧阳明远',
    ],
    ['verse', '# 夜过石门\n\n山路无灯月自明，\n\n溪声一路伴人行。\n\n石门犹记儿时树，\n\n风里依稀唤小名。'],
    ['verse', '# 渡口\n\n船还没有来\n\n老人坐在石阶上\n\n数着对岸的灯火\n\n一盏\n\n又一盏\n\n像数着自己的年岁'],
    ['article', '# 财政局发布公告\n\n云川市财政局昨天公布了新的办法。咨询电话：0871-6000000。'],
    ['article', '# 两国发表联合声明\n\n双方认为，应当继续合作。'],
    ['article', '# 一家四代\n\n爷爷种田。\n\n父亲教书。\n\n我修桥。\n\n女儿学医，她说想回到镇上去，把爷爷的病看好。'],
    ['article', '# 社区办起招聘会\n\n本报讯（记者 沈知远）活动设二十个展位。\n\n地址：石门街道\n\n电话：0871-6000000'],
  ])('is %s', (kind, text) => {
    expect(parseIssue(text).articles.map((article) => article.kind)).toEqual([kind]);
  });

  test('no line of a notice is a crosshead or goes on in the next', () => {
    const [article] = parseIssue(
      '# 注销公告\n\n本公司拟注销，请债权人申报债权\n\n特此公告\n\n石门建材有限公司',
    ).articles;
    expect(article?.paragraphs.map(({ role, parts }) => [role, parts.length])).toEqual([
      ['body', 1],
      ['body', 1],
      ['body', 1],
    ]);
  });
});

describe('advertisements below an article', () => {
  const story = '# 青石渡輪復航\n\n青石渡輪停航半月、昨日復航、商旅稱便、\n\n公司增開夜班、票價照舊、';
  const next = '# 雲川米價回落\n\n本縣米價、連日回落、存糧充足、';

  test.each([
    [
      'in an old newspaper',
      '暑天良藥\n\n雲川堂痧藥水\n\n專治腹痛\n\n每瓶一元二角\n\n雲川堂大藥房出品\n\n地址河西路十八號',
    ],
    ['of a price list', '沈知遠書例\n\n楹聯\n\n每尺二元\n\n扇面\n\n每件三元五角\n\n潤資先惠\n\n通訊處河西路十八號'],
    ['in running text', '新到春裝\n\n本店專營國產衣料，花色齊備，定價低廉，歡迎惠顧，地址河西路十八號電話三四五六號'],
    ['today', '河西家居广场\n\n全场特价\n\n厂家直销 送货上门\n\n订购热线：0871-60000000'],
  ])('%s are a separate notice', (_, advertisement) => {
    const { articles } = parseIssue(`${story}\n\n${advertisement}\n\n${next}`);
    expect(articles.map(({ kind, paragraphs }) => [kind, paragraphs.length])).toEqual([
      ['article', 2],
      ['notice', advertisement.split('\n\n').length],
      ['article', 1],
    ]);
  });

  test.each([
    ['where a service is', '报名时间：5月6日至8日\n\n地址：河西路18号\n\n电话：0871-60000000'],
    [
      'a report on prices',
      '甲種木炭、每担三元、乙種四元、零售每担加五角、\n\n煤球每噸三十元、批發二十八元、各行出售、均照此價、',
    ],
    ['a crosshead about trade', '特价优惠\n\n商场推出优惠活动，零售价下降，出售的商品很多。'],
  ])('%s belongs to its article', (_, rest) => {
    expect(parseIssue(`${story}\n\n${rest}\n\n${next}`).articles.map(({ kind }) => kind)).toEqual([
      'article',
      'article',
    ]);
  });

  test('a headline above only an advertisement belongs to a notice', () => {
    const text = `# 金渡牌香煙\n\n煙味清香\n\n金渡煙公司出品\n\n各店均售每包一角\n\n${next}`;
    expect(parseIssue(text).articles.map(({ kind }) => kind)).toEqual(['notice', 'article']);
  });
});
