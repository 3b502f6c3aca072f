// Measures how well names are found on sentences with known names: `npm run accuracy:entities [-- --write]`; `--write`
// stores the figures. Prints precision and recall by exact bounds and type, of the names that Galley shows (high confidence)
// and of all that it knows, and those of jieba's own tagger.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';
import {
  bosonSentences,
  cluenerSentences,
  columnSentences,
  msraSentences,
} from '../../training/models/entity-tagger/sets';
import type { Sentence } from '../../training/models/entity-tagger/sentences';
import { findGazetteer } from '../../server/src/host/node/gazetteer';
import { loadTagger } from '../../server/src/host/node/tagger';
import { createAnalyser } from '../../server/src/analysis/analyser';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { galleyNames } from './entities/galleyNames';
import { jiebaNames } from './entities/jiebaNames';
import { measure, type MeasuredType } from './entities/measure';

interface LabelledSet {
  readonly name: string;
  /** Below ../shared/data/ner. */
  readonly path: string;
  read(path: string): readonly Sentence[];
  /** The types that are measured, with the precision to reach at high confidence. */
  readonly aims: Partial<Record<MeasuredType, number>>;
}

const FOLDER = '../shared/data/ner';
const AIMS = { person: 0.95, place: 0.9, organisation: 0.86, office: 0.95 } as const;
const { person, place, organisation, office } = AIMS;

/**
 * Of the news, the first, third, … twenty sentences may be read to find what is missed, the others and the résumés not. The tagger
 * is trained on the other sets, so that they only show whether a change of the rest does harm; CLUENER and BosonNLP also mark names by other conventions, and have no aims.
 */
const SETS: readonly LabelledSet[] = [
  {
    name: 'news',
    path: 'pd_ner.dev',
    read: (path) => columnSentences(path, 'news'),
    aims: { person, place, organisation },
  },
  {
    name: 'resume',
    path: 'resume/dev.char.bmes',
    read: (path) => columnSentences(path, 'resume'),
    aims: { person, office },
  },
  {
    name: 'msra',
    path: 'msra',
    read: () => msraSentences(FOLDER),
    aims: { person, place, organisation },
  },
  { name: 'cluener', path: 'cluener', read: () => cluenerSentences(FOLDER), aims: { person: NaN, office: NaN } },
  { name: 'boson', path: 'boson', read: () => bosonSentences(FOLDER), aims: { person: NaN, place: NaN } },
];

const { gazetteer } = await findGazetteer(undefined, []);
const analyser = createAnalyser(DEFAULT_SETTINGS, { gazetteer, tagger: await loadTagger() });

const figures: Record<string, Record<string, string>> = {};
print(['', '', 'shown P', 'aim', 'shown R', 'shown F1', 'all P', 'all R', 'jieba F1']);
for (const { name, path, read, aims } of SETS) {
  const file = join(FOLDER, path);
  if (!existsSync(file)) {
    console.log(`${name}: not measured, because ${file} does not exist.`);
    continue;
  }
  const sentences = read(file).map(withNarrowLetters);
  const names = galleyNames(analyser, sentences);
  const ofJieba = jiebaNames(sentences);
  for (const [type, aim] of Object.entries(aims) as [MeasuredType, number][]) {
    const shown = measure(
      sentences,
      names.map((found) => found.filter(({ isShown }) => isShown)),
      type,
    );
    const all = measure(sentences, names, type);
    const jieba = measure(sentences, ofJieba, type);
    const cells = [shown.precision, aim, shown.recall, shown.f1, all.precision, all.recall, jieba.f1];
    print([name, type, ...cells.map((figure) => (Number.isNaN(figure) ? '' : figure.toFixed(3)))]);
    figures[`${name}.${type}`] = {
      precision: shown.precision.toFixed(2),
      recall: shown.recall.toFixed(2),
      f1: shown.f1.toFixed(2),
      allPrecision: all.precision.toFixed(2),
      allRecall: all.recall.toFixed(2),
      ...(Number.isNaN(aim) ? {} : { aim: `≥ ${aim.toFixed(2)}` }),
      // jieba has no tag for offices.
      ...(jieba.f1 > 0 ? { jieba: jieba.f1.toFixed(2) } : {}),
    };
  }
}
if (isWriting && Object.keys(figures).length > 0) saveFigures('accuracy', 'entities', figures);

/** Old corpora have full-width digits and letters, which issues do not have. */
function withNarrowLetters(sentence: Sentence): Sentence {
  const text = sentence.text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  return { ...sentence, text };
}

function print(cells: readonly string[]): void {
  console.log(cells.map((cell, column) => (column < 2 ? cell.padEnd(14) : cell.padStart(10))).join(''));
}
