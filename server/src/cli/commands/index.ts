import type { Command } from '../command';
import { agree } from './agree';
import { check } from './check';
import { entities } from './entities';
import { exportCommand } from './export';
import { fix } from './fix';
import { lsp } from './lsp';
import { merge } from './merge';
import { rules } from './rules';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [check, fix, exportCommand, entities, agree, merge, rules, lsp];
