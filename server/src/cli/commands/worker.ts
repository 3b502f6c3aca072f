import { command } from '../command';
import { wholeNumber } from '../options';
import { REDIS_OPTION, withRedis } from '../queue/redis';
import { workOnQueue } from '../queue/work';

/** `galley worker`: does the batches of `galley queue add`. */
export const worker = command({
  name: 'worker',
  summary: 'Do what galley queue add has put into the queue, until it is stopped.',
  takesPaths: false,
  options: {
    ...REDIS_OPTION,
    jobs: {
      type: 'string',
      value: 'N',
      description: 'Issues to work on at the same time (default: one on each processor).',
    },
    takeover: {
      type: 'string',
      value: 'SECONDS',
      description: 'Give a batch to another worker after so long without a sign of life of its own (default: 30).',
    },
    'until-empty': { type: 'boolean', description: 'End when nothing is left in the queue, instead of waiting.' },
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
