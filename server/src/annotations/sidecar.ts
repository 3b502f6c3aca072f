import { t } from '@vscode/l10n';
import { parseIsoDate } from '../issue/dates';
import type { IssueFacts } from '../issue/metadata';
import { EMPTY_SIDECAR, SIDECAR_VERSION, type Dismissal, type JsonObject, type Sidecar } from './model';

/** A sidecar with what was wrong with its text, as sentences for the user. */
export interface SidecarReading {
  /** What could be read; whatever was wrong is left out. */
  readonly sidecar: Sidecar;
  /** Where there are any, the file must not be written over: that would lose what could not be read. */
  readonly problems: readonly string[];
}

/** The name of the sidecar that belongs to an issue file: a.txt has a.galley.json. Takes a name, a path or a URI path. */
export function sidecarNameOf(issueName: string): string {
  return `${issueName.replace(/\.[^./\\]*$/, '')}.galley.json`;
}

/** Reads the text of a sidecar. Total: whatever is wrong becomes a problem. */
export function parseSidecar(text: string): SidecarReading {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return {
      sidecar: EMPTY_SIDECAR,
      problems: [t('It is not JSON: {0}', error instanceof Error ? error.message : '')],
    };
  }
  if (!isObject(json)) return { sidecar: EMPTY_SIDECAR, problems: [t('It is not a JSON object.')] };

  const { version, issue, dismissed, annotations, corrections, ...others } = json;
  const problems: string[] = versionProblems(version);
  const sidecar: Sidecar = {
    version: typeof version === 'number' ? Math.max(version, SIDECAR_VERSION) : SIDECAR_VERSION,
    issue: readFacts(issue, problems),
    dismissed: readList('dismissed', dismissed, isDismissal, problems),
    annotations: readList('annotations', annotations, isObject, problems),
    corrections: readList('corrections', corrections, isObject, problems),
    others,
  };
  return { sidecar, problems };
}

/** Prints a sidecar: two spaces, keys in a fixed order, unknown ones last, a line end. */
export function printSidecar({ version, issue, dismissed, annotations, corrections, others }: Sidecar): string {
  const facts = inOrder(issue, FACT_NAMES);
  const json = {
    version,
    ...(Object.keys(facts).length === 0 ? {} : { issue: facts }),
    dismissed: dismissed.map((dismissal) => inOrder(dismissal, DISMISSAL_NAMES)),
    annotations,
    corrections,
    ...others,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** The fingerprints of everything dismissed. */
export function dismissedIn(sidecar: Sidecar): ReadonlySet<string> {
  return new Set(sidecar.dismissed.map(({ fingerprint }) => fingerprint));
}

/** The sidecar with one dismissal more; the same sidecar where it has that one already. */
export function withDismissal(sidecar: Sidecar, dismissal: Dismissal): Sidecar {
  if (dismissedIn(sidecar).has(dismissal.fingerprint)) return sidecar;
  return { ...sidecar, dismissed: [...sidecar.dismissed, dismissal] };
}

/** The sidecar without the dismissal of a finding, so that it is reported again. */
export function withoutDismissal(sidecar: Sidecar, fingerprint: string): Sidecar {
  return { ...sidecar, dismissed: sidecar.dismissed.filter((dismissal) => dismissal.fingerprint !== fingerprint) };
}

/** The sidecar with some facts of the issue set; an empty text takes a fact back. Facts not named stay. */
export function withFacts(sidecar: Sidecar, facts: IssueFacts): Sidecar {
  const issue = Object.entries({ ...sidecar.issue, ...facts }).filter(([, value]) => value !== '');
  return { ...sidecar, issue: Object.fromEntries(issue) };
}

const FACT_NAMES = ['title', 'date', 'number', 'edition', 'place', 'page'] as const satisfies (keyof IssueFacts)[];
const DISMISSAL_NAMES = ['fingerprint', 'rule', 'text', 'at'] as const satisfies (keyof Dismissal)[];

function versionProblems(version: unknown): string[] {
  if (version === SIDECAR_VERSION) return [];
  if (typeof version === 'number' && version > SIDECAR_VERSION)
    return [t('It was written by a newer Galley (version {0}; this one knows {1}).', version, SIDECAR_VERSION)];
  return [t('“{0}” must be {1}.', 'version', SIDECAR_VERSION)];
}

function readFacts(issue: unknown, problems: string[]): IssueFacts {
  if (issue === undefined) return {};
  if (!isObject(issue)) {
    problems.push(t('“{0}” must be an object.', 'issue'));
    return {};
  }
  const facts: Record<string, unknown> = { ...issue };
  for (const name of FACT_NAMES) {
    const value = issue[name];
    if (value === undefined || (typeof value === 'string' && (name !== 'date' || parseIsoDate(value)))) continue;
    problems.push(
      name === 'date'
        ? t('“{0}” must be a date such as 2021-07-22.', 'issue.date')
        : t('“{0}” must be a text in quotes.', `issue.${name}`),
    );
    Reflect.deleteProperty(facts, name);
  }
  return facts;
}

function readList<Item>(
  name: string,
  value: unknown,
  isItem: (value: unknown) => value is Item,
  problems: string[],
): readonly Item[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.push(t('“{0}” must be a list.', name));
    return [];
  }
  const items: Item[] = [];
  value.forEach((item: unknown, index) => {
    if (isItem(item)) items.push(item);
    else problems.push(t('“{0}” lacks a part or has a wrong one.', `${name}[${String(index)}]`));
  });
  return items;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDismissal(value: unknown): value is Dismissal {
  if (!isObject(value)) return false;
  const { fingerprint, rule, text, at } = value;
  return (
    [fingerprint, rule, text].every((part) => typeof part === 'string') && ['string', 'undefined'].includes(typeof at)
  );
}

/** The named keys first, then the others as they came. */
function inOrder(object: object, names: readonly string[]): JsonObject {
  const entries = new Map<string, unknown>(Object.entries(object));
  const known = names.flatMap((name) => (entries.has(name) ? [[name, entries.get(name)] as const] : []));
  return Object.fromEntries([...known, ...[...entries].filter(([name]) => !names.includes(name))]);
}
