// Measures how well wrong, doubled and dropped characters are found: scores the command line with the shared tools on the
// development sets and on pages of June with planted damage, and prints one table.
// `npm run accuracy:context [-- --write]`; `--write` stores the figures.
// The shipped model has not counted the pages of June.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';
import { cli, data, daysOfJune, decimals, node, paragraphsOf, print, root, scorePairs, shared } from './scoring.mjs';

const RULES = ['confusable-character', 'doubled-character', 'dropped-character', 'set-phrase'];

/**
 * Each set with its name in docs/figures, its format, the aims of the warning and of the information line, and what has been published (F1 of
 * strict sentence correction, from the sets' published results). Where every other line was learned from, the others count.
 * @type {readonly { figure?: string, name: string, file: string, format: string, isHalfLearnt?: boolean, warning?: string, info?: string, published?: string }[]}
 */
const PAIRS = [
  {
    figure: 'law',
    name: 'ECSpell law',
    file: 'csc/law.test',
    format: 'n-src-tgt',
    warning: '0.50',
    info: '0.62',
    published: 'KenLM .38, MacBERT4CSC .16, MDCSpell .81',
  },
  {
    figure: 'medical',
    name: 'ECSpell medical',
    file: 'csc/med.test',
    format: 'n-src-tgt',
    warning: '0.22',
    info: '0.30',
    published: 'BERT .22, MDCSpell .70',
  },
  {
    figure: 'findoc',
    name: 'findoc',
    file: 'csc/cctc_rw_findoc/findoc_test.v1.tsv',
    format: 'src-tgt',
    warning: '0.33',
    info: '0.42',
  },
  { name: 'findoc v2', file: 'csc/cctc_rw_findoc/findoc_test.v2.tsv', format: 'src-tgt' },
  {
    figure: 'cctc',
    name: 'CCTC',
    file: 'csc/cctc_rw_findoc/cctc_test.tsv',
    format: 'src-tgt',
    info: '0.22',
  },
  {
    figure: 'faspell',
    name: 'FASPell train, one half',
    file: 'csc/faspell/ocr_train_3575.txt',
    format: 'n-src-tgt',
    isHalfLearnt: true,
    info: '0.18',
    published: 'on its test set: MacBERT4CSC .25, macbert4mdcspell .42',
  },
];

if (existsSync(data)) measure();
else console.log(`Nothing measured: ${data} is not there.`);

function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'galley-context-'));
  /** @type {Record<string, Record<string, string>>} */
  const figures = {};
  /** @param {string | undefined} figure @param {string} line @param {string} value @param {string} [aim] such as `≥ 0.50` */
  const keep = (figure, line, value, aim) => {
    if (figure === undefined) return;
    figures[figure] = { ...figures[figure], [line]: value, ...(aim ? { [`${line}Aim`]: aim } : {}) };
  };
  print(['strict sentence correction', 'line', 'P', 'R', 'F1', 'aim', 'character P', 'published F1']);
  for (const set of PAIRS) {
    const file = set.isHalfLearnt ? otherHalfOf(join(data, set.file), folder) : join(data, set.file);
    for (const line of /** @type {const} */ (['warning', 'info'])) {
      const { correction, character } = scorePairs(file, set.format, line);
      const cells = [correction.P, correction.R, correction.F1].map(decimals);
      print([set.name, line, ...cells, set[line] ?? '', decimals(character.P), set.published ?? '']);
      keep(set.figure, line, correction.F1.toFixed(2), set[line] && `≥ ${set[line]}`);
    }
  }
  print(['\nclean text', 'line', 'false alarms / 10,000', 'aim']);
  for (const [figure, name, file] of /** @type {const} */ ([
    ['clean1998', 'People’s Daily 1998', join(data, 'csc/clean_rmrb1998.txt')],
    ['cleanJune', 'People’s Daily, June 2026', paragraphsOf(daysOfJune(), join(folder, 'june.txt'))],
    ['cleanLaws', 'laws held back', lawsHeldBack(folder)],
  ]))
    for (const [line, aim, digits] of /** @type {const} */ ([
      ['warning', '1', 2],
      ['info', '8', 1],
    ])) {
      const { falseAlarmsPer10k } = scorePairs(file, 'clean', line);
      print([name, line, decimals(falseAlarmsPer10k), aim]);
      keep(figure, line, falseAlarmsPer10k.toFixed(digits), `≤ ${aim}`);
    }
  print(['\nplanted damage', 'line', 'found', 'aim']);
  const found = plantedDamage(folder);
  for (const [kind, line, aim] of /** @type {const} */ ([
    ['doubled', 'warning', '0.65'],
    ['doubled', 'info', '0.80'],
    ['dropped', 'warning', ''],
    ['dropped', 'info', '0.50'],
  ])) {
    const share = found[`${kind} ${line}`] ?? 0;
    print([kind, line, decimals(share), aim]);
    keep(kind, line, share.toFixed(2), aim && `≥ ${aim}`);
  }
  rmSync(folder, { recursive: true });
  if (isWriting) saveFigures('accuracy', 'context', figures);
}

/** The lines of a file from which the weights were not learned. @param {string} path @param {string} folder */
function otherHalfOf(path, folder) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const file = join(folder, 'half.tsv');
  writeFileSync(file, lines.filter((_, index) => index % 2 === 1).join('\n'));
  return file;
}

/** A file of the laws that the model has not counted and no threshold was chosen on. @param {string} folder */
function lawsHeldBack(folder) {
  /** @type {{ measured: { first: number, lines: number } }} */
  const { measured } = JSON.parse(readFileSync(join(root, 'training/models/ngrams/held-back-laws.json'), 'utf8'));
  const lines = gunzipSync(readFileSync(join(data, 'text/laws/more.txt.gz')))
    .toString('utf8')
    .split('\n');
  const file = join(folder, 'laws.txt');
  writeFileSync(
    file,
    lines
      .slice(measured.first, measured.first + measured.lines)
      .filter(Boolean)
      .join('\n'),
  );
  return file;
}

/** The share of planted errors that a finding of these rules touches, by kind and line. @param {string} folder */
function plantedDamage(folder) {
  const issues = join(folder, 'issues');
  node(join(shared, 'tools/make-pages.mjs'), [issues, '1', ...daysOfJune()]);
  /** @type {Record<string, number>} */
  const counts = {};
  const count = (key) => (counts[key] = (counts[key] ?? 0) + 1);
  for (const name of readdirSync(issues).filter((file) => file.endsWith('.gold.json'))) {
    const { errors } = JSON.parse(readFileSync(join(issues, name), 'utf8'));
    const path = join(issues, name.replace('.gold.json', '.txt'));
    const args = ['check', '--format', 'json', ...RULES.flatMap((rule) => ['--rule', rule]), path];
    /** @type {{ files: readonly { diagnostics: readonly { start: number, end: number, severity: string }[] }[] }} */
    const { files } = JSON.parse(node(cli, args));
    const diagnostics = files[0]?.diagnostics ?? [];
    for (const { start, end, kind } of errors) {
      if (kind !== 'doubled' && kind !== 'dropped') continue;
      count(kind);
      const touching = diagnostics.filter((finding) => finding.start <= end && finding.end >= start);
      if (touching.length > 0) count(`${kind} info`);
      if (touching.some(({ severity }) => severity === 'warning')) count(`${kind} warning`);
    }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([key, found]) => [key, found / (counts[key.split(' ')[0] ?? ''] ?? 1)]),
  );
}
