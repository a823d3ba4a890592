/**
 * Fields that are attributes of messages about traffic control.
 *
 * @module
 */

import type { Conversion, Field } from "../mapping/mapping.ts";

type AttributesOf<M> = M extends { attributes: infer A } ? A : never;

/**
 * A property that is an attribute of its own.
 *
 * @typeParam W The property's value.
 * @typeParam M The message.
 * @param name The attribute's name.
 * @param conversion How it is stored.
 * @returns The field.
 */
export function attribute<
  W,
  M extends { attributes: object },
  K extends keyof AttributesOf<M> & string,
>(
  name: K,
  conversion: {
    readonly fromKernel: (value: Exclude<AttributesOf<M>[K], undefined>) => W;
    readonly toKernel: Conversion<
      W,
      Exclude<AttributesOf<M>[K], undefined>
    >["toKernel"];
  },
): Field<W, M> {
  return {
    ...reported<W, M, K>(name, conversion),
    readOnly: false,
    write: ({ attributes }, given, fieldPath) => {
      const value = conversion.toKernel(given, fieldPath);
      if (value !== undefined) {
        (attributes as Record<string, unknown>)[name] = value;
      }
    },
  };
}

/**
 * A property that is an attribute of its own and is only reported.
 *
 * @typeParam W The property's value.
 * @typeParam M The message.
 * @param name The attribute's name.
 * @param conversion How it is read.
 * @returns The field.
 */
export function reported<
  W,
  M extends { attributes: object },
  K extends keyof AttributesOf<M> & string,
>(
  name: K,
  conversion: {
    readonly fromKernel: (value: Exclude<AttributesOf<M>[K], undefined>) => W;
  },
): Field<W, M> {
  return {
    from: [`attributes.${name}`] as unknown as NonNullable<Field<W, M>["from"]>,
    read: ({ attributes }) => {
      const value = (attributes as Record<string, unknown>)[name];
      return value === undefined
        ? undefined
        : conversion.fromKernel(value as never);
    },
    write: () => {},
    readOnly: true,
  };
}
