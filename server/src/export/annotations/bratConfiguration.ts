import { bratName, bratValue } from '../../annotations/interchange/bratNames';
import { titleIn } from '../../annotations/labels/labels';
import type { Label } from '../../annotations/labels/schema';
import { visible } from '../../core/visible';
import type { ExportFile, FolderFiles } from '../format';
import { collectLabels, type AttributeInUse, type LabelsInUse } from './labelsInUse';

/**
 * Makes the `annotation.conf` of a folder for brat, with the labels, relations and attributes that its annotations may have, and
 * the `visual.conf` with their titles and colours.
 */
export function bratConfiguration(): FolderFiles {
  const collection = collectLabels();
  return {
    ...collection,
    files() {
      const inUse = collection.inUse();
      return [
        configurationFile('annotation.conf', annotationSections(inUse)),
        configurationFile('visual.conf', visualSections(inUse)),
      ];
    },
  };
}

type Sections = Readonly<Record<string, readonly string[]>>;

const HEADING = '# Written by Galley from its labels.';

function configurationFile(name: string, sections: Sections): ExportFile {
  const parts = Object.entries(sections).map(([title, lines]) => [`[${title}]`, ...lines, ''].join('\n'));
  return {
    name,
    chunks: [[HEADING, '', ...parts].join('\n')],
    isCompanion: true,
    replaceable: /^# Written by Galley/,
  };
}

function annotationSections({ labels, relations, attributes }: LabelsInUse): Sections {
  const typeList = (ids: readonly string[] | undefined): string => ids?.map(bratName).join('|') ?? '<ENTITY>';
  return {
    entities: labels.map(({ id }) => bratName(id)),
    relations: [
      ...relations.map(({ id, from, to }) => `${bratName(id)}\tArg1:${typeList(from)}, Arg2:${typeList(to)}`),
      // Spans may be within one another.
      '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    ],
    events: [],
    attributes: attributes.map(attributeLine),
  };
}

function attributeLine({ id, labels, values }: AttributeInUse): string {
  const choice = values.length > 0 ? `, Value:${values.map(bratValue).join('|')}` : '';
  return `${bratName(id)}\tArg:${labels.map(bratName).join('|')}${choice}`;
}

function visualSections({ labels, relations, attributes }: LabelsInUse): Sections {
  return {
    labels: [...labels, ...relations, ...attributes].map(
      ({ id, title }) => `${bratName(id)} | ${bratTitle(titleIn(title, id))}`,
    ),
    drawing: [
      'SPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken',
      'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
      ...labels.flatMap(({ id, colour }) => (colour ? [`${bratName(id)}\t${drawingOf(colour)}`] : [])),
    ],
  };
}

/** A title as brat takes it: bars separate forms, and a number sign at the beginning makes a comment. */
function bratTitle(title: string): string {
  return visible(title).replaceAll('|', '¦').trim();
}

/** A span of a label has its colour for light themes, which is dark enough for white letters. */
function drawingOf({ light }: NonNullable<Label['colour']>): string {
  return `fgColor:white, bgColor:${light}, borderColor:darken`;
}
