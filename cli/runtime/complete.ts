/**
 * Structs of files, which may be shorter than those of today's kernels.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";

/**
 * Gives structs the members that they lack: 0, which is what is shown then.
 * Members that older kernels lack are left out, as they are elsewhere.
 *
 * @typeParam T What was decoded.
 * @param codec What it was decoded with.
 * @param value What was decoded.
 * @returns The value, complete.
 */
export function complete<T>(codec: Codec<T>, value: T): T {
  fill(codec as Codec<unknown>, value, undefined);
  return value;
}

/**
 * Decodes all of some bytes, and gives their structs the members that they lack.
 *
 * @typeParam T What is decoded.
 * @param codec What it is decoded with.
 * @param bytes The bytes.
 * @returns What was decoded.
 */
export function decodeWhole<T>(codec: Codec<T>, bytes: Uint8Array): T {
  const { buffer, byteOffset, length } = bytes;
  const view = new DataView(buffer, byteOffset, length);
  return complete(codec, codec.decode(view, 0, length));
}

type Properties = Record<string, unknown>;

function fill(
  codec: Codec<unknown>,
  value: unknown,
  parent: Properties | undefined,
): void {
  if (typeof value !== "object" || value === null) return;
  const { shape } = codec;
  const properties = value as Properties;
  switch (shape.kind) {
    case "struct":
      for (const { name, codec: member, optional } of shape.members) {
        if (properties[name] === undefined && !optional) {
          properties[name] = zero(member);
        } else fill(member, properties[name], properties);
      }
      break;
    case "message":
      fill(shape.header, value, parent);
      fill(shape.attributes, properties.attributes, properties);
      break;
    case "attributes":
      for (const { name, codec: field, when } of shape.fields) {
        const found = properties[name];
        if (found === undefined) continue;
        if (when !== undefined) {
          const [selector, wanted] = when;
          const selected = properties[selector] ?? parent?.[selector];
          if (wanted !== null && selected !== wanted) continue;
        }
        fill(field, found, properties);
      }
      break;
    case "array":
    case "records":
    case "list":
    case "multi":
      if (!Array.isArray(value)) break;
      for (const item of value) fill(shape.item, item, parent);
  }
}

/** What bytes of 0 mean. */
function zero(codec: Codec<unknown>): unknown {
  const { size } = codec;
  return codec.decode(new DataView(new ArrayBuffer(size)), 0, size);
}
