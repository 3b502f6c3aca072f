// Describes the exports: types are inferred from it, and schemas/*.schema.json are printed from it (`npm run schema`).
// Other modules import only its types, so that zod is in no bundle.
import { z } from 'zod';
import { BLOCK_ROLES } from '../source/sidecar/schema';
import { ARTICLE_SCHEMA, ISSUE_SCHEMA } from './identifiers';

const range = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).meta({
  id: 'range',
  description: 'Start and end in the raw file, the end not included, counted in offsetUnit from 0.',
});

const passage = z
  .object({ text: z.string(), range })
  .meta({ id: 'passage', description: 'Words of the page. A line break within them is a space in `text`.' });

const language = z
  .enum(['zh-Hans', 'zh-Hant', 'zh', 'und'])
  .describe('BCP 47. zh where simplified and traditional characters are mixed; und where the text is not Chinese.');

const date = z.iso.date().describe('YYYY-MM-DD.');

const dateEvidence = z
  .array(z.object({ text: z.string(), range: range.optional() }))
  .describe('What it rests on; with a range where it stands in the file.');

const issuePeriod = z
  .object({
    from: z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD.'),
    to: z.string().describe('Likewise, included.'),
    evidence: dateEvidence,
  })
  .describe('Where there is no date: between when and when the issue appeared, by the terms of the people it names.');

const issueDate = z.object({
  value: date,
  certainty: z
    .enum(['given', 'filename', 'printed', 'inferred'])
    .describe(
      'given by the user; in the file name; printed on the page; inferred from what the stories say, and from the terms of the people they name.',
    ),
  evidence: dateEvidence,
});

const source = z.object({
  path: z.string().describe('As the program was given it.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the bytes of the file.'),
  encoding: z.string().describe('In which the file was read: utf-8, gb18030, utf-16le, …'),
  eol: z.enum(['none', 'lf', 'crlf', 'cr', 'mixed']).describe('How lines end in the file.'),
  length: z.int().nonnegative().describe('Of the whole text, in offsetUnit.'),
});

const issue = z.object({
  id: z.string().describe('The name of the file without its extension.'),
  title: z.string().optional().describe('The name of the paper.'),
  date: issueDate.optional(),
  period: issuePeriod.optional(),
  number: z.string().optional().describe('第12345期, without the words around it.'),
  edition: z.string().optional(),
  place: z.string().optional(),
  page: z.string().optional().describe('Where the file is one page of an issue: as printed, 3 or A2.'),
  language,
  script: z
    .enum(['Hans', 'Hant', 'mixed'])
    .optional()
    .describe('ISO 15924, or mixed; absent where there is no Chinese.'),
  source,
});

const page = z.object({
  id: z.string(),
  number: z.int().nonnegative().optional(),
  label: z.string().optional().describe('As printed: 第一版, A2.'),
  section: z.string().optional(),
  range,
});

const person = z.object({
  name: z.string(),
  role: z.enum(['reporter', 'correspondent', 'photographer', 'editor', 'author']),
  range,
});

const paragraph = z.object({
  text: z
    .string()
    .describe('Joined where a column or page end has torn it, with nothing added; otherwise as in the file.'),
  range,
  role: z.enum(['body', 'crosshead']),
  joinedFrom: z
    .array(range)
    .optional()
    .describe('The pieces that `text` was joined from, in order; absent where it is one.'),
});

const entityId = z.string().describe('Of an entry of the dictionaries: person:…, place:330800, organisation:….');

const entity = z.object({
  id: z.string().describe('Unique within the issue.'),
  type: z.enum(['person', 'place', 'organisation', 'office', 'event', 'date', 'quantity', 'work']),
  text: z.string().describe('As it stands in the file; a line break within it is a space.'),
  range,
  name: z.string().describe('In full and without spaces, where the file has a short or spaced form.'),
  title: z.string().optional().describe('Of a person: the words of office that stand beside the name here.'),
  office: z.string().optional().describe('Of a person: all offices that the issue gives this name, joined with 、.'),
  place: entityId.optional().describe('Of a place whose meaning is settled.'),
  normalised: z
    .union([
      z.object({ from: z.string().optional(), to: z.string().optional() }).describe('YYYY, YYYY-MM or YYYY-MM-DD.'),
      z.object({ amount: z.number(), upTo: z.number().optional(), unit: z.string().optional() }),
    ])
    .optional()
    .describe('Of a date or a quantity: its value. A percentage is a ratio without a unit.'),
  links: z.array(entityId).describe('All entries that may be meant, the likeliest first.'),
  sameAs: z
    .array(z.string())
    .optional()
    .describe('Where Wikidata, CBDB and VIAF have it, as the dictionary says; of a settled meaning.'),
  source: z
    .array(z.enum(['dictionary', 'title', 'byline', 'shape', 'tagger', 'fullForm', 'recurs']))
    .describe('What it was known by.'),
  confidence: z.enum(['sure', 'likely']),
  status: z.literal('found').describe('By Galley; nobody has looked at it yet.'),
});

const registered = z.object({
  id: z.string().describe('Of the dictionaries where they have one such entry; else unique within the issue.'),
  label: z.string(),
  aliases: z.array(z.string()).describe('Other forms in which the issue has it.'),
  office: z.string().optional().describe('Of a person: all offices that the issue gives.'),
  links: z.array(entityId),
  mentions: z.array(z.string()).describe('Ids of the entities of the articles.'),
});

const register = z
  .object({ people: z.array(registered), places: z.array(registered), organisations: z.array(registered) })
  .describe('Everyone and everything that the articles name, each once.');

const article = z.object({
  id: z.string().describe('Unique within the issue.'),
  order: z.int().nonnegative().describe('Place in the issue, from 0.'),
  pages: z.array(z.string()).describe('Ids of the pages it stands on.'),
  kind: z
    .enum(['article', 'photo', 'teaser', 'notice', 'listing', 'verse'])
    .describe('A listing holds programmes, weather, results or names. Later versions may add kinds.'),
  rubric: passage.optional().describe('栏目. May be outside the order of the text if OCR misplaced it.'),
  language,
  range: range.describe('From its first headline or rubric to its last line.'),
  headlines: z.array(
    passage.extend({
      role: z.enum(['kicker', 'main', 'sub']).describe('引题, 主题, 副题.'),
      level: z.int().min(1).max(6).optional().describe('Of the Markdown heading in the file.'),
    }),
  ),
  byline: passage.extend({ people: z.array(person) }).optional(),
  dateline: passage
    .extend({
      date: date.optional().describe('Where the date of the issue gives the year.'),
      place: z.string().optional(),
    })
    .optional(),
  source: z.string().optional().describe('The paper or agency that the byline names: 本报, 新华社.'),
  paragraphs: z.array(paragraph),
  text: z.string().describe('The paragraphs, one a line.'),
  images: z.array(
    z.object({ caption: passage.optional(), credit: passage.optional(), uri: z.string().optional(), range }),
  ),
  tables: z
    .array(z.object({ rows: z.array(z.array(z.string())).describe('The words of the cells, without markup.'), range }))
    .describe('Tables in Markdown or HTML; they are not among the paragraphs.'),
  jumps: z.array(
    passage.extend({
      direction: z.enum(['to', 'from']),
      to: z
        .object({ page: z.int().nonnegative() })
        .describe('The page that the line names, also where it says “from”.'),
      headline: z.string().optional().describe('Which the line names.'),
      article: z.string().optional().describe('Id of the other half of the article, where it is in this file.'),
    }),
  ),
  entities: z.array(entity).describe('What the article surely names, in the order of the file.'),
  continues: z.string().optional().describe('Id of the article that this one goes on from.'),
  continuedBy: z.string().optional().describe('Id of the article that goes on from this one.'),
  byHand: z
    .array(
      z.object({
        kind: z
          .enum(['role', 'join', 'split', 'continuation'])
          .describe('join: it goes on with what was an article of its own. split: it begins at this line.'),
        role: z.enum(BLOCK_ROLES).optional().describe('Of a block whose role was set.'),
        range: range.describe('The line that the decision is about.'),
      }),
    )
    .optional()
    .describe('What people have decided about it; absent where it is as it was read.'),
});

const diagnostic = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  message: z.string(),
  range,
  occurrences: z.array(range).optional().describe('Every place, where one cause has many.'),
});

const offsetUnit = z
  .enum(['utf16', 'codepoint'])
  .describe('UTF-16 code units (JavaScript, Java) or code points (Python).');
const keptInSidecar = z
  .record(z.string(), z.unknown())
  .describe('As the sidecar keeps it; its offsets are UTF-16 code units.');

export const issueExport = z
  .object({
    schema: z.literal(ISSUE_SCHEMA),
    generator: z.object({ name: z.literal('galley'), version: z.string() }),
    offsetUnit,
    issue,
    pages: z.array(page),
    articles: z.array(article),
    register,
    annotations: z.array(keptInSidecar),
    corrections: z.array(keptInSidecar),
    diagnostics: z.array(diagnostic).describe('What is still open.'),
  })
  .meta({
    title: 'Galley issue',
    description: 'A newspaper issue: its pages, articles and open findings.',
  });

export const articleLine = z.object({ schema: z.literal(ARTICLE_SCHEMA), offsetUnit, issue, article }).meta({
  title: 'Galley article',
  description: 'One line of the NDJSON: an article with the facts of its issue.',
});

export type IssueExport = z.infer<typeof issueExport>;
export type ArticleExport = z.infer<typeof article>;
export type EntityExport = z.infer<typeof entity>;
export type Registered = z.infer<typeof registered>;
export type Register = z.infer<typeof register>;
export type ArticleLine = z.infer<typeof articleLine>;
export type Passage = z.infer<typeof passage>;
export type Range = z.infer<typeof range>;
export type OffsetUnit = z.infer<typeof offsetUnit>;
export type LanguageModel = z.infer<typeof language>;
