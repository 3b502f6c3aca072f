import { t } from '@vscode/l10n';
import { Problem } from '../../problem';

/** Where exports are written in an object store. */
export interface ObjectPath {
  readonly bucket: string;
  /** What the keys of all objects begin with, before a `/`; empty for the whole bucket. */
  readonly prefix: string;
}

/**
 * Reads `s3://BUCKET/PREFIX`; undefined for a path of this machine. Throws a `Problem` for other URLs, which are not quoted, since they
 * may have a password.
 */
export function objectPathOf(path: string): ObjectPath | undefined {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return undefined;
  const { bucket, prefix } = partsOf(path.slice('s3://'.length));
  if (!/^s3:/i.test(path) || !/^[\w.-]+$/.test(bucket) || (prefix !== '' && !isKey(prefix)))
    throw new Problem(
      t('The output must be a folder or like s3://BUCKET/PREFIX. Credentials are read from the environment.'),
    );
  return { bucket, prefix };
}

function partsOf(path: string): ObjectPath {
  let end = path.length;
  while (path.charAt(end - 1) === '/') end--;
  const [bucket = '', ...parts] = path.slice(0, end).split('/');
  return { bucket, prefix: parts.join('/') };
}

/** Whether each part of a key names something: other programs would take `..` and `//` for another place. */
export function isKey(key: string): boolean {
  return key.split('/').every((part) => !['', '.', '..'].includes(part));
}
