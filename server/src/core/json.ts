import { t } from '@vscode/l10n';

/** A text that was read as JSON: its value, or a sentence for the user that says why it has none. */
export type JsonReading = { readonly value: unknown } | { readonly problem: string };

/** Reads JSON, with or without a byte order mark. Never throws. */
export function readJson(text: string): JsonReading {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isDeeperThan(MAX_DEPTH, value)) return { problem: t('It is nested more than {0} levels deep.', MAX_DEPTH) };
    return { value };
  } catch (error) {
    return { problem: t('It is not JSON: {0}', error instanceof Error ? error.message : '') };
  }
}

/** Objects and lists within one another; a text with more of them is damage or an attack. */
const MAX_DEPTH = 100;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(levels - 1, part));
}
