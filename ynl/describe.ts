/**
 * Families and operations as text for people.
 *
 * @module
 */

import { fieldNames } from "./compile/fields.ts";
import { camelCase } from "./names.ts";
import { proposals } from "./nearest.ts";
import type { Operation, Side, Spec, SpecAttribute, Wire } from "./spec.ts";

/**
 * Describes a family, or one of its operations.
 *
 * @param spec The specification.
 * @param name Name of the operation; the family if it is not given.
 * @returns The description, in lines.
 * @throws {TypeError} If there is no such operation.
 */
export function describe(spec: Spec, name?: string): string {
  if (name === undefined) return describeFamily(spec);
  const { list } = spec.operations;
  const operation = list.find((each) =>
    camelCase(each.name) === camelCase(name)
  );
  if (operation === undefined) {
    const names = list.map(({ name }) => name);
    throw new TypeError(
      `Cannot describe ${name} of ${spec.name}: there is no such operation${
        proposals(name, names)
      }`,
    );
  }
  return describeOperation(spec, operation);
}

function describeFamily(spec: Spec): string {
  const { name, protonum, version, doc, operations, mcastGroups } = spec;
  const lines = [
    `${name}: netlink protocol ${protonum}${
      version === undefined ? "" : `, version ${version}`
    }`,
    ...textLines(doc, 1),
    ...operations.list.flatMap((operation) =>
      operation.modes.length === 0
        ? []
        : `  ${operation.name} (${operation.modes.join(", ")})${
          firstLine(operation.doc)
        }`
    ),
    ...(mcastGroups?.list ?? []).map(({ name }) => `  group ${name}`),
  ];
  return `${lines.join("\n")}\n`;
}

function describeOperation(spec: Spec, operation: Operation): string {
  const { name, modes, doc, flags = [], mcgrp, notify } = operation;
  const shown = new Set<string>();
  const sides = modes.flatMap((mode): [string, Side | null | undefined][] =>
    mode === "event" ? [["event", operation.event]] : mode === "notify" ? [] : [
      [`${mode} takes`, operation[mode]?.request],
      [`${mode} returns`, operation[mode]?.reply],
    ]
  );
  const lines = [
    `${name} (${[...modes, ...flags].join(", ")})${
      mcgrp === undefined ? "" : `, to group ${mcgrp}`
    }`,
    ...textLines(doc, 1),
    ...notify === undefined ? [] : [`  reports what ${notify} returns`],
    ...headerLines(spec, operation),
    ...sides.flatMap(([title, side]) =>
      side == null ? [] : [
        `  ${title}:`,
        ...attributeLines(spec, operation.attributeSet, 2, shown, side),
      ]
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function headerLines(spec: Spec, { fixedHeader }: Operation): string[] {
  const found = spec.definitions.find(({ name }) => name === fixedHeader);
  if (found?.type !== "struct") return [];
  return [
    `  header ${found.name}:`,
    ...found.members.filter(({ type }) => type !== "pad").map((member) =>
      `    ${camelCase(member.name)}: ${member.enum ?? member.type}${
        firstLine(member.doc)
      }`
    ),
  ];
}

/** The attributes of a set; of each set once, as sets may have themselves. */
function attributeLines(
  spec: Spec,
  name: string | undefined | null,
  depth: number,
  shown: Set<string>,
  side?: Side,
): string[] {
  const set = spec.attributeSets.find((each) => each.name === name);
  if (set === undefined) return [];
  const wanted = side?.attributes;
  const pad = "  ".repeat(depth);
  return fieldNames(spec, set)
    .filter(({ attribute }) => wanted?.includes(attribute.name) ?? true)
    .flatMap(({ property, attribute, format }) => {
      const inner = format === undefined
        ? nestedSet(attribute.wire)
        : format.attributeSet;
      const isRepeated = inner != null && shown.has(inner);
      if (inner != null) shown.add(inner);
      const type = format === undefined
        ? typeOf(spec, attribute)
        : `with ${choice(attribute)} ${format.value}`;
      return [
        `${pad}${property}: ${type}${isRepeated ? ", as above" : ""}${
          firstLine(attribute.doc)
        }`,
        ...isRepeated ? [] : attributeLines(spec, inner, depth + 1, shown),
      ];
    });
}

function choice({ wire }: SpecAttribute): string {
  return wire.kind === "sub-message" ? camelCase(wire.selector) : "";
}

function nestedSet(wire: Wire): string | null | undefined {
  switch (wire.kind) {
    case "nest":
    case "type-value":
      return wire.set;
    case "indexed-array":
      return nestedSet(wire.element);
    default:
      return undefined;
  }
}

function typeOf(
  spec: Spec,
  { type, enum: name, wire, displayHint }: SpecAttribute,
): string {
  const found = spec.definitions.find((each) => each.name === name);
  const words = found !== undefined && "entries" in found
    ? `${type}, ${found.entries.map(({ name }) => name).join(" | ")}`
    : displayHint === undefined
    ? type
    : `${type}, ${displayHint}`;
  return wire.multi ? `list of ${words}` : words;
}

function textLines(text: string | undefined, depth: number): string[] {
  return (text?.trim().split("\n") ?? []).map((line) =>
    `${"  ".repeat(depth)}${line.trim()}`.trimEnd()
  );
}

function firstLine(text: string | undefined): string {
  const [line] = textLines(text, 0);
  return line === undefined || line === "" ? "" : `: ${line}`;
}
