import { propertiesOf } from '../../core/settings';

/** The URI of the folder that a client sets aside for the files of an extension, by its `initializationOptions`. */
export function storageOf(initializationOptions: unknown): string | undefined {
  const { storageUri } = propertiesOf(initializationOptions);
  return typeof storageUri === 'string' ? storageUri : undefined;
}
