import { t } from '@vscode/l10n';
import { decode } from '../../decode';
import type { UnreadableEntry } from './archive';

/** Decides by their names which entries of one archive are read. */
export interface EntryNames {
  /** Whether an entry is an issue: it ends in .txt, and nothing above it is hidden. */
  isIssue(name: string): boolean;
  /** The name of an issue, or why it is not read; undefined for what is no issue. */
  admit(name: string): AdmittedName | UnreadableEntry | undefined;
  /** The same for an entry that is an issue whatever its name. */
  admitAny(name: string): AdmittedName | UnreadableEntry;
}

/** A relative path with `/` between folders, without `..`, which no entry before had. */
export interface AdmittedName {
  readonly name: string;
}

/** Names of one archive that are remembered, so that none is read twice. */
const MOST_NAMES = 4_000_000;

/** Makes the check of names of one archive. */
export function entryNames(): EntryNames {
  const seen = new Set<string>();
  const admitAny = (given: string): AdmittedName | UnreadableEntry => {
    const name = portable(given);
    const problem = unsafe(name);
    if (problem !== undefined) return { name: given, problem };
    if (seen.has(name))
      return { name, problem: t('The archive has several entries with this name; only the first was read.') };
    if (seen.size >= MOST_NAMES) return { name, problem: t('The archive has more than {0} issues.', MOST_NAMES) };
    seen.add(name);
    return { name };
  };
  const isIssue = (name: string): boolean => isIssueName(portable(name));
  return { isIssue, admitAny, admit: (name) => (isIssue(name) ? admitAny(name) : undefined) };
}

/** With `/` between folders, and without the `./` at its beginning that tar writes. */
export function portable(name: string): string {
  return name.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
}

/** Whether a portable name is that of a sidecar. */
export function isSidecarName(name: string): boolean {
  return name.endsWith('.galley.json');
}

/** The text of a name that is stored in no stated encoding: UTF-8, GB18030 as of Chinese Windows, or Big5. */
export function decodedName(bytes: Buffer): string {
  try {
    return decode(bytes).text;
  } catch {
    return bytes.toString('latin1');
  }
}

/** The folder in which macOS keeps what its file system knows of files beside their content. */
const RESOURCES = '__MACOSX';

/** As in a folder, hidden files are left out; a name with `..` is reported, not left out. */
function isIssueName(name: string): boolean {
  const isHidden = (part: string): boolean => part === RESOURCES || /^\.(?!\.?$)/.test(part);
  return /\.txt$/i.test(name) && !name.split('/').some(isHidden);
}

function unsafe(name: string): string | undefined {
  if (/[\u0000-\u001f\u007f]/.test(name)) return t('Its name has a line end or another control character.');
  const parts = name.split('/');
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || parts.includes('..'))
    return t('Its path points outside the archive.');
  return parts.some((part) => part === '' || part === '.') ? t('Its name is not a valid file path.') : undefined;
}
