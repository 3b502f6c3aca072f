import { addToDictionary } from './addToDictionary';
import { nextArticle, previousArticle } from './articles';
import type { Command } from './command';
import { exportArticle } from './exportArticle';
import { exportIssue } from './exportIssue';
import { exportWorkspace } from './exportWorkspace';
import { fixAll } from './fixAll';
import { goToHolder } from './goToHolder';
import { importDictionary } from './importDictionary';
import { readWorkspace } from './readWorkspace';
import { restartServer } from './restartServer';
import { restoreDismissed } from './restoreDismissed';
import { reviewSuggestions } from './reviewSuggestions';
import { setIssueDate } from './setIssueDate';
import { setIssueTitle } from './setIssueTitle';
import { setRuleSeverity } from './setRuleSeverity';
import { showOutput } from './showOutput';
import { showPlaces } from './showPlaces';
import { treatAsIssue } from './treatAsIssue';
import { treatAsPlainText } from './treatAsPlainText';

/** Every command. Those of the palette are declared in package.json under the same id; those behind lenses and in views are not. */
export const COMMANDS: readonly Command[] = [
  fixAll,
  reviewSuggestions,
  restoreDismissed,
  addToDictionary,
  importDictionary,
  exportIssue,
  exportWorkspace,
  readWorkspace,
  setIssueDate,
  setIssueTitle,
  nextArticle,
  previousArticle,
  treatAsIssue,
  treatAsPlainText,
  restartServer,
  showOutput,
  showPlaces,
  exportArticle,
  goToHolder,
  setRuleSeverity,
];
