import { expect, test } from 'vitest';
import { labelStudio as labelStudioImport } from '../../server/src/annotations/import/labelStudio';
import type { LabelSet } from '../../server/src/annotations/labels/schema';
import { targetOf } from '../../server/src/annotations/model';
import type { ExportFormat } from '../../server/src/export/format';
import { brat } from '../../server/src/export/formats/brat';
import { labelStudio } from '../../server/src/export/formats/labelStudio';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import { analysisOf, OPTIONS, written } from '../support/exported';
import { readMarks } from '../support/marked';

const LABELS: LabelSet = {
  labels: [
    {
      id: 'ship',
      title: { en: 'Ship | "Vessel"', 'zh-cn': '轮船' },
      key: 's',
      colour: { light: '#1a5fb4', dark: '#78aeed' },
      attributes: [
        { id: 'line', title: 'Line & route', values: ['江轮', '海轮'] },
        { id: 'owner', title: 'Owner' },
      ],
    },
    { id: '码头', title: '码头', attributes: [{ id: 'owner' }] },
  ],
  relations: [{ id: 'moored-at', title: 'is moored at', from: ['ship'], to: ['码头'] }],
};

const { text, spans } = readMarks('⟦云川号⟧停靠⟦青桐码头⟧。⟦沈知远⟧登船。\n');
const annotations = [
  { label: 'ship', attributes: { line: '渡轮', owner: '云川轮渡公司' } },
  { label: '码头' },
  { label: 'person', attributes: { rank: 'a' } },
].map((about, at) => ({ id: `a_${String(at)}`, target: targetOf(text, spans[at] ?? { start: 0, end: 0 }), ...about }));
const relations = [
  { id: 'r_0', type: 'moored-at', from: 'a_0', to: 'a_1' },
  { id: 'r_1', type: 'boards', from: 'a_2', to: 'a_0' },
];
const analysis = analysisOf(text, { sidecar: { ...EMPTY_SIDECAR, annotations, relations } });

function folderFile(format: ExportFormat, name: string): string {
  const files = format.folderFiles?.();
  files?.add(analysis, { ...OPTIONS, labels: LABELS });
  const file = [...(files?.files() ?? [])].find((one) => one.name === name);
  const content = [...(file?.chunks ?? [])].join('');
  expect(content).toMatch(file?.replaceable ?? /(?!)/);
  return content;
}

test('brat gets the labels, relations and attributes of the user, and what occurs beyond them', () => {
  const sections = folderFile(brat, 'annotation.conf');
  expect(sections).toContain('[entities]\nship\n_u7801__u5934_\nperson\n\n');
  expect(sections).toContain(
    '[relations]\nmoored-at\tArg1:ship, Arg2:_u7801__u5934_\nboards\tArg1:<ENTITY>, Arg2:<ENTITY>\n<OVERLAP>',
  );
  expect(sections).toContain(
    '[attributes]\nline\tArg:ship, Value:江轮|海轮|渡轮\nowner\tArg:ship|_u7801__u5934_, Value:云川轮渡公司\nrank\tArg:person, Value:a\n',
  );
});

test('brat shows labels by their titles and colours', () => {
  const sections = folderFile(brat, 'visual.conf');
  expect(sections).toContain(
    '[labels]\nship | Ship ¦ "Vessel"\n_u7801__u5934_ | 码头\nperson | person\nmoored-at | is moored at\nboards | boards\nline | Line & route\n',
  );
  expect(sections).toContain('\nship\tfgColor:white, bgColor:#1a5fb4, borderColor:darken\n');
});

test('Label Studio gets a labelling interface with titles, colours, keys, attributes and relations', () => {
  expect(folderFile(labelStudio, 'label-studio.xml').split('\n')).toEqual([
    '<View>',
    '  <!-- Written by Galley from its labels. -->',
    '  <Labels name="label" toName="text">',
    '    <Label value="Ship | &#34;Vessel&#34;" alias="ship" background="#1a5fb4" hotkey="s"/>',
    '    <Label value="码头"/>',
    '    <Label value="person"/>',
    '  </Labels>',
    '  <Text name="text" value="$text" granularity="symbol"/>',
    '  <View visibleWhen="region-selected" whenTagName="label" whenLabelValue="ship">',
    '    <Header value="Line &#38; route" size="6"/>',
    '    <Choices name="line" toName="text" perRegion="true" whenLabelValue="ship" showInline="true">',
    '      <Choice value="江轮"/>',
    '      <Choice value="海轮"/>',
    '      <Choice value="渡轮"/>',
    '    </Choices>',
    '  </View>',
    '  <View visibleWhen="region-selected" whenTagName="label">',
    '    <Header value="Owner" size="6"/>',
    '    <TextArea name="owner" toName="text" perRegion="true" placeholder="Owner"/>',
    '  </View>',
    '  <View visibleWhen="region-selected" whenTagName="label" whenLabelValue="person">',
    '    <Header value="rank" size="6"/>',
    '    <TextArea name="rank" toName="text" perRegion="true" whenLabelValue="person" placeholder="rank"/>',
    '  </View>',
    '  <View visibleWhen="region-selected">',
    '    <TextArea name="dictionary-entry" toName="text" perRegion="true" placeholder="dictionary-entry"/>',
    '  </View>',
    '  <Relations>',
    '    <Relation value="moored-at"/>',
    '    <Relation value="boards"/>',
    '  </Relations>',
    '</View>',
    '',
  ]);
});

test('in tasks of Label Studio an attribute is what its control says, and is read back', () => {
  const task = written(labelStudio, analysis, { labels: LABELS });
  const [{ annotations: works }] = JSON.parse(task) as [
    { annotations: { result: { from_name?: string; type: string; value?: object }[] }[] },
  ];
  const results = works[0]?.result ?? [];
  expect(results.filter(({ type }) => type !== 'labels').map(({ from_name, type }) => [from_name, type])).toEqual([
    ['line', 'choices'],
    ['owner', 'textarea'],
    ['rank', 'textarea'],
    [undefined, 'relation'],
    [undefined, 'relation'],
  ]);
  const [read] = labelStudioImport.read({ name: 'a.json', text: task });
  expect(read?.annotations.map(({ label, attributes }) => [label, attributes])).toEqual([
    ['ship', { line: '渡轮', owner: '云川轮渡公司' }],
    ['码头', undefined],
    ['person', { rank: 'a' }],
  ]);
});
