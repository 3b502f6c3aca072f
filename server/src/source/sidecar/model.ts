import { SIDECAR_VERSION, type Dismissal, type IssueFacts, type Sidecar } from './schema';

/** The sidecar of an issue that has none. */
export const EMPTY_SIDECAR: Sidecar = {
  version: SIDECAR_VERSION,
  issue: {},
  dismissed: [],
  annotations: [],
  corrections: [],
};

/** The name of the sidecar that belongs to an issue file: a.txt has a.galley.json. Takes a name, a path or a URI path. */
export function sidecarNameOf(issueName: string): string {
  return `${issueName.replace(/\.[^./\\]*$/, '')}.galley.json`;
}

/** The fingerprints of all dismissed findings. */
export function dismissedIn(sidecar: Sidecar): ReadonlySet<string> {
  return new Set(sidecar.dismissed.map(({ fingerprint }) => fingerprint));
}

/** The sidecar with one more dismissal; the same sidecar if it has that one already. */
export function withDismissal(sidecar: Sidecar, dismissal: Dismissal): Sidecar {
  if (dismissedIn(sidecar).has(dismissal.fingerprint)) return sidecar;
  return { ...sidecar, dismissed: [...sidecar.dismissed, dismissal] };
}

/** The sidecar without dismissals, so that every finding is reported again; the same sidecar if it has none. */
export function withoutDismissals(sidecar: Sidecar): Sidecar {
  return sidecar.dismissed.length === 0 ? sidecar : { ...sidecar, dismissed: [] };
}

/** The sidecar with some facts of the issue set; an empty text removes a fact. Other facts stay as they are. */
export function withFacts(sidecar: Sidecar, facts: IssueFacts): Sidecar {
  const isRemoved = (name: string): boolean =>
    Object.entries(facts).some(([key, value]) => key === name && value === '');
  const entries = Object.entries({ ...sidecar.issue, ...facts }).filter(([name]) => !isRemoved(name));
  return { ...sidecar, issue: Object.fromEntries(entries) };
}
