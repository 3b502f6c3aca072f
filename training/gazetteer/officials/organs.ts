import type { Division } from './divisions';
import { CENTRAL, GOVERNMENT_HEAD, LOCAL, PARTY_ORGAN } from './offices';
import type { Placed } from './placing';

/** An organ as the words after it may refer to it. */
export interface Organ {
  readonly division: Division | undefined;
  /** 市委, 市政府, 市公安局, 浙江大学. */
  readonly name: string;
}

/** A post without its dates, in the words of a paper of the place: 市委书记, or 市公安局 + 局长. */
export interface NamedPost {
  readonly office: string;
  readonly organisation: string;
  readonly place: string;
}

export interface Named {
  readonly organ: Organ;
  readonly post?: NamedPost;
}

/** What the step has named before. */
export interface Before {
  readonly organ: Organ | undefined;
  /** Of the party committee named last. */
  readonly committee: Division | undefined;
  readonly last: Division | undefined;
  /** In which the place named last lies. */
  readonly city: Division | undefined;
}

/**
 * Which organ an office belongs to, from the words before it and from the organs that the step has named before.
 * @param words what is between the division and the office
 */
export function organNamed(
  words: string,
  office: string,
  { division, opening }: Pick<Placed, 'division' | 'opening'>,
  { organ: before, committee, last, city }: Before,
): Named | undefined {
  const text = normalised(words);
  if (opening !== 'none') return division && localPost(completed(text, office), office, division, before);
  if (text === '' || text === '党') return before && inherited(office, before);
  const organ = completed(text, office);
  if (before) {
    if (/^办公[厅室]$/.test(organ) && /(?:政府|小组)$/.test(before.name)) return named(joinedTo(before, organ), office);
    if (/^[镇乡]?人大$/.test(organ) && /[镇乡]$/.test(before.name)) return named(joinedTo(before, '人大'), office);
    if (organ === '管委会')
      return named(joinedTo({ ...before, name: before.name.replace(/(?:管委会|党工委|工委)$/, '') }, organ), office);
    if (/委员会$/.test(organ) && /(?:政协|人大常委会)$/.test(before.name))
      return named(joinedTo({ ...before, name: before.name.replace(/常委会$/, '') }, organ), office);
  }
  if (committee && PARTY_ORGAN.test(organ)) {
    const prefix = /^(?:纪委|监委)/.test(organ) ? committee.level : committeeName(committee);
    return named({ division: committee, name: prefix + organ }, office);
  }
  if (last && /[镇乡]$/.test(organ)) return named({ division: last, name: organ }, office);
  const namesake = [last, city].find((place) => place && organ.startsWith(shortName(place)));
  if (namesake) return named({ division: namesake, name: organ }, office);
  if (last && /^团[省市县区州盟地]委$/.test(organ)) return named({ division: last, name: organ }, office);
  const isLocal = last && before?.division && organ.length <= 10 && LOCAL.test(organ) && !CENTRAL.test(organ);
  if (isLocal) return named({ division: last, name: last.level + organ }, office);
  return named({ division: undefined, name: organ }, office);
}

const joinedTo = ({ division, name }: Organ, part: string): Organ => ({ division, name: name + part });

function localPost(organ: string, office: string, division: Division, before: Organ | undefined): Named | undefined {
  // 自治区党委书记, 州党委书记: there 党委 is the committee of the division.
  const [, ofCommittee] = (organ === '' && /^党委((?:第一|常务)?副?(?:书记|常委|秘书长|委员))$/.exec(office)) || [];
  if (ofCommittee !== undefined) return localPost('党委', ofCommittee, division, before);
  if (organ === '委' || organ === '党委') {
    const name = committeeName(division);
    return { organ: { division, name }, post: { office: name + office, organisation: '', place: division.id } };
  }
  const isHead = GOVERNMENT_HEAD.test(office) || (division.level === '自治区' && /^(?:代|常务)?副?主席$/.test(office));
  if (isHead && /^(?:政府|行署|行政公署|公署)?$/.test(organ)) {
    const government = division.level === '地区' ? '行署' : `${division.level}政府`;
    return { organ: { division, name: government }, post: { office, organisation: '', place: division.id } };
  }
  if (organ === '') return before && inherited(office, before);
  // 和林县 for 和林格尔县: a place that nobody knows is no part of an organ's name.
  if (/^.{2,6}[县市区州盟旗](?:委|政府)$/.test(organ)) return undefined;
  return named({ division, name: localName(organ, division) }, office);
}

/** What the organ is called where it stands: 市公安局, 市委组织部, 团市委, but 军分区. */
function localName(organ: string, division: Division): string {
  const committee = committeeName(division);
  if (/^团[省市县区州盟地]?委/.test(organ)) return `团${committee}${organ.replace(/^团.?委/, '')}`;
  if (/(?:[镇乡]|街道)$/.test(organ) || ZONE.test(organ)) return organ;
  if (/^(?:委|党委)(?!员会)./.test(organ)) return committee + organ.replace(/^党?委/, '');
  if (/^(?:军分区|警备区)/.test(organ)) return organ;
  return division.level === '地区' && organ === '政府' ? '行署' : division.level + organ;
}

/** A zone with a name of its own (沈抚新区党工委), not one that is only its city's (经济技术开发区管委会). */
const ZONE =
  /^(?!经济|经开|高新|开发|工业|旅游|保税|综合|自由|现代|农业)[\u4e00-\u9fff]{2,}(?:新区|开发区|高新区|经开区|园区|基地|风景区|试验区|合作区|保税区)(?:党工委|工委|管委会|管理委员会)?$/;

/** 南京 of 南京市: what the names of its zones and schools begin with. */
function shortName({ name, level }: Division): string {
  return name.length - level.length >= 2 ? name.slice(0, -level.length) : name;
}

/** The office alone (党组书记, 副主任) belongs to the organ named before it. */
function inherited(office: string, organ: Organ): Named {
  if (!isCommittee(organ.name)) return named(organ, office);
  return { organ, post: { office: organ.name + office, organisation: '', place: organ.division?.id ?? '' } };
}

function named(organ: Organ, office: string): Named {
  // 州政府州长 is the 州长.
  const isHead = GOVERNMENT_HEAD.test(office) && organ.name === `${organ.division?.level ?? ''}政府`;
  if (isHead) return { organ, post: { office, organisation: '', place: organ.division?.id ?? '' } };
  return { organ, post: { office, organisation: organ.name, place: organ.division?.id ?? '' } };
}

/** 公安局长 is the 局长 of the 公安局. */
function completed(organ: string, office: string): string {
  const ending = /^(?:代|常务)?副?([局厅部司])长$/.exec(office)?.[1];
  const isWhole = organ.length < 2 || /[厅局部委会府院办司处所社校行区镇乡县市组队署]$/.test(organ);
  return ending === undefined || isWhole ? organ : organ + ending;
}

export function isCommittee(name: string): boolean {
  return /^(?:[省市县区州盟旗地]委|自治区党委)$/.test(name);
}

function committeeName(division: Division): string {
  return division.level === '自治区' ? '自治区党委' : division.level === '地区' ? '地委' : `${division.level}委`;
}

function normalised(organ: string): string {
  return organ
    .replace(/^(?:中共|中国共产党)/, '')
    .replace(/人民代表大会常务委员会|人大常务委员会/, '人大常委会')
    .replace(/^人民代表大会/, '人大')
    .replace(/人民政府/, '政府')
    .replace(/(?:中国)?人民政治协商会议(?:.{1,6}委员会)?/, '政协')
    .replace(/纪律检查委员会/, '纪委')
    .replace(/^委员会$/, '委');
}
