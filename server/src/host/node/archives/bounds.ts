import { t } from '@vscode/l10n';
import { MAX_BYTES, tooLarge } from '../../sizeLimit';
import { Problem } from '../../problem';

/** How many times as large as it is packed a text may be. Newspapers reach 4, tables of zeros 20, bombs 1,000. */
const MOST_EXPANSION = 200;

/** Bytes that may be unpacked whatever they were packed to. */
const ALWAYS_ALLOWED = 1 << 20;

/** Throws a `Problem` where an entry is larger than a file may be, or unpacks to more than texts do. */
export function refuseLarge(bytes: number, packed: number, maxBytes = MAX_BYTES): void {
  if (bytes > maxBytes) throw tooLarge(maxBytes);
  refuseExpansion(bytes, packed);
}

/** Throws a `Problem` where `packed` bytes unpack to more than texts do. */
export function refuseExpansion(bytes: number, packed: number): void {
  if (bytes > Math.max(ALWAYS_ALLOWED, packed * MOST_EXPANSION))
    throw new Problem(t('It expands to more than {0} times its size, which no text does.', MOST_EXPANSION));
}
