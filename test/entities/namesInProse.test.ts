import { expect, test } from 'vitest';
import { findGazetteer } from '../../server/src/host/node/gazetteer';
import { loadTagger } from '../../server/src/host/node/tagger';
import type { Mention, MentionType } from '../../server/src/entities/model';
import { analysed } from '../support/analysed';
import { readMarks, writeMarks } from '../support/marked';

const { gazetteer } = await findGazetteer(undefined, []);
const tagger = await loadTagger();

/** What Galley shows of a text, with everything that ships. */
function shownIn(text: string, type: MentionType): readonly Mention[] {
  const { mentions } = analysed(text, { gazetteer, tagger });
  return mentions.filter((one) => one.type === type && one.confidence === 'high');
}

/** What is between ⟦ and ⟧ is shown as a name of the type, and nothing else is. */
const SHOWN: readonly (readonly [type: MentionType, what: string, marked: string])[] = [
  ['person', 'not words of set phrases', '牢记总书记殷殷嘱托，青溪县走好富民强县之路。壮志凌云，矢志不渝。'],
  [
    'person',
    'not loan words',
    '青溪县举办半程马拉松。马拉松选手检测了可卡因。旧时一些企业组成托拉斯，工厂订了三辆桑塔纳。',
  ],
  ['person', 'not buildings', '游客登上黄鹤楼远眺，又去了滕王阁和望云楼。'],
  ['person', 'but people with the same last character', '⟦范小亭⟧先生和⟦张玉堂⟧先生说，桥修好了。'],
  [
    'person',
    'not a coverb behind the name',
    '第三中学教师⟦林越⟧向同学们介绍。院长⟦何华⟧同医生交谈，任命副局长⟦王强⟧为局长。',
  ],
  ['person', 'but a last character that is a coverb elsewhere', '⟦王守和⟧主任到场。局长⟦李向同⟧说，工程已经完工。'],
  ['person', 'not an adverb behind the name', '书记⟦王芳⟧也来到现场。'],
  ['person', 'all in a list of names with titles', '⟦王强⟧副市长、⟦李明⟧局长、⟦赵磊⟧主任出席。'],
  ['person', 'two with dots side by side', '总统⟦贝尔·卡里莫夫⟧和总理⟦玛丽·科勒⟧会谈。'],
  ['person', 'with a dot, and a word behind', '秘书长⟦科菲·安南⟧希望各方克制。'],
  ['person', 'behind a title', '前总统⟦朵槿⟧遭弹劾。\n\n总理周二晚回国。'],
  ['person', 'again between other words', '孩子们跟⟦简永德⟧学过木工。\n\n水边⟦简永德⟧俯身细看。'],
  ['person', 'not where one line alone looks like one', '孩子们跟简永德学过木工。'],
  ['person', 'not plants of a list', '治沙站选用黄柳、沙拐枣等耐旱树种，新芽长势良好。'],
  ['person', 'not what roads and storms are called', '青柳、姚白等高速公路通车，各地应对台风“贝尔娜”。'],
  ['person', 'not parts of provinces in a list', '鄂西、赣南、陕南、甘东各地雨量充足。'],
  ['person', 'not the first part of a name with a dot', '县长⟦艾山·买买提⟧表示，水渠已经修好。'],
  ['person', 'not a verb behind the name', '教师⟦张乐⟧携家人到场，村支书⟦王树林⟧蹲在田边。'],
  [
    'person',
    'whom brackets describe',
    '茶座（常人的故事）⟦席若谷⟧（云川日报社社长）和⟦雷小雁⟧（诗人、青溪大学教授）到场。',
  ],
  ['person', 'behind the name of a country', '进球的是智利⟦萨拉斯⟧，墨西哥⟦埃尔南德斯⟧。'],
  ['person', 'not a country of two', '上月，韩朝在板门店举行对话。'],
  ['person', 'not a verb behind a Japanese name', '首相⟦岸田文雄⟧致慰问电。'],
  ['person', 'a surname with 老', '老⟦史⟧通读了县志，⟦侯⟧老最用心。'],
  ['person', 'not over the end of a sentence', '教我们的是一个外地人，姓庄。⟦庄⟧老师有个习惯。'],
  ['person', 'not cars, nor a verb with its object', '新车采用麦弗逊独立悬架，扶贫与扶志、扶智结合。'],
  ['person', 'a surname with an epithet', '市民一起反对⟦汪⟧逆、严惩汉奸。'],
  [
    'person',
    'not mines and railways of a list',
    '安家庄、唐家河、马福川、毛家川煤矿开工，郑新、郑焦等重点产业带和焦洛平、南信合高铁建成。',
  ],
  ['person', 'not settlements called after a family', '队伍到了杨家岭，又过了沈家坪。'],
  ['person', 'not things that are counted', '奶奶摘来一篮子葛藤叶，画家在银幕上写一首田园诗。'],
  ['person', 'not an adverb that repeats a surname', '企业负责人周周见、天天谈，难题很快解决。'],
  ['person', 'not mountains', '罗浮山南麓的徐田村白墙青瓦，严家山景区迎来游客，⟦张占山⟧说水渠修好了。'],
  [
    'person',
    'not parts of a face, poems and short names of firms',
    '她的朱唇如花瓣。诗经活译（郑风）昨日刊出，沈飞的员工来到现场。',
  ],
  ['person', 'not the title behind a surname', '负责人⟦周⟧先生专程到场致谢，⟦陶⟧小姐也来了。'],
  ['person', 'not plants, ships, firms, and two countries', '罗布麻长得很高。恩德轮、泰德制药，日菲双方的谈判。'],
  ['person', 'not the title behind a surname in dialect', '⟦朱⟧大姐告诉记者，山路修好了。'],
  ['person', 'not a verb of knowing behind the name', '⟦尹莉⟧明白，要想站稳市场，就要守信。'],
  ['person', 'not streets of a list', '吕岭路、金尚路、仙岳路近在咫尺。'],
  ['person', 'not the beginning of a place', '⟦刘明⟧说，扩建黄茅峡水库、梅州长潭水库。'],
  ['person', 'not the beginning of a word', '全县农林牧渔总产值增长，居民文明素养提高，写实与写意之间的张力十足。'],
  [
    'place',
    'countries by one character',
    '⟦中⟧⟦俄⟧计量专家到场，⟦韩⟧⟦美⟧间的往来增多。其中日元走弱，展品有中英文说明，他得了亚军。',
  ],
  ['place', '以 as a country, not as a preposition', '⟦以⟧方没有回答。他以方便群众为先，以企业为家。'],
  ['place', 'with whom they name', '⟦港⟧商和⟦台⟧胞来访，平台资源丰富。'],
  ['place', 'not those with which organisations begin', '牙买加队和浙江省残联到了⟦杭州⟧，杭州市公安局派人接站。'],
  ['place', 'in a list with places', '带领⟦闻喜⟧、⟦绛县⟧的领导到场，使馆为⟦港⟧胞签发证件。'],
  ['organisation', 'of a city, not of a country', '他任⟦阿姆斯特丹大学⟧教授，又到美国大学讲课。'],
  ['person', 'not kinds of people', '房子住了三年，孙子上学要落户。'],
  ['place', 'not common nouns', '开放型经济带动山区发展，古城、温泉和山河都有新面貌，伦理道德不可忽视。'],
  ['place', 'not letters in other words', '县里以侨为桥引来投资，非政府组织参加会议，工作踏石留印。'],
  ['place', 'not the end of a longer foreign name', '⟦俄⟧军向⟦别尔哥罗德⟧州推进，大卫·米兰达到场。'],
  [
    'place',
    'streets and communities in their districts',
    '记者来到⟦广州市⟧⟦越秀区⟧⟦北京街道⟧和⟦成都市⟧⟦金牛区⟧⟦青柳社区⟧。',
  ],
  ['place', 'a place and the one it lies in apart', '他生在⟦湖南⟧⟦永州市⟧，住在⟦四川⟧⟦成都市⟧⟦金堂县⟧。'],
  ['place', 'two countries rather than a region', '⟦中⟧⟦非⟧合作论坛举行，⟦中非共和国⟧代表到场。'],
  [
    'organisation',
    'by a name that says itself',
    '据⟦路透社⟧报道，⟦亚投行⟧将派人来。⟦清华⟧的图书馆很大，⟦国际羽联⟧提出申请。议会明天开会。',
  ],
  ['organisation', 'not any of a kind', '几家公司合并，美国公司裁员，两国大学交流。'],
  [
    'organisation',
    'with the place that it begins with',
    '⟦牙买加队⟧胜了⟦浙江省残联⟧的对手。⟦云南山茶古籍出版社⟧和⟦杭州市劳动争议仲裁委员会⟧派人到场。',
  ],
  ['organisation', 'without the province above the place', '河南省⟦郑州市公安局⟧通报了案情。'],
  [
    'organisation',
    'not those that are counted or described',
    '杭州一家报社、日本著名出版社和非洲球队派人来，泰国等强队没有来，中国派队参加。',
  ],
  ['organisation', 'not parts of a sentence', '县里把电视台节目送上卫星。'],
  [
    'organisation',
    'not addresses',
    '投稿邮箱qxrb2024@163.com，网址www.qxrb.com.cn，公众号qingxi_daily，论坛https://bbs.qxrb.com.cn/a。',
  ],
  [
    'organisation',
    'not tags',
    '<div style="text-align: center;"><img src="imgs/b_2.jpg" alt="Image" width="40%" /></div>',
  ],
  ['organisation', 'not English sentences', 'QINGXI, May 18 (Xinhua) -- The county held a meeting.'],
];

test.each(SHOWN)('%s: %s', (type, _, marked) => {
  const { text } = readMarks(marked);
  expect(
    writeMarks(
      text,
      shownIn(text, type).map(({ span }) => span),
    ),
  ).toBe(marked);
});

test('one person with dots of six kinds is one', () => {
  const text = '美国专家安娜·彼得森到场。安娜•彼得森说，安娜・彼得森和安娜‧彼得森、安娜.彼得森、安娜．彼得森是一个人。';
  const people = shownIn(text, 'person');
  expect(people.map(({ name }) => name)).toEqual(Array.from({ length: 6 }, () => '安娜·彼得森'));
});

/** The words of office as they are beside the name. */
const OFFICES: readonly (readonly [text: string, office: string])[] = [
  ['会议由局长王强主持。', '局长'],
  ['代表们向校长王强致敬。', '校长'],
  ['据主任王强介绍，河堤已经加固。', '主任'],
  ['学校聘请专家王强授课。', '专家'],
  ['请院长王强作报告。', '院长'],
  ['现场由交警大队大队长王强指挥。', '交警大队大队长'],
  ['会议由主席特使、县长王强主持。', '主席特使、县长'],
  ['（左图为全国人大代表江煦参观展览）中共青溪县委书记王强出席。', '中共青溪县委书记'],
  ['（上接第一版）青溪县委书记王强出席。', '青溪县委书记'],
  ['大同市市长王强出席。', '大同市市长'],
  ['和县县长王强出席。', '和县县长'],
  ['市推动青江经济带发展领导小组组长王强主持会议。', '市推动青江经济带发展领导小组组长'],
  ['供给科科长王强到场。', '供给科科长'],
];

test.each(OFFICES)('the office in %s', (text, office) => {
  const people = shownIn(text, 'person');
  expect(people.find(({ name }) => name === '王强')?.officeTitle).toBe(office);
});
