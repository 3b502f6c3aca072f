import { CELLS } from '../../server/src/languageModel/model/confusables';

/** Grades of a cell, from much lighter to much darker. */
export const GRADES = 8;

/** Two cells make one character of text, from this one on. */
const FIRST = 0x30;

/** A picture's cells, so scaled that the product of two pictures is their correlation. */
export type Picture = Float32Array;

/** Writes a picture down: `CELLS` grades from 0 to `GRADES` - 1. */
export function writePicture(grades: readonly number[]): string {
  let text = '';
  for (let cell = 0; cell < CELLS; cell += 2)
    text += String.fromCharCode(FIRST + (grades[cell] ?? 0) * GRADES + (grades[cell + 1] ?? 0));
  return text;
}

/** Reads what `writePicture` wrote; undefined where it is none. */
export function readPicture(text: string): Picture | undefined {
  if (text.length !== CELLS / 2) return undefined;
  const picture = new Float32Array(CELLS);
  let sum = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    const pair = text.charCodeAt(cell >> 1) - FIRST;
    const grade = (cell % 2 === 0 ? Math.floor(pair / GRADES) : pair % GRADES) - (GRADES - 1) / 2;
    picture[cell] = grade;
    sum += grade * grade;
  }
  const scale = 1 / Math.sqrt(sum);
  return picture.map((grade) => grade * scale);
}
