// Counts the posts of officials.tsv whose end is not given, and those whose end other posts imply: `npm run accuracy:posts
// [-- --write] [-- --sample N]`. `--write` stores the figures, `--sample` lists N inferred ends to check by hand.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import type { Person, Post } from '../../server/src/gazetteer/model';
import { inferredEnd, type InferredEnd } from '../../server/src/gazetteer/posts/inferredEnd';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';
import { officeTitleWithPlace } from '../../server/src/gazetteer/posts/officeTitles';

const own = ['places', 'officials'].map((name) => ({
  dictionary: `${name}.tsv`,
  text: readFileSync(`dictionaries/gazetteer/${name}.tsv`, 'utf8'),
}));
const { gazetteer } = createGazetteer({ own });
const ids = new Set(
  own[1]?.text.split('\n').flatMap((line) => (line.startsWith('person\t') ? [line.split('\t')[1] ?? ''] : [])),
);

const count = { posts: 0, given: 0, noBeginning: 0, promoted: 0, moved: 0, succeeded: 0, open: 0 };
const inferred: { person: Person; post: Post; end: InferredEnd }[] = [];
for (const id of ids) {
  const person = gazetteer.entry(`person:${id}`);
  if (person?.type !== 'person') continue;
  for (const post of person.posts) {
    count.posts++;
    const end = inferredEnd(post, person, gazetteer);
    if (post.to !== undefined) count.given++;
    else if (post.from === undefined) count.noBeginning++;
    else if (end) {
      count[end.reason]++;
      inferred.push({ person, post, end });
    } else count.open++;
  }
}
console.log(count);

/** Checked by hand against the whole career and the successors: all had left by then, `year` within the year before. */
const checked = readFileSync('test/accuracy/posts.tsv', 'utf8').trimEnd().split('\n').slice(1);
const found = new Set(
  inferred.map(({ person, post, end }) =>
    [person.id.slice('person:'.length), officeTitleWithPlace(post, gazetteer), post.from, end.to].join('\t'),
  ),
);
const same = checked.filter((line) => found.has(line.slice(0, line.lastIndexOf('\t'))));
const exact = same.filter((line) => line.endsWith('\tyear'));
const implied = count.promoted + count.moved + count.succeeded;
console.log(`
posts                       ${count.posts}
end given by the source     ${count.given}
beginning not known         ${count.noBeginning}
end implied                 ${implied} (promotion ${count.promoted}, another post ${count.moved}, successor ${count.succeeded})
end open                    ${count.open}
of ${checked.length} implied ends checked by hand, ${same.length} are still inferred; ${exact.length} of them are right to within a year`);
if (isWriting)
  saveFigures('accuracy', 'posts', {
    implied: { value: String(implied) },
    open: { value: String(count.open) },
    checked: { value: `${same.length} / ${checked.length}` },
    exact: { value: `${exact.length} / ${checked.length}` },
  });

for (const { person, post, end } of sampleOf(inferred))
  console.log(
    [
      person.id.slice('person:'.length),
      officeTitleWithPlace(post, gazetteer),
      post.from,
      end.to,
      end.reason,
      end.by.slice('person:'.length),
      officeTitleWithPlace(end.next, gazetteer),
    ].join('\t'),
  );

/** As many of the inferred ends as `--sample` asks for, at even distances. */
function sampleOf<Item>(all: readonly Item[]): readonly Item[] {
  const at = process.argv.indexOf('--sample');
  const wanted = at < 0 ? 0 : Number(process.argv[at + 1]);
  return Array.from({ length: wanted }, (_, n) => all[Math.floor((n * all.length) / wanted)]).filter(
    (one) => one !== undefined,
  );
}
