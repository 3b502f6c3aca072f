import type { ExportFormat } from './format';

/** Galley's own JSON: everything that is known of an issue. */
export const json: ExportFormat = {
  id: 'json',
  title: 'Galley JSON: the whole issue',
  extension: '.json',
  mimeType: 'application/json',
  write: (issue) => `${JSON.stringify(issue, null, 2).replace(RANGE_ON_FOUR_LINES, '{ "start": $1, "end": $2 }')}\n`,
  together: { begin: '{"issues":[\n', between: ',', end: ']}\n' },
};

/** Within strings line ends are escaped, so this is never text. */
const RANGE_ON_FOUR_LINES = /\{\n +"start": (\d+),\n +"end": (\d+)\n +\}/g;
