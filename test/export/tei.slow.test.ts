import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analysis';
import { targetOf } from '../../server/src/annotations/model';
import { tei } from '../../server/src/export/formats/tei/tei';
import { filesOfIssue, writeToStream } from '../../server/src/export/write';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import { analysisOf, OPTIONS, written } from '../support/exported';
import { WHOLE_PAGE } from '../support/wholePage';

const schema = new URL('../../../shared/schemas/tei_all.rng', import.meta.url);
const hasValidator = spawnSync('xmllint', ['--version']).status === 0;

const at = (words: string, from = 0) => {
  const start = WHOLE_PAGE.indexOf(words, from);
  return { start, end: start + words.length };
};
const targetAt = (words: string) => targetOf(WHOLE_PAGE, at(words));
const seam = at('不得\n\n半点');

const ANNOTATED = analysisOf(WHOLE_PAGE, {
  sidecar: {
    ...EMPTY_SIDECAR,
    annotations: [
      {
        id: 'a_1',
        label: 'person',
        target: targetAt('市长陆见川'),
        attributes: { 语气: '重 大' },
        comments: [{ text: '查 <一下>', by: '李' }],
        entity: 'person:陆见川',
        layer: '甲',
        by: '李',
        created: '2026-01-02T03:04:05.678Z',
        modified: 'yesterday',
      },
      { id: 'a_2', label: '引 语', target: targetAt('陆见川说，𫠊桥镇') },
      { id: 'a_3', label: 'place', target: targetAt('梧桐里') },
    ],
    relations: [{ id: 'r_1', type: '任 职', from: 'a_1', to: 'a_2' }],
    corrections: [
      { id: 'c1', original: '见人', corrected: '见川', target: targetAt('见川说'.slice(0, 2)), by: '李' },
      { id: 'c2', original: '天犬', corrected: '天大', target: targetAt('天大'), rule: 'wrong-character' },
      {
        id: 'c3',
        original: '的的',
        corrected: '',
        target: targetOf(WHOLE_PAGE, { start: at('事，容').start, end: at('事，容').start }),
      },
      { id: 'c4', original: '云川曰报', corrected: '云川日报', target: targetAt('云川日报') },
      { id: 'c5', original: '不得半点', corrected: '不得\n\n半点', target: targetOf(WHOLE_PAGE, seam) },
    ],
  },
});
const TEXT = written(tei, ANNOTATED);

const SPEECH = '# 防汛会议召开\n\n市长陆见川说，要细致。\n';
const CROSSED = written(
  tei,
  analysisOf(SPEECH, {
    sidecar: {
      ...EMPTY_SIDECAR,
      corrections: [
        {
          id: 'c1',
          original: '州说',
          corrected: '川说',
          target: targetOf(SPEECH, { start: SPEECH.indexOf('川说'), end: SPEECH.indexOf('川说') + 2 }),
        },
      ],
    },
  }),
);

describe('an issue', () => {
  test('has headlines by role, page breaks, and links between parts of an article', () => {
    expect(TEXT).toContain('<head type="kicker">');
    expect(TEXT).toContain('<head type="main">把堤坝筑牢</head>');
    expect(TEXT).toMatch(
      /<pb xml:id="issue\.issue\.page-1" n="第一版"\/>\n<div type="article" xml:id="issue\.issue\.article-1" next="#issue\.issue\.article-3">/,
    );
    expect(TEXT).toContain('<ref type="jump" target="#issue.issue.article-3">');
    expect(TEXT).toContain('<cell>梧桐里</cell>');
    expect(TEXT).toContain('<graphic url="pictures/%E4%BA%91.jpg"/>');
  });

  test('does not treat any of the text as markup', () => {
    expect(TEXT).toContain('&lt;b&gt;认真&lt;/b&gt; &amp; 细致');
  });

  test('has the OCR text of a correction beside the corrected text', () => {
    expect(TEXT).toContain('<choice><sic>天犬</sic><corr type="wrong-character">天大</corr></choice>');
    expect(TEXT).toContain('<choice><sic>的的</sic><corr></corr></choice>');
    expect(TEXT).toContain('<choice><sic>不得半点</sic><corr>不得半点</corr></choice>');
    expect(TEXT).toMatch(
      /<back>\n<div type="corrections">\n<list>\n<item><choice><sic>云川曰报<\/sic><corr>云川日报<\/corr><\/choice><\/item>\n<\/list>/,
    );
    expect(TEXT).toContain('<respStmt xml:id="issue.issue.by-李">');
  });

  test('has people, places and organisations once, and each name refers to one', () => {
    const [, id] =
      /<person xml:id="([^"]+)"><persName>陆见川<\/persName><occupation>市长<\/occupation>/.exec(TEXT) ?? [];
    expect(TEXT).toContain(`<persName ref="#${String(id)}">陆见川</persName>`);
    expect(TEXT).toContain('<measure quantity="120000000" unit="元">1.2亿元</measure>');
  });

  test('has a name that crosses a correction in parts, which refer to each other', () => {
    const person = /<person xml:id="([^"]+)">/.exec(CROSSED)?.[1];
    expect(CROSSED).toContain(
      `<persName ref="#${String(person)}" xml:id="issue.issue.name-12" next="#issue.issue.name-14">陆见</persName>` +
        '<choice><sic>州说</sic><corr>' +
        `<persName ref="#${String(person)}" xml:id="issue.issue.name-14" prev="#issue.issue.name-12">川</persName>说</corr></choice>`,
    );
  });

  test('has annotations between anchors, also where they overlap, and those outside of the text with their words', () => {
    expect(TEXT).toContain('target="#range(issue.issue.a_5f_1-start,issue.issue.a_5f_1-end)"');
    const between = (id: string): string => {
      const [start, end] = ['start', 'end'].map((which) =>
        TEXT.indexOf(`<anchor xml:id="issue.issue.${id}-${which}"/>`),
      );
      return TEXT.slice(start, end).replace(/<sic>.*?<\/sic>|<[^>]*>/g, '');
    };
    expect(between('a_5f_1')).toBe('市长陆见川');
    expect(between('a_5f_2')).toBe('陆见川说，𫠊桥镇');
    expect(TEXT).toContain('target="#issue.issue"><note type="label">place</note><note type="quote">梧桐里</note>');
  });
});

describe.skipIf(!hasValidator || !existsSync(schema))('with the schema of TEI', () => {
  // One call for all, because reading the schema takes most of the time.
  const problemsOf = (texts: readonly string[]): string => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-'));
    const files = texts.map((text, at) => {
      const file = join(folder, `${String(at)}.xml`);
      writeFileSync(file, text);
      return file;
    });
    const { stderr } = spawnSync('xmllint', ['--noout', '--relaxng', fileURLToPath(schema), ...files], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    return stderr.replace(/^.* validates\n/gm, '');
  };
  const corpusOf = async (analyses: readonly Analysis[]): Promise<string> => {
    let text = '';
    const writer = writeToStream(tei, (chunk) => Promise.resolve(void (text += String(chunk))));
    for (const [index, analysis] of analyses.entries())
      await writer.add(
        filesOfIssue(tei, analysis, { ...OPTIONS, name: `1998/${String(index)} 云_川` }),
        OPTIONS.labels,
      );
    await writer.end();
    return text;
  };

  test('an issue is valid, and many kinds of issues together in a corpus', async () => {
    const texts = [
      '',
      '只有一行。',
      '# 标题\n',
      '# 标题\n\n正文一。\n\n## 副题在文下\n\n正文二。\n\n本报记者 沈知远\n',
      '甲\u0000\u0008\u001b\uFFFF\uD800乙\r\n\r\n# 新桥\u202e通车\r\n\r\n昨日通车。\r\n',
      '# 云川新桥\n\n|  |\n| --- |\n\n![](http://[x]/a"b<c>.jpg)\n\n新华社北京5月6日电 新桥通车，民国二十八年，约３万人，99.5%。\n',
      '<p>甲</p><br>\n```\nHere is the text\n```\n【本版导读】\n\n详见第二版\n',
      WHOLE_PAGE,
    ];
    const corpus = await corpusOf(texts.map((text) => analysisOf(text, { path: '' })));
    expect(problemsOf([TEXT, CROSSED, corpus])).toBe('');
  }, 120_000);
});
