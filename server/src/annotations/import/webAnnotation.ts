import * as v from 'valibot';
import { readJson } from '../../core/json';
import { groupBy } from '../../core/groups';
import { propertiesOf } from '../../core/settings';
import type { Comment } from '../../source/sidecar/schema';
import { idOfUrn } from '../interchange/urns';
import { attributeOf } from '../interchange/attributes';
import type { AnnotatedDocument, ImportedAnnotation, ImportedPlace, ImportedRelation, ImportFormat } from './model';

/**
 * W3C Web Annotations: one, a list, a page or a collection. Tags are labels, comments the thread of a note, and what identifies
 * or describes is the entry of a dictionary or an attribute. An annotation that links to another one is a relation.
 */
export const webAnnotation: ImportFormat = {
  id: 'web-annotation',
  extensions: ['jsonld', 'json'],
  recognises({ text }) {
    if (!/^\uFEFF?\s*[[{]/.test(text)) return false;
    const reading = readJson(text);
    if (!('value' in reading)) return false;
    const { '@context': context } = propertiesOf(reading.value);
    return listOf(context).includes(CONTEXT) || itemsIn(reading.value).some((item) => isAnnotation(item));
  },
  read({ text }) {
    const reading = readJson(text);
    if ('problem' in reading) throw new Error(reading.problem);
    const page = propertiesOf(reading.value);
    const sha256 = /^urn:galley:annotations:sha256:([0-9a-f]{64})$/.exec(String(page['id']))?.[1];
    const lines = propertiesOf(page['galley:text'])['lines'];
    const items = itemsIn(reading.value).filter((item) => isAnnotation(item));
    const links = items.filter((item) => isLink(item));
    const bySource = groupBy(
      items.filter((item) => !isLink(item)),
      (item) => sourceOf(item['target']),
    );
    const relations = links.flatMap((item) => readLink(item));
    return [...bySource].map(([source, annotations]): AnnotatedDocument => {
      return {
        names: namesOf(source),
        ...(sha256 === undefined ? {} : { sha256 }),
        source: { kind: 'quotes', ...(typeof lines === 'string' ? { lines } : {}) },
        annotations: annotations.flatMap((item, at) => readAnnotation(item, at)),
        relations,
        problems: [],
      };
    });
  },
};

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

type Item = Readonly<Record<string, unknown>>;

function itemsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const { items, first } = propertiesOf(value);
  if (Array.isArray(items)) return items;
  return first === undefined ? [value] : itemsIn(first);
}

function isAnnotation(item: unknown): item is Item {
  const { type, target } = propertiesOf(item);
  return listOf(type).includes('Annotation') && target !== undefined;
}

/** Whether an annotation is a relation: it is about another one, and links to a third. */
function isLink(item: Item): boolean {
  return listOf(item['motivation']).includes('linking') && typeof item['target'] === 'string';
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function sourceOf(target: unknown): string {
  const [first] = listOf(target);
  return textOf(first) ?? textOf(propertiesOf(first)['source']) ?? textOf(propertiesOf(first)['id']) ?? '';
}

/** What an address calls a file, without an extension. */
function namesOf(source: string): readonly string[] {
  let [path = ''] = source.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*\/?)?/i, '').split(/[?#]/, 1);
  try {
    path = decodeURIComponent(path);
  } catch {
    // It is a name that only looks like an address.
  }
  const name = path.replace(/\.[^./]*$/, '');
  return name === '' ? [] : [name];
}

/** An annotation for each of its tags. */
function readAnnotation(item: Item, at: number): readonly ImportedAnnotation[] {
  const id = textOf(item['id']) ?? '';
  const ownId = idOfUrn('annotation', id) ?? (id || String(at));
  const { tags, ...about } = readBodies(item);
  const resolved = item['galley:resolved'];
  const layer = textOf(item['galley:layer']);
  const annotation = {
    ...(layer === undefined ? {} : { layer }),
    ...about,
    ...(typeof resolved === 'boolean' ? { resolved } : {}),
    ...authorOf(item),
    ...dated('created', item),
    ...dated('modified', item),
    place: placeOf(item['target']),
  };
  const labels = tags.length > 0 ? tags : ['note'];
  return labels.map((label, index) => ({
    id: index === 0 ? ownId : `${ownId}/${String(index)}`,
    label,
    ...annotation,
  }));
}

/** What the bodies of an annotation say. One without a purpose has that of the annotation. */
function readBodies(
  item: Item,
): { readonly tags: readonly string[] } & Pick<ImportedAnnotation, 'attributes' | 'entity' | 'comments'> {
  const tags: string[] = [];
  const attributes: Record<string, string> = {};
  const comments: Comment[] = [];
  let entity: string | undefined;
  for (const one of [...listOf(item['body']), ...listOf(item['bodyValue'])]) {
    const body = typeof one === 'string' ? { value: one } : propertiesOf(one);
    const purpose = textOf(body['purpose']) ?? textOf(listOf(item['motivation'])[0]);
    const value = textOf(body['value']);
    const reference = textOf(body['source']) ?? textOf(body['id']) ?? value;
    const attribute = purpose === 'describing' && value !== undefined ? attributeOf(value) : undefined;
    if (attribute) attributes[attribute.name] = attribute.value;
    else if (purpose === 'tagging' || purpose === 'classifying') {
      if (reference !== undefined) tags.push(value ?? reference);
    } else if (purpose === 'identifying') {
      if (reference !== undefined) entity = idOfUrn('entry', reference) ?? reference;
    } else if (value !== undefined) comments.push({ text: value, ...authorOf(body), ...dated('at', body) });
  }
  return {
    tags,
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    ...(entity === undefined ? {} : { entity }),
    ...(comments.length > 0 ? { comments } : {}),
  };
}

function authorOf(item: Item): { readonly by?: string } {
  const [creator] = listOf(item['creator']);
  const { name, nickname, id } = propertiesOf(creator);
  const by = textOf(creator) ?? textOf(name) ?? textOf(nickname) ?? textOf(id);
  return by === undefined ? {} : { by };
}

/** The date of an annotation under the name that the sidecar has for it. */
function dated<Name extends 'created' | 'modified' | 'at'>(
  name: Name,
  item: Item,
): { readonly [One in Name]?: string } {
  const date = textOf(item[name === 'at' ? 'created' : name]);
  return (date === undefined ? {} : { [name]: date }) as { readonly [One in Name]?: string };
}

const position = v.looseObject({ start: v.number(), end: v.number() });

/** The selectors of a target, also those that refine another. */
function placeOf(target: unknown): ImportedPlace {
  const [first] = listOf(target);
  const selectors = selectorsIn(propertiesOf(first)['selector']);
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const points = selectors.find(({ type }) => type === 'TextPositionSelector');
  const units = points?.['galley:utf16'];
  return {
    ...(v.is(position, units) ? { span: { start: units.start, end: units.end } } : {}),
    ...(v.is(position, points) ? { points: { start: points.start, end: points.end } } : {}),
    ...(quote && textOf(quote['exact']) !== undefined
      ? {
          quote: {
            exact: textOf(quote['exact']) ?? '',
            prefix: textOf(quote['prefix']) ?? '',
            suffix: textOf(quote['suffix']) ?? '',
          },
        }
      : {}),
  };
}

function selectorsIn(value: unknown): readonly Item[] {
  return listOf(value).flatMap((one) => {
    const selector = propertiesOf(one);
    return [selector, ...selectorsIn(selector['refinedBy'])];
  });
}

function readLink(item: Item): readonly ImportedRelation[] {
  const { tags } = readBodies(item);
  const idOf = (urn: string): string => idOfUrn('annotation', urn) ?? urn;
  return listOf(item['body']).flatMap((one) => {
    const { purpose, source, id } = propertiesOf(one);
    const to = typeof one === 'string' ? one : (textOf(source) ?? textOf(id));
    if (to === undefined || (purpose !== undefined && purpose !== 'linking')) return [];
    return [
      {
        type: tags[0] ?? 'related',
        from: idOf(String(item['target'])),
        to: idOf(to),
        ...authorOf(item),
        ...dated('created', item),
      },
    ];
  });
}
