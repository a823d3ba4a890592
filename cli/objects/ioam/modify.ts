/**
 * `ip ioam namespace` and `ip ioam schema`, what changes something.
 *
 * @module
 */

import { ioam6Family } from "../../../api/generic/ioam6_family.ts";
import { textToBytes } from "../../../messages/codec/mod.ts";
import {
  IOAM6_CMD_ADD_NAMESPACE,
  IOAM6_CMD_ADD_SCHEMA,
  IOAM6_CMD_DEL_NAMESPACE,
  IOAM6_CMD_DEL_SCHEMA,
  IOAM6_CMD_NS_SET_SCHEMA,
  IOAM6_MAX_SCHEMA_DATA_LEN,
  type Ioam6Attributes,
} from "../../../messages/generic/ioam6.ts";
import { invalidArgument } from "../../parse/errors.ts";
import { type Arguments, takes } from "../../parse/grammar.ts";
import { u16, u32, unsigned64 } from "../../parse/numbers.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { answered, withFamily } from "../../runtime/generic.ts";

/** Adds a namespace. */
export const addNamespace: Command = takes(
  "ID [ data DATA32 ] [ wide DATA64 ]",
  async (args, context) => {
    const attributes: Ioam6Attributes = { nsId: takeNamespace(args) };
    if (args.left > 0) {
      const arg = args.take();
      if (arg === "data") attributes.nsData = takeData(args);
      else if (arg === "wide") attributes.nsDataWide = takeWide(args);
      else throw invalidArgument("Invalid argument", arg);
    }
    if (args.left > 0) {
      const arg = args.take();
      if (attributes.nsData === undefined || arg !== "wide") {
        throw invalidArgument("Unexpected argument", arg);
      }
      attributes.nsDataWide = takeWide(args);
    }
    return await request(context, IOAM6_CMD_ADD_NAMESPACE, attributes);
  },
);

/** Deletes a namespace. */
export const deleteNamespace: Command = takes(
  "ID",
  async (args, context) =>
    await request(context, IOAM6_CMD_DEL_NAMESPACE, {
      nsId: takeNamespace(args),
    }),
);

/** Gives a namespace a schema, or none. */
export const setSchema: Command = takes(
  "ID schema { ID | none }",
  async (args, context) => {
    const nsId = takeNamespace(args);
    const arg = args.take();
    if (arg !== "schema") throw invalidArgument("Unknown", arg);
    const none = args.takeIf("none");
    return await request(context, IOAM6_CMD_NS_SET_SCHEMA, {
      nsId,
      ...none ? { scNone: true } : { scId: takeSchema(args) },
    });
  },
);

/** Adds a schema. */
export const addSchema: Command = takes(
  "ID DATA",
  async (args, context) => {
    const scId = takeSchema(args);
    const arg = args.take();
    const scData = textToBytes(arg);
    if (scData.length > IOAM6_MAX_SCHEMA_DATA_LEN) {
      throw invalidArgument("Schema DATA too big", arg);
    }
    return await request(context, IOAM6_CMD_ADD_SCHEMA, { scId, scData });
  },
);

/** Deletes a schema. */
export const deleteSchema: Command = takes(
  "ID",
  async (args, context) =>
    await request(context, IOAM6_CMD_DEL_SCHEMA, { scId: takeSchema(args) }),
);

function takeNamespace(args: Arguments): number {
  return args.read(u16, "Invalid namespace ID");
}

function takeSchema(args: Arguments): number {
  return args.read(u32, "Invalid schema ID");
}

function takeData(args: Arguments): number {
  return args.read(u32, "Invalid data");
}

function takeWide(args: Arguments): bigint {
  return args.read((arg) => unsigned64(arg, 16), "Invalid wide data");
}

async function request(
  context: Context,
  command: number,
  attributes: Ioam6Attributes,
): Promise<number> {
  return await withFamily(context, ioam6Family, async (family) => {
    await answered(family.request(command, attributes), 1);
    return 0;
  });
}
