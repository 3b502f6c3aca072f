import { command } from '../command';
import { wholeNumber } from '../options';
import { REDIS_OPTION, withRedis } from '../queue/redis';
import { workOnQueue } from '../queue/work';

/** `galley worker`: does the batches of `galley queue add`. */
export const worker = command({
  name: 'worker',
  summary: 'Process the batches that galley queue add has queued, until stopped.',
  takesPaths: false,
  options: {
    ...REDIS_OPTION,
    jobs: {
      type: 'string',
      value: 'N',
      description: 'Number of issues to process in parallel (default: one per processor).',
    },
    takeover: {
      type: 'string',
      value: 'SECONDS',
      description: 'Seconds without a sign of life before a worker’s batch goes to another worker (default: 30).',
    },
    'until-empty': { type: 'boolean', description: 'Exit when the queue is empty, instead of waiting.' },
  },
  async run({ redis, jobs, takeover, 'until-empty': untilEmpty }) {
    const options = {
      threads: jobs === undefined ? undefined : wholeNumber('--jobs', jobs),
      takeover: wholeNumber('--takeover', takeover ?? '30'),
      untilEmpty,
    };
    await withRedis(redis, (connection) => workOnQueue(connection, options));
    return 0;
  },
});
