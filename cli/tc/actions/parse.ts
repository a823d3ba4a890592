/**
 * Actions as people write them, after `tc action add` and in filters.
 *
 * @module
 */

import {
  ACTION_HARDWARE_COUNTERS,
  type ActionEntry,
  TCA_ACT_FLAGS_NO_PERCPU_STATS,
  TCA_ACT_FLAGS_SKIP_HW,
  TCA_ACT_FLAGS_SKIP_SW,
} from "../../../messages/tc/action.ts";
import {
  type ActionKinds,
  actionKinds,
} from "../../../messages/tc/actions/mod.ts";
import type { PoliceData } from "../../../messages/tc/actions/police.ts";
import { type Codec, Writer } from "../../../messages/codec/mod.ts";
import { type Arguments, fits, matches } from "../../parse/arguments.ts";
import { CommandError, invalidArgument } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import type { Context } from "../../runtime/context.ts";
import { CONTROL, controlOf } from "./control.ts";
import { ActionError, badAction } from "./errors.ts";
import { hexBytes } from "./hex_bytes.ts";
import { isKind, KIND_NAMES, kindOf, propertyOf } from "./kinds/mod.ts";

/** The form of an action. */
export const ACTION: Form = {
  name: "ACTSPEC",
  means: [
    "action",
    {
      name: "ACTDETAIL",
      means: [{
        name: "ACTNAME",
        means: `{ ${KIND_NAMES.join(" | ")} }`,
      }, "ACTPARAMS"],
    },
    { maybe: { name: "INDEXSPEC", means: "index INDEX" } },
    "[ cookie COOKIE ]",
    {
      maybe: {
        name: "HWSTATSSPEC",
        means: "hw_stats { immediate | delayed | disabled }",
      },
    },
    "[ no_percpu ]",
    { maybe: { name: "SKIPSPEC", means: "{ skip_sw | skip_hw }" } },
  ],
};

/** The form of what happens to packets, for filters that have no more. */
export const ACTION_CONTROL: Form = CONTROL;

/** Which counters of hardware are wanted. */
const HARDWARE_COUNTERS: Readonly<Record<string, number>> = {
  ...ACTION_HARDWARE_COUNTERS,
  disabled: 0,
};

/** Keywords of other commands, before which actions end. */
const COMMANDS = "change* replace* delete* get* add*";
/** Keywords of filters, before which actions end. */
const FILTER_KEYWORDS = "flowid classid";
/** The most digits of a cookie. */
const MOST_DIGITS = 32;

/**
 * Takes actions, up to the first of something else.
 *
 * @param context Of the command.
 * @returns The actions.
 * @throws {CommandError} If they are not understood.
 */
export async function parseActions(
  args: Arguments,
  context: Context,
): Promise<ActionEntry[]> {
  const actions: ActionEntry[] = [];
  let isEmpty = false;
  let cookie: Uint8Array | undefined;
  try {
    if (args.left === 0) throw badAction("");
    for (;;) {
      const word = args.peek();
      if (word === undefined || fits(word, FILTER_KEYWORDS)) break;
      if (word === "action") {
        args.take();
        isEmpty = true;
      } else if (word === "help") throw badAction("");
      else if (fits(word, COMMANDS)) {
        if (actions.length === 0) return actions;
        break;
      } else {
        isEmpty = false;
        const action = await parseAction(args, context, cookie);
        cookie = action.cookie;
        actions.push(action);
      }
    }
    if (isEmpty) {
      throw badAction(`bad action empty 1\n${badValue(args)}`);
    }
    return actions;
  } catch (error) {
    throw await asCommandError(error);
  }
}

/**
 * Takes what follows `police` in filters.
 *
 * @param context Of the command.
 * @returns The settings.
 * @throws {CommandError} If they are not understood.
 */
export async function parsePolice(
  args: Arguments,
  context: Context,
): Promise<PoliceData> {
  const { parsePolice } = await import("./kinds/police.ts");
  try {
    return parsePolice(args, context);
  } catch (error) {
    throw await asCommandError(error);
  }
}

/** What ends a command with an action that is not understood. */
async function asCommandError(error: unknown): Promise<unknown> {
  return error instanceof ActionError
    ? new CommandError(255, false, await textOf(error))
    : error;
}

/** What is complained of, with the form below it. */
async function textOf({ message, form }: ActionError): Promise<string> {
  if (form === undefined) return message;
  const { usageOf } = await import("../../help/usage.ts");
  return message + await usageOf("...", form);
}

/** What is sent for a kind that does not exist: the options of another one. */
function optionsOf(property: keyof ActionKinds, data: object): Uint8Array {
  const writer = new Writer();
  (actionKinds[property] as Codec<object>).encode(writer, data);
  return writer.finish();
}

function badValue(args: Arguments): string {
  return `parse_action: bad value (${args.left}:${args.peek() ?? "(null)"})!\n`;
}

/**
 * Takes one action.
 *
 * @param cookie That of the action before it, which holds for those after it.
 */
async function parseAction(
  args: Arguments,
  context: Context,
  cookie: Uint8Array | undefined,
): Promise<ActionEntry> {
  const word = args.peek()!;
  const kind = controlOf(word) === undefined ? word : "gact";
  const problem = badValue(args);
  const property = propertyOf(kind);
  const { parse } = await kindOf(property);
  const action: ActionEntry = { kind };
  try {
    const data = await parse(args, context);
    if (isKind(kind)) Object.assign(action, { [property]: data });
    else action.options = optionsOf(property, data);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    throw badAction(
      `${await textOf(error)}bad action parsing\n${problem}`,
    );
  }
  if (args.takeIf("cookie")) cookie = cookieOf(args.take());
  if (cookie !== undefined && cookie.length > 0) action.cookie = cookie;
  if (args.takeIf("hw_stats*")) {
    const value = countersOf(args.take());
    action.hardwareStats = { value, selector: value };
  }
  const flags = takeFlags(args);
  if (flags !== 0) action.flags = { value: flags, selector: flags };
  return action;
}

function cookieOf(word: string): Uint8Array {
  if (word.length > MOST_DIGITS) {
    throw invalidArgument(
      `${word.length} Max allowed size ${MOST_DIGITS}`,
      word,
    );
  }
  const bytes = word.length % 2 === 0 ? hexBytes(word) : undefined;
  if (bytes === undefined) {
    throw invalidArgument("cookie must be a hex string\n", word);
  }
  return bytes;
}

function countersOf(word: string): number {
  for (const [name, value] of Object.entries(HARDWARE_COUNTERS)) {
    if (matches(word, name)) return value;
  }
  throw invalidArgument("value is invalid\n", word);
}

function takeFlags(args: Arguments): number {
  let flags = 0;
  if (args.takeIf("no_percpu")) flags |= TCA_ACT_FLAGS_NO_PERCPU_STATS;
  for (let i = 0; i < 2; i++) {
    if (args.takeIf("skip_sw")) flags |= TCA_ACT_FLAGS_SKIP_SW;
    else if (args.takeIf("skip_hw")) flags |= TCA_ACT_FLAGS_SKIP_HW;
  }
  return flags;
}
