/**
 * The attribute types that schemas name in their rows.
 *
 * @module
 */
import type { Codec, NamedType, Shape } from "../../messages/codec/mod.ts";

/**
 * Walks through a schema.
 *
 * @param codec The codec.
 * @param seen Shapes that have been walked through; it gets those of this one.
 * @returns Name and number of each attribute type, as often as it is named.
 */
export function* attributeTypes(
  { shape }: Codec<unknown>,
  seen: Set<Shape> = new Set(),
): Generator<NamedType> {
  if (seen.has(shape)) return;
  seen.add(shape);
  switch (shape.kind) {
    case "message":
      yield* attributeTypes(shape.header, seen);
      return yield* attributeTypes(shape.attributes, seen);
    case "attributes":
      if (shape.pad !== undefined) yield shape.pad;
      for (const { uapiName, type, codec } of shape.fields) {
        yield [uapiName, type];
        yield* attributeTypes(codec, seen);
      }
      return;
    case "struct":
      for (const { codec } of shape.members) yield* attributeTypes(codec, seen);
      return;
    case "list":
      if (shape.type !== undefined) yield shape.type;
      return yield* attributeTypes(shape.item, seen);
    case "array":
    case "records":
    case "multi":
      return yield* attributeTypes(shape.item, seen);
    case "custom":
      if (shape.layout !== undefined) yield* attributeTypes(shape.layout, seen);
  }
}
