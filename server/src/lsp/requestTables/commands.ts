import type { Connection } from 'vscode-languageserver';
import { CHANGE_ANNOTATIONS_COMMAND, RESOLVE_CONFLICT_COMMAND } from '../annotationProtocol';
import { ADD_ENTRY_COMMAND, DISMISS_COMMAND, Method, type ImportDictionaryParams } from '../protocol';
import { addEntry } from '../requests/addEntry';
import { dismiss } from '../requests/dismissals';
import { importDictionary } from '../requests/importDictionary';
import type { Answer } from '../session/answer';
import type { Dictionaries } from '../session/dictionaries';
import type { ErrorHandling } from '../session/errors';
import type { Sidecars } from '../session/sidecars';
import { CHANGE_STRUCTURE_COMMAND } from '../structureProtocol';
import type { Ports } from '../../ports/ports';
import type { AnnotationService } from './annotations';
import type { StructureRequests } from './structure';

/** The commands that any editor can execute. */
export const SERVER_COMMANDS = [
  DISMISS_COMMAND,
  ADD_ENTRY_COMMAND,
  CHANGE_ANNOTATIONS_COMMAND,
  RESOLVE_CONFLICT_COMMAND,
  CHANGE_STRUCTURE_COMMAND,
];

/** What the commands need of the server. */
export interface CommandContext {
  readonly connection: Connection;
  readonly resources: Ports['resources'];
  readonly sidecars: Sidecars;
  readonly annotations: AnnotationService;
  readonly structure: StructureRequests;
  readonly answerCommand: Answer;
  readonly withErrorsShown: ErrorHandling;
  /** Undefined until the client has introduced itself. */
  dictionaries(): Dictionaries | undefined;
  /** Puts in force what the sidecar of an issue says now. */
  applySidecar(uri: string): void;
}

/** Serves the commands, and the import of dictionaries. */
export function registerCommands(service: CommandContext): void {
  const { connection, resources, sidecars, answerCommand, withErrorsShown, applySidecar } = service;
  connection.onRequest(Method.importDictionary, (params: ImportDictionaryParams) =>
    withErrorsShown('Import', null, () => {
      const dictionaries = service.dictionaries();
      return dictionaries && importDictionary(params, { dictionaries, resources });
    }),
  );
  connection.onExecuteCommand(({ command, arguments: passed = [] }, token) => {
    const given: readonly unknown[] = passed;
    if (command === ADD_ENTRY_COMMAND)
      return withErrorsShown('Dictionary', null, () => {
        const dictionaries = service.dictionaries();
        return dictionaries && addEntry(given, dictionaries);
      });
    if (command === CHANGE_ANNOTATIONS_COMMAND) return service.annotations.change(given[0], token);
    if (command === RESOLVE_CONFLICT_COMMAND) return service.annotations.resolveConflict(given[0], token);
    if (command === CHANGE_STRUCTURE_COMMAND) return service.structure.change(given[0], token);
    const [uri, fingerprint] = given;
    if (command !== DISMISS_COMMAND || typeof uri !== 'string' || typeof fingerprint !== 'string') return undefined;
    return answerCommand({ what: 'Dismissing', uri, token }, undefined, async (issue) => {
      await dismiss(issue, fingerprint, sidecars);
      applySidecar(uri);
    });
  });
}
