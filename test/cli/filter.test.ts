import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';
import { folderWith, GALLEY } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';

const folder = folderWith({});
afterAll(folder.remove);

const PAGE = '# 会议召开\n\n本报讯 昨日,会议在云川召开。\n\n# 又一篇\n\n本报讯 今日会议闭幕。\n';
const GOOD = { id: '1998/05/01-A1', text: PAGE, date: '1998-05-01', newspaper: '云川日报' };
const lines = (...records: unknown[]): string =>
  records.map((record) => `${typeof record === 'string' ? record : JSON.stringify(record)}\n`).join('');

/** The lines that a filter gives, read; an issue or article as the id of its record. */
function filtered(input: string, args: readonly string[] = []): { answers: unknown[]; code: unknown; errors: string } {
  const { output, code, errors } = folder.galley(['filter', ...args], { input });
  const answers = output
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => {
      const answer = JSON.parse(line) as { issue?: { source: { path: string } } };
      return answer.issue ? answer.issue.source.path : answer;
    });
  return { answers, code, errors };
}

describe('galley filter', () => {
  test('answers each record with a line, in order, and continues after errors', () => {
    const input = lines(
      GOOD,
      { id: 'no text' },
      'no JSON',
      '',
      { id: '../../nul', text: 'a\0' },
      { id: 'https://example.org/a//b', text: PAGE },
      { id: 7, text: PAGE },
      GOOD,
    );
    expect(filtered(input)).toEqual({
      answers: [
        '1998/05/01-A1',
        { id: 'no text', error: 'Line 2: “text” is missing.' },
        { id: null, error: expect.stringMatching(/^Line 3: It is not JSON: /) as unknown },
        { id: '../../nul', error: 'Line 5: “text” has an unpaired surrogate or a NUL.' },
        'https://example.org/a//b',
        { id: null, error: 'Line 7: “id” must be a string.' },
        '1998/05/01-A1',
      ],
      code: 2,
      errors:
        'galley: Records that could not be read or exported: 4. Each is reported on a line with its id and “error”.\n',
    });
  });

  test('gives the same results in threads, in the order of the records', () => {
    const input = lines(
      ...Array.from({ length: 40 }, (_, at) => ({ id: `${at}`, text: DAMAGED_PAGE.repeat(at % 7 === 0 ? 20 : 1) })),
      { id: 'none' },
    );
    const one = folder.galley(['filter'], { input });
    expect(one.output.split('\n')).toHaveLength(42);
    expect(folder.galley(['filter', '--jobs', '3'], { input })).toEqual(one);
  });

  test('a line that a format cannot hold is an error with its id', () => {
    expect(filtered(lines({ id: 'a', text: PAGE }), ['--format', 'impresso-issue'])).toMatchObject({
      answers: [{ id: 'a', error: expect.stringContaining('date') as unknown }],
      code: 2,
    });
  });

  test.each(['json', 'ninjs', 'web-annotation', 'label-studio'])(
    '--format %s contains the same as the export',
    (format) => {
      const { output } = folder.galley(['filter', '--format', format], { input: lines(GOOD) });
      const exported = folder.galley(['export', '--format', format, '--stdin-format', 'ndjson', '-'], {
        input: lines(GOOD),
      }).output;
      const whole = format === 'json' ? (JSON.parse(exported) as { issues: unknown[] }).issues[0] : undefined;
      const answers = output.trimEnd().split('\n');
      if (/^[[{]\n/.test(exported) || whole !== undefined)
        expect(answers.map((line) => JSON.parse(line) as unknown)).toEqual([whole ?? JSON.parse(exported)]);
      else expect(output).toBe(exported);
    },
  );

  test('empty input gives empty output', () => {
    expect(folder.galley(['filter'])).toEqual({ code: 0, output: '', errors: '' });
  });

  test('an unknown option gives one line', () => {
    expect(folder.galley(['filter', '--format', 'tei'])).toMatchObject({
      code: 2,
      output: '',
      errors: expect.stringMatching(/^galley: --format cannot be tei\. .*\n$/) as unknown,
    });
  });

  test('answers a record before the next one arrives', async () => {
    const run = spawn(process.execPath, [GALLEY, 'filter', '--format', 'ndjson'], { cwd: folder.path });
    const answers = createInterface(run.stdout)[Symbol.asyncIterator]();
    for (const id of ['a', 'b']) {
      run.stdin.write(lines({ id, text: '# 会议\n\n本报讯 会议在云川召开。\n' }));
      expect(JSON.parse((await answers.next()).value as string)).toMatchObject({ issue: { source: { path: id } } });
    }
    run.stdin.end();
    expect(await once(run, 'close')).toEqual([0, null]);
  });
});
