import { simplify } from '../../../core/script/simplify';
import type { Mention } from '../../model';

/** An office by which the page calls somebody as the one who holds it. */
export interface HeldOffice {
  /** As the page words it, in simplified characters: 代市长. */
  readonly officeTitle: string;
  readonly mention: Mention;
}

/**
 * The offices that are beside the names of people detected with high confidence, one by one; 原市长 is none that is held.
 */
export function heldOffices(text: string, mentions: readonly Mention[]): HeldOffice[] {
  return mentions.flatMap((mention) => {
    const { type, confidence, officeTitle: printed } = mention;
    if (printed === undefined || type !== 'person' || confidence !== 'high' || isFormer(text, mention)) return [];
    const officeTitles = simplify(printed)
      .split(/[、，,]|兼/)
      .filter((one) => one !== '');
    return officeTitles.map((officeTitle) => ({ officeTitle, mention }));
  });
}

/** Code units before the title in which a word like 时任 stands, with the place of the office. */
const NEAR = 8;

function isFormer(text: string, { span, officeTitle = '' }: Mention): boolean {
  const before = text.slice(Math.max(0, span.start - officeTitle.length - NEAR), span.start).trimEnd();
  return officeTitle !== '' && FORMER.test(before.slice(0, -officeTitle.length));
}

const FORMER = /(?:原|前任?|时任|曾任|历任|拟任|已故)(?:.{1,2}[省市县区州])?$/;
