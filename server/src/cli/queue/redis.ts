import process from 'node:process';
import { t } from '@vscode/l10n';
import type * as bullmqModule from 'bullmq';
import type { Redis } from 'ioredis';
import { messageOf } from '../../core/problems';
import { optionalPackage } from '../../host/node/optionalPackage';
import { codeOf, Problem } from '../../host/problem';
import type { OptionTable } from '../options';
import { tell } from '../terminal';

/** The option of every command that uses the queue. */
export const REDIS_OPTION = {
  redis: {
    type: 'string',
    value: 'URL',
    description:
      'Redis server that holds the queue: redis://, or rediss:// for TLS (default: GALLEY_REDIS, then REDIS_URL).',
  },
} as const satisfies OptionTable;

/** The library of the queue, which is loaded only when it is used. */
type BullMQ = typeof bullmqModule;

/** A connection to Redis. */
export interface Connection {
  readonly redis: Redis;
  readonly bullmq: BullMQ;
  /** Tells the user what has happened to the connection: once that it is lost, until it is there again. */
  readonly report: (error: unknown) => void;
}

/**
 * Connects to the Redis of a URL, or of the environment, does some work and disconnects. Once it has been connected, the work waits
 * where Redis cannot be reached. Throws a `Problem` where it cannot be connected; no message has a password.
 */
export async function withRedis<Result>(
  url: string | undefined,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const server = serverOf(url ?? process.env['GALLEY_REDIS'] ?? process.env['REDIS_URL']);
  const { bullmq, Redis } = await load();
  let isConnected = false;
  let isLost = false;
  let cause: unknown;
  const redis = new Redis(server.url, {
    lazyConnect: true,
    connectTimeout: PATIENCE,
    // The queue waits for answers as long as it takes.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isConnected ? Math.min(times * 200, PATIENCE) : null),
  });
  const report = (error: unknown): void => {
    cause = error;
    const isLoss = /^E[A-Z_]+$/.test(codeOf(error)) || messageOf(error) === 'Connection is closed.';
    // A batch whose lock is gone has been given to another worker, which writes the same.
    if (!isConnected || (isLoss && isLost) || /\block for job\b/.test(messageOf(error))) return;
    isLost ||= isLoss;
    tell(isLoss ? t('{0} Waiting for it.', server.sentenceOn(error)) : server.withoutPassword(messageOf(error)));
  };
  redis.on('error', report);
  redis.on('ready', () => (isLost = false));
  try {
    await redis.connect().catch((error: unknown) => {
      throw new Problem(server.sentenceOn(cause ?? error));
    });
    isConnected = true;
    return await work({ redis, bullmq, report });
  } catch (error) {
    if (error instanceof Error) error.message = server.withoutPassword(error.message);
    throw error;
  } finally {
    redis.disconnect();
  }
}

/** Milliseconds to wait for a connection. */
const PATIENCE = 5000;

/** They are not part of Galley: only who works on many machines needs them. */
async function load(): Promise<{ readonly bullmq: BullMQ; readonly Redis: typeof Redis }> {
  const [bullmq, ioredis] = await optionalPackage(
    () => Promise.all([import('bullmq'), import('ioredis')]),
    () =>
      new Problem(
        t(
          'The queue needs two packages that are not installed. Install them where Galley is installed, for example: {0}',
          INSTALLATION,
        ),
      ),
  );
  return { bullmq, Redis: ioredis.Redis };
}

const INSTALLATION = 'npm install --global bullmq ioredis';

/** What is said of a server. */
interface Server {
  readonly url: string;
  sentenceOn(error: unknown): string;
  withoutPassword(text: string): string;
}

/** Reads a URL. Throws a `Problem` where there is none, or something else: that is not quoted, since it may be a password. */
function serverOf(given: string | undefined): Server {
  if (given === undefined || given === '')
    throw new Problem(t('No Redis server is specified. Use --redis URL or set GALLEY_REDIS.'));
  if (!URL.canParse(given) || !/^rediss?:$/.test(new URL(given).protocol))
    throw new Problem(
      t(
        'The address of Redis must be like redis://HOST:6379 or rediss://USER:PASSWORD@HOST:6379, with %2F for / in a password.',
      ),
    );
  const { protocol, host, password, searchParams } = new URL(given);
  const shown = `${protocol}//${host}`;
  const secrets = [password, decoded(password), ...searchParams.getAll('password')].filter((secret) => secret !== '');
  const withoutPassword = (text: string): string =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  return {
    url: given,
    withoutPassword,
    sentenceOn: (error) =>
      /^(?:WRONGPASS|NOAUTH|NOPERM)/.test(messageOf(error))
        ? t('Redis at {0} rejected the user name or password.', shown)
        : t('Could not connect to Redis at {0}: {1}.', shown, withoutPassword(messageOf(error))),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
