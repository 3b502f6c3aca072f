import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyEdits, chooseEdits } from '../../server/src/core/edit';
import { separateEdits, type Applicability, type Diagnostic } from '../../server/src/core/diagnostic';
import type { RuleSettings } from '../../server/src/core/settings';
import { loadLanguageModel } from '../../server/src/host/node/languageModel';
import { createDetector, type Detector } from '../../server/src/languageModel/detect';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import { RULES } from '../../server/src/lint/rules/index';
import { readSidecar } from '../../server/src/source/sidecar/read';
import { fencedBlocksOf } from '../support/fencedBlocks';
import { readMarks, writeMarks } from '../support/marked';
import chinese from '../../l10n/bundle.l10n.zh-cn.json';
import { analysed } from '../support/analysed';

const folder = new URL('../../server/src/lint/rules/', import.meta.url);
const translations: Readonly<Record<string, string>> = chinese;

interface Fixture {
  readonly issue: string;
  readonly settings: RuleSettings;
  /** The dictionary in force: the ```dictionary block above, if there is one. */
  readonly dictionary: string;
  /** The sidecar of the issue: the ```sidecar block above, if there is one. */
  readonly sidecar: string;
  fixed?: string;
  readonly line: number;
}

/** ```issue {"options": …} fixtures of a rule's document, each with the ```fixed block that follows it, if one does. */
function fixturesOf(markdown: string): Fixture[] {
  const fixtures: Fixture[] = [];
  let dictionary = '';
  let sidecar = '';
  for (const { kind, info, text, line } of fencedBlocksOf(markdown)) {
    const last = fixtures.at(-1);
    if (kind === 'dictionary') dictionary = text;
    else if (kind === 'sidecar') sidecar = text;
    else if (kind === 'fixed' && last) last.fixed = text;
    else if (kind === 'issue') {
      const settings = info ? (JSON.parse(info) as RuleSettings) : {};
      fixtures.push({ issue: text, dictionary, sidecar, settings, line });
    }
  }
  return fixtures;
}

/** The safest first. */
const APPLICABILITIES: readonly Applicability[] = ['safe', 'suggested', 'manual'];

function spansOf(diagnostics: readonly Diagnostic[]): Diagnostic['span'][] {
  return diagnostics.flatMap(({ span, occurrences }) => occurrences?.map((one) => one.span) ?? [span]);
}

function withFirstFixes(text: string, diagnostics: readonly Diagnostic[]): string {
  return applyEdits(text, chooseEdits(diagnostics.flatMap(separateEdits)));
}

let detector: Detector;
beforeAll(async () => {
  detector = createDetector(await loadLanguageModel());
});

describe.each(RULES.map((rule) => [rule.meta.id, rule] as const))('%s', (id, rule) => {
  const markdown = readFileSync(new URL(`${id}.md`, folder), 'utf8');
  const others = Object.fromEntries(RULES.map(({ meta }) => [meta.id, { severity: 'off' as const }]));

  test('its document has its title, a Chinese part and a fixture that it reports', () => {
    expect(markdown).toMatch(new RegExp(`^# ${rule.meta.title}$`, 'm'));
    expect(markdown).toMatch(/^作用：/m);
    expect(fixturesOf(markdown).some(({ issue }) => issue.includes('⟦'))).toBe(true);
  });

  test('its document says when not to use it, and lists its options as it declares them', () => {
    expect(markdown).toMatch(/^## When not to use it\n\n\S[^]+\.\n$/m);
    const cells = markdown.split('\n').map((line) => line.split(/ *\| */).slice(1, -1));
    const listed = cells.filter(([option]) => option?.startsWith('`'));
    expect(/^## Options$/m.test(markdown)).toBe(listed.length > 0);
    expect(listed).toEqual(
      Object.entries(rule.meta.options ?? {}).map(([name, option]) => [
        `\`${name}\``,
        option.description,
        JSON.stringify(option.default),
        `${option.minimum}–${option.maximum}`,
      ]),
    );
  });

  test('its words have a Chinese translation', () => {
    const words = [
      rule.meta.title,
      rule.meta.description,
      ...Object.values(rule.meta.options ?? {}).map((o) => o.description),
    ];
    expect(words.filter((word) => !translations[word])).toEqual([]);
  });

  function diagnosticsOf({ issue, settings, dictionary, sidecar }: Fixture): readonly Diagnostic[] {
    const { gazetteer } = createGazetteer({
      own: dictionary === '' ? [] : [{ dictionary: 'own.tsv', text: dictionary }],
    });
    const rules = { ...others, [id]: { severity: rule.meta.severity, ...settings } };
    const source = sidecar === '' ? {} : { sidecar: readSidecar(sidecar).sidecar };
    return analysed(readMarks(issue).text, { source, settings: { rules }, gazetteer, detector }).diagnostics();
  }

  test('its best fix is as safe as it says', () => {
    const offered = fixturesOf(markdown).flatMap((fixture) =>
      diagnosticsOf(fixture).flatMap(({ fixes }) => fixes.map(({ applicability }) => applicability)),
    );
    expect(APPLICABILITIES.find((applicability) => offered.includes(applicability))).toBe(rule.meta.applicability);
    expect(APPLICABILITIES).toEqual(expect.arrayContaining(offered));
  });

  test.each(fixturesOf(markdown))('line $line', (fixture) => {
    const { issue, fixed } = fixture;
    const { text } = readMarks(issue);
    const diagnostics = diagnosticsOf(fixture);
    expect(writeMarks(text, spansOf(diagnostics))).toBe(issue);
    for (const { message, fixes } of diagnostics) {
      expect(message).not.toBe('');
      for (const { title } of fixes) expect(title).not.toBe('');
    }
    if (fixed !== undefined) expect(withFirstFixes(text, diagnostics)).toBe(fixed);
  });
});

test('every rule has a document and every document a rule', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && !file.endsWith('.cases.md'));
  expect(files.sort()).toEqual(RULES.map((rule) => `${rule.meta.id}.md`).sort());
});
