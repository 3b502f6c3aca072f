import type { EditOrigin } from '../../annotations/correctionLog';
import type { AnnotationSettings } from '../../annotations/settings';
import type { Edit } from '../../core/edit';
import { acceptedRules, type AcceptedRule } from '../../features/acceptedRule';
import { newId } from './annotations';
import type { OpenIssues } from './openIssues';

/** Says of each edit who made it, when, and which rule's fix it is. */
export interface EditOrigins {
  /** Called before the edits of one message, with their number. */
  begin(uri: string, edits: number): void;
  originOf(edit: Edit): EditOrigin;
}

/** Makes what tells the origins of edits; fixes are recognised by what is reported in the text before the edits. */
export function createEditOrigins(
  known: (uri: string) => ReturnType<OpenIssues['known']>,
  settings: () => AnnotationSettings,
): EditOrigins {
  let accepted: AcceptedRule = () => undefined;
  return {
    begin(uri, edits) {
      accepted = acceptedRules(known(uri)?.found() ?? [], edits > 1);
    },
    originOf(edit) {
      const rule = accepted(edit);
      const { author } = settings();
      return {
        id: newId('c'),
        ...(rule === undefined ? {} : { rule }),
        ...(author === undefined ? {} : { by: author }),
        time: new Date().toISOString(),
      };
    },
  };
}
