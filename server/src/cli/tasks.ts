import { checkTask } from './commands/check';
import { entitiesTask } from './commands/entities';
import { filterTask } from './commands/filter';
import { fixTask } from './commands/fix';
import { reportTask } from './commands/report';
import { trainTask } from './commands/train';
import { exportTask } from './export/task';
import type { Task } from './run/task';

/** Every task that a thread can do. */
export const TASKS: readonly Task<never, unknown>[] = [
  checkTask,
  entitiesTask,
  exportTask,
  filterTask,
  fixTask,
  reportTask,
  trainTask,
];
