import { checkTask } from './commands/check';
import { entitiesTask } from './commands/entities';
import { exportTask } from './commands/export';
import { fixTask } from './commands/fix';
import { reportTask } from './commands/report';
import type { Task } from './run/task';

/** Every task that a thread can do. */
export const TASKS: readonly Task<never, unknown>[] = [checkTask, entitiesTask, exportTask, fixTask, reportTask];
