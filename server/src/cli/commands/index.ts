import type { Command } from '../command';
import { agree } from './agree';
import { check } from './check';
import { dictionary } from './dictionary';
import { entities } from './entities';
import { exportCommand } from './export';
import { filter } from './filter';
import { fix } from './fix';
import { importAnnotations } from './importAnnotations';
import { lsp } from './lsp';
import { merge } from './merge';
import { queue } from './queue';
import { report } from './report';
import { rules } from './rules';
import { train } from './train';
import { worker } from './worker';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  check,
  fix,
  exportCommand,
  filter,
  queue,
  worker,
  entities,
  report,
  importAnnotations,
  agree,
  merge,
  dictionary,
  train,
  rules,
  lsp,
];
