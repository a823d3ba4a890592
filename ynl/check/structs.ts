/**
 * Checks structs of requests, and numbers.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import type { SpecCodecs } from "../compile/compile.ts";
import { textCodec } from "../compile/texts.ts";
import type { Values } from "../compile/values.ts";
import { namesOf } from "../compile/enumerations.ts";
import { camelCase } from "../names.ts";
import { proposals } from "../nearest.ts";
import { SCALARS } from "../resolve/raw.ts";
import type { Spec, SpecAttribute, StructMember } from "../spec.ts";
import { checkBytes, checkText } from "./bytes.ts";
import { checkNumber, type NumberForm } from "./numbers.ts";
import { objectOf, type RequestPath } from "./path.ts";

/** A number whose values an enumeration may have names for. */
export interface Named {
  /** Name of the enumeration. */
  readonly enum?: string;
  /** Whether entries of the enumeration are numbers of bits. */
  readonly enumAsFlags?: boolean;
}

/** Checks structs, and numbers. */
export class StructChecker {
  readonly #spec: Spec;
  readonly #codecs: SpecCodecs;

  /**
   * Makes the object.
   *
   * @param spec The specification.
   * @param codecs Its codecs.
   */
  constructor(spec: Spec, codecs: SpecCodecs) {
    this.#spec = spec;
    this.#codecs = codecs;
  }

  /**
   * Finds the members of a struct.
   *
   * @param name Name of the struct.
   * @returns The members by their properties; none if there is no such struct.
   */
  members(name: string | undefined): ReadonlyMap<string, StructMember> {
    const found = this.#spec.definitions.find((each) => each.name === name);
    if (found?.type !== "struct") return new Map();
    return new Map(
      found.members.filter(({ type }) => type !== "pad")
        .map((member) => [camelCase(member.name), member]),
    );
  }

  /**
   * Checks a struct.
   *
   * @param name Name of the struct.
   * @param values Its members.
   * @param path Where it is.
   * @returns The struct; members that are not given are zero.
   */
  struct(name: string, values: unknown, path: RequestPath): Values {
    const members = this.members(name);
    const checked: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(objectOf(values, path))) {
      if (value === undefined) continue;
      const property = camelCase(key);
      const member = members.get(property);
      if (member === undefined) {
        throw path.at(key).missing(
          "member",
          name,
          proposals(key, [...members.keys()]),
        );
      }
      checked[property] = this.#member(member, value, path.at(property));
    }
    return blank(this.#codecs.struct(name), checked);
  }

  #member(member: StructMember, value: unknown, path: RequestPath): unknown {
    const scalar = SCALARS.get(member.type);
    const hasText = textCodec(member.displayHint, member.size) !== undefined;
    if (hasText && (scalar === undefined || member.displayHint === "ipv4")) {
      return checkText(value, undefined, path);
    }
    if (scalar !== undefined) {
      return checkNumber(value, this.number(scalar, member), path);
    }
    if (member.type === "bitfield32") return this.bitfield(value, {}, path);
    if (member.struct !== undefined) {
      return this.struct(member.struct, value, path);
    }
    return member.type === "string"
      ? checkText(value, { maxLen: member.size - 1 }, path)
      : checkBytes(value, { exactLen: member.size }, path);
  }

  /**
   * Checks bits and which of them count.
   *
   * @param value Both.
   * @param use What names the bits.
   * @param path Where they are.
   * @returns Both.
   */
  bitfield(value: unknown, use: Named, path: RequestPath): Values {
    const given = objectOf(value, path);
    const form = this.number(
      { bits: 32, signed: false },
      { ...use, ...use.enum !== undefined && { enumAsFlags: true } },
    );
    return Object.fromEntries(
      ["value", "selector"].map((name) => [
        name,
        checkNumber(given[name], form, path.at(name)),
      ]),
    );
  }

  /**
   * What a number can be.
   *
   * @param width Its width, and whether it can be negative.
   * @param use What names its values, and its limits.
   * @returns What it can be.
   */
  number(
    { bits, signed }: { readonly bits: number; readonly signed: boolean },
    use: Named & Partial<Pick<SpecAttribute, "checksResolved">>,
  ): NumberForm {
    const { checksResolved: checks } = use;
    const form = { bits, signed, wide: bits === 64, ...checks && { checks } };
    const found = this.#spec.definitions.find((each) => each.name === use.enum);
    return found === undefined || !("entries" in found)
      ? form
      : { ...form, ...namesOf(found, use.enumAsFlags) };
  }
}
