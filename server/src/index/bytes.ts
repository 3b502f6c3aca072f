/** Writes numbers and words one after the other into bytes. */
export interface ByteWriter {
  /** A whole number from 0 to 2^32 - 1, in as few bytes as it needs (LEB128). */
  number(value: number): void;
  /** A text with its length; any UTF-16 code units, paired or not. */
  text(value: string): void;
  /** Numbers with their count. */
  numbers(values: Uint32Array): void;
  /** What was written. */
  bytes(): Uint8Array;
}

/** Reads what a `ByteWriter` wrote, in the same order. Throws a `RangeError` behind the end. */
export interface ByteReader {
  number(): number;
  text(): string;
  numbers(): Uint32Array;
  isAtEnd(): boolean;
}

/** Makes a writer that grows as it is written to. */
export function createByteWriter(): ByteWriter {
  let buffer = new Uint8Array(1 << 16);
  let length = 0;
  const number = (value: number): void => {
    if (length + 5 > buffer.length) {
      const larger = new Uint8Array(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
    let rest = value >>> 0;
    while (rest > 0x7f) {
      buffer[length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    buffer[length++] = rest;
  };
  return {
    number,
    text(value) {
      number(value.length);
      for (let at = 0; at < value.length; at++) number(value.charCodeAt(at));
    },
    numbers(values) {
      number(values.length);
      for (const value of values) number(value);
    },
    bytes: () => buffer.subarray(0, length),
  };
}

/** Makes a reader of all bytes given. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('The bytes end too early.');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  /** Each item takes a byte or more: a wrong length must not ask for all the memory there is. */
  const lengthOfList = (): number => {
    const length = number();
    if (length > bytes.length - at) throw new RangeError('The bytes end too early.');
    return length;
  };
  return {
    number,
    text() {
      let text = '';
      for (let left = lengthOfList(); left > 0; left--) text += String.fromCharCode(number());
      return text;
    },
    numbers() {
      const values = new Uint32Array(lengthOfList());
      for (let index = 0; index < values.length; index++) values[index] = number();
      return values;
    },
    isAtEnd: () => at === bytes.length,
  };
}
