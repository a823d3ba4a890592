/**
 * Writes TypeScript types of a specification: what its operations take and
 * return, to be completed by editors and checked by the compiler.
 *
 * @module
 */

import { fieldNames } from "./compile/fields.ts";
import { camelCase } from "./names.ts";
import { SCALARS } from "./resolve/raw.ts";
import type {
  AttributeSet,
  Definition,
  Enumeration,
  Format,
  Operation,
  Side,
  Spec,
  SpecAttribute,
  Struct,
  StructMember,
  WireForm,
} from "./spec.ts";
import { textCodec } from "./compile/texts.ts";
import { TypeNames } from "./type_names.ts";

/** Where types come from, for the head of the file. */
export interface TypesOptions {
  /** Licence of the specification, as `SPDX-License-Identifier` has it. */
  license?: string;
}

/**
 * Writes the types of a specification.
 *
 * @param spec The specification.
 * @param options What the file begins with.
 * @returns A module. Its type that is named after the family is the parameter of
 * `openFamily`.
 */
export function generateTypes(spec: Spec, options: TypesOptions = {}): string {
  return new TypeWriter(spec).module(options);
}

/** Writes types. */
class TypeWriter {
  readonly #spec: Spec;
  readonly #names: TypeNames;

  constructor(spec: Spec) {
    this.#spec = spec;
    this.#names = new TypeNames(spec);
  }

  module({ license }: TypesOptions): string {
    const { name, doc, definitions, attributeSets } = this.#spec;
    const head = license === undefined
      ? []
      : [`// SPDX-License-Identifier: ${license}`, ""];
    return [
      ...head,
      "/**",
      ` * Types of the family \`${name}\`, made of its specification.`,
      " *",
      " * @module",
      " */",
      "",
      "// deno-lint-ignore-file no-empty-interface",
      'import type { RawAttribute } from "@netlink/netlink/messages/codec";',
      "",
      ...definitions.flatMap((each) => this.#definition(each)),
      ...attributeSets.flatMap((each) => this.#set(each)),
      ...docLines(doc ?? `The family \`${name}\`.`, ""),
      `export interface ${this.#names.family} {`,
      ...this.#operations("do", "What can be done"),
      ...this.#operations("dump", "What can be listed"),
      ...this.#events(),
      "}",
      "",
    ].join("\n");
  }

  #definition(definition: Definition): string[] {
    switch (definition.type) {
      case "const":
        return [];
      case "struct":
        return this.#struct(definition);
      default:
        return this.#enumeration(definition);
    }
  }

  #enumeration({ name, entries, doc }: Enumeration): string[] {
    const words = [...new Set(entries.map(({ name }) => quoted(name)))];
    return [
      ...docLines(doc ?? `Values of \`${name}\`.`, ""),
      `export type ${this.#names.of(name, "Values")} =`,
      ...words.map((word) => `  | ${word}`),
      "  | number | bigint;",
      "",
    ];
  }

  #struct({ name, members, doc }: Struct): string[] {
    return [
      ...docLines(doc ?? `The struct \`${name}\`.`, ""),
      `export interface ${this.#names.of(name, "Struct")} {`,
      ...members.filter(({ type }) => type !== "pad").flatMap((member) => [
        ...docLines(member.doc ?? `The member \`${member.name}\`.`, "  "),
        `  ${key(camelCase(member.name))}: ${this.#member(member)};`,
      ]),
      "}",
      "",
    ];
  }

  #member(member: StructMember): string {
    const { type, struct, size, displayHint } = member;
    const scalar = SCALARS.get(type);
    const hasText = textCodec(displayHint, size) !== undefined;
    if (scalar !== undefined) {
      return hasText && displayHint === "ipv4"
        ? "string"
        : this.#number(scalar.bits, member);
    }
    if (type === "bitfield32") return "{ value: number; selector: number }";
    if (struct !== undefined) return this.#names.of(struct, "Struct");
    return type === "string" || hasText ? "string" : "Uint8Array";
  }

  #set(set: AttributeSet): string[] {
    return [
      ...docLines(set.doc ?? `Attributes of \`${set.name}\`.`, ""),
      `export interface ${this.#names.of(set.name, "Attributes")} {`,
      ...unique(fieldNames(this.#spec, set)).flatMap(
        ({ property, attribute, format }) => [
          ...docLines(
            attribute.doc ?? `The attribute \`${attribute.name}\`.`,
            "  ",
          ),
          `  ${key(property)}?: ${
            format === undefined
              ? this.#attribute(attribute)
              : this.#format(format)
          };`,
        ],
      ),
      "  /** Attributes that the specification has no name for. */",
      "  unknown?: RawAttribute[];",
      "}",
      "",
    ];
  }

  #attribute(attribute: SpecAttribute): string {
    const type = this.#payload(attribute.wire, attribute);
    return attribute.wire.multi ? `(${type})[]` : type;
  }

  #payload(wire: WireForm, attribute: SpecAttribute): string {
    const { displayHint, enum: words } = attribute;
    switch (wire.kind) {
      case "int":
        return wire.bits === 32 && displayHint === "ipv4"
          ? "string"
          : this.#number(wire.bits, attribute);
      case "autoint":
        return this.#number(64, attribute);
      case "flag":
        return "true";
      case "string":
        return "string";
      case "bitfield32": {
        const bits = words === undefined
          ? "number"
          : this.#number(32, { enum: words, enumAsFlags: true });
        return `{ value: ${bits}; selector: ${bits} }`;
      }
      case "struct":
        return this.#names.of(wire.struct, "Struct");
      case "int-array":
        return `(${this.#number(wire.element.bits, attribute)})[]`;
      case "nest":
        return this.#nest(wire.set);
      case "indexed-array":
        return `(${this.#payload(wire.element, attribute)})[]`;
      case "type-value":
        return wire.levels.reduce(
          (type) => `{ key: number; value: ${type} }[]`,
          this.#nest(wire.set),
        );
      default:
        return textCodec(displayHint) === undefined ? "Uint8Array" : "string";
    }
  }

  #nest(set: string | null): string {
    return set === null
      ? "{ unknown?: RawAttribute[] }"
      : this.#names.of(set, "Attributes");
  }

  #format({ fixedHeader, attributeSet }: Format): string {
    if (fixedHeader === undefined) return this.#nest(attributeSet ?? null);
    const header = this.#names.of(fixedHeader, "Struct");
    return attributeSet === undefined
      ? header
      : `${header} & { attributes: ${this.#nest(attributeSet)} }`;
  }

  #number(
    bits: number,
    use: { readonly enum?: string; readonly enumAsFlags?: boolean },
  ): string {
    const found = this.#spec.definitions.find((each) => each.name === use.enum);
    if (found === undefined || !("entries" in found)) {
      return bits === 64 ? "bigint" : "number";
    }
    const name = this.#names.of(found.name, "Values");
    const isFlags = found.type === "flags" || use.enumAsFlags;
    return isFlags ? `${name}[]` : name;
  }

  #operations(mode: "do" | "dump", what: string): string[] {
    const { list } = this.#spec.operations;
    return [
      `  /** ${what}, by operation. */`,
      `  ${mode}: {`,
      ...list.filter(({ modes }) => modes.includes(mode)).flatMap((each) => [
        ...docLines(each.doc ?? `The operation \`${each.name}\`.`, "    "),
        `    ${key(each.name)}: {`,
        "      /** What it takes. */",
        `      request: ${this.#message(each, each[mode]?.request, true)};`,
        "      /** What it returns. */",
        `      reply: ${
          mode === "dump" || each[mode]?.reply
            ? this.#message(each, each[mode]?.reply, false)
            : "undefined"
        };`,
        "    };",
      ]),
      "  };",
    ];
  }

  #events(): string[] {
    const { list } = this.#spec.operations;
    const reported = list.filter(({ modes }) =>
      modes.includes("notify") || modes.includes("event")
    );
    return [
      "  /** What is reported, by operation. */",
      "  events: {",
      ...reported.flatMap((each) => {
        const subject = list.find(({ name }) => name === each.notify);
        const side = each.event ?? subject?.do?.reply ?? subject?.dump?.reply;
        return [
          ...docLines(each.doc ?? `The event \`${each.name}\`.`, "    "),
          `    ${key(each.name)}: ${this.#message(each, side, false)};`,
        ];
      }),
      "  };",
    ];
  }

  /** What a message has: the attributes that the operation lists of its set. */
  #message(
    { fixedHeader, attributeSet }: Operation,
    side: Side | null | undefined,
    isRequest: boolean,
  ): string {
    const body = this.#attributes(attributeSet, side);
    if (fixedHeader === undefined) return body;
    const header = this.#names.of(fixedHeader, "Struct");
    return isRequest
      ? `Partial<${header}> & { attributes?: ${body} }`
      : `${header} & { attributes: ${body} }`;
  }

  #attributes(name: string | undefined, side: Side | null | undefined): string {
    const set = this.#spec.attributeSets.find((each) => each.name === name);
    if (set === undefined) return "{ unknown?: RawAttribute[] }";
    const type = this.#names.of(set.name, "Attributes");
    const wanted = side?.attributes;
    if (wanted === undefined) return type;
    const properties = unique(fieldNames(this.#spec, set))
      .filter(({ attribute }) => wanted.includes(attribute.name))
      .map(({ property }) => quoted(property));
    return `Pick<${type}, ${[...properties, '"unknown"'].join(" | ")}>`;
  }
}

/** One of the fields that have the same property. */
function unique<T extends { readonly property: string }>(
  fields: readonly T[],
): T[] {
  return [...new Map(fields.map((field) => [field.property, field])).values()];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A property, in quotes if need be. */
function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

function docLines(text: string, indent: string): string[] {
  const lines = text.trim().replaceAll("*/", "* /").split("\n")
    .map((line) => line.trim());
  if (lines.length === 1) return [`${indent}/** ${lines[0]} */`];
  return [
    `${indent}/**`,
    ...lines.map((line) => `${indent} * ${line}`.trimEnd()),
    `${indent} */`,
  ];
}
