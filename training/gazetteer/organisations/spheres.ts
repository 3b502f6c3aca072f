import type { Sphere } from '../../../server/src/gazetteer/model';

/** By what a name of an organisation contains, the first that fits. */
const SPHERES: readonly (readonly [RegExp, Sphere])[] = [
  [/纪委|监委|监察委员会|监察[厅局]|纪律检查/, 'supervision'],
  [/政协/, 'cppcc'],
  [/人大|人民代表/, 'congress'],
  [/检察院/, 'procuratorate'],
  [/法院/, 'court'],
  [/大学|学院|学校|党校|研究院|科学院/, 'education'],
  [/军区|军分区|警备区|人武部|解放军|集团军|海军|空军|兵$|军$|军团|司令部/, 'military'],
  [/公司|集团|银行|总厂|厂$|煤矿|保险/, 'enterprise'],
  [/日报|晚报|报社|电视台|广播|杂志|通讯社|出版社/, 'media'],
  [
    /总工会|妇联|妇女联合会|工商联|红十字|残联|残疾人|文联|文学艺术|科协|社科联|侨联|青联|青年联合会|协会|学会|共青团|团.{0,2}委$|基金会/,
    'society',
  ],
  [/[省市县区州盟旗地]委|党委|党工委|工委|中央(?!银行)/, 'party'],
  [/政府|行署|[局厅部署]$|委员会$|委$|办公[室厅]|管委会|国务院/, 'government'],
];

/** What an organisation belongs to, by its name. */
export function sphereOf(name: string): Sphere {
  return SPHERES.find(([shape]) => shape.test(name))?.[1] ?? 'other';
}
