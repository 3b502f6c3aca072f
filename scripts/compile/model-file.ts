import { OPENING } from '../../server/src/languageModel/model/modelFile';

/** A file as `openFile` reads it. */
export function withHeader(mark: number, header: unknown, parts: readonly Uint8Array[]): Uint8Array {
  const json = JSON.stringify(header).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const head = Buffer.from(json, 'ascii');
  const opening = Buffer.alloc(OPENING);
  opening.writeUInt32LE(mark, 0);
  opening.writeUInt32LE(head.length, 4);
  return Buffer.concat([opening, head, ...parts]);
}
