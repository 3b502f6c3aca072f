import type { ServerHost } from './host';
import type { OpenIssues } from './openIssues';

/** What the user has dismissed, by issue. */
export interface Dismissals {
  /** Reads what was dismissed in an issue; says whether there is anything. */
  load(uri: string): Promise<boolean>;
  add(uri: string, fingerprint: string): Promise<void>;
  /** Brings back everything dismissed in an issue; gives its number. */
  restore(uri: string): Promise<number>;
}

export function createDismissals(_host: ServerHost, open: OpenIssues): Dismissals {
  const known = new Map<string, ReadonlySet<string>>();
  const set = (uri: string, dismissed: ReadonlySet<string>): void => {
    known.set(uri, dismissed);
    open.setDismissed(uri, dismissed);
  };
  return {
    load: async () => false,
    async add(uri, fingerprint) {
      set(uri, new Set([...(known.get(uri) ?? []), fingerprint]));
    },
    async restore(uri) {
      const count = known.get(uri)?.size ?? 0;
      set(uri, new Set());
      return count;
    },
  };
}
