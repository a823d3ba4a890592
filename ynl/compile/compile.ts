/**
 * Makes codecs of the sets and structs of a specification: those that messages
 * of this package have, so that errors, printers and tests go through them.
 *
 * @module
 */

import {
  array,
  attributes,
  type AttributesOptions,
  bitfield32,
  bytes,
  type Codec,
  type FieldOf,
  flag,
  lazy,
  list,
  message,
  multi,
  type NamedType,
  sint,
  string,
  uint,
  type WithAttributes,
} from "../../messages/codec/mod.ts";
import { genericHeader } from "../../messages/generic/header.ts";
import { keyed } from "../../messages/generic/keyed.ts";
import { SpecError } from "../errors.ts";
import { camelCase, cName } from "../names.ts";
import type {
  AttributeSet,
  Format,
  Operation,
  Spec,
  SpecAttribute,
  WireForm,
} from "../spec.ts";
import { fieldNames, propertyOf } from "./fields.ts";
import { type IntegerCodec, integerCodec } from "./integers.ts";
import { structCodec } from "./structs.ts";
import { textCodec } from "./texts.ts";
import type { Values } from "./values.ts";
import { flagsCodec, namesOf, wordCodec } from "./enumerations.ts";

/** A message: members of its header, and attributes. */
export type ValuesMessage = WithAttributes<Values, Values>;

/** Netlink protocol of generic netlink (`NETLINK_GENERIC`). */
const GENERIC = 16;

/** The codecs of a specification; each is made when it is first needed. */
export class SpecCodecs {
  readonly #spec: Spec;
  readonly #sets = new Map<string, Codec<Values>>();
  readonly #structs = new Map<string, Codec<Values>>();
  readonly #messages = new Map<string, Codec<ValuesMessage>>();

  /**
   * Makes the object.
   *
   * @param spec The specification.
   */
  constructor(spec: Spec) {
    this.#spec = spec;
  }

  /**
   * The codec of an operation's messages: the header of generic netlink, the
   * operation's own header, and attributes.
   *
   * @param operation The operation.
   * @returns The codec.
   * @throws {SpecError} If the specification lacks something.
   */
  message(operation: Operation): Codec<ValuesMessage> {
    const { fixedHeader, attributeSet } = operation;
    const key = `${fixedHeader} ${attributeSet}`;
    let codec = this.#messages.get(key);
    if (codec === undefined) {
      const body = attributeSet === undefined
        ? attributes<Values>({})
        : this.set(attributeSet);
      codec = message(this.#header(fixedHeader), body);
      this.#messages.set(key, codec);
    }
    return codec;
  }

  #header(name: string | undefined): Codec<Values> {
    if (this.#spec.protonum !== GENERIC) {
      return name === undefined
        ? structCodec({ ...NOTHING, name: "none" }, this.#parts)
        : this.struct(name);
    }
    const generic = genericHeader as unknown as Codec<Values>;
    if (name === undefined) return generic;
    const { shape, size } = generic;
    const members = shape.kind === "struct" ? shape.members : [];
    return structCodec(this.#definition(name), this.#parts, {
      size,
      members: Object.fromEntries(
        members.map(({ name, codec }) => [name, codec]),
      ),
    });
  }

  /**
   * The codec of a set of attributes.
   *
   * @param name Name of the set.
   * @returns The codec.
   * @throws {SpecError} If there is no such set.
   */
  set(name: string): Codec<Values> {
    let codec = this.#sets.get(name);
    if (codec === undefined) {
      const set = this.#spec.attributeSets.find((each) => each.name === name);
      if (set === undefined) {
        throw this.#error(`there is no attribute set ${name}`);
      }
      codec = attributes<Values>(
        () => this.#fields(set) as never,
        optionsOf(set),
      );
      this.#sets.set(name, codec);
    }
    return codec;
  }

  /**
   * The codec of a struct.
   *
   * @param name Name of the struct.
   * @returns The codec.
   * @throws {SpecError} If there is no such struct.
   */
  struct(name: string): Codec<Values> {
    let codec = this.#structs.get(name);
    if (codec === undefined) {
      codec = structCodec(this.#definition(name), this.#parts);
      this.#structs.set(name, codec);
    }
    return codec;
  }

  readonly #parts = {
    struct: (name: string): Codec<Values> => this.struct(name),
    named: (
      codec: IntegerCodec,
      use: { readonly enum?: string; readonly enumAsFlags?: boolean },
    ): Codec<unknown> => this.#named(codec, use),
  };

  #definition(name: string) {
    const found = this.#spec.definitions.find((each) =>
      each.type === "struct" && each.name === name
    );
    if (found?.type !== "struct") {
      throw this.#error(`there is no struct ${name}`);
    }
    return found;
  }

  #fields(set: AttributeSet): Record<string, FieldOf<unknown>> {
    const fields: Record<string, FieldOf<unknown>> = {};
    for (const { property, attribute, format } of fieldNames(this.#spec, set)) {
      const { cName, value, wire } = attribute;
      const type: NamedType = [cName as Uppercase<string>, value];
      if (format !== undefined && wire.kind === "sub-message") {
        const selector = propertyOf(wire.selector);
        fields[property] = [
          ...type,
          this.#format(format) as Codec<unknown>,
          [selector, format.value],
        ];
        continue;
      }
      const codec = this.#payload(wire, attribute);
      fields[property] = [
        ...type,
        (wire.multi ? multi(codec) : codec) as Codec<unknown>,
      ];
    }
    return fields;
  }

  #format({ fixedHeader, attributeSet }: Format): Codec<Values> {
    const body = attributeSet === undefined
      ? attributes<Values>({})
      : this.set(attributeSet);
    if (fixedHeader === undefined) return body;
    return attributeSet === undefined
      ? this.struct(fixedHeader)
      : message(this.struct(fixedHeader), body) as Codec<object> as Codec<
        Values
      >;
  }

  #payload(wire: WireForm, attribute: SpecAttribute): Codec<unknown> {
    const { displayHint } = attribute;
    switch (wire.kind) {
      case "int": {
        const text = wire.bits === 32 && displayHint === "ipv4"
          ? textCodec(displayHint, 4)
          : undefined;
        return text as Codec<unknown> | undefined ??
          this.#named(integerCodec(wire), attribute);
      }
      case "autoint":
        return this.#named(wire.signed ? sint : uint, attribute);
      case "flag":
        return flag as Codec<unknown>;
      case "string":
        return string as Codec<unknown>;
      case "bitfield32":
        return this.#bitfield(attribute);
      case "struct":
        return this.struct(wire.struct) as Codec<unknown>;
      case "int-array":
        return array(
          this.#named(integerCodec(wire.element), attribute),
        ) as Codec<unknown>;
      case "nest":
        return this.#nest(wire.set);
      case "indexed-array":
        return list(this.#payload(wire.element, attribute)) as Codec<unknown>;
      case "type-value":
        return wire.levels.reduce(
          (item) => keyed(item) as Codec<unknown>,
          this.#nest(wire.set),
        );
      default:
        return (textCodec(displayHint) ?? bytes) as Codec<unknown>;
    }
  }

  /** Sets may contain themselves. */
  #nest(name: string | null): Codec<unknown> {
    if (name === null) return attributes<Values>({}) as Codec<unknown>;
    const set = this.set(name);
    return lazy(() => set) as Codec<unknown>;
  }

  #bitfield({ enum: name }: SpecAttribute): Codec<unknown> {
    if (name === undefined) return bitfield32 as Codec<unknown>;
    const { shape } = bitfield32;
    const members = shape.kind === "struct" ? shape.members : [];
    return structCodec(
      {
        ...NOTHING,
        name,
        members: members.map((member) => ({
          name: member.name,
          type: "u32",
          offset: member.offset,
          naturalOffset: member.offset,
          size: 4,
          enum: name,
          enumAsFlags: true,
        })),
        naturalSize: bitfield32.size,
      },
      this.#parts,
    ) as Codec<unknown>;
  }

  #named(
    codec: IntegerCodec,
    { enum: name, enumAsFlags }: {
      readonly enum?: string;
      readonly enumAsFlags?: boolean;
    },
  ): Codec<unknown> {
    const found = this.#spec.definitions.find((each) => each.name === name);
    if (found === undefined || !("entries" in found)) {
      return codec as Codec<unknown>;
    }
    const { names, isFlags } = namesOf(found, enumAsFlags);
    return (isFlags ? flagsCodec : wordCodec)(codec, names) as Codec<unknown>;
  }

  #error(reason: string): SpecError {
    return new SpecError(this.#spec.name, reason);
  }
}

/** A struct without members. */
const NOTHING = {
  type: "struct",
  members: [],
  size: 0,
  naturalSize: 0,
  naturalAlign: 1,
  packedDiffers: false,
} as const;

function optionsOf(set: AttributeSet): AttributesOptions {
  const pad = set.attributes.find(({ wire }) => wire.kind === "pad");
  const outer = set.attributes.find(({ wire }) =>
    wire.kind === "sub-message" && wire.selectorScope === "outer"
  );
  return {
    ...pad && { pad: [cName(pad.cName), pad.value] as const },
    ...outer?.wire.kind === "sub-message" &&
      { selectedBy: camelCase(outer.wire.selector) },
  };
}
