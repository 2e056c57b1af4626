/** One tensor of a file: its values and its shape. */
export interface StoredTensor {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/** What a file in safetensors format holds. */
export interface Safetensors {
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  /** Free text by name. */
  readonly metadata: Readonly<Record<string, string>>;
}

interface Entry {
  readonly dtype: "F32";
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** Tensors as one file in the safetensors format: eight bytes with the length of a JSON header, the
 * header, the values; all little-endian. https://huggingface.co/docs/safetensors */
export function encodeSafetensors({ tensors, metadata }: Safetensors): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let end = 0;
  for (const [name, { values, shape }] of tensors) {
    header[name] = { dtype: "F32", shape, data_offsets: [end, end += values.byteLength] };
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = 8 + text.length;
  const bytes = new Uint8Array(start + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  for (const [name, { values }] of tensors) {
    const { data_offsets: [offset] } = header[name] as Entry;
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), start + offset);
  }
  return bytes;
}

/** Reads what {@link encodeSafetensors} wrote.
 *
 * @param bytes the whole file
 * @param name how errors call it
 * @throws {Error} if the file is truncated, or no safetensors file of 32-bit floats
 */
export function parseSafetensors(bytes: Uint8Array, name: string): Safetensors {
  const start = bytes.length < 8 ? Infinity : 8 + headerLength(bytes);
  if (start > bytes.length) {
    throw new Error(
      `Cannot read ${name}: its ${bytes.length} bytes are not a whole safetensors file`,
    );
  }
  const { __metadata__, ...entries } = parse(bytes.subarray(8, start), name);
  const tensors = new Map<string, StoredTensor>();
  for (const [key, { dtype, shape, data_offsets: [from, to] }] of Object.entries<Entry>(entries)) {
    const values = bytes.slice(start + from, start + to);
    if (dtype !== "F32" || values.length !== 4 * shape.reduce((size, length) => size * length, 1)) {
      throw new Error(
        `Cannot read ${name}: tensor ${key} has ${values.length} bytes, wanted ${shape} floats`,
      );
    }
    tensors.set(key, { values: new Float32Array(values.buffer), shape });
  }
  return { tensors, metadata: __metadata__ ?? {} };
}

function headerLength(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
}

function parse(
  header: Uint8Array,
  name: string,
): Record<string, Entry> & { __metadata__?: Record<string, string> } {
  try {
    return JSON.parse(new TextDecoder().decode(header));
  } catch {
    throw new Error(`Cannot read ${name}: its header is not JSON, wanted a safetensors file`);
  }
}
