const PEOPLES =
  '蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 普米族 塔吉克族 怒族 鄂温克族 保安族 裕固族 独龙族 鄂伦春族 各族 蒙古 哈萨克 塔吉克 锡伯 柯尔克孜 维吾尔'.split(
    ' ',
  );

/** The longest first, so that 浦东新区 gives 浦东 and not 浦东新. */
const RANKS = /^(.+?)(特别行政区|自治区|自治州|自治县|自治旗|行政区|地区|新区|林区|特区|省|盟|州|市|县|区|旗)$/;

/** Names that end like a rank and have no shorter form, or another one than the rule gives. */
const SINGULAR = new Map<string, readonly string[]>([
  ['内蒙古自治区', ['内蒙古']],
  ['东乡族自治县', ['东乡县']],
  ['西安区', []],
  ['中沙群岛的岛礁及其海域', ['中沙群岛']],
  ['台湾省', ['台湾']],
  ['香港特别行政区', ['香港', '香港特区']],
  ['澳门特别行政区', ['澳门', '澳门特区']],
]);

/**
 * What newspapers write for the full name of a division: 衢江 for 衢江区, 景宁, 景宁县 for 景宁畲族自治县, 恩施州, 恩施 for
 * 恩施土家族苗族自治州. One character is no name (衢县, 东区 have none), and neither is an ordinary word.
 */
export function shortNames(name: string, ordinaryWords: ReadonlySet<string>): string[] {
  const [, stem = '', rank = ''] = RANKS.exec(name) ?? [];
  const bare = /^自治[州县旗]$/.test(rank) || rank === '自治区' ? withoutPeoples(stem) : stem;
  const names = SINGULAR.get(name) ?? [bare, ...(/^自治[州县旗]$/.test(rank) ? [bare + rank.slice(2)] : [])];
  return names.filter((short) => short.length > 1 && short !== name && !ordinaryWords.has(short));
}

/** 沐尘乡 for 沐尘畲族乡; other towns are not called by less than their name without a text that says it in full. */
export function shortTownNames(name: string): string[] {
  const stem = /^(.+)乡$/.exec(name)?.[1]?.replace(/民族$/, '') ?? '';
  const bare = withoutPeoples(stem);
  return bare === stem || bare.length < 2 ? [] : [`${bare}乡`];
}

function withoutPeoples(stem: string): string {
  const people = PEOPLES.find((candidate) => stem.endsWith(candidate) && stem.length > candidate.length);
  return people === undefined ? stem : withoutPeoples(stem.slice(0, -people.length));
}
