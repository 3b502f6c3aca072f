import { describe, expect, test } from 'vitest';
import { formatOf, IMPORT_FORMATS } from '../../../server/src/annotations/import/index';
import { placeInIssue } from '../../../server/src/annotations/import/place';
import { omit } from '../../../server/src/core/omit';
import { resultOfSteps } from '../../../server/src/core/steps';
import { EXPORT_FORMATS } from '../../../server/src/export/formats/index';

const ISSUE = '\uFEFF# 云川新桥\r\n\r\n𠮷镇镇长陈小𠮷到云川调研。\r\n市长沈知远说：“通车”。\r\n';
/** The same text as tools have it. */
const TEXT = '# 云川新桥\n\n𠮷镇镇长陈小𠮷到云川调研。\n市长沈知远说：“通车”。\n';

/** What a file says of the issue: what each annotation has besides its place, relations by words, and problems. */
function imported(name: string, content: string, beside?: string): object {
  const file = { name, text: content, ...(beside === undefined ? {} : { beside }) };
  const format = formatOf(file);
  const documents = format?.read(file) ?? [];
  const words = new Map<string, string>();
  const annotations = documents.flatMap((document) =>
    resultOfSteps(placeInIssue(document, ISSUE)).placed.map(({ imported: { id, ...about }, anchor }) => {
      words.set(id, ISSUE.slice(anchor.start, anchor.end));
      return { words: words.get(id), ...omit(about, 'place') };
    }),
  );
  const relations = documents.flatMap((one) =>
    one.relations.map(({ type, from, to }) => [words.get(from), type, words.get(to)]),
  );
  const problems = documents.flatMap((one) => one.problems);
  return {
    format: format?.id,
    annotations,
    ...(relations.length > 0 ? { relations } : {}),
    ...(problems.length > 0 ? { problems } : {}),
  };
}

const json = (value: unknown): string => JSON.stringify(value);

describe('doccano', () => {
  test('as it exports a project: with ids, comments and the data besides the text', () => {
    const line = { id: 7, text: TEXT, label: [[12, 15, 'person']], Comments: ['好'], issue: 'page' };
    expect(imported('all.jsonl', `${json(line)}\n\n`)).toEqual({
      format: 'doccano',
      annotations: [{ words: '陈小𠮷', label: 'person' }],
    });
  });

  test('with relations, in a text with line ends of Windows', () => {
    const line = {
      text: TEXT.replaceAll('\n', '\r\n'),
      entities: [
        { id: 5, label: 'person', start_offset: 14, end_offset: 17 },
        { id: 9, label: 'office', start_offset: 12, end_offset: 14 },
      ],
      relations: [{ id: 1, from_id: 5, to_id: 9, type: 'holds-office' }],
    };
    expect(imported('all.jsonl', json(line))).toEqual({
      format: 'doccano',
      annotations: [
        { words: '陈小𠮷', label: 'person' },
        { words: '镇长', label: 'office' },
      ],
      relations: [['陈小𠮷', 'holds-office', '镇长']],
    });
  });

  test('with lines that are damaged', () => {
    const good = json({
      text: TEXT,
      label: [[12, 15, 'person'], [15, 12, 'person'], ['a'], [-1, 2, 'place'], [1.5, 2, 'x']],
    });
    expect(imported('all.jsonl', `${good}\n{"text":\n{"a":1}\n`)).toMatchObject({
      annotations: [{ words: '陈小𠮷' }],
      problems: [/label\[1\]/, /label\[2\]/, /label\[3\]/, /label\[4\]/, /^Line 2: It is not JSON/, /^Line 3: /].map(
        (one) => expect.stringMatching(one),
      ),
    });
  });
});

describe('brat', () => {
  test('with events, notes, normalisations, equivalents and lines in any order', () => {
    const lines = [
      'A1\tNegation E1',
      'T1\tperson 12 15\t陈小𠮷',
      'T2\toffice 10 12\t镇长',
      'T3\tVisit 18 20\t调研',
      'T4\tplace 16 18\t云川',
      'E1\tVisit:T3 Visitor:T1 Place2:T4',
      'R1\tholds-office Arg1:T1 Arg2:T2',
      '*\tEquiv T1 T2',
      'M1\tCertain T1',
      'A2\tConfidence T4 low',
      'N1\tReference T4 Wikidata:Q1\t云川',
      '#1\tAnnotatorNotes T1\t查一下',
      'T5\tplace 10 12;16 18\t镇长 云川',
      'T6\tplace 16 99\t云川',
      'A3\tLost T9',
      'nonsense',
    ];
    expect(imported('page.ann', `${lines.join('\r\n')}\r\n`, ISSUE)).toEqual({
      format: 'brat',
      annotations: [
        { words: '陈小𠮷', label: 'person', attributes: { Certain: 'true' }, comments: [{ text: '查一下' }] },
        { words: '镇长', label: 'office' },
        { words: '调研', label: 'Visit', attributes: { Negation: 'true' } },
        { words: '云川', label: 'place', attributes: { Confidence: 'low' }, entity: 'Wikidata:Q1' },
      ],
      relations: [
        ['调研', 'Visitor', '陈小𠮷'],
        ['调研', 'Place', '云川'],
        ['陈小𠮷', 'holds-office', '镇长'],
        ['陈小𠮷', 'same-as', '镇长'],
      ],
      problems: [
        'Line 13: Discontinuous spans are not supported: “镇长 云川”',
        'Line 14: It is not a span of the text: “云川”',
        'Line 15: It does not refer to a span.',
        'Line 16: It is not a valid line of brat standoff.',
      ],
    });
  });

  test('without its text, by words that are at the given place in the issue', () => {
    const issue = 'T1\tplace 0 2\t青桐\nT2\tplace 900 902\t云川\n';
    expect(imported('page.ann', issue)).toEqual({ format: 'brat', annotations: [] });
  });
});

describe('CoNLL', () => {
  const rest = (words: string): string[] => Array.from(words.replace(/\s/g, '')).flatMap((token) => [token, 'O']);
  const [before = '', after = ''] = TEXT.split('沈知远');
  const tagged = (...name: readonly string[]): readonly string[] => [...rest(before), ...name, ...rest(after)];
  const sentence = tagged('沈', 'B-person', '知远', 'I-person');
  const rows = (columns: (token: string, tag: string) => string, tags: readonly string[] = sentence): string =>
    Array.from({ length: tags.length / 2 }, (_, at) => columns(tags[at * 2] ?? '', tags[at * 2 + 1] ?? '')).join('\n');
  const found = { format: 'conll', annotations: [{ words: '沈知远', label: 'person' }] };

  test.each([
    ['of two columns', rows((token, tag) => `${token}\t${tag}`)],
    ['of four columns with spaces', `-DOCSTART- -X- O O\n\n${rows((token, tag) => `${token} NN B-NP ${tag}`)}`],
    ['in IOB1', rows((token, tag) => `${token}\t${tag.replace('B-', 'I-')}`)],
    ['in BIOES', rows((token, tag) => `${token}\t${tag}`, tagged('沈', 'B-person', '知远', 'E-person'))],
  ])('%s', (_, content) => {
    expect(imported('page.conll', `${content.replaceAll('\n', '\r\n')}\r\n`)).toEqual(found);
  });

  test('with units of one token, one after the other', () => {
    expect(
      imported('a.bio', '云川\tS-place\n𠮷镇\tU-place\n陈\tB-person\n小𠮷\tL-person\n沈\tB-person\n知远\tI-person\n'),
    ).toMatchObject({
      format: 'conll',
    });
  });
});

describe('Label Studio', () => {
  const region = (id: string, start: number, end: number, text: string, label: string): object => {
    return { id, from_name: 'label', to_name: 'text', type: 'labels', value: { start, end, text, labels: [label] } };
  };

  test('with choices, notes and relations of regions, and predictions that are left out', () => {
    const result = [
      region('x1', 12, 15, '陈小𠮷', 'person'),
      { ...region('x2', 10, 12, '镇长', 'office'), meta: { text: ['查一下'] } },
      {
        id: 'x1',
        from_name: '语气',
        to_name: 'text',
        type: 'choices',
        value: { start: 12, end: 15, choices: ['a', 'b'] },
      },
      { type: 'relation', from_id: 'x2', to_id: 'x1', direction: 'left', labels: ['holds-office'] },
      { id: 'x3', type: 'hypertextlabels', value: { startOffset: 1 } },
    ];
    const task = {
      id: 3,
      data: { article: TEXT },
      annotations: [{ id: 1, result }],
      predictions: [{ result: [region('p', 0, 1, '#', 'x')] }],
    };
    expect(imported('export.json', json(task))).toEqual({
      format: 'label-studio',
      annotations: [
        { words: '陈小𠮷', label: 'person', attributes: { 语气: 'a\nb' } },
        { words: '镇长', label: 'office', comments: [{ text: '查一下' }] },
      ],
      relations: [['陈小𠮷', 'holds-office', '镇长']],
      problems: [expect.stringMatching(/^Task 1: This is not a span of the text: /)],
    });
  });

  test('of several people, each in a layer, and with offsets in code units as older versions have them', () => {
    const annotations = [
      { result: [region('x1', 13, 17, '陈小𠮷', 'person')], completed_by: { id: 1, email: 'anna@example.org' } },
      { result: [region('x1', 12, 15, '陈小𠮷', 'person')], completed_by: 2 },
      { result: [region('x1', 12, 15, '陈小𠮷', 'person')], was_cancelled: true },
    ];
    expect(imported('export.json', json([{ data: { text: TEXT }, annotations }]))).toEqual({
      format: 'label-studio',
      annotations: [
        { words: '陈小𠮷', label: 'person', layer: 'anna@example.org' },
        { words: '陈小𠮷', label: 'person', layer: '2' },
      ],
    });
  });
});

describe('W3C Web Annotation', () => {
  const quote = { type: 'TextQuoteSelector', exact: '陈小𠮷', prefix: '𠮷镇镇长', suffix: '到云川调研。' };
  const target = { source: 'https://example.org/pages/page.txt?x=1', selector: quote };

  test('one annotation, with several tags, an author and a comment', () => {
    const annotation = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://example.org/1',
      type: 'Annotation',
      creator: { id: 'acct:anna', name: 'Anna' },
      created: '2021-07-22T00:00:00Z',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'person' },
        { type: 'TextualBody', purpose: 'tagging', value: 'mayor' },
        { type: 'TextualBody', value: '查一下', purpose: 'replying', creator: 'Ben' },
        { type: 'SpecificResource', purpose: 'identifying', source: 'http://www.wikidata.org/entity/Q1' },
      ],
      target: [target],
    };
    const about = {
      words: '陈小𠮷',
      by: 'Anna',
      created: '2021-07-22T00:00:00Z',
      comments: [{ text: '查一下', by: 'Ben' }],
      entity: 'http://www.wikidata.org/entity/Q1',
    };
    expect(imported('a.jsonld', json(annotation))).toEqual({
      format: 'web-annotation',
      annotations: [
        { ...about, label: 'person' },
        { ...about, label: 'mayor' },
      ],
    });
  });

  test('a list, with selectors that refine others, a body in one text, and positions in either unit', () => {
    const at = (start: number, end: number, exact: string): object => ({
      type: 'Annotation',
      motivation: 'commenting',
      bodyValue: '好',
      target: {
        source: 'page.txt',
        selector: {
          type: 'FragmentSelector',
          refinedBy: [
            { type: 'TextPositionSelector', start, end },
            { type: 'TextQuoteSelector', exact },
          ],
        },
      },
    });
    expect(imported('a.json', json([at(13, 15, '镇长'), at(16, 20, '陈小𠮷')]))).toEqual({
      format: 'web-annotation',
      annotations: [
        { words: '镇长', label: 'note', comments: [{ text: '好' }] },
        { words: '陈小𠮷', label: 'note', comments: [{ text: '好' }] },
      ],
    });
  });

  test('a collection, with targets that are no text', () => {
    const items = [
      { type: 'Annotation', body: [], target: 'https://example.org/picture.png' },
      { type: 'Annotation', body: { value: 'person', purpose: 'tagging' }, target },
    ];
    const collection = { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items } };
    expect(imported('a.json', json(collection))).toMatchObject({ annotations: [{ words: '陈小𠮷', label: 'person' }] });
  });
});

test('other files are of no format', () => {
  for (const text of [
    '',
    '{}',
    '[]',
    '{"version":1}',
    ISSUE,
    '一\t二\n',
    'a,b\n1,2\n',
    '{"schema":"urn:galley:article:1","text":"a"}\n',
  ])
    expect(formatOf({ name: 'a.txt', text })?.id).toBeUndefined();
});

test.each(IMPORT_FORMATS)('$id: the extension of exported files is one of those offered for import', (format) => {
  const exported = EXPORT_FORMATS.find(({ id }) => id === format.id)?.extension;
  expect(format.extensions).toContain(exported?.split('.').at(-1));
});
