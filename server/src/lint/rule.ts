import type { Applicability, Finding, Fix, Severity } from '../core/diagnostic';
import type { OptionValue } from '../core/settings';
import type { Span } from '../core/span';
import type { Mention } from '../entities/model';
import type { Article, BlockKind, IssueDocument } from '../issue/model';
import type { Gazetteer, PartialDate } from '../gazetteer/model';
import type { Detection } from '../languageModel/detect';
import type { PageDamage } from './language/pageDamage';

/** What is known of a rule without running it. Settings, documentation and `galley rules` are made from it. */
export interface RuleMeta<Options extends RuleOptions = RuleOptions> {
  /** kebab-case; the names of the rule's file and of its document. */
  readonly id: string;
  /** A few words in English; the Chinese is in l10n/bundle.l10n.zh-cn.json under the same words. */
  readonly title: string;
  /** One sentence in English on what is reported, translated as the title is. */
  readonly description: string;
  readonly severity: Severity;
  /** The best that a fix of this rule can be; absent where the rule never offers one. */
  readonly applicability?: Applicability;
  readonly options?: Options;
  /**
   * Where all findings of an issue have one cause, they become one diagnostic with occurrences and one fix for all; those
   * whose fixes are less safe become one of their own. Takes their number, and how safe their fixes are; gives the message.
   */
  readonly grouped?: (count: number, applicability: Applicability | undefined) => string;
}

/** An option that users can set, with its default and one English sentence on what it does (translated likewise). */
export interface RuleOption {
  readonly default: OptionValue;
  readonly description: string;
  /** The least and the greatest value that a number may have. */
  readonly minimum?: number;
  readonly maximum?: number;
}
export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** The options as a rule sees them: the defaults, with what the user has set on top. */
export type OptionsOf<Options extends RuleOptions> = {
  readonly [Name in keyof Options]: Widen<Options[Name]['default']>;
};
type Widen<Value> = Value extends boolean
  ? boolean
  : Value extends number
    ? number
    : Value extends string
      ? string
      : Value;

/** One block by itself, so that what was found can be kept as long as the block's text does not change. */
export interface BlockContext<Options extends RuleOptions = RuleOptions> {
  /** The text of `Block.content`; findings are relative to it. */
  readonly text: string;
  readonly kind: BlockKind;
  readonly options: OptionsOf<Options>;
}

/** One article in its issue. Findings have offsets into the raw text. */
export interface ArticleContext<Options extends RuleOptions = RuleOptions> {
  readonly document: IssueDocument;
  readonly article: Article;
  readonly options: OptionsOf<Options>;
}

/** What an issue names, and what is known of it. */
export interface Named {
  /** Found when they are first asked for, because that takes longer than any rule. */
  readonly mentions: readonly Mention[];
  readonly gazetteer?: Gazetteer | undefined;
  /** Of the issue, where it is known without being inferred. */
  readonly date?: PartialDate | undefined;
}

/** The whole issue. Findings have offsets into the raw text. */
export interface IssueContext<Options extends RuleOptions = RuleOptions> {
  readonly document: IssueDocument;
  readonly named: () => Named;
  readonly options: OptionsOf<Options>;
}

export interface BlockRule<Options extends RuleOptions = RuleOptions> {
  readonly scope: 'block';
  readonly meta: RuleMeta<Options>;
  /** The kinds of blocks that the rule looks at. */
  readonly kinds: readonly BlockKind[];
  /** Traits (see core/characters) of which a text must have one; 0 asks for none. */
  readonly traits: number;
  /** As an article rule, it may give undefined. */
  check(context: BlockContext<Options>): Iterable<Finding | undefined>;
}

/** Between two findings it may give undefined, where other work may have its turn: see core/steps. */
export interface ArticleRule<Options extends RuleOptions = RuleOptions> {
  readonly scope: 'article';
  readonly meta: RuleMeta<Options>;
  check(context: ArticleContext<Options>): Iterable<Finding | undefined>;
}

/** As an article rule, it may give undefined. */
export interface IssueRule<Options extends RuleOptions = RuleOptions> {
  readonly scope: 'issue';
  readonly meta: RuleMeta<Options>;
  check(context: IssueContext<Options>): Iterable<Finding | undefined>;
}

/**
 * A block with what the language model detects in it; what the issue itself confirms is left out. Findings are relative
 * to the block.
 */
export interface LanguageContext<Options extends RuleOptions = RuleOptions> {
  readonly text: string;
  readonly detections: readonly Detection[];
  /** Of the page that begins here, if much of it is wrong. */
  readonly damage?: PageDamage | undefined;
  readonly options: OptionsOf<Options>;
}

/** A rule that asks the language model. It has nothing to say until the model is there. */
export interface LanguageRule<Options extends RuleOptions = RuleOptions> {
  readonly scope: 'language';
  readonly meta: RuleMeta<Options>;
  readonly kinds: readonly BlockKind[];
  check(context: LanguageContext<Options>): Iterable<Finding>;
}

export type Rule = BlockRule | ArticleRule | IssueRule | LanguageRule;

interface BlockPart<Options extends RuleOptions> {
  readonly kinds: readonly BlockKind[];
  readonly traits?: number;
  check(context: BlockContext<Options>): Iterable<Finding | undefined>;
}

/** Makes a rule that sees one block at a time. A block rule must depend only on its context. */
export function blockRule<const Options extends RuleOptions = Record<never, never>>({
  kinds,
  traits = 0,
  check,
  ...meta
}: RuleMeta<Options> & BlockPart<Options>): Rule {
  return { scope: 'block', meta, kinds, traits, check };
}

/** Makes a rule that sees one article at a time. */
export function articleRule<const Options extends RuleOptions = Record<never, never>>({
  check,
  ...meta
}: RuleMeta<Options> & Pick<ArticleRule<Options>, 'check'>): Rule {
  return { scope: 'article', meta, check };
}

/** Makes a rule that sees the whole issue. */
export function issueRule<const Options extends RuleOptions = Record<never, never>>({
  check,
  ...meta
}: RuleMeta<Options> & Pick<IssueRule<Options>, 'check'>): Rule {
  return { scope: 'issue', meta, check };
}

/** Makes a rule that sees what the language model detects in a block. */
export function languageRule<const Options extends RuleOptions = Record<never, never>>({
  kinds,
  check,
  ...meta
}: RuleMeta<Options> & Pick<LanguageRule<Options>, 'kinds' | 'check'>): Rule {
  return { scope: 'language', meta, kinds, check };
}

/** A fix that replaces one span. */
export function replacement(span: Span, newText: string, applicability: Applicability, title: string): Fix {
  return { title, applicability, edits: [{ start: span.start, end: span.end, newText }] };
}

/** Blocks that hold running text: what most rules on characters look at. */
export const RUNNING_TEXT: readonly BlockKind[] = ['body', 'crosshead', 'caption'];

/** Every kind that stands for printed words, heads and bylines included. */
export const PRINTED_TEXT: readonly BlockKind[] = [...RUNNING_TEXT, 'heading', 'rubric', 'byline', 'credit', 'jump'];

/** Every kind whose characters were read from the page, page marks and tables included. */
export const READ_TEXT: readonly BlockKind[] = [...PRINTED_TEXT, 'pageMark', 'furniture', 'table'];
