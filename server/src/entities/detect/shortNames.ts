import { isNameDot } from '../../core/names/shape';
import { surnameLengthAt } from '../../core/names/surnames';
import type { MentionCandidate } from './candidate';
import { isCutFromTranscription } from './places/placeEvidence';
import { ENTITY_WORDS, isCommonCharacter, isCommonWord, isWordAt } from './vocabulary';

const { japaneseSurnames, afterName, beforeCountry, transliteration, notPlaces } = ENTITY_WORDS;

/** A shorter form of a name. */
export interface ShortName {
  readonly form: string;
  /** Whether it stands for the whole at a place in a text; `end` is the end of the form. */
  isHighConfidence(text: string, start: number, end: number): boolean;
}

/** The forms by which a text goes on to name what it has named in full. */
export function shortNamesOf({ type, name }: MentionCandidate): readonly ShortName[] {
  if (type === 'place') return [...townWithoutKind(name), ...letterOf(name)];
  return type === 'person' ? [...familyNameOf(name), ...givenNameOf(name)] : [];
}

const always = (): boolean => true;

/** 辉埠 of 辉埠镇, where that leaves two characters or more that are no word. */
function townWithoutKind(name: string): ShortName[] {
  const form = /^([\u4e00-\u9fff]{2,4})(?:[镇乡村县]|街道)$/.exec(name)?.[1];
  return form === undefined || isWord(form) || notPlaces.lengthAt(form, 0) === form.length
    ? []
    : [{ form, isHighConfidence: always }];
}

/** 衢 of 衢州, in 来衢 and 在衢: only where the character is in no common word, and no other name begins with it. */
function letterOf(name: string): ShortName[] {
  const form = name.charAt(0);
  if (!/^[\u4e00-\u9fff]{2,3}$/.test(name) || isCommonCharacter(form)) return [];
  const isAlone = (text: string, start: number, end: number): boolean =>
    beforeCountry.lengthBefore(text, start) > 0 &&
    !isCommonWord(text.charCodeAt(start), text.charCodeAt(end)) &&
    !transliteration.has(text.charAt(end));
  return [{ form, isHighConfidence: isAlone }];
}

/** 布什 of 乔治·布什, 桥本 of 桥本龙太郎. */
function familyNameOf(name: string): ShortName[] {
  let dot = name.length - 1;
  while (dot >= 0 && !isNameDot(name.charCodeAt(dot))) dot--;
  const length = japaneseSurnames.lengthAt(name, 0);
  const form = dot >= 0 ? name.slice(dot + 1) : length > 0 && length < name.length ? name.slice(0, length) : '';
  return form.length > 1 && !isWord(form)
    ? [{ form, isHighConfidence: (text, start) => !isCutFromTranscription(text, start) }]
    : [];
}

/** 飞帆 of 汤飞帆, 若谷 of 欧阳若谷, in 飞帆同志. */
function givenNameOf(name: string): ShortName[] {
  const form = name.slice(surnameLengthAt(name, 0));
  if (form.length !== 2 || form === name || isWord(form)) return [];
  return [{ form, isHighConfidence: (text, _start, end) => afterName.lengthAt(text, end) > 0 }];
}

function isWord(pair: string): boolean {
  return pair.length === 2 && isWordAt(pair, 0);
}
