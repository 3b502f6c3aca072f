import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { t } from '@vscode/l10n';
import type * as s3Module from '@aws-sdk/client-s3';
import { Problem } from '../../problem';
import { optionalPackage } from '../optionalPackage';
import { isDueToMachine, nameOf, sentenceOn } from './sentences';

/** Objects of one bucket. Its functions reject with what the library of the store throws. */
export interface ObjectStore {
  /** The bytes of an object, or the first `length` of them; undefined if there is no such object. */
  read(key: string, length?: number): Promise<Uint8Array | undefined>;
  /** Writes an object whole or not at all. */
  write(key: string, bytes: Uint8Array): Promise<void>;
}

/** This machine cannot use an object store, though others may. */
export class NoStoreAccess extends Problem {}

/**
 * Opens a bucket with the endpoint, region and credentials of the environment, and reads below a prefix, to see whether it can. Rejects
 * with a `Problem` where it cannot.
 */
export async function openStore(bucket: string, start: string): Promise<ObjectStore> {
  const { client, library } = await (connected ??= connect());
  const store: ObjectStore = {
    async read(key, length) {
      const Range = length === undefined ? undefined : `bytes=0-${length - 1}`;
      try {
        const { Body } = await client.send(new library.GetObjectCommand({ Bucket: bucket, Key: key, Range }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (nameOf(error) === 'NoSuchKey') return undefined;
        // What is empty has no range.
        if (nameOf(error) === 'InvalidRange') return new Uint8Array();
        throw error;
      }
    },
    async write(key, bytes) {
      const size = { Body: bytes, ContentLength: bytes.length };
      await client.send(new library.PutObjectCommand({ Bucket: bucket, Key: key, ...size }));
    },
  };
  const place = `s3://${bucket}/${start}`;
  const found = await store.read(`${start}.galley-${randomUUID()}`).catch((error: unknown) => {
    const sentence = `${place}: ${sentenceOn(error)}`;
    throw isDueToMachine(error) ? new NoStoreAccess(sentence) : new Problem(sentence);
  });
  // Any web server would seem to take what is written.
  if (found) throw new Problem(`${place}: ${t('The server is not an object store.')}`);
  return store;
}

/** One for all batches of a worker, which keeps its connections and credentials. */
let connected: Promise<Connected> | undefined;

interface Connected {
  readonly client: s3Module.S3Client;
  /** It is loaded only when it is used. */
  readonly library: typeof s3Module;
}

/** Milliseconds to wait for a connection, and for a sign of life from the store. */
const PATIENCE = { connectionTimeout: 10_000, socketTimeout: 60_000 };

async function connect(): Promise<Connected> {
  const library = await load();
  const { env } = process;
  // The user has chosen the Node.js that Galley runs on.
  env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  // Stores other than that of Amazon often have no host name for each bucket.
  const forcePathStyle = [env['AWS_ENDPOINT_URL_S3'], env['AWS_ENDPOINT_URL']].some(Boolean);
  return { library, client: new library.S3Client({ forcePathStyle, requestHandler: PATIENCE }) };
}

/** It is not part of Galley: only who writes to an object store needs it. */
function load(): Promise<typeof s3Module> {
  return optionalPackage(
    () => import('@aws-sdk/client-s3'),
    () =>
      new NoStoreAccess(
        t(
          'Writing to s3:// needs a package that is not installed. Install it where Galley is installed, for example: {0}',
          INSTALLATION,
        ),
      ),
  );
}

const INSTALLATION = 'npm install --global @aws-sdk/client-s3';
