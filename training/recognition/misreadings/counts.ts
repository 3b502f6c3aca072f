import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was read for a character that was printed. */
export interface Readings {
  printed: number;
  /** Sums of probabilities, of the character itself as well. */
  readonly sums: Map<string, number>;
}

/** The counts of training/recognition/readings.ts, of all passes together, by the character that was printed. */
export function readCounts(folder: string): Map<string, Readings> {
  const counts = new Map<string, Readings>();
  for (const name of readdirSync(folder).sort())
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      const [character, printed, , ...cells] = line.split('\t');
      if (!character) continue;
      const own = counts.get(character) ?? { printed: 0, sums: new Map<string, number>() };
      counts.set(character, own);
      own.printed += Number(printed);
      for (const cell of cells) {
        const reading = cell[0]!;
        own.sums.set(reading, (own.sums.get(reading) ?? 0) + Number(cell.slice(1)));
      }
    }
  return counts;
}
