import type { Location, Position } from 'vscode-languageserver';
import { mentionAt } from '../../entities/mentionAt';
import { definitionsOf } from '../../features/definition';
import type { Knowledge } from '../../knowledge/model';
import type { Resources } from '../../ports/resources';
import type { OpenIssue } from '../openIssues';
import { offsetOf } from '../ranges';

/** The dictionary lines of the name at a position. */
export function definitions(
  { service, snapshot }: OpenIssue,
  position: Position,
  knowledge: Knowledge | undefined,
  resources: Resources,
): Location[] {
  const mention = mentionAt(service.mentions(snapshot).mentions, offsetOf(snapshot.document.lines, position));
  if (!mention || !knowledge) return [];
  return definitionsOf(mention, knowledge).map(({ dictionary, line: number }) => {
    const start = { line: number - 1, character: 0 };
    return { uri: resources.dictionaryUri(dictionary), range: { start, end: start } };
  });
}
