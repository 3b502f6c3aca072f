import { expect, test } from 'vitest';
import type { Mention } from '../../server/src/entities/model';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import { loadShippedDictionaries } from '../../server/src/host/node/gazetteer';
import { loadTagger } from '../../server/src/host/node/tagger';
import { analysed } from '../support/analysed';

/** What Galley finds with everything that ships, and with a dictionary of the user that has these people. */
async function peopleOf(text: string, ...own: readonly string[]): Promise<readonly Mention[]> {
  const rows = ['type\tname', ...own.map((name) => `person\t${name}`)].join('\n');
  const shipped = await loadShippedDictionaries();
  const { gazetteer } = createGazetteer({ shipped, own: [{ dictionary: 'own.tsv', text: rows }] });
  const { mentions } = analysed(text, { gazetteer, tagger: await loadTagger() });
  return mentions.filter(({ type, confidence }) => type === 'person' && confidence === 'high');
}

function shown(people: readonly Mention[]): string[] {
  return people.map(({ name, candidates }) => [name, ...candidates].join(' '));
}

test('the user’s dictionary takes precedence over the shape of a name and the tagger', async () => {
  const text = '第三中学教师林越向大家问好。林越说，她认识安安。安安高级会计师明天到。';
  expect(shown(await peopleOf(text, '林越', '安安'))).toEqual([
    '林越 person:林越',
    '林越 person:林越',
    '安安 person:安安',
    '安安 person:安安',
  ]);
});

test('a name of the user that only consists of halves of other names is not found', async () => {
  expect(shown(await peopleOf('他从浙江江山回来，又去江苏苏州。', '江江', '苏苏'))).toEqual([]);
});

test('a byline refers to an entry of the user’s dictionary, but to none of the bundled officials', async () => {
  const byline = '# 河堤加固完工\n\n本报讯（记者 沈知远 王强）青溪河堤加固工程昨天完工。\n';
  expect(shown(await peopleOf(byline, '沈知远'))).toEqual(['沈知远 person:沈知远', '王强']);
});

test('organisations and names of two characters of the user’s own are found', async () => {
  const rows = 'type\tname\norganisation\t青柳社\nperson\t禾木\n';
  const { gazetteer } = createGazetteer({
    shipped: await loadShippedDictionaries(),
    own: [{ dictionary: 'own.tsv', text: rows }],
  });
  const { mentions } = analysed('青柳社昨天举办读书会，禾木朗诵了新诗。', { gazetteer, tagger: await loadTagger() });
  const named = mentions.filter(({ candidates, confidence }) => candidates.length > 0 && confidence === 'high');
  expect(named.map(({ type, name }) => `${type} ${name}`)).toEqual(['organisation 青柳社', 'person 禾木']);
});
