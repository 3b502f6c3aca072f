import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether the file system treats names as the same that differ only in case, as on Windows and macOS. */
export const ignoresCase = existsSync(fileURLToPath(import.meta.url).toUpperCase());
