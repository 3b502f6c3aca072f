/**
 * Builds dictionaries/models/name-odds.json: how much a character speaks for being a surname, a part of a given name or a
 * part of a transliterated name, in nats over its share of ordinary text:
 *
 *   node scripts/run.mjs training/models/name-odds.ts JIEBA_DICT NAMES_FILE MODEL dictionaries/models/name-odds.json
 *
 * Sources: the names in jieba's dictionary (MIT) and in pycorrector's list (Apache-2.0).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readNgrams } from '../../server/src/languageModel/model/ngrams';

const [jieba, namesFile, modelFile, outFile] = process.argv.slice(2);
if (!jieba || !namesFile || !modelFile || !outFile)
  throw new Error('usage: name-odds.ts JIEBA_DICT NAMES MODEL OUT_FILE');
const model = readNgrams(readFileSync(modelFile));
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
  '温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由';

const given = new Map<string, number>();
const foreign = new Map<string, number>();
const surnames = new Map<string, number>();
const totals = { given: 0, foreign: 0, surname: 0 };
const chinese: string[] = readFileSync(namesFile, 'utf8')
  .split('\n')
  .map((line) => line.split('\t')[0] ?? '');
for (const line of readFileSync(jieba, 'utf8').split('\n')) {
  const [word = '', , tag = ''] = line.split(' ');
  if (tag === 'nrt' || tag === 'nrfg') [...word].forEach((character) => count(foreign, character, 'foreign'));
  else if (tag === 'nr') chinese.push(word);
}
for (const name of new Set(chinese)) {
  if (!/^[\u4e00-\u9fff]{2,3}$/.test(name) || !SURNAMES.includes(name[0] ?? '')) continue;
  count(surnames, name[0] ?? '', 'surname');
  [...name.slice(1)].forEach((character) => count(given, character, 'given'));
}
const rows = (counts: Map<string, number>, total: number): Record<string, number> =>
  Object.fromEntries(
    [...counts]
      .filter(([, seen]) => seen >= 3)
      .map(
        ([character, seen]) =>
          [
            character,
            Math.round(10 * (Math.log(seen / total) - model.unigram(model.symbolOf(character.charCodeAt(0))))) / 10,
          ] as const,
      )
      .filter(([, weight]) => weight > -3)
      .sort(([first], [second]) => (first < second ? -1 : 1)),
  );
writeFileSync(
  outFile,
  JSON.stringify({
    surname: rows(surnames, totals.surname),
    given: rows(given, totals.given),
    foreign: rows(foreign, totals.foreign),
  }),
);
console.error(`${surnames.size} surnames, ${given.size} in given names, ${foreign.size} in transliterations`);

function count(into: Map<string, number>, character: string, total: keyof typeof totals): void {
  into.set(character, (into.get(character) ?? 0) + 1);
  totals[total]++;
}
