/**
 * @typedef {{ english: string, chinese: string }} Label
 * @typedef {object} FigureTable
 * @property {'accuracy' | 'performance'} file the document, and the file in docs/figures
 * @property {string} name of the generated part of the document
 * @property {readonly (Label & { key: string, of?: readonly string[] })[]} columns each shows the value of `key`; where that is an
 *   aim, `of` lists the keys of the values that should reach it
 * @property {readonly (Label & { measurement: string, figure: string })[]} rows
 */

/** The column of aims, which says where one is not reached. */
export const AIM = { key: 'aim', of: ['value'], english: 'Aim', chinese: '目标' };

/** The column of what was measured. */
export const MEASURED = { key: 'value', english: 'Measured', chinese: '实测' };

/**
 * The rows of one measurement.
 *
 * @param {string} measurement
 * @param {readonly (readonly [string, string, string])[]} rows figure, English, Chinese
 */
export function rowsOf(measurement, rows) {
  return rows.map(([figure, english, chinese]) => ({ measurement, figure, english, chinese }));
}
