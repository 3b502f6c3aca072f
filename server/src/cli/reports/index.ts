import { github } from './github';
import { json } from './json';
import { pretty } from './pretty';
import type { Report, ReportOptions } from './report';
import { sarif } from './sarif';

/** The formats of `galley check`. */
export const REPORTS: Readonly<Record<'pretty' | 'json' | 'sarif' | 'github', (options: ReportOptions) => Report>> = {
  pretty,
  json,
  sarif,
  github,
};
