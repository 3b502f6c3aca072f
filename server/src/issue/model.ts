import type { Lines } from '../core/lines';
import type { Script } from '../core/script/script';
import type { Span } from '../core/span';
import type { BlockRole, StructureDecision } from '../source/sidecar/schema';
import type { HandMadeStructure } from './structure/model';

/** What a line or a run of lines is on the printed page. docs/glossary.md has the Chinese terms. */
export type BlockKind =
  | 'heading' // kicker, headline or subhead, before its role is known; see `Headline.role`
  | 'rubric'
  | 'byline'
  | 'body'
  | 'crosshead' // a short heading inside the body of an article
  | 'caption'
  | 'credit'
  | 'jump'
  | 'pageMark'
  | 'furniture'
  | 'image'
  | 'table'
  | 'metadata' // a fact about an article, with its label: 【日期】2024.05.18
  | 'residue'; // what the OCR model added: code fences, "Here is the text"

/**
 * What a line shows by itself, wherever it occurs. In all versions of a text that are read with one cache, the same
 * line is the same object, so that what is found in it can be cached by it.
 */
export interface Line {
  readonly kind: BlockKind;
  /** Relative to the line. */
  readonly content: Span;
  /**
   * The text of `content`, in simplified characters where the issue has traditional ones: what words are compared with.
   */
  readonly text: string;
  /** The text of `content` as it is printed; as long as `text`. */
  readonly printed: string;
  /** What characters `text` has; see `Trait` in core/characters. */
  readonly traits: number;
  /** See `Block.level`. */
  readonly level?: number;
}

/** One unbroken piece of the page. `span` is without the white space around it; `content` also without `#` marks. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  readonly content: Span;
  readonly line: Line;
  /** Depth of a Markdown heading, 1 to 6; absent where the line has no mark. */
  readonly level?: number;
  /** Where an article with its own metadata begins. */
  readonly opens?: boolean;
  /** Of a headline, as its label says. */
  readonly role?: HeadlineRole;
  /** Whether a person has said what it is. */
  readonly byHand?: boolean;
  /** In a text with a printed line a line: `open` opens a paragraph of several lines, `on` goes on with the line above. */
  readonly wraps?: 'open' | 'on';
}

/** The roles of headlines: 引题 (kicker), 主题 (main), 副题 (sub). */
export type HeadlineRole = 'kicker' | 'main' | 'sub';

export interface Headline {
  readonly role: HeadlineRole;
  readonly block: Block;
}

export type PersonRole = 'reporter' | 'correspondent' | 'photographer' | 'editor' | 'author';

export interface BylinePerson {
  readonly name: string;
  readonly role: PersonRole;
  readonly span: Span;
}

/** Who wrote it: a separate line, or the opening 本报讯（记者 …） of the first paragraph. 本报评论员 gives no name. */
export interface Byline {
  readonly span: Span;
  readonly people: readonly BylinePerson[];
  /** The paper or agency that the byline names: 本报, 新华社. */
  readonly source?: string;
}

/** 新华社北京5月6日电: where and when it was sent. Month and day without a year, as they are printed. */
export interface Dateline {
  readonly span: Span;
  readonly place?: string;
  readonly month?: number;
  readonly day?: number;
}

/**
 * A gap inside one printed paragraph, left by a column or page end. `strong` where both sides show that the sentence runs
 * on, `likely` where most such gaps are seams, `weak` where most are not; `wrapped` where the whole text has a printed line a
 * line.
 */
export interface Seam {
  readonly span: Span;
  readonly strength: 'strong' | 'likely' | 'weak' | 'wrapped';
  /** Whether the paragraph rather ends here and has lost its stop. */
  readonly mayLackStop?: boolean;
  /** Whether it may as well go on below, because something is in the gap. */
  readonly mayGoOn?: boolean;
  /** Whether, where a stop may be lost, the line may also be one of its own: a crosshead that is a sentence. */
  readonly mayBeLine?: boolean;
}

/** A printed paragraph: one block, or several that column ends have split. */
export interface Paragraph {
  readonly role: 'body' | 'crosshead';
  readonly span: Span;
  readonly parts: readonly Block[];
  readonly seams: readonly Seam[];
  /** The weak seam to the paragraph below, which is therefore not joined to this one. */
  readonly doubtfulEnd?: Seam;
}

/** A line that sends the reader to another page, or says from which one the text came. */
export interface Jump {
  readonly span: Span;
  readonly direction: 'to' | 'from';
  readonly page: number;
  /** The headline that the jump line names, if it does. */
  readonly headline?: string;
}

/** A picture as the text shows it: its caption, its credit, its link; each may be missing. */
export interface Picture {
  readonly span: Span;
  readonly caption?: Block;
  readonly credit?: Block;
  readonly uri?: string;
}

/** A table in Markdown or HTML, as the words of its cells. */
export interface Table {
  readonly span: Span;
  readonly rows: readonly (readonly string[])[];
}

/**
 * `notice`: announcements and advertisements. `listing`: programmes, weather, results, rolls of names. These and `verse` are no
 * prose: their lines stand by themselves.
 */
export type ArticleKind = 'article' | 'photo' | 'teaser' | 'notice' | 'listing' | 'verse';

export interface Article {
  readonly id: string;
  /** 0-based place in the issue. */
  readonly order: number;
  /** The page's number, or its 1-based place among the pages where none is printed. */
  readonly page: number;
  readonly kind: ArticleKind;
  readonly rubric?: Block;
  /** Whether the rubric is below the article's own text, where OCR misplaced it. */
  readonly rubricDisplaced?: boolean;
  readonly headlines: readonly Headline[];
  readonly byline?: Byline;
  readonly dateline?: Dateline;
  readonly paragraphs: readonly Paragraph[];
  readonly pictures: readonly Picture[];
  readonly tables: readonly Table[];
  readonly jumps: readonly Jump[];
  /** From the first headline or rubric to the last block; a displaced rubric is within it. */
  readonly span: Span;
  /** The articles on other pages that this one goes on in, or comes from, by id. */
  readonly continuedBy?: string;
  readonly continues?: string;
  /** What people have decided about it, in the order of the text. */
  readonly byHand?: readonly HandMade[];
}

/** Something about an article that a person has decided. */
export interface HandMade {
  readonly kind: StructureDecision['kind'];
  /** Of a block whose role was set. */
  readonly role?: BlockRole;
  /** The line that the decision is about. */
  readonly span: Span;
}

/** One printed page. */
export interface Page {
  readonly id: string;
  /** As printed (第一版, A2): its number within the issue or section. */
  readonly number?: number;
  /** As printed: 第一版, A2, 01版. */
  readonly label?: string;
  readonly section?: string;
  readonly mark?: Block;
  readonly span: Span;
}

/** Everything that the text says of itself. Immutable; every span is into `text`. */
export interface IssueDocument {
  readonly text: string;
  /** Undefined where the text has no Chinese. */
  readonly script: Script | undefined;
  /**
   * The text in simplified characters, unit for unit, as articles, names and rules read an issue that has traditional
   * ones; else the text itself.
   */
  readonly simplified: string;
  readonly lines: Lines;
  /** In order, without overlaps; the blank lines are between them. */
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  readonly articles: readonly Article[];
  /** What people have decided about the structure, and where. */
  readonly handMade: HandMadeStructure;
}
