import { t } from '@vscode/l10n';
import { sidecarNameOf } from '../../../source/sidecar/model';
import type { ArchivedIssue, ArchivedSidecar, ArchiveEntry } from './archive';

/** Brings issues and sidecars together that come one after the other, in any order. */
export interface Pairing {
  /** Takes an issue; gives what is complete with it. */
  issue(issue: ArchivedIssue): Iterable<ArchiveEntry>;
  /** Takes a sidecar by its name; gives the issue that waited for it. */
  sidecar(name: string, sidecar: ArchivedSidecar): Iterable<ArchiveEntry>;
}

/** Bytes that may wait for what belongs to them. */
const MOST_WAITING = 256 << 20;

/** `paired` are the names of the sidecars that belong to an issue of the archive. */
export function createPairing(paired: ReadonlySet<string>): Pairing {
  const issues = new Map<string, ArchivedIssue>();
  const sidecars = new Map<string, ArchivedSidecar>();
  const seen = new Set<string>();
  let waiting = 0;

  return {
    *issue(issue) {
      const name = sidecarNameOf(issue.name);
      const sidecar = sidecars.get(name);
      sidecars.delete(name);
      waiting -= sidecar ? sizeOf(sidecar) : 0;
      if (sidecar) yield { ...issue, sidecar };
      else if (!paired.has(name) || seen.has(name) || issues.has(name)) yield issue;
      else if (waiting + sizeOf(issue) > MOST_WAITING) yield { name: issue.name, problem: tooFar() };
      else {
        issues.set(name, issue);
        waiting += sizeOf(issue);
      }
    },
    *sidecar(name, sidecar) {
      if (!paired.has(name) || seen.has(name)) return;
      seen.add(name);
      const issue = issues.get(name);
      issues.delete(name);
      waiting -= issue ? sizeOf(issue) : 0;
      if (issue) {
        yield { ...issue, sidecar };
        return;
      }
      const fits = waiting + sizeOf(sidecar) <= MOST_WAITING;
      const kept = fits ? sidecar : { problem: tooFar() };
      sidecars.set(name, kept);
      waiting += sizeOf(kept);
    },
  };
}

function sizeOf(item: ArchivedIssue | ArchivedSidecar): number {
  return 'bytes' in item ? item.bytes.length : 0;
}

function tooFar(): string {
  return t('The issue and its sidecar are too far apart in the archive. Pack it with tar --sort=name.');
}
