import type { Analysis } from '../../../analysis/analysis';
import { urnOf } from '../../../annotations/interchange/urns';
import { textOf } from '../../../core/span';
import type { PlacedAnnotation } from '../../../annotations/stored';
import type { Relation } from '../../../source/sidecar/schema';
import { placedAnnotations, relationsAmong } from '../../annotations/placed';
import type { Named, NamedIn } from '../../named';
import { settledEntry, type NamedType } from '../../../entities/namedKey';
import { authorityLinks } from '../../../gazetteer/lookup/authorities';
import type { Gazetteer } from '../../../gazetteer/model';
import type { Ids } from './ids';
import type { Inline } from './inlineMarks';
import { attribute, escaped, word } from './xml';

/** What stands apart from the text: who and what it names, and its annotations with their relations. */
export function* standOff(
  analysis: Analysis,
  article: string | undefined,
  { ids, named, inline }: { readonly ids: Ids; readonly named: NamedIn; readonly inline: Inline },
): Generator<string> {
  const annotations = placedAnnotations(analysis, article);
  if (named.all.length === 0 && annotations.length === 0) return;
  yield '<standOff>\n';
  for (const type of ['person', 'place', 'organisation'] as const)
    yield* listOf(type, named.all, ids, analysis.gazetteer);
  if (annotations.length > 0) {
    yield '<listAnnotation>\n';
    for (const one of annotations)
      yield annotationElement(one, textOf(analysis.document.text, one.anchor), ids, inline);
    yield '</listAnnotation>\n';
  }
  const relations = relationsAmong(analysis, annotations);
  if (relations.length > 0) {
    yield '<listRelation>\n';
    for (const relation of relations) yield relationElement(relation, ids);
    yield '</listRelation>\n';
  }
  yield '</standOff>\n';
}

const ELEMENTS: Readonly<Record<NamedType, readonly [list: string, item: string, name: string]>> = {
  person: ['listPerson', 'person', 'persName'],
  place: ['listPlace', 'place', 'placeName'],
  organisation: ['listOrg', 'org', 'orgName'],
};

function* listOf(
  type: NamedType,
  all: readonly Named[],
  ids: Ids,
  gazetteer: Gazetteer | undefined,
): Generator<string> {
  const entries = all.filter((one) => one.type === type);
  if (entries.length === 0) return;
  const [list, item, element] = ELEMENTS[type];
  yield `<${list}>\n`;
  for (const { id, name, office, links } of entries) {
    const occupation = office === undefined ? '' : `<occupation>${escaped(office)}</occupation>`;
    const entriesMeant = [...links].map((link) => `<idno type="galley">${escaped(link)}</idno>`).join('');
    const elsewhere = authorityLinks(gazetteer, settledEntry([...links]))
      .map(({ authority, id: idThere }) => `<idno type="${authority}">${escaped(idThere)}</idno>`)
      .join('');
    yield `<${item} xml:id="${ids.of(id)}"><${element}>${escaped(name)}</${element}>${occupation}${entriesMeant}${elsewhere}</${item}>\n`;
  }
  yield `</${list}>\n`;
}

/** An annotation of what is between its two anchors, or of the whole issue where the text has not both of them. */
function annotationElement({ annotation }: PlacedAnnotation, words: string, ids: Ids, inline: Inline): string {
  const { id, label, layer, attributes = {}, entity, comments = [], by, created, modified, resolved } = annotation;
  const target = inline.hasEnds(id) ? `#range(${ids.of(`${id}-start`)},${ids.of(`${id}-end`)})` : `#${ids.issue}`;
  const made = [
    ...(by === undefined ? [] : [`<respStmt><resp>annotation</resp><name>${escaped(by)}</name></respStmt>`]),
    ...(created === undefined && modified === undefined
      ? []
      : [`<revisionDesc>${changes(created, modified)}</revisionDesc>`]),
  ];
  const notes = [
    note('label', label),
    note('quote', words),
    ...(layer === undefined ? [] : [note('layer', layer)]),
    ...Object.entries(attributes).map(([name, value]) => note('attribute', value, name)),
    ...(resolved === undefined ? [] : [note('resolved', String(resolved))]),
    ...comments.map(({ text, by: author }) => note('comment', text, author)),
    ...(entity === undefined ? [] : [`<ptr type="entry" target="${escaped(urnOf('entry', entity))}"/>`]),
  ];
  const motivation = comments.length > 0 ? 'tagging commenting' : 'tagging';
  return `<annotation xml:id="${ids.of(id)}" motivation="${motivation}" target="${target}">${made.join('')}${notes.join('')}</annotation>\n`;
}

function changes(created: string | undefined, modified: string | undefined): string {
  const change = (status: string, when: string | undefined): string =>
    when === undefined
      ? ''
      : `<change status="${status}"${DATE_TIME.test(when) ? attribute('when', when) : ''}>${escaped(when)}</change>`;
  return change('created', created) + change('modified', modified);
}

/** What TEI accepts as a date or a time of a day. */
const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)?)?$/;

function note(type: string, text: string, name?: string): string {
  return `<note type="${type}"${name === undefined ? '' : attribute('n', name)}>${escaped(text)}</note>`;
}

function relationElement({ id, type, from, to }: Relation, ids: Ids): string {
  return `<relation xml:id="${ids.of(id)}" name="${escaped(word(type))}" active="#${ids.of(from)}" passive="#${ids.of(to)}"/>\n`;
}
