import { t } from '@vscode/l10n';
import { messageOf } from '../../../core/problems';
import { codeOf } from '../../problem';

/** Errors that another machine may not have, with another environment. */
const OF_MACHINE: Readonly<Record<string, () => string>> = {
  AccessDenied: () => t('Access denied. Galley needs to read, write and list objects there.'),
  AuthorizationHeaderMalformed: otherRegion,
  CredentialsProviderError: () =>
    t('No credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.'),
  EndpointError: () => t('AWS_ENDPOINT_URL is not a URL.'),
  ExpiredToken: () => t('The credentials have expired.'),
  InvalidAccessKeyId: rejected,
  InvalidToken: rejected,
  NoRegion: () => t('No region is specified. Set AWS_REGION.'),
  PermanentRedirect: otherRegion,
  RequestTimeTooSkewed: () => t('The clock of this machine is wrong.'),
  SignatureDoesNotMatch: rejected,
};

function rejected(): string {
  return t('The server rejected the credentials.');
}

function otherRegion(): string {
  return t('The bucket is in another region. Set AWS_REGION.');
}

/** Whether an error is due to this machine: its credentials, its settings. */
export function isDueToMachine(error: unknown): boolean {
  return nameOf(error) in OF_MACHINE;
}

/**
 * What is said of an error of an object store. The messages of the library are not quoted: they can have the address with a password,
 * or the name of the user.
 */
export function sentenceOn(error: unknown): string {
  const name = nameOf(error);
  if (name in OF_MACHINE) return OF_MACHINE[name]?.() ?? name;
  if (name === 'NoSuchBucket') return t('There is no such bucket.');
  if (name === 'TimeoutError') return t('The server does not respond.');
  const status = statusOf(error);
  if (status !== undefined) return t('The server answered {0} ({1}).', status, name);
  // That of a connection has the host, but no password.
  if (codeOf(error) !== '') return t('Could not connect: {0}.', messageOf(error).split('\n', 1)[0] ?? codeOf(error));
  return t('Unexpected error: {0}', name);
}

/** What the server or the library calls an error. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // It has no name of its own.
  return error.message.startsWith('Region ') ? 'NoRegion' : error.name;
}

/** The HTTP status that the server answered with. */
function statusOf(error: unknown): number | undefined {
  const { httpStatusCode } = (error as { readonly $metadata?: { readonly httpStatusCode?: number } }).$metadata ?? {};
  return httpStatusCode;
}
