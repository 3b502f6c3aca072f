import { acceptSuggestions } from './annotations/acceptSuggestions';
import { annotate } from './annotations/annotate';
import { filterAnnotations, groupAnnotations, showMoreAnnotations } from './annotations/arrangeView';
import { attachOrphan } from './annotations/attachOrphan';
import { changeLabel } from './annotations/changeLabel';
import { compareAnnotators } from './annotations/compareAnnotators';
import { compareOriginal } from './annotations/compareOriginal';
import { choosePlace } from './annotations/choosePlace';
import { confirmAnnotation, removeAnnotation } from './annotations/confirmOrRemove';
import { acceptSuggestion, rejectSuggestion } from './annotations/decideSuggestion';
import { everyOccurrence } from './annotations/everyOccurrence';
import {
  nextAnnotation,
  nextSuggestion,
  nextToCheck,
  previousAnnotation,
  previousSuggestion,
} from './annotations/goToAnnotation';
import { chooseLayer, moveToLayer, showLayers } from './annotations/layers';
import { relateAnnotations } from './annotations/relateAnnotations';
import { resizeAnnotation } from './annotations/resizeAnnotation';
import { resolveConflict } from './annotations/resolveConflict';
import { setAttribute } from './annotations/setAttribute';
import { showAnnotation } from './annotations/showAnnotation';
import { showLegend } from './annotations/showLegend';
import { toggleAnnotationMode } from './annotations/toggleMode';
import { redoAnnotation, undoAnnotation } from './annotations/undoOrRedo';
import { addNote } from './notes/addNote';
import { cancelEdit, editComment, removeComment, saveComment } from './notes/noteComment';
import { removeNote, reopenNote, replyToNote, resolveNote } from './notes/noteThread';
import { addToDictionary } from './addToDictionary';
import { joinArticle, splitArticle } from './articleBounds';
import { nextArticle, previousArticle } from './articles';
import type { Command } from './command';
import { exportArticle } from './exportArticle';
import { exportIssue } from './exportIssue';
import { exportWorkspace } from './exportWorkspace';
import { fixAll } from './fixAll';
import { goToHolder } from './goToHolder';
import { importAnnotations } from './importAnnotations';
import { importDictionary } from './importDictionary';
import { markContinuation } from './markContinuation';
import { moveArticleDown, moveArticleUp, moveBlockDown, moveBlockUp } from './moves';
import { openSample } from './openSample';
import { readWorkspace } from './readWorkspace';
import { reportOnWorkspace } from './reportOnWorkspace';
import { restartServer } from './restartServer';
import { restoreDismissed } from './restoreDismissed';
import { reviewSuggestions } from './reviewSuggestions';
import { setBlockRole } from './setBlockRole';
import { setIssueDate } from './setIssueDate';
import { setIssueTitle } from './setIssueTitle';
import { setRuleSeverity } from './setRuleSeverity';
import { showOutput } from './showOutput';
import { showPlaces } from './showPlaces';
import { takeBackStructure } from './takeBackStructure';
import { treatAsIssue } from './treatAsIssue';
import { treatAsPlainText } from './treatAsPlainText';

/** Every command. Those of the palette are declared in package.json under the same id; those behind lenses and in views are not. */
export const COMMANDS: readonly Command[] = [
  fixAll,
  reviewSuggestions,
  restoreDismissed,
  addToDictionary,
  importDictionary,
  importAnnotations,
  exportIssue,
  exportWorkspace,
  reportOnWorkspace,
  openSample,
  readWorkspace,
  setIssueDate,
  setIssueTitle,
  nextArticle,
  previousArticle,
  setBlockRole,
  joinArticle,
  splitArticle,
  moveBlockUp,
  moveBlockDown,
  moveArticleUp,
  moveArticleDown,
  markContinuation,
  takeBackStructure,
  treatAsIssue,
  treatAsPlainText,
  restartServer,
  showOutput,
  showPlaces,
  exportArticle,
  goToHolder,
  setRuleSeverity,
  annotate,
  toggleAnnotationMode,
  acceptSuggestion,
  rejectSuggestion,
  acceptSuggestions,
  nextAnnotation,
  previousAnnotation,
  nextSuggestion,
  previousSuggestion,
  nextToCheck,
  changeLabel,
  setAttribute,
  relateAnnotations,
  everyOccurrence,
  resizeAnnotation,
  confirmAnnotation,
  removeAnnotation,
  undoAnnotation,
  redoAnnotation,
  showLegend,
  attachOrphan,
  choosePlace,
  resolveConflict,
  showAnnotation,
  showMoreAnnotations,
  groupAnnotations,
  filterAnnotations,
  chooseLayer,
  moveToLayer,
  showLayers,
  compareOriginal,
  compareAnnotators,
  addNote,
  replyToNote,
  resolveNote,
  reopenNote,
  removeNote,
  editComment,
  cancelEdit,
  saveComment,
  removeComment,
];
