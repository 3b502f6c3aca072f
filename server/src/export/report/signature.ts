/** What every report says of its origin. */
export const GENERATOR = 'galley report';

/** Matches the beginning of every report, so that it may be replaced by another. */
export const REPORT_SIGNATURE =
  /^<!doctype html>\n<html lang="[\w-]*">\n<meta charset="utf-8">\n<meta name="generator" content="galley report /;
