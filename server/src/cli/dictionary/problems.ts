import { visible } from '../../core/visible';
import { problemLine, type DictionaryProblem } from '../../gazetteer/format/readDictionary';
import { print } from '../terminal';

/** Prints each problem on a line with its file, line and column. */
export function printProblems(problems: readonly DictionaryProblem[]): Promise<void> {
  return print(problems.map((problem) => `${visible(problemLine(problem))}\n`).join(''));
}
