import words from '../../../dictionaries/lexicons/page-words.json';
import type { Span } from '../core/span';
import { oneOf } from './vocabulary';

/** What the label of a metadata line says that its value is. */
export type FieldName = 'kicker' | 'main' | 'sub' | 'author' | 'date' | 'page' | 'source' | 'column' | 'text' | 'other';

/** A line with a label: 【标题】云川港开通航线, 版次：第1版（要闻）. */
export interface Field {
  readonly name: FieldName;
  /** Relative to the line, without blanks; empty where nothing is after the label. */
  readonly value: Span;
}

const NAMES = new Map(Object.entries(words.fieldLabels) as [string, FieldName][]);

/** 作者 also as 作　者. */
const LABEL = Object.keys(words.fieldLabels)
  .sort((a, b) => b.length - a.length)
  .map((label) => Array.from(label, oneCharacter).join('[\\s　]*'))
  .join('|');
const BRACKETED = new RegExp(`^[【\\[〖［<〈][\\s　]*(${LABEL})[\\s　]*[】\\]〗］>〉][\\s　:：]*`);
const WITH_COLON = new RegExp(`^(${LABEL})[\\s　]*[：:][\\s　]*`);

/** Reads a line as one with a label at its start. */
export function readField(line: string): Field | undefined {
  const match = BRACKETED.exec(line) ?? WITH_COLON.exec(line);
  if (!match) return undefined;
  const name = NAMES.get((match[1] ?? '').replace(/[\s　]/g, ''));
  return name && { name, value: { start: match[0].length, end: line.length } };
}

/** The page that lines with labels give: 版次：第1版（要闻） gives 第1版（要闻）. */
export function pageValueIn(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const value = PAGE_VALUE.exec(line)?.[1]?.trim();
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

const PAGE_LABELS = [...NAMES].flatMap(([label, name]) => (name === 'page' ? [label] : []));
const PAGE_VALUE = new RegExp(`(?:${oneOf(PAGE_LABELS)})[\\s　]*[】\\]〗］>〉]?[\\s　:：]*([^\\s　].{0,30})$`);

function oneCharacter(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
