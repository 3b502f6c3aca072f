import { z } from 'zod';
import { ARTICLE_SCHEMA, ISSUE_SCHEMA } from './identifiers';
import { articleLine, issueExport } from './schema';

/** The published JSON Schemas (2020-12) as files of the folder `schemas`: their names and contents. */
export function printJsonSchemas(): Readonly<Record<string, string>> {
  return {
    'galley-issue.schema.json': print(ISSUE_SCHEMA, issueExport),
    'galley-article.schema.json': print(ARTICLE_SCHEMA, articleLine),
  };
}

function print(id: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return `${JSON.stringify({ $schema, $id: id, ...rest }, null, 2)}\n`;
}
