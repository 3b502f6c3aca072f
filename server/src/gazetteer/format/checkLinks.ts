import { t } from '@vscode/l10n';
import type { Fault } from './checkRow';
import { listIn, referenceTo, type Column, type Row } from './columns';
import type { EntityId } from '../model';

/** A fault that shows only beside the other rows. */
export interface LinkFault extends Fault {
  readonly line: number;
}

/**
 * Checks what rows say of one another. A place that is within itself, or follows itself, is left out, and so is the
 * post of a person who is not known; a row that names something else unknown stays in force.
 */
export function checkLinks(
  rows: readonly Row[],
  isKnown: (id: EntityId) => boolean,
): { readonly sound: readonly Row[]; readonly faults: readonly LinkFault[] } {
  const here = new Set(rows.flatMap(({ type, id }) => (type === 'post' ? [] : [id])));
  const exists = (id: EntityId): boolean => here.has(id) || isKnown(id);
  const faults = rows.flatMap((row) => unknownReferences(row, exists));
  const bad = new Set(faults.filter(({ column }) => column === 'id').map(({ line }) => line));
  const cyclic = [...circles(rows, 'parent'), ...circles(rows, 'successors')];
  for (const { line } of cyclic) bad.add(line);
  const sound = bad.size === 0 ? rows : rows.filter(({ line }) => !bad.has(line));
  return { sound, faults: [...faults, ...cyclic] };
}

const REFERRING: readonly Column[] = ['place', 'parent', 'successors', 'members'];

function unknownReferences({ type, id, fields, line }: Row, exists: (id: EntityId) => boolean): LinkFault[] {
  const faults: LinkFault[] = [];
  if (type === 'post' && !exists(id))
    faults.push({ line, column: 'id', message: t('There is no person with the id {0}.', id.slice('person:'.length)) });
  for (const column of REFERRING)
    for (const reference of listIn(fields[column]))
      if (!exists(referenceTo(reference)))
        faults.push({ line, column, message: t('There is no entry with the id {0}.', referenceTo(reference)) });
  return faults;
}

/**
 * One fault for each circle that the references of a column make, at the row that closes it. The walk keeps a list of
 * what is still to do, since a chain may be as long as the file.
 */
function circles(rows: readonly Row[], column: 'parent' | 'successors'): LinkFault[] {
  const rowOf = new Map(rows.flatMap((row) => (row.fields[column] === undefined ? [] : [[row.id, row] as const])));
  const done = new Set<EntityId>();
  const faults: LinkFault[] = [];
  for (const start of rowOf.keys()) {
    const path: EntityId[] = [];
    const depthOf = new Map<EntityId, number>();
    const leave = (id: EntityId): void => {
      depthOf.delete(id);
      done.add(id);
    };
    const open = [{ id: start, depth: 0 }];
    for (let step = open.pop(); step; step = open.pop()) {
      path.splice(step.depth).forEach(leave);
      const row = done.has(step.id) ? undefined : rowOf.get(step.id);
      if (!row) continue;
      depthOf.set(step.id, path.length);
      path.push(step.id);
      for (const id of listIn(row.fields[column]).map(referenceTo)) {
        const depth = depthOf.get(id);
        if (depth === undefined) open.push({ id, depth: path.length });
        else faults.push(circleFault(row, column, [...path.slice(depth), id]));
      }
    }
    path.forEach(leave);
  }
  return faults;
}

function circleFault({ line, fields }: Row, column: Column, circle: readonly EntityId[]): LinkFault {
  const shown = circle.slice(0, MOST_SHOWN).join(' → ') + (circle.length > MOST_SHOWN ? ' …' : '');
  const message =
    column === 'parent'
      ? t('The place {0} contains itself: {1}.', fields.name ?? '', shown)
      : t('The place {0} is its own successor: {1}.', fields.name ?? '', shown);
  return { line, column, message };
}

const MOST_SHOWN = 6;
