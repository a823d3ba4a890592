/**
 * Checks requests before they are sent, and puts them into the form that
 * messages have.
 *
 * @module
 */

import type { SpecCodecs } from "../compile/compile.ts";
import { type FieldName, fieldNames, propertyOf } from "../compile/fields.ts";
import { textCodec } from "../compile/texts.ts";
import type { Values } from "../compile/values.ts";
import { camelCase } from "../names.ts";
import { proposals } from "../nearest.ts";
import type {
  AttributeSet,
  Format,
  Operation,
  Spec,
  SpecAttribute,
  WireForm,
} from "../spec.ts";
import { checkBytes, checkText } from "./bytes.ts";
import { checkNumber } from "./numbers.ts";
import { listOf, objectOf, RequestPath, shown } from "./path.ts";
import { StructChecker } from "./structs.ts";

/** A request in the form that messages have. */
export interface CheckedRequest {
  /** Members of the operation's header that were given. */
  readonly header: Values;
  /** The attributes. */
  readonly attributes: Values;
}

/** Checks the requests of a family. */
export class RequestChecker {
  readonly #spec: Spec;
  readonly #structs: StructChecker;
  readonly #fields = new Map<string, ReadonlyMap<string, FieldName>>();

  /**
   * Makes the object.
   *
   * @param spec The specification.
   * @param codecs Its codecs.
   */
  constructor(spec: Spec, codecs: SpecCodecs) {
    this.#spec = spec;
    this.#structs = new StructChecker(spec, codecs);
  }

  /**
   * Checks a request.
   *
   * @param operation What is requested.
   * @param values Members of its header, and attributes, by their names in
   * camelCase or as the specification has them; attributes may be in
   * `attributes`.
   * @returns The request.
   * @throws {TypeError} If there is no such attribute, or a value is of the
   * wrong sort.
   * @throws {RangeError} If a value is too small or too large.
   */
  check(operation: Operation, values: unknown): CheckedRequest {
    const path = new RequestPath(`run ${operation.name} of ${this.#spec.name}`);
    const header: Record<string, unknown> = {};
    const rest: Record<string, unknown> = {};
    const members = this.#structs.members(operation.fixedHeader);
    for (const [key, value] of Object.entries(objectOf(values, path))) {
      if (members.has(camelCase(key))) header[key] = value;
      else if (key === "attributes" && members.size > 0) {
        Object.assign(rest, objectOf(value, path.at(key)));
      } else rest[key] = value;
    }
    return {
      header: operation.fixedHeader === undefined
        ? {}
        : this.#structs.struct(operation.fixedHeader, header, path),
      attributes: operation.attributeSet === undefined
        ? {}
        : this.#set(operation.attributeSet, rest, path, {}),
    };
  }

  #set(
    name: string,
    values: unknown,
    path: RequestPath,
    outer: Values,
  ): Values {
    const given = objectOf(values, path);
    const fields = this.#fieldsOf(name);
    const checked: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(given)) {
      if (value === undefined || value === false) continue;
      if (key === "unknown" && Array.isArray(value)) {
        checked[key] = value;
        continue;
      }
      const property = propertyOf(key);
      const field = fields.get(property) ??
        this.#chosen(fields, property, { ...outer, ...camel(given) }, path);
      if (field !== undefined) {
        checked[field.property] = this.#field(
          field,
          value,
          path.at(property),
          { ...outer, ...camel(given) },
        );
      } else {
        throw path.at(key).missing(
          "attribute",
          name,
          proposals(key, [...fields.keys()]),
        );
      }
    }
    return checked;
  }

  /** The payload of an attribute that was given by the attribute's own name. */
  #chosen(
    fields: ReadonlyMap<string, FieldName>,
    name: string,
    values: Values,
    path: RequestPath,
  ): FieldName | undefined {
    const choices = [...fields.values()].filter(({ attribute, format }) =>
      format !== undefined && propertyOf(attribute.name) === name
    );
    const wire = choices[0]?.attribute.wire;
    if (wire?.kind !== "sub-message") return undefined;
    const wanted = values[propertyOf(wire.selector)];
    const found = choices.find(({ format }) => format?.value === wanted);
    if (found !== undefined) return found;
    const known = choices.map(({ format }) => format!.value);
    throw path.at(name).wrong(
      `is not there for ${wire.selector} ${shown(wanted)}${
        proposals(String(wanted), known)
      }`,
    );
  }

  #fieldsOf(name: string): ReadonlyMap<string, FieldName> {
    let fields = this.#fields.get(name);
    if (fields === undefined) {
      const set = this.#spec.attributeSets.find((each) => each.name === name);
      fields = new Map(
        fieldNames(this.#spec, set as AttributeSet)
          .map((field) => [field.property, field]),
      );
      this.#fields.set(name, fields);
    }
    return fields;
  }

  #field(
    { attribute, format }: FieldName,
    value: unknown,
    path: RequestPath,
    outer: Values,
  ): unknown {
    if (format !== undefined) return this.#format(format, value, path, outer);
    const { wire } = attribute;
    return wire.multi
      ? listOf(value, path).map((item, i) =>
        this.#payload(wire, attribute, item, path.at(i), outer)
      )
      : this.#payload(wire, attribute, value, path, outer);
  }

  #format(
    { fixedHeader, attributeSet }: Format,
    value: unknown,
    path: RequestPath,
    outer: Values,
  ): Values {
    if (fixedHeader === undefined) {
      return attributeSet === undefined
        ? objectOf(value, path)
        : this.#set(attributeSet, value, path, outer);
    }
    if (attributeSet === undefined) {
      return this.#structs.struct(fixedHeader, value, path);
    }
    const { attributes = {}, ...rest } = objectOf(value, path);
    const members = this.#structs.members(fixedHeader);
    const [header, others] = [true, false].map((isMember) =>
      Object.fromEntries(
        Object.entries(rest).filter(([key]) =>
          members.has(camelCase(key)) === isMember
        ),
      )
    );
    return {
      ...this.#structs.struct(fixedHeader, header, path),
      attributes: this.#set(
        attributeSet,
        { ...others, ...objectOf(attributes, path.at("attributes")) },
        path,
        outer,
      ),
    };
  }

  #payload(
    wire: WireForm,
    attribute: SpecAttribute,
    value: unknown,
    path: RequestPath,
    outer: Values,
  ): unknown {
    const { displayHint, checksResolved: checks } = attribute;
    switch (wire.kind) {
      case "int":
        return wire.bits === 32 && displayHint === "ipv4"
          ? checkText(value, undefined, path)
          : checkNumber(value, this.#structs.number(wire, attribute), path);
      case "autoint": {
        const form = { bits: 64, signed: wire.signed };
        return checkNumber(value, this.#structs.number(form, attribute), path);
      }
      case "flag":
        if (value === true) return true;
        throw path.wrong(`is neither true nor false: ${shown(value)}`);
      case "string":
        return checkText(value, checks, path);
      case "bitfield32":
        return this.#structs.bitfield(value, attribute, path);
      case "struct":
        return this.#structs.struct(wire.struct, value, path);
      case "int-array":
        return listOf(value, path).map((item, i) =>
          checkNumber(
            item,
            this.#structs.number(wire.element, attribute),
            path.at(i),
          )
        );
      case "nest":
        return wire.set === null
          ? objectOf(value, path)
          : this.#set(wire.set, value, path, outer);
      case "indexed-array":
        return listOf(value, path).map((item, i) =>
          this.#payload(wire.element, attribute, item, path.at(i), outer)
        );
      case "type-value":
        return this.#keyed(wire.levels, wire.set, value, path, outer);
      default:
        return textCodec(displayHint) === undefined
          ? checkBytes(value, checks, path)
          : checkText(value, undefined, path);
    }
  }

  #keyed(
    [level, ...inner]: readonly string[],
    set: string | null,
    value: unknown,
    path: RequestPath,
    outer: Values,
  ): unknown {
    if (level === undefined) {
      return set === null
        ? objectOf(value, path)
        : this.#set(set, value, path, outer);
    }
    return listOf(value, path).map((item, i) => {
      const { key, value } = objectOf(item, path.at(i));
      const form = { bits: 14, signed: false, wide: false };
      return {
        key: checkNumber(key, form, path.at(i).at("key")),
        value: this.#keyed(inner, set, value, path.at(i).at("value"), outer),
      };
    });
  }
}

/** Properties with the names that attributes have. */
function camel(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [propertyOf(key), value]),
  );
}
