import type { ExportFormat } from '../../format';
import { impressoEntities } from './entities';
import { impressoIssue } from './issue';
import { impressoItems } from './items';

/** The three files that impresso has of a newspaper. */
export const IMPRESSO_FORMATS: readonly ExportFormat[] = [impressoIssue, impressoItems, impressoEntities];
