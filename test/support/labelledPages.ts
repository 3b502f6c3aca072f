import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What is on a page, as read by a person. Offsets are UTF-16 code units of the file. */
export interface Labels {
  readonly file: string;
  readonly articles: readonly {
    readonly kind: string;
    readonly headlines: readonly { readonly role: string; readonly text: string }[];
    readonly byline: string | null;
    readonly people: readonly { readonly name: string; readonly role: string }[];
    readonly rubric: string | null;
    readonly jump: { readonly text: string; readonly toPage: number } | null;
    readonly bodyRange: readonly [number, number] | null;
  }[];
  /** The gaps within split paragraphs. */
  readonly paragraphSeams: readonly (readonly [number, number])[];
  /** Everybody who is named, with the office as the page words it. */
  readonly people: readonly {
    readonly name: string;
    readonly office: string | null;
    readonly mentions: readonly (readonly [number, number])[];
  }[];
  /** By rule, all places that it reports without a language model; absent where that was not labelled. */
  readonly findings?: Readonly<Record<string, readonly (readonly [number, number])[]>>;
}

/** A page with what is on it. */
export interface LabelledPage {
  readonly text: string;
  readonly labels: Labels;
}

/** An invented page is in the repository. Pages of users belong to them, and are beside the project, if at all. */
const FOLDERS = ['../corpus/', '../../../shared/issues/'].map((folder) => new URL(folder, import.meta.url));

/** Every page that was labelled by hand. */
export const LABELLED_PAGES: readonly LabelledPage[] = FOLDERS.filter((folder) => existsSync(folder)).flatMap(
  (folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.expected.json'))
      .map((name) => {
        const labels = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Labels;
        return { labels, text: readFileSync(new URL(labels.file, folder), 'utf8') };
      }),
);
