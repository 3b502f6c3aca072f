/** A message of Protocol Buffers, which ONNX models are made of: numbers and bytes, each under the number of its field. */
type Message = Buffer;

function varint(value: number): Message {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

function number(field: number, value: number): Message {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function bytes(field: number, content: string | Uint8Array): Message {
  const own = Buffer.from(content);
  return Buffer.concat([varint(field * 8 + 2), varint(own.length), own]);
}

/** The types of numbers that models have, as ONNX counts them. */
export const FLOAT = 1;
export const INT64 = 7;

/** A table of numbers that a model has. */
export function tensor(name: string, dims: readonly number[], values: Float32Array | BigInt64Array): Message {
  return Buffer.concat([
    ...dims.map((size) => number(1, size)),
    number(2, values instanceof Float32Array ? FLOAT : INT64),
    bytes(8, name),
    bytes(9, new Uint8Array(values.buffer)),
  ]);
}

/** An operation, with the axis that it works along, if it has one. */
export function operation(type: string, inputs: readonly string[], output: string, axis?: number): Message {
  const attribute = axis === undefined ? [] : [bytes(1, 'axis'), number(3, axis), number(20, 2)];
  return Buffer.concat([
    ...inputs.map((name) => bytes(1, name)),
    bytes(2, output),
    bytes(4, type),
    ...(attribute.length > 0 ? [bytes(5, Buffer.concat(attribute))] : []),
  ]);
}

/** What a model takes or gives; a size that varies has a name. */
export function value(name: string, type: number, dims: readonly (number | string)[]): Message {
  const shape = dims.map((size) => bytes(1, typeof size === 'string' ? bytes(2, size) : number(1, size)));
  const tensorType = Buffer.concat([number(1, type), bytes(2, Buffer.concat(shape))]);
  return Buffer.concat([bytes(1, name), bytes(2, bytes(1, tensorType))]);
}

/** The parts of a model. */
export interface Graph {
  readonly operations: readonly Message[];
  readonly tensors: readonly Message[];
  readonly inputs: readonly Message[];
  readonly outputs: readonly Message[];
}

/** A file `model.onnx`, of version 8 of the format with version 13 of its operations. */
export function onnxModel({ operations, tensors, inputs, outputs }: Graph): Buffer {
  const graph = Buffer.concat([
    ...operations.map((one) => bytes(1, one)),
    bytes(2, 'graph'),
    ...tensors.map((one) => bytes(5, one)),
    ...inputs.map((one) => bytes(11, one)),
    ...outputs.map((one) => bytes(12, one)),
  ]);
  return Buffer.concat([number(1, 8), bytes(7, graph), bytes(8, number(2, 13))]);
}
