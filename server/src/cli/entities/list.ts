import type { Analysis } from '../../analysis/analysis';
import type { Mention } from '../../entities/model';

/** A format of `galley entities`: what opens the list, each file in turn, and what closes it. */
export interface EntityList {
  readonly begin: string;
  /** Goes between two files. */
  readonly between: string;
  file(analysis: Analysis): string;
  readonly end: string;
}

/** The mentions that are listed, in the order of the text. */
export function listedMentions({ mentions }: Analysis): readonly Mention[] {
  return mentions.filter(({ confidence }) => confidence === 'high');
}
