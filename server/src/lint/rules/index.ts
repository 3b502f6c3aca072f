import type { Rule } from '../rule';
import { asciiQuotes } from './ascii-quotes';
import { brokenParagraph } from './broken-paragraph';
import { codeFence } from './code-fence';
import { compatibilityCharacter } from './compatibility-character';
import { confusableCharacter } from './confusable-character';
import { detachedCaption } from './detached-caption';
import { digitLetterConfusion } from './digit-letter-confusion';
import { displacedRubric } from './displaced-rubric';
import { doubledCharacter } from './doubled-character';
import { doubledPunctuation } from './doubled-punctuation';
import { droppedCharacter } from './dropped-character';
import { ellipsisAndDash } from './ellipsis-and-dash';
import { foreignPassage } from './foreign-passage';
import { foreignScript } from './foreign-script';
import { halfWidthPunctuation } from './half-width-punctuation';
import { halfWidthStop } from './half-width-stop';
import { headingLevel } from './heading-level';
import { htmlEntity } from './html-entity';
import { htmlTag } from './html-tag';
import { imageLink } from './image-link';
import { impossibleDate } from './impossible-date';
import { invisibleCharacter } from './invisible-character';
import { knownPost } from './known-post';
import { latexResidue } from './latex-residue';
import { lostStructure } from './lost-structure';
import { mergedParagraphs } from './merged-paragraphs';
import { middleDot } from './middle-dot';
import { mixedWidthCharacters } from './mixed-width-characters';
import { modelChatter } from './model-chatter';
import { pageFurniture } from './page-furniture';
import { repeatedParagraph } from './repeated-paragraph';
import { repeatedPassage } from './repeated-passage';
import { runTogetherNames } from './run-together-names';
import { setPhrase } from './set-phrase';
import { spaceBetweenHan } from './space-between-han';
import { strayLatinWord } from './stray-latin-word';
import { surplusWhiteSpace } from './surplus-white-space';
import { truncatedArticle } from './truncated-article';
import { unbalancedMarks } from './unbalanced-marks';
import { damagedPage } from './damaged-page';
import { unfamiliarLanguage } from './unfamiliar-language';
import { unpunctuatedRun } from './unpunctuated-run';
import { unreadPassage } from './unread-passage';
import { unreadableCharacter } from './unreadable-character';
import { variantCharacter } from './variant-character';
import { wrappedLines } from './wrapped-lines';

/**
 * Every rule. The order is the order of precedence: what an earlier rule reports, a later one does not report again.
 * Rules on characters come first, so that a safe repair is not hidden by a finding about the whole paragraph.
 */
export const RULES: readonly Rule[] = [
  // It marks no character, so it hides no other finding, and none may hide it.
  lostStructure,
  strayLatinWord,
  unreadableCharacter,
  unreadPassage,
  invisibleCharacter,
  compatibilityCharacter,
  htmlEntity,
  latexResidue,
  halfWidthPunctuation,
  halfWidthStop,
  doubledPunctuation,
  ellipsisAndDash,
  middleDot,
  mixedWidthCharacters,
  digitLetterConfusion,
  impossibleDate,
  foreignScript,
  variantCharacter,
  spaceBetweenHan,
  unbalancedMarks,
  asciiQuotes,
  surplusWhiteSpace,
  setPhrase,
  doubledCharacter,
  droppedCharacter,
  confusableCharacter,
  brokenParagraph,
  wrappedLines,
  repeatedPassage,
  repeatedParagraph,
  unpunctuatedRun,
  foreignPassage,
  pageFurniture,
  imageLink,
  codeFence,
  modelChatter,
  headingLevel,
  displacedRubric,
  truncatedArticle,
  detachedCaption,
  mergedParagraphs,
  htmlTag,
  runTogetherNames,
  knownPost,
  unfamiliarLanguage,
  damagedPage,
];
