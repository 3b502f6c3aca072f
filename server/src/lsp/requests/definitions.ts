import type { Location, Position } from 'vscode-languageserver';
import { definitions as linesOf } from '../../features/definitions';
import type { Resources } from '../../ports/resources';
import type { OpenIssue } from '../session/openIssues';
import { offsetOf } from '../ranges';

/** The dictionary lines of the name at a position. */
export function definitions({ analysis }: OpenIssue, position: Position, resources: Resources): Location[] {
  return linesOf(analysis, offsetOf(analysis.document.lines, position)).map(({ dictionary, line: number }) => {
    const start = { line: number - 1, character: 0 };
    return { uri: resources.dictionaryUri(dictionary), range: { start, end: start } };
  });
}
