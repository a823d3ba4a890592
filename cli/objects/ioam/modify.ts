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
import { takes, type Words } from "../../parse/grammar.ts";
import { unsigned, unsigned64 } from "../../parse/numbers.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { answered, withFamily } from "../../runtime/generic.ts";

/** Adds a namespace. */
export const addNamespace: Command = takes(
  "ID [ data DATA32 ] [ wide DATA64 ]",
  async (words, context) => {
    const attributes: Ioam6Attributes = { nsId: takeNamespace(words) };
    if (words.left > 0) {
      const word = words.take();
      if (word === "data") attributes.nsData = takeData(words);
      else if (word === "wide") attributes.nsDataWide = takeWide(words);
      else throw invalidArgument("Invalid argument", word);
    }
    if (words.left > 0) {
      const word = words.take();
      if (attributes.nsData === undefined || word !== "wide") {
        throw invalidArgument("Unexpected argument", word);
      }
      attributes.nsDataWide = takeWide(words);
    }
    return await request(context, IOAM6_CMD_ADD_NAMESPACE, attributes);
  },
);

/** Deletes a namespace. */
export const deleteNamespace: Command = takes(
  "ID",
  async (words, context) =>
    await request(context, IOAM6_CMD_DEL_NAMESPACE, {
      nsId: takeNamespace(words),
    }),
);

/** Gives a namespace a schema, or none. */
export const setSchema: Command = takes(
  "ID schema { ID | none }",
  async (words, context) => {
    const nsId = takeNamespace(words);
    const word = words.take();
    if (word !== "schema") throw invalidArgument("Unknown", word);
    const none = words.takeIf("none");
    return await request(context, IOAM6_CMD_NS_SET_SCHEMA, {
      nsId,
      ...none ? { scNone: true } : { scId: takeSchema(words) },
    });
  },
);

/** Adds a schema. */
export const addSchema: Command = takes(
  "ID DATA",
  async (words, context) => {
    const scId = takeSchema(words);
    const word = words.take();
    const scData = textToBytes(word);
    if (scData.length > IOAM6_MAX_SCHEMA_DATA_LEN) {
      throw invalidArgument("Schema DATA too big", word);
    }
    return await request(context, IOAM6_CMD_ADD_SCHEMA, { scId, scData });
  },
);

/** Deletes a schema. */
export const deleteSchema: Command = takes(
  "ID",
  async (words, context) =>
    await request(context, IOAM6_CMD_DEL_SCHEMA, { scId: takeSchema(words) }),
);

function takeNamespace(words: Words): number {
  return demand(words, (word) => unsigned(word, 16), "Invalid namespace ID");
}

function takeSchema(words: Words): number {
  return demand(words, (word) => unsigned(word, 32), "Invalid schema ID");
}

function takeData(words: Words): number {
  return demand(words, (word) => unsigned(word, 32), "Invalid data");
}

function takeWide(words: Words): bigint {
  return demand(words, (word) => unsigned64(word, 16), "Invalid wide data");
}

function demand<V>(
  words: Words,
  read: (word: string) => V | undefined,
  problem: string,
): V {
  const word = words.take();
  const value = read(word);
  if (value === undefined) throw invalidArgument(problem, word);
  return value;
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
