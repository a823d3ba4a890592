/**
 * What the properties of a set of attributes are called.
 *
 * @module
 */

import { SpecError } from "../errors.ts";
import { camelCase } from "../names.ts";
import type { AttributeSet, Format, Spec, SpecAttribute } from "../spec.ts";

/** A property of a set of attributes. */
export interface FieldName {
  /** The property. */
  readonly property: string;
  /** The attribute that it carries. */
  readonly attribute: SpecAttribute;
  /** Which of the payloads it carries, if another attribute selects them. */
  readonly format?: Format;
}

/**
 * Names the properties of a set. An attribute whose payload another one selects
 * has a property for each payload: its name, as `vlan` for the data of links of
 * kind `vlan`; where another property is called that, with the attribute's name
 * in front, as `slaveDataBond`.
 *
 * @param spec The specification.
 * @param set The set.
 * @returns The properties, in the order of the set.
 * @throws {SpecError} If there is no such sub-message.
 */
export function fieldNames(spec: Spec, set: AttributeSet): FieldName[] {
  const used = new Set(
    set.attributes.filter(({ wire }) => wire.kind !== "sub-message")
      .map(({ name }) => camelCase(name)),
  );
  return set.attributes.flatMap((attribute): FieldName[] => {
    const { name, wire } = attribute;
    if (wire.kind === "pad" || wire.kind === "unused") return [];
    if (wire.kind !== "sub-message") {
      return [{ property: propertyOf(name), attribute }];
    }
    return formatsOf(spec, wire.subMessage).map((format) => {
      const plain = camelCase(format.value);
      const property = used.has(plain)
        ? camelCase(`${name}-${format.value}`)
        : plain;
      used.add(property);
      return { property, attribute, format };
    });
  });
}

/**
 * The property of an attribute.
 *
 * @param name Name of the attribute.
 * @returns The name in camelCase; `unknown` is taken by what has no name.
 */
export function propertyOf(name: string): string {
  return name === "unknown" ? "unknownAttribute" : camelCase(name);
}

/** The payloads of a sub-message, the first one for each value. */
function formatsOf({ name: family, subMessages = [] }: Spec, name: string) {
  const found = subMessages.find((each) => each.name === name);
  if (found === undefined) {
    throw new SpecError(family, `there is no sub-message ${name}`);
  }
  return [
    ...new Map([...found.formats].reverse().map((each) => [each.value, each]))
      .values(),
  ].reverse();
}
