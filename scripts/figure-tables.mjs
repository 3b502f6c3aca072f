import { ACCURACY_TABLES } from './accuracy-tables.mjs';
import { PERFORMANCE_TABLES } from './performance-tables.mjs';

/** All tables of figures. @type {readonly import('./figure-rows.mjs').FigureTable[]} */
export const FIGURE_TABLES = [...ACCURACY_TABLES, ...PERFORMANCE_TABLES];
