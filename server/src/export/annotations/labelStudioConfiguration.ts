import { CONTROLS } from '../../annotations/interchange/labelStudioControls';
import { titleIn } from '../../annotations/labels/labels';
import { visible } from '../../core/visible';
import type { FolderFiles } from '../format';
import { collectLabels, type AttributeInUse, type LabelsInUse } from './labelsInUse';

/**
 * Makes the labelling interface of a project of Label Studio for the tasks of a folder: the labels with titles, colours and keys, a
 * control for each attribute, and the relations. Labels have their ids as aliases, which are what Label Studio writes.
 */
export function labelStudioConfiguration(): FolderFiles {
  const collection = collectLabels();
  return {
    ...collection,
    files: () => [
      {
        name: 'label-studio.xml',
        chunks: [print(collection.inUse())],
        isCompanion: true,
        replaceable: /^<View>\n {2}<!-- Written by Galley/,
      },
    ],
  };
}

function print({ labels, relations, attributes }: LabelsInUse): string {
  const lines = [
    '<View>',
    '  <!-- Written by Galley from its labels. -->',
    `  ${tag('Labels', { name: CONTROLS.label, toName: CONTROLS.text })}`,
    ...labels.map(({ id, title, colour, key }) => {
      const shown = titleIn(title, id);
      const alias = shown === id ? {} : { alias: id };
      return `    ${empty('Label', { value: shown, ...alias, background: colour?.light, hotkey: key })}`;
    }),
    '  </Labels>',
    `  ${empty('Text', { name: CONTROLS.text, value: '$text', granularity: 'symbol' })}`,
    ...attributes.flatMap(attributeLines),
    ...regionLines({}, [empty('TextArea', { ...perRegion(CONTROLS.entity), placeholder: CONTROLS.entity })]),
    '  <Relations>',
    ...relations.map(({ id }) => `    ${empty('Relation', { value: id })}`),
    '  </Relations>',
    '</View>',
  ];
  return `${lines.join('\n')}\n`;
}

/** The control of an attribute, which is shown when a region is selected; if one label alone has the attribute, one of that. */
function attributeLines({ id, title, labels, values, isChoice }: AttributeInUse): readonly string[] {
  const [only] = labels.length === 1 ? labels : [];
  const shown = titleIn(title, id);
  const control = { ...perRegion(id), whenLabelValue: only };
  return regionLines({ whenTagName: CONTROLS.label, whenLabelValue: only }, [
    empty('Header', { value: shown, size: '6' }),
    ...(isChoice
      ? [
          tag('Choices', { ...control, showInline: 'true' }),
          ...values.map((value) => `  ${empty('Choice', { value })}`),
          '</Choices>',
        ]
      : [empty('TextArea', { ...control, placeholder: shown })]),
  ]);
}

function regionLines(when: Attributes, lines: readonly string[]): readonly string[] {
  return [
    `  ${tag('View', { visibleWhen: 'region-selected', ...when })}`,
    ...lines.map((line) => `    ${line}`),
    '  </View>',
  ];
}

function perRegion(name: string): Attributes {
  return { name, toName: CONTROLS.text, perRegion: 'true' };
}

type Attributes = Readonly<Record<string, string | undefined>>;

function empty(name: string, attributes: Attributes): string {
  return tag(name, attributes).replace(/>$/, '/>');
}

function tag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(value)}"`],
  );
  return `<${name}${written.join('')}>`;
}

function escaped(text: string): string {
  return visible(text).replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
