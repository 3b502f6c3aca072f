import { fileURLToPath } from 'node:url';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index';
import { expect, test } from 'vitest';
import type { Span } from '../../server/src/core/span';
import { readMarks, writeMarks } from '../support/marked';

const SCOPE = 'text.newspaper-issue';
const path = fileURLToPath(new URL('../../syntaxes/newspaper-issue.tmLanguage.json', import.meta.url));
const grammar = await createRegistry([{ path, scopeName: SCOPE }]).loadGrammar(SCOPE);

/** The parts of a line that carry a scope; neighbours that both carry it are one. */
function partsIn(line: string, scope: string): Span[] {
  const parts: { start: number; end: number }[] = [];
  for (const { startIndex, endIndex, scopes } of grammar?.tokenizeLine(line, null).tokens ?? []) {
    if (!scopes.some((name) => name === scope || name.startsWith(`${scope}.`))) continue;
    const last = parts.at(-1);
    const end = Math.min(endIndex, line.length);
    if (last?.end === startIndex) last.end = end;
    else parts.push({ start: startIndex, end });
  }
  return parts;
}

/** Lines with ⟦…⟧ around what carries each scope; a line without marks has none of it. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  'markup.heading': ['⟦## 云川市召开河道整治推进会⟧', '云川市召开会议，#号不是标题。', '⟦第一版⟧', '⟦# 02版：要闻⟧'],
  'punctuation.definition.heading': ['⟦##⟧ 云川市召开河道整治推进会'],
  'entity.name.section.page': [
    '⟦第一版⟧',
    '# ⟦第3版⟧：综合',
    '⟦01版⟧:要闻',
    '⟦A2⟧',
    '⟦B03⟧ 财经',
    '第三版方案已经通过。',
    '12版权页',
  ],
  'entity.name.section.headline': ['# ⟦云川市召开《规划》发布会⟧'],
  'constant.numeric.date': ['第二版 ⟦2024年5月18日⟧', '新华社云川⟦3月8日⟧电（记者 沈知远）会议召开。'],
  'keyword.other.role': [
    '⟦本报记者⟧ 沈知远',
    '本报讯(⟦通讯员⟧ 林一舟 ⟦记者⟧ 沈知远)会议召开。',
    '沈知远 ⟦摄⟧',
    '记者说，雨停了。',
  ],
  'entity.name.type.person': [
    '本报记者 ⟦沈知远⟧ 通讯员 ⟦林一舟⟧',
    '本报讯（记者 ⟦沈知远⟧）会议召开。',
    '⟦沈知远⟧ 摄',
    '春耕现场。（⟦沈知远⟧ 摄）',
    '沈知远出席会议。',
  ],
  'keyword.other.source': [
    '⟦本报讯⟧（记者 沈知远）会议召开。',
    '⟦新华社⟧云川3月8日⟦电⟧ （记者 沈知远）会议召开。',
    '会议讯号中断。',
  ],
  'entity.name.type.place': ['新华社⟦云川⟧3月8日电（记者 沈知远）会议召开。'],
  // Not underlined: only a link to a page that exists is.
  'keyword.other.jump': ['⟦（下转第三版）⟧', '⟦(上接第一版)⟧会议强调', '⟦全文详见今日第七版⟧', '第七版印好了。'],
  'markup.italic.credit': ['⟦沈知远 摄⟧', '春耕现场。⟦（沈知远 摄）⟧', '他在拍摄'],
  'comment.line.furniture': ['⟦责任编辑：沈知远⟧', '他是责任编辑。'],
  'keyword.other.caption': ['⟦图为⟧春耕现场。', '⟦上图为⟧新建的桥。', '地图为证。'],
  'string.quoted.other.work': ['印发⟦《云川市河道管理办法》⟧的通知', '《未完'],
  'string.quoted.double': ['要求⟦“压实责任”⟧，做好防汛。', '“未完'],
  'markup.underline.link.image': ['![图](⟦images/a1.jpg⟧)'],
  'invalid.illegal.residue': [
    '增长⟦$31\\%$⟧，路长3.5⟦\\mathrm{km}⟧。',
    '⟦<td>⟧云川⟦</td>⟧市⟦&nbsp;⟧',
    '⟦```text⟧',
    '云川⟦��⟧市',
    '票价$30，打折后$20。',
    '3<5，AT&T公司',
  ],
};

test.each(Object.entries(LINES).flatMap(([scope, lines]) => lines.map((line) => [scope, line] as const)))(
  '%s: %s',
  (scope, marked) => {
    const { text } = readMarks(marked);
    expect(writeMarks(text, partsIn(text, scope))).toBe(marked);
  },
);

test('a line of ten thousand characters is read at once', () => {
  const line = '云川市召开会议（记者“《'.repeat(800);
  expect(grammar?.tokenizeLine(line, null, 10_000).stoppedEarly).toBe(false);
});
