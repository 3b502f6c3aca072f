import { describe, expect, test } from 'vitest';
import { outlined } from '../support/outlined';

/** What is below the headline, and the paragraphs that are to be read: `+` a strong seam, `?` a likely one. */
const BODIES: Readonly<Record<string, readonly [body: string, paragraphs: readonly string[]]>> = {
  'torn within a word': [
    '本报讯（记者 沈知远）昨日，云川市召开治水推进会。会议指出，加快青石河大堤的加固，是全市的头等大\n\n事，各地要抓紧施工。\n\n会议还研究了其他事项。',
    ['本报讯（…的头等大 + 事，各地要抓紧施工。', '会议还研究了其他事项。'],
  ],
  'torn at a comma': [
    '会上通报了上半年的降雨情况，要求突出重点部位，加大巡查力度，\n\n不留死角，做到发现一处、处置一处。',
    ['会上通报…查力度， + 不留死角…置一处。'],
  ],
  'torn twice, a short piece in the middle': [
    '会议指出，加快青石河大堤的加固，是全市的头等大事。各地要落实责任，抓紧施\n\n工，在主汛期前完成全部\n\n任务，确保安全度汛。',
    ['会议指出…，抓紧施 + 工，在主汛期前完成全部 ? 任务，确保安全度汛。'],
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
    ['会议指出…，抓紧施 + 工，在主…部任务。'],
  ],
  'across a page end': [
    '会议指出，加快青石河大堤的加固，是全市的头等大事。各地要落实责任，抓紧施\n\n第二版\n\n工，在主汛期前完成全部任务。\n\n# 城南学校开学\n\n城南学校昨日开学。',
    ['会议指出…，抓紧施 + 工，在主…部任务。', '城南学校昨日开学。'],
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
