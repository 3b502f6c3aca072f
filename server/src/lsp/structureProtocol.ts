import type { Position, Range } from 'vscode-languageserver';
import type { BlockRole } from '../source/sidecar/schema';
import type { IssueParams } from './protocol';

/** What client and server say to one another about structure made by hand. */
export const StructureMethod = {
  /** What is at a place, and what has been decided in the issue: `StructureAtParams` to `StructureResult`. */
  at: 'galley/structure/at',
  /** Decides, moves or reverts: `ChangeStructureParams` to `ChangeStructureResult`. Also a command. */
  change: 'galley/structure/change',
  /** Server to client: the outline of an issue may have changed, though its text has not: `IssueParams`. */
  changed: 'galley/structure/changed',
} as const;

/** The command that is `StructureMethod.change` for any editor; its argument is `ChangeStructureParams`. */
export const CHANGE_STRUCTURE_COMMAND = 'galley.changeStructure';

/** The command of the client that asks for a role; its argument is the URI of the issue. */
export const SET_BLOCK_ROLE_COMMAND = 'galley.setBlockRole';

export interface StructureAtParams extends IssueParams {
  readonly range: Range;
}

export interface StructureResult {
  /** The roles that a block can have, in the language of the interface. */
  readonly roles: readonly { readonly role: BlockRole; readonly title: string }[];
  /** The role of the first block at the place; absent where it has none of these. */
  readonly role?: BlockRole;
  /** The article at the place, by its id. */
  readonly article?: string;
  readonly articles: readonly ArticleItem[];
  readonly decisions: readonly DecisionItem[];
}

export interface ArticleItem {
  readonly id: string;
  readonly title: string;
  /** As printed: 第一版. */
  readonly page?: string;
  readonly position: Position;
}

/** A decision in words. */
export interface DecisionItem {
  readonly id: string;
  readonly title: string;
  /** The first words of its line. */
  readonly words: string;
  /** Absent where the text no longer has its line. */
  readonly position?: Position;
  /** Whether its line is at the place that was asked for. */
  readonly isHere: boolean;
}

/** A change of the structure. `range` is the selection; its first block counts where only one can be meant. */
export type StructureChange =
  | { readonly kind: 'role'; readonly range: Range; readonly role: BlockRole }
  | { readonly kind: 'join' | 'split'; readonly range: Range }
  | { readonly kind: 'continuation'; readonly range: Range; readonly to: Position }
  | {
      readonly kind: 'move';
      readonly range: Range;
      readonly what: 'block' | 'article';
      readonly direction: 'up' | 'down';
    }
  /** Reverts decisions: those with these ids, those whose lines are gone, all, or those at a place. */
  | { readonly kind: 'takeBack'; readonly which: readonly string[] | 'lost' | 'all' }
  | { readonly kind: 'takeBack'; readonly range: Range };

export type ChangeStructureParams = IssueParams & StructureChange;

export interface ChangeStructureResult {
  /** Where the lines that were moved begin now. */
  readonly position?: Position;
  /** How many decisions were reverted. */
  readonly takenBack?: number;
}
