import { describe, expect, test } from 'vitest';
import { outlined } from '../support/outlined';

/** What is below the headline, and the paragraphs that are to be read: `+` a strong seam, `?` a likely one. */
const BODIES: Readonly<Record<string, readonly [body: string, paragraphs: readonly string[]]>> = {
  'torn within a word': [
    '本报讯（记者 沈知远）昨日，云川市召开治水推进会。会议指出，加快青石河大堤的加固，是全市的头等大\n\n事，各地要抓紧施工。\n\n会议还研究了其他事项。',
    ['本报讯（…的头等大 ? 事，各地要抓紧施工。', '会议还研究了其他事项。'],
  ],
  'torn within a word that the statistics of paragraph ends are sure of': [
    '会议昨日召开。要求各地加强值守，确保安全度汛和人民群众生命财\n\n产安全，会议还部署了下一步工作。',
    ['会议昨日…众生命财 + 产安全，…步工作。'],
  ],
  'lost stops: what is below opens a paragraph': [
    '柳河镇今年新建鱼塘八十口，培训渔民六百人次。\n\n全镇水产比去年增长两成，渔民的收入明显提高，市里来的专家也说，养鱼成了当地最有前途的产业\n\n老周就是得益的渔民之一。他家住在东湾村，去年挖了两口塘，今年卖了第一批鱼。\n\n镇上的会计算过一笔账。一口塘一年的收入抵得上六亩田，全镇八十口，家家户户都有奔头\n\n入夏以来，镇上的水产站天天有人来问鱼苗的事。',
    ['柳河镇今…百人次。', '全镇水产…途的产业', '老周就是…一批鱼。', '镇上的会…都有奔头', '入夏以来…苗的事。'],
  ],
  'notices that end without a stop': [
    '云川市安居物业有限公司经股东会决定解散，请债权人自公告之日起四十五日内申报债权。联系人：温先生　电话：0570-7654321\n\n拍卖公告\n\n受委托，定于6月2日上午在云川大厦拍卖轿车一辆。有意者请携带证件前来登记，过期不候。',
    ['云川市安…4321', 'crosshead 拍卖公告', '受委托，…期不候。'],
  ],
  'a roll with labels': [
    '一等奖：沈知远、温北辰、林望舒、江煦、顾言之、陆听澜、苏若水、程晚舟\n\n二等奖：贺南星、宋时雨、唐晓棠、梁秋白、叶疏桐、许长风、何以宁、秦月明',
    ['一等奖：…、程晚舟', '二等奖：…、秦月明'],
  ],
  'a heading is never the middle of a join': [
    '会议昨日召开。要求各地加强值守，确保安全度汛和人民群众生命财\n\n城南学校开学\n\n产安全。会议还部署了下一步工作。',
    ['会议昨日…众生命财', 'crosshead 城南学校开学', '产安全。…步工作。'],
  ],
  'an open quotation that closes below': [
    '老渔民站在船头说，今年的汛期来得早。“我们村里的人都上了堤，一直守\n\n到天亮，没有一户受灾。”他指着远处的堤坝，脸上露出笑容。',
    ['老渔民站…，一直守 + 到天亮，…出笑容。'],
  ],
  'quotation marks of which one is half-width: nothing shows that one is open': [
    '临河区的旧货市场在老城墙下。摊主把“老物件"擦得锃亮，整整齐齐地摆在木架上供客人挑选\n\n入冬以后，"淘宝人”越来越多，市场从早到晚都很热闹。',
    ['临河区的…客人挑选', '入冬以后…很热闹。'],
  ],
  'torn at a comma': [
    '会上通报了上半年的降雨情况，要求突出重点部位，加大巡查力度，\n\n不留死角，做到发现一处、处置一处。',
    ['会上通报…查力度， + 不留死角…置一处。'],
  ],
  'torn twice, a short piece in the middle': [
    '会议指出，加快青石河大堤的加固，是全市的头等大事。各地要落实责任，抓紧施\n\n工，在主汛期前完成全部\n\n任务，确保安全度汛。',
    ['会议指出…，抓紧施 ? 工，在主汛期前完成全部 + 任务，确保安全度汛。'],
  ],
  'what no paragraph can begin with': [
    '会议昨日召开。\n\n各地要落实责任抓紧施工\n\n，在主汛期前完成全部任务。',
    ['会议昨日召开。', '各地要落实责任抓紧施工 + ，在主汛…部任务。'],
  ],
  'a crosshead is no torn piece': [
    '会议指出，加快青石河大堤的加固，是全市的头等大事。\n\n盘活老屋，引来新业态\n\n近年来，云川市投入资金修缮老屋。',
    ['会议指出…等大事。', 'crosshead 盘活老屋，引来新业态', '近年来，…缮老屋。'],
  ],
  'clauses in commas, one a line': [
    '云川市与临江市秉承两市人民世代睦邻友好的历史传统和共同心愿，\n\n认为双方在云川签署的友好往来合作意向书具有十分重要的意义，\n\n重申支持彼此发展的共同愿望和两市人民的深厚情谊，\n\n达成如下协议，并自签字之日起生效。',
    ['云川市与…同心愿，', '认为双方…的意义，', '重申支持…厚情谊，', '达成如下…起生效。'],
  ],
  'across a caption': [
    '会议指出，加快青石河大堤的加固，是全市的头等大事。各地要落实责任，抓紧施\n\n图为青石河大堤。\n\n工，在主汛期前完成全部任务。',
    ['会议指出…，抓紧施 ? 工，在主…部任务。'],
  ],
  'across a page end': [
    '会议指出，加快青石河大堤的加固，是全市的头等大事。各地要落实责任，抓紧施\n\n第二版\n\n工，在主汛期前完成全部任务。\n\n# 城南学校开学\n\n城南学校昨日开学。',
    ['会议指出…，抓紧施 ? 工，在主…部任务。', '城南学校昨日开学。'],
  ],
  'a page that begins with something of its own': [
    '会议指出，加快青石河大堤的加固，是全市的头等大事。\n\n第二版\n\n城南学校昨日开学。',
    ['会议指出…等大事。', '城南学校昨日开学。'],
  ],
};

describe('paragraphs', () => {
  test.each(Object.entries(BODIES))('%s', (_, [body, paragraphs]) => {
    const page = `第一版\n\n# 云川加固河堤\n\n${body}`;
    const found = outlined(page)
      .filter((line) => /^ {2}(?:body|crosshead) /.test(line))
      .map((line) => line.trim().replace(/^body /, ''));
    expect(found).toEqual(paragraphs);
  });
});
