/** With how many random cases a property is tried: RUNS=5000 npx vitest run --project extended test/annotations */
export const RUNS = Number(process.env['RUNS'] ?? 300);
