import type { Command } from '../command';
import { check } from './check';
import { entities } from './entities';
import { exportCommand } from './export';
import { fix } from './fix';
import { lsp } from './lsp';
import { rules } from './rules';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [check, fix, exportCommand, entities, rules, lsp];
