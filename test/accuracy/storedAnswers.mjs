// Stands in for the command line where score-pages.mjs calls it for each file: prints what the command line has answered about that
// file among all others. `node storedAnswers.mjs export|check --format json FILE`.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';

const [command = '', , , path = ''] = process.argv.slice(2);
const answer = join(dirname(path), 'answers', command, basename(path, '.txt') + '.json');
process.stdout.write(readFileSync(answer, 'utf8'));
