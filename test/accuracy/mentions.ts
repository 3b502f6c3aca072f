// Draws names of high confidence from real text, each in its sentence, to be read by a person:
// `npm run accuracy:mentions -- --sample 300 --seed 1 [--type person|place|organisation|office] [--from SOURCE] [--once]`.
//
// Half of them are from pages of June 2026, the others from five sources of other habits. Each line has the source, the kinds of
// evidence and the sentence. With `--once`, every name is drawn once, so that a name of a thousand mentions counts no more than
// one of a single mention.
import { parseArgs } from 'node:util';
import { groupBy } from '../../server/src/core/groups';
import { createRandom, type Random } from './habits/random';
import { fullAnalyser } from '../fuzz/engine';
import { issueSource, type ReadingMode } from '../../server/src/source/issueSource';
import { MENTION_SOURCES, type MentionSource } from './mentions/sources';

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    type: { type: 'string', default: 'person' },
    from: { type: 'string' },
    once: { type: 'boolean', default: false },
  },
});

/** Names to choose from, for each that is drawn. */
const POOL = 10;
/** Characters that are shown on either side. */
const AROUND = 24;

const random = createRandom(Number(values.seed));
const analyser = await fullAnalyser();
const sources = MENTION_SOURCES.filter(({ name }) => values.from === undefined || name === values.from);
const total = sources.reduce((sum, { share }) => sum + share, 0);
for (const source of sources) draw(source, Math.round((Number(values.sample) * source.share) / total), random);

/** A mention in its sentence. */
interface Drawn {
  readonly name: string;
  readonly words: string;
}

/** Prints so many names of a source; reads texts of it in random order until there are ten times as many to choose from. */
function draw(source: MentionSource, count: number, { between, pick }: Random): void {
  const texts = source.texts();
  const found: Drawn[] = [];
  const names = new Set<string>();
  while (texts.length > 0 && names.size < POOL * count) {
    const [text] = texts.splice(between(0, texts.length - 1), 1);
    for (const drawn of mentionsOf(text ?? '', source.mode)) {
      found.push(drawn);
      names.add(drawn.name);
    }
  }
  const groups = values.once ? [...groupBy(found, ({ name }) => name).values()] : found.map((drawn) => [drawn]);
  if (groups.length === 0) console.log(`${source.name}: nothing found.`);
  for (let left = count; left > 0 && groups.length > 0; left--) {
    const [mentions = []] = groups.splice(between(0, groups.length - 1), 1);
    console.log(`${source.name}\t${pick(mentions).words}`);
  }
}

function mentionsOf(text: string, mode: ReadingMode = 'issue'): Drawn[] {
  return analyser
    .analyse(issueSource(text, { mode }))
    .mentions.filter(({ type, confidence }) => type === values.type && confidence === 'high')
    .map(({ name, evidence, span: { start, end } }) => {
      const before = text.slice(Math.max(0, start - AROUND), start).replace(/^[^]*[\r\n]/, '');
      const after = text.slice(end, end + AROUND).replace(/[\r\n][^]*$/, '');
      const kinds = evidence.map(({ kind }) => kind).join(', ');
      return { name, words: `${kinds}\t${before}⟦${text.slice(start, end)}⟧${after}` };
    });
}
