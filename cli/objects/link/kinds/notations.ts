/**
 * How values of settings of several link kinds are parsed and printed.
 *
 * @module
 */

import { VLAN_PROTOCOLS } from "../../../../messages/link/constants_hardware.ts";
import { nameOf, type ValueNames } from "../../../../messages/value_names.ts";
import { CommandError, fail } from "../../../parse/errors.ts";
import { findOneOf } from "../../../parse/choices.ts";
import type { Argument } from "../../../parse/form.ts";
import { type Arguments, takes, type Word } from "../../../parse/grammar.ts";
import { hex } from "../../../print/format.ts";
import { printFlags } from "../format_flags.ts";
import { findDevice } from "./kind.ts";
import type { Common, KindOptions, Notation, Printed } from "./setting.ts";

/** Flags that come with a mask of those to change. */
interface MaskedFlags {
  flags?: { flags: number; mask: number };
}

/**
 * Flags that keywords switch, and that are sent after all other attributes.
 *
 * @param keywords The flag of each keyword, as keys of a grammar.
 * @param takeOnOff Takes whether it is set, which errors call `name`.
 * @returns Options of the kind.
 */
export function switchedFlags<D extends MaskedFlags>(
  keywords: Readonly<Record<string, number>>,
  takeOnOff: (args: Arguments, name: string) => boolean,
): Pick<KindOptions<D>, "keywords" | "finish"> {
  const word = (bit: number): Word<D> =>
    takes("{ on | off }", (data, { args, name }) => {
      const { flags, mask } = data.flags ?? { flags: 0, mask: 0 };
      data.flags = {
        flags: takeOnOff(args, name) ? flags | bit : flags & ~bit,
        mask: mask | bit,
      };
    });
  return {
    keywords: Object.fromEntries(
      Object.entries(keywords).map(([key, bit]) => [key, word(bit)]),
    ),
    finish(data) {
      const { flags } = data;
      delete data.flags;
      if (flags !== undefined) data.flags = flags;
    },
  };
}

/**
 * A list of the flags that are set.
 *
 * @param names Name of each flag.
 * @returns How it is printed.
 */
export function flagList(names: ValueNames): Printed<{ flags: number }> {
  return {
    print: ({ printer }, { json }, { flags }) =>
      printer.array(json, () => printFlags(printer, flags, names), "<", "> "),
  };
}

/** A number that is printed in hexadecimal. */
export const hexadecimal: Printed<number> = {
  print: ({ printer }, { json, text }, value) =>
    printer.value(json, hex(value), `${text} ${hex(value)} `),
};

/** A number that is printed in hexadecimal, except 0. */
export const hexadecimalIfAny: Printed<number> = {
  print: (context, names, value, data) => {
    if (value !== 0) hexadecimal.print(context, names, value, data);
  },
};

/** A number that is printed as if it were signed. */
export const asSigned: Printed<number> = {
  print: ({ printer }, { json }, value) => printer.named(json, value | 0),
};

/** An index, by the name of the device. */
export const device: Notation<number> = {
  argument: "DEVICE",
  read: async (word, { context }) =>
    await context.links.indexOf(word) || undefined,
  print: ({ printer, links }, { json, text }, index) => {
    const name = links.nameOf(index);
    printer.value(json, name, `${text} ${name} `);
  },
};

/** An index, by the name of a device that is there; 0 is not printed. */
export const existingDevice: Notation<number> = {
  argument: device.argument,
  read: (word, { context }) => findDevice(word, context),
  print: (context, names, index, data) => {
    if (index !== 0) device.print(context, names, index, data);
  },
};

/** The device that a tunnel is bound to, whose absence ends the program. */
export const lowerDevice: Common<number> = {
  word: "dev*",
  json: "link",
  text: "dev",
  ...existingDevice,
  argument: "PHYS_DEV:device",
  read: (word, { context }) => findDevice(word, context, true),
};

/** Name and values of the protocol of VLANs in usage texts. */
export const VLAN_PROTOCOL: Argument = {
  name: "VLAN_PROTOCOL",
  means: `{ ${Object.keys(VLAN_PROTOCOLS).join(" | ")} }`,
};

/** An EtherType, by its name. */
export const etherType: Notation<number> = {
  argument: "PROTOCOL",
  read: (word, { context }) => context.names.ethernetProtocolOf(word),
  print: ({ printer, names }, { json }, value) =>
    printer.named(json, names.ethernetProtocols.nameOf(value)),
};

/** A flag that is printed if it is set. */
export const flag: Printed<number | boolean> = {
  print: ({ printer }, { json, text }, value) => {
    if (value) printer.value(json, true, `${text} `);
  },
};

/** A flag whose keyword has `no` in front if it is not set. */
export const flagOrNo: Printed<number | boolean> = {
  print: ({ printer }, { json, text }, value) =>
    printer.value(json, Boolean(value), `${value ? "" : "no"}${text} `),
};

/**
 * A flag that a keyword sets, and that keyword with `no` in front clears.
 *
 * @param word The keyword.
 * @param json Its name in JSON.
 * @returns The setting.
 */
export function noOr(word: string, json: string): Common<number> {
  const values = { [`no${word}*`]: 0, [`${word}*`]: 1 };
  return { values, json, text: word, ...flagOrNo };
}

/** `on` or `off`. */
export const onOff: Notation<number> = {
  argument: "{ on | off }",
  read: (word, _, name) => findOneOf(word, name, ["off", "on"], { code: 1 }),
  print: ({ printer }, { json, text }, value) =>
    printer.onOff(json, value !== 0, text),
};

/**
 * The start of one of several names; people are warned that this will not do
 * for ever.
 *
 * @param names The names and their numbers.
 * @returns Parses it.
 */
export function startOf(names: ValueNames): Notation<number>["read"] {
  const choices = Object.keys(names);
  return (word, { context: { io } }, name) =>
    names[choices[findOneOf(word, name, choices, { code: 1, start: io })]!];
}

/** How {@linkcode oneOf} differs. */
export interface OneOfOptions {
  /** What is printed of a number without a name; `null` to print nothing. */
  readonly unknown?: string | null;
  /** What is printed of an argument that is no name, which then ends the command. */
  readonly error?: string | CommandError | ((word: string) => string);
}

/**
 * One of several names.
 *
 * @param names The names and their numbers; of several names of a number, the
 * last one is printed.
 * @param options How it differs.
 * @returns The notation.
 */
export function oneOf(
  names: ValueNames,
  { unknown = "unknown", error }: OneOfOptions = {},
): Notation<number> {
  const keywords = new Map(Object.entries(names).map(([k, n]) => [n, k]));
  return {
    argument: { means: `{ ${Object.keys(names).join(" | ")} }` },
    read: (word) => {
      if (Object.hasOwn(names, word)) return names[word];
      if (error === undefined) return undefined;
      if (error instanceof CommandError) throw error;
      throw fail(1, typeof error === "string" ? error : error(word));
    },
    print: ({ printer }, { json, text }, value) => {
      const name = keywords.get(value) ?? unknown;
      if (name === null) return;
      printer.value(json, name, text === "" ? `${name} ` : `${text} ${name} `);
    },
  };
}

/**
 * A state by its name, which has another key if only its number is known, and
 * is set by number.
 *
 * @param names The names and their numbers.
 * @param other What is printed of a number without a name.
 * @returns The notation.
 */
export function stateOrIndex(
  names: ValueNames,
  other: (index: number) => string = String,
): Printed<number> {
  return {
    print: ({ printer }, { json }, value) => {
      const name = nameOf(names, value);
      if (name !== undefined) printer.named(json, name);
      else printer.value(`${json}_index`, value, `${json} ${other(value)} `);
    },
  };
}

/**
 * Names in capitals.
 *
 * @param names The names and their numbers.
 * @returns The same with other names.
 */
export function upperCased(names: ValueNames): ValueNames {
  return Object.fromEntries(
    Object.entries(names).map(([name, value]) => [name.toUpperCase(), value]),
  );
}
