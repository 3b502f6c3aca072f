/** Names the version of the native JSON; also the `$id` of its JSON Schema. A change that breaks readers changes it. */
export const ISSUE_SCHEMA = 'urn:galley:issue:1';

/** The same for one line of the NDJSON. */
export const ARTICLE_SCHEMA = 'urn:galley:article:1';
