import type { Rule } from '../rule';
import { codeFence } from './code-fence';
import { detachedCaption } from './detached-caption';
import { displacedRubric } from './displaced-rubric';
import { foreignPassage } from './foreign-passage';
import { headingLevel } from './heading-level';
import { imageLink } from './image-link';
import { mergedParagraphs } from './merged-paragraphs';
import { modelChatter } from './model-chatter';
import { pageFurniture } from './page-furniture';
import { repeatedParagraph } from './repeated-paragraph';
import { repeatedPassage } from './repeated-passage';
import { strayLatinWord } from './stray-latin-word';
import { truncatedArticle } from './truncated-article';
import { unpunctuatedRun } from './unpunctuated-run';

/** Every rule. The order is the order of precedence: what an earlier rule reports, a later one does not report again. */
export const RULES: readonly Rule[] = [
  strayLatinWord,
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
];
