import process from 'node:process';
import { t } from '@vscode/l10n';
import { visible } from '../../core/visible';
import type { Inputs } from '../inputs';
import { tell } from '../terminal';

/** How far the run is, for a person who waits. */
export interface Progress {
  /** An archive is opened that has so many issues. */
  expect(issues: number): void;
  advance(): void;
  /** Tells something without tearing the line. */
  readonly tell: (line: string) => void;
  close(): void;
}

/** Issues from which on progress and a summary are worth their place. */
export const MANY = 20;

/** When progress is shown. */
interface ProgressOptions {
  readonly isSilent: boolean;
  /** Whether the results are printed: on a terminal, they show by themselves how far the run is. */
  readonly prints: boolean;
}

/** A line on a terminal's standard error with what is done, the rate and the time left. None for few files. */
export async function openProgress(
  { paths, archives }: Inputs,
  { isSilent, prints }: ProgressOptions,
): Promise<Progress> {
  const isFew = paths.length < MANY && archives === 0;
  if (isFew || isSilent || !process.stderr.isTTY || (prints && process.stdout.isTTY))
    return { expect: () => undefined, advance: () => undefined, tell, close: () => undefined };
  const { MultiBar } = await import('cli-progress');
  const started = Date.now();
  let total = paths.length - archives;
  let unopened = archives;
  const line = (_: unknown, { value }: { readonly value: number }): string => {
    const seconds = (Date.now() - started) / 1000;
    const rate = value / Math.max(seconds, 0.001);
    const rateText = rate.toFixed(rate < 10 ? 1 : 0);
    if (unopened > 0 || value === 0) return t('{0} issues, {1} per second', value, rateText);
    return t('{0} of {1} issues, {2} per second, {3} left', value, total, rateText, clock((total - value) / rate));
  };
  const bars = new MultiBar({ format: line, clearOnComplete: true, hideCursor: true, stream: process.stderr });
  const bar = bars.create(total, 0);
  return {
    expect(issues) {
      total += issues;
      unopened--;
      bar.setTotal(total);
    },
    advance: () => bar.increment(),
    tell: (text) => bars.log(`galley: ${visible(text)}\n`),
    close: () => bars.stop(),
  };
}

/** Hours, minutes and seconds: 1:02:03. */
function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (number: number): string => String(number).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
