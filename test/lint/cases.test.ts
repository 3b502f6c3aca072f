import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { separateEdits, type Applicability, type Diagnostic, type Fix } from '../../server/src/core/diagnostic';
import { applyEdits, chooseEdits } from '../../server/src/core/edit';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import { RULES } from '../../server/src/lint/rules/index';
import { analysed } from '../support/analysed';
import { fencedBlocksOf } from '../support/fencedBlocks';
import { readMarks, writeMarks } from '../support/marked';

const folder = new URL('../../server/src/lint/rules/', import.meta.url);

/** The ten rules with the most lines of code, those of the files that only they import included. */
const LARGEST = ['half-width-punctuation', 'unbalanced-marks', 'variant-character'];

/** Of each of them. */
const FEWEST_CASES = 15;
const FEWEST_WITHOUT_FINDING = 5;

const APPLICABILITIES: readonly Applicability[] = ['safe', 'suggested', 'manual'];

interface Case {
  readonly title: string;
  /** With `⟦…⟧` around what must be found. */
  readonly issue: string;
  /** Of every finding; undefined for the severity of the rule. */
  readonly severity: string | undefined;
  /** The dictionary of the user: the ```dictionary block above, if there is one. */
  readonly dictionary: string;
  /** The text after all fixes of an applicability and of better ones. Where none is given, these fixes change nothing more. */
  readonly fixed: Map<string, string>;
  /** The messages of the findings, if the case gives them. */
  messages?: readonly string[];
  /** All fixes of each finding, if the case gives them: `suggested Add the full stop | manual Join the two parts`. */
  fixes?: readonly string[];
}

function casesOf(markdown: string): Case[] {
  const cases: Case[] = [];
  let dictionary = '';
  for (const { kind, info, text, title } of fencedBlocksOf(markdown)) {
    const last = cases.at(-1);
    if (kind === 'dictionary') dictionary = text;
    else if (kind === 'issue')
      cases.push({ title, issue: text, severity: info || undefined, dictionary, fixed: new Map() });
    else if (kind === 'fixed' && last) last.fixed.set(info, text);
    else if (kind === 'messages' && last) last.messages = text.split('\n');
    else if (kind === 'fixes' && last) last.fixes = text.split('\n');
    else throw new Error(`A block of an unknown kind: ${kind}`);
  }
  return cases;
}

function spansOf(diagnostics: readonly Diagnostic[]): Diagnostic['span'][] {
  return diagnostics.flatMap(({ span, occurrences }) => occurrences?.map((one) => one.span) ?? [span]);
}

/** The text after the first fix of every finding whose first fix has one of these applicabilities. */
function fixedText(
  text: string,
  diagnostics: readonly Diagnostic[],
  applicabilities: readonly Applicability[],
): string {
  const wanted = diagnostics.filter(({ fixes: [best] }) => best && applicabilities.includes(best.applicability));
  return applyEdits(text, chooseEdits(wanted.flatMap(separateEdits)));
}

function inWords(fixes: readonly Fix[]): string {
  return fixes.map(({ applicability, title }) => `${applicability} ${title}`).join(' | ');
}

const documents = readdirSync(folder)
  .filter((file) => file.endsWith('.cases.md'))
  .map((file) => file.replace('.cases.md', ''));

test('the largest rules have cases', () => {
  expect(documents).toEqual(expect.arrayContaining(LARGEST));
});

describe.each(documents)('%s', (id) => {
  const rule = RULES.find(({ meta }) => meta.id === id);
  const cases = casesOf(readFileSync(new URL(`${id}.cases.md`, folder), 'utf8'));
  const others = Object.fromEntries(RULES.map(({ meta }) => [meta.id, { severity: 'off' as const }]));

  test('is a rule that has enough cases, each with a title of its own', () => {
    expect(rule).toBeDefined();
    expect(cases.length).toBeGreaterThanOrEqual(FEWEST_CASES);
    expect(cases.filter(({ issue }) => !issue.includes('⟦')).length).toBeGreaterThanOrEqual(FEWEST_WITHOUT_FINDING);
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
  });

  test.each(cases)('$title', ({ issue, severity, dictionary, fixed, messages, fixes }) => {
    const { text } = readMarks(issue);
    const { gazetteer } = createGazetteer({
      own: dictionary === '' ? [] : [{ dictionary: 'own.tsv', text: dictionary }],
    });
    const settings = { rules: { ...others, [id]: {} } };
    const analysis = analysed(text, { settings, gazetteer });
    const diagnostics = analysis.diagnostics();
    expect(writeMarks(text, spansOf(diagnostics))).toBe(issue);
    const expectedSeverity = severity ?? rule?.meta.severity;
    expect(diagnostics.map((diagnostic) => diagnostic.severity)).toEqual(diagnostics.map(() => expectedSeverity));
    for (const { message, fixes: all } of diagnostics)
      expect([message, ...all.map(({ title }) => title)], 'no empty words').not.toContain('');
    if (messages) expect(diagnostics.map(({ message }) => message)).toEqual(messages);
    if (fixes) expect(diagnostics.map(({ fixes: all }) => inWords(all))).toEqual(fixes);
    let expected = text;
    for (const [index, applicability] of APPLICABILITIES.entries()) {
      expected = fixed.get(applicability) ?? expected;
      expect(fixedText(text, diagnostics, APPLICABILITIES.slice(0, index + 1)), applicability).toBe(expected);
    }
    const repaired = applyEdits(text, analysis.repairs());
    expect(repaired, 'what is repaired without asking').toBe(fixed.get('safe') ?? text);
    expect(analysed(repaired, { settings, gazetteer }).repairs(), 'a second repair').toEqual([]);
  });
});
