import type { Habit } from '../habit';
import { drawPageMark } from '../plain';
import type { Random } from '../random';
import { createIssueWriter } from '../truth';

/** A page of notices and classified advertisements: headings without a story, signatures, dates, telephone numbers. */
export const notices: Habit = {
  name: 'notices',
  write(_issue, random) {
    const writer = createIssueWriter();
    const lineEnd = random.pick(['\n', '\n\n']);
    const isMarked = random.chance(0.4);
    writer.add(`${drawPageMark(random)(random.between(4, 16), '公告')}\n\n`);
    for (let count = random.between(14, 22); count > 0; count--) {
      const { title, lines } = random.pick(NOTICES)(random);
      writer.beginArticle('notice');
      writer.headline('main', title, `${isMarked ? '# ' : ''}${title}${lineEnd}`);
      for (const line of lines) writer.paragraph(line, `${line}${lineEnd}`);
      writer.add(random.chance(0.7) ? '\n' : '');
    }
    return writer.finish();
  },
};

interface Notice {
  readonly title: string;
  readonly lines: readonly string[];
}

const COMPANIES = [
  '云川市青石建材有限公司',
  '东榆县恒远农业合作社',
  '云川宏业置业有限公司',
  '临河区利民超市',
  '青溪县水务有限公司',
];
const PEOPLE = ['沈知远', '温北辰', '江煦', '陆清和', '裴小棠', '岳临川', '叶青梧'];

const NOTICES: readonly ((random: Random) => Notice)[] = [
  (random) => ({
    title: '遗失声明',
    lines: [
      `${random.pick(PEOPLE)}遗失居民身份证，号码：5301021985${digits(random, 8)}，声明作废。`,
      `${random.pick(COMPANIES)}遗失公章一枚，编号：53${digits(random, 11)}，声明作废`,
    ],
  }),
  (random) =>
    signed(random, '注销公告', [
      `${random.pick(COMPANIES)}（统一社会信用代码：91530102MA${digits(random, 8)}）经股东会决议，拟向登记机关申请注销登记，清算组由${random.pick(PEOPLE)}、${random.pick(PEOPLE)}组成，请债权人自公告之日起45日内申报债权。`,
      '特此公告',
      `联系人：${random.pick(PEOPLE)}　电话：0871-6${digits(random, 7)}`,
    ]),
  (random) =>
    signed(random, '招标公告', [
      `${random.pick(COMPANIES)}就办公楼维修工程面向社会公开招标，欢迎符合条件的单位报名。`,
      `报名时间：5月${random.between(1, 15)}日至5月${random.between(16, 28)}日`,
      '报名地点：云川市长青路18号',
      `电话：139${digits(random, 8)}`,
    ]),
  (random) => ({
    title: random.pick(['招聘启事', '招聘']),
    lines: [
      `因业务发展需要，${random.pick(COMPANIES)}招聘会计1名、司机2名，待遇面议。`,
      '地址：云川市人民路66号',
      `电话：0871-6${digits(random, 7)}`,
    ],
  }),
  (random) =>
    signed(random, '关于停水的通知', [
      '因管道检修，定于5月20日8时至18时对长青路沿线停水，请广大用户做好储水准备。',
      '不便之处，敬请谅解',
    ]),
  (random) =>
    signed(random, '拍卖公告', [
      `受委托，我公司定于2024年5月${random.between(10, 28)}日上午10时在本公司拍卖厅公开拍卖下列标的：`,
      '1、临河区旧厂房一处，参考价120万元；',
      '2、报废车辆三台，参考价2万元。',
      `有意竞买者请于拍卖前一日办理手续，电话：0871-6${digits(random, 7)}`,
    ]),
  (random) =>
    signed(random, '讣告', [
      `云川市退休教师${random.pick(PEOPLE)}同志，因病医治无效，于2024年5月10日逝世，享年八十六岁。`,
      '遗体告别仪式定于5月12日上午9时在云川市殡仪馆举行。',
    ]),
  (random) => ({
    title: random.pick(['公示', '更正启事', '寻人启事', '迁址公告']),
    lines: [
      `${random.pick(COMPANIES)}自即日起迁至云川市新城大道100号办公，原地址停止使用，特此告知。`,
      `咨询电话：0871-6${digits(random, 7)}`,
    ],
  }),
];

function signed(random: Random, title: string, lines: readonly string[]): Notice {
  return { title, lines: [...lines, random.pick(COMPANIES), `2024年5月${random.between(1, 18)}日`] };
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(random.between(0, 9))).join('');
}
