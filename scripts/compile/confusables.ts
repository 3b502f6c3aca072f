// Makes dist/confusables.bin, the lists of confusable characters as they are looked up. `npm run build` does it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFUSABLES_FILE } from '../../server/src/host/shippedData';
import { packageFolder } from '../../server/src/host/node/packageFolder';
import { readNgrams } from '../../server/src/languageModel/model/ngrams';
import { compileConfusables, frequencyIn } from './confusable-lists';

const root = packageFolder();
const ngrams = readNgrams(readFileSync(join(root, 'dictionaries/models/ngrams.bin')));
const text = (name: string): string => readFileSync(join(root, 'dictionaries/models', name), 'utf8');
const lists = compileConfusables(text('confusables.txt'), text('misreadings.txt'), frequencyIn(ngrams));
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', CONFUSABLES_FILE), lists);
