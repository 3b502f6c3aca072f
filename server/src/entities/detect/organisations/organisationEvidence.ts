import type { TaggedSpan } from '../tagger/tagger';
import { ENTITY_WORDS } from '../vocabulary';

const {
  organisationEndings,
  organisations,
  genericOrganisations,
  worldPlaces,
  worldCities,
  sentenceWords,
  coverbsAnywhere,
  notInOrganisations,
} = ENTITY_WORDS;

/** Margin from which on the tagger is believed where a name does not end as those of organisations do. */
const LEAST_MARGIN = 3;

/** Whether more than the tagger's opinion speaks for the name of an organisation, or it is very sure. */
export function isSupportedOrganisation(text: string, { start, end, margin }: TaggedSpan): boolean {
  const name = text.slice(start, end);
  if (isGeneric(text, start, end) || PLACE_OR_ORDINAL.test(name) || holdsSentence(text, start, end)) return false;
  if (organisationEndings.lengthBefore(text, end) > 0 || organisations.lengthAt(text, start) === end - start)
    return true;
  return margin >= LEAST_MARGIN && !(/[A-Za-z]/.test(name) && /\p{Script=Han}{2}$/u.test(name));
}

/** 公司, 美国公司, 几家汽车公司: any of a kind. */
export function isGeneric(text: string, start: number, end: number): boolean {
  const kind = genericOrganisations.lengthBefore(text, end);
  if (kind === 0) return false;
  const before = text.slice(start, end - kind);
  if (before === '' || SOME.test(before)) return true;
  if (worldPlaces.lengthAt(before, 0) !== before.length) return false;
  return worldCities.lengthAt(before, 0) !== before.length || !OF_CITY.test(text.slice(end - kind, end));
}

/** 阿姆斯特丹大学: a city has one by its name. */
const OF_CITY = /^(?:大学|医院|电视台)$/;
const SOME = /^(?:[两三四五六七八九十几多各数][家国个所]|民间|国家|国有|外国|省级|市级)/;
const PLACE_OR_ORDINAL = /(?:[省市县州]|[东西南北中]部|第.{1,3}[位名]|公安机关|公安系统|公安部门|理事国|运动会)$/;

/** 一家报社, 等强队, 第三大银行: counted or described, and so no name, whatever is before it. */
export function isDescribed(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (notInOrganisations.lengthAt(text, at) > 0) return true;
  return COUNTED.test(text.slice(start, end));
}

const COUNTED = /[一二两三四五六七八九十几多数各\d](?:[家国个所支名位组届]|大(?!队))|(?<![高中初上平])等/;

function holdsSentence(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if ((at > start && coverbsAnywhere.has(text.charAt(at))) || sentenceWords.lengthAt(text, at) > 1) return true;
  return false;
}
