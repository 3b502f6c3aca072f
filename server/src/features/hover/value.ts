import { t } from '@vscode/l10n';
import type { DateValue, Mention, QuantityValue } from '../../entities/model';
import { rowOf, type HoverRow } from './row';

/** Of a date or a quantity: what it comes to, and from what it was counted. */
export function valueRows({ value }: Mention): HoverRow[] {
  if (value?.kind === 'date') return dateRows(value);
  if (value?.kind === 'quantity') return rowOf(t('Amount'), amountInWords(value));
  return [];
}

function dateRows({ from, to, basis }: DateValue): HoverRow[] {
  const text = from === to ? from : `${from ?? '…'} – ${to ?? '…'}`;
  if (from === undefined && to === undefined) return [];
  return [...rowOf(t('Date'), text), ...rowOf(t('Relative to'), basisInWords(basis))];
}

function basisInWords(basis: DateValue['basis']): string | undefined {
  switch (basis) {
    case 'written':
      return undefined;
    case 'issueDate':
      return t('the date of the issue');
    case 'context':
      return t('another date in the text');
  }
}

/** 847,000,000 元; a ratio stays one: 0.31. */
function amountInWords({ amount, upTo, unit }: QuantityValue): string {
  const ends = [amount, upTo].filter((end) => end !== undefined);
  const range = ends.map((end) => end.toLocaleString('en-US', { maximumFractionDigits: 6 })).join(' – ');
  return unit === undefined ? range : `${range} ${unit}`;
}
