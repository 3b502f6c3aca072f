import type { Location } from 'vscode-languageserver';
import { definitions as linesOf } from '../../features/definitions';
import type { Resources } from '../../ports/resources';
import type { OpenIssue } from '../session/openIssues';

/** The dictionary lines of the name at an offset. */
export function definitions({ analysis }: OpenIssue, offset: number, resources: Resources): Location[] {
  return linesOf(analysis, offset).map(({ dictionary, line: number }) => {
    const start = { line: number - 1, character: 0 };
    return { uri: resources.dictionaryUri(dictionary), range: { start, end: start } };
  });
}
