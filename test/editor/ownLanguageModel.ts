import type * as vscode from 'vscode';
import { parseIssue } from '../../server/src/issue/parse';
import { encodeOwnNgrams, OWN_CUTS } from '../../server/src/languageModel/training/ownNgrams';
import { proseOf } from '../../server/src/languageModel/training/prose';
import { createTextCounter } from '../../server/src/languageModel/training/textCounter';
import { findingsOf, openIssue, ruleOf, until, write } from './support';

/** An invented page; 桦 and 没 are wrong, and the model that Galley includes finds only 没. */
const PAGE = '# 木桥修好了\n\n徒弟学了三年才会开桦卯。\n\n全市建没了一批工程。\n';

const LESSON = '# 木作\n\n徒弟学了三年才会开榫卯。\n\n老匠人说，榫卯结构不用一根钉子。\n'.repeat(60);

/** The setting with the path of a language model of the user. */
export const LANGUAGE_MODEL = 'galley.context.languageModel';

/** Writes a language model with which 桦 is found too, and gives its path. */
export async function writeOwnLanguageModel(): Promise<string> {
  const counter = createTextCounter({ cuts: OWN_CUTS });
  counter.add(proseOf(parseIssue(LESSON)));
  const counted = counter.counted();
  const provenance = { madeBy: 'test', issues: 1, characters: counted.characterCount };
  const { fsPath } = await write('own.ngrams', encodeOwnNgrams(counted, provenance));
  return fsPath;
}

/** Opens a page on which the model that Galley includes finds one error. */
export async function openPage(): Promise<vscode.TextDocument> {
  await write('bridge.issue.txt', PAGE);
  const { document } = await openIssue('bridge.issue.txt');
  return document;
}

/** Waits until the wrong characters of a page are found that are in these lines, from 0 on. */
export async function untilFoundIn(document: vscode.TextDocument, lines: readonly number[]): Promise<void> {
  const foundIn = (): string =>
    findingsOf(document)
      .filter((finding) => ruleOf(finding) === 'confusable-character')
      .map(({ range }) => range.start.line)
      .join();
  await until(`wrong characters are found in the lines ${lines.join()}`, () => foundIn() === lines.join());
}
