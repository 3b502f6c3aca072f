import type { Span } from '../core/span';
import type { PersonRole } from '../issue/model';
import type { EntityId, PartialDate } from '../gazetteer/model';

export type MentionType = 'person' | 'place' | 'organisation' | 'office' | 'date' | 'quantity' | 'work' | 'event';

/**
 * Mentions of `high` confidence appear in hovers and exports; those of `medium` confidence are only protected from
 * fixes.
 */
export type Confidence = 'high' | 'medium';

/** Why a mention is taken for what it is; hovers tell it in words. */
export type Evidence =
  | { readonly kind: 'dictionary'; readonly entity: EntityId }
  | { readonly kind: 'title'; readonly text: string } // an office is beside the name
  | { readonly kind: 'byline' }
  | { readonly kind: 'shape' } // a surname and characters of given names, or the ending of an organisation
  | { readonly kind: 'tagger'; readonly margin: number }
  | { readonly kind: 'fullForm'; readonly text: string } // is in full elsewhere in the article
  | { readonly kind: 'recurs' };

/** How a place was chosen among its namesakes. */
export type PlaceBasis = 'only' | 'hierarchy' | 'paper' | 'article' | 'ambiguous';

/** A date as the text gives it, made out. A range has both ends; an open end is absent. */
export interface DateValue {
  readonly kind: 'date';
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  /** What it was counted from: the words themselves (`written`), the issue's date, or another date of the text. */
  readonly basis: 'written' | 'issueDate' | 'context';
}

/** A quantity in its plain unit: 8.47亿元 is 847,000,000 元. A ratio (31%) is 0.31 without a unit. */
export interface QuantityValue {
  readonly kind: 'quantity';
  readonly amount: number;
  /** Where a range is given, its upper end. */
  readonly upTo?: number;
  readonly unit?: string;
}

/** Words of the text that name something. Spans are UTF-16, in the raw text, and may cross a seam of a split paragraph. */
export interface Mention {
  readonly type: MentionType;
  readonly span: Span;
  readonly confidence: Confidence;
  /**
   * Entries of the dictionaries that may be meant, the most likely first; one where it is settled, none if it is unknown.
   */
  readonly candidates: readonly EntityId[];
  readonly evidence: readonly Evidence[];
  /** The full name where the text has a short form, and without the spaces or line ends within it. */
  readonly name: string;
  /** The name in simplified characters where it is printed otherwise: names are the same in either script. */
  readonly simplifiedName?: string;
  /** Of a person: the words of office beside the name. */
  readonly officeTitle?: string;
  /** Of a person: all offices that the issue gives this name, as it words them, joined with 、. */
  readonly office?: string;
  /** Of a person in a byline or a credit. */
  readonly role?: PersonRole;
  readonly placeBasis?: PlaceBasis;
  readonly value?: DateValue | QuantityValue;
}

/** Everything that an issue names, in text order; mentions of one type never overlap. */
export interface IssueMentions {
  readonly mentions: readonly Mention[];
}
