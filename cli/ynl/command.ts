/**
 * Families by their specifications at the shell: `ynl`, and `ip ynl`.
 *
 * @module
 */

import type { Connection } from "../../api/connection/connection.ts";
import type { OpenTransport } from "../../api/monitor/open.ts";
import {
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../messages/header.ts";
import { correct } from "../../ynl/corrections.ts";
import { SpecError } from "../../ynl/errors.ts";
import { SpecFamily } from "../../ynl/family.ts";
import { resolve } from "../../ynl/resolve/resolve.ts";
import { parseSpec } from "../../ynl/source.ts";
import type { Spec } from "../../ynl/spec.ts";
import type { Form } from "../parse/form.ts";
import { exit } from "../parse/errors.ts";
import type { Io } from "../runtime/io.ts";
import { formatJson, parseJson } from "./json.ts";

/** What may follow `ynl`. */
export const YNL_FORM: Form = [
  "SPEC:file",
  "{ do | dump | events | describe | types }",
  "[ OPERATION ] [ JSON ]",
  `[ { create | exclusive | replace | append } ]`,
];

/** What a command works with. */
export interface YnlWorld {
  /** Input and output. */
  readonly io: Io;
  /**
   * Opens a connection, which the caller has to close.
   *
   * @param protocol Netlink protocol, `NETLINK_*`.
   * @returns The connection.
   */
  open(protocol: number): Promise<Connection>;
  /**
   * Opens sockets for reports.
   *
   * @param protocol Netlink protocol, `NETLINK_*`.
   * @returns What opens them.
   */
  listen(protocol: number): OpenTransport;
}

/** Flags of requests. */
const FLAGS: Readonly<Record<string, number>> = {
  create: NLM_F_CREATE,
  exclusive: NLM_F_EXCL,
  replace: NLM_F_REPLACE,
  append: NLM_F_APPEND,
};

/** What is wrong with the command line ends it with this. */
const WRONG = 1;

/** A specification, and its licence. */
interface Opened {
  readonly spec: Spec;
  readonly license?: string;
}

/**
 * Runs a command line.
 *
 * @param args The arguments: a specification, what to do, and with what.
 * @param world What it works with.
 * @returns The exit code.
 * @throws {CommandError} If something is wrong with it.
 */
export async function runYnl(
  args: readonly string[],
  world: YnlWorld,
): Promise<number> {
  // The types of a specification can be asked for in either order.
  const [first = "", second = ""] = args;
  const [file, verb, ...rest] = first === "types"
    ? [second, first, ...args.slice(2)]
    : [first, second, ...args.slice(2)];
  try {
    return await run(await open(file, world.io), verb, rest, world);
  } catch (error) {
    throw isExpected(error) ? exit(WRONG, (error as Error).message) : error;
  }
}

/** Whether an error is about what was asked for. */
function isExpected(error: unknown): boolean {
  return error instanceof SpecError ||
    (error instanceof TypeError || error instanceof RangeError) &&
      error.message.startsWith("Cannot ");
}

async function open(file: string, io: Io): Promise<Opened> {
  const text = io.readTextFile(file);
  if (text === undefined) {
    const reason = io.whyNot?.(file) ?? "there is no such file";
    throw exit(WRONG, `Cannot open "${file}": ${reason}`);
  }
  const { document, license } = await parseSpec(text, file);
  const spec = resolve(correct(document));
  return license === undefined ? { spec } : { spec, license };
}

async function run(
  { spec, license }: Opened,
  verb: string,
  args: readonly string[],
  world: YnlWorld,
): Promise<number> {
  const { io } = world;
  if (verb === "types") {
    noMore(args, 0);
    const { generateTypes } = await import("../../ynl/types.ts");
    io.out(generateTypes(spec, license === undefined ? {} : { license }));
    return 0;
  }
  if (verb === "describe") {
    noMore(args, 1);
    const { describe } = await import("../../ynl/describe.ts");
    io.out(describe(spec, args[0]));
    return 0;
  }
  if (!["do", "dump", "events"].includes(verb)) {
    throw exit(
      WRONG,
      `Cannot run "${verb}": it is none of do, dump, events, describe, types`,
    );
  }
  const { protonum } = spec;
  using family = new SpecFamily(
    spec,
    await world.open(protonum),
    world.listen(protonum),
  );
  if (verb === "events") return await watch(family, args, io);
  const [operation] = args;
  if (operation === undefined) {
    throw exit(WRONG, `Cannot ${verb}: an operation is missing`);
  }
  const { values, flags } = parseRequest(args.slice(1));
  if (verb === "do") {
    const reply = await family.do(operation, values as never, { flags });
    if (reply !== undefined) io.out(`${formatJson(reply, "")}\n`);
    return 0;
  }
  const objects = await family.dump(operation, values as never).toArray();
  io.out(`${formatJson(objects, "")}\n`);
  return 0;
}

/** Shows a line for each event, until the program is stopped. */
async function watch(
  family: SpecFamily,
  groups: readonly string[],
  io: Io,
): Promise<number> {
  const monitor = await family.events(groups.length === 0 ? undefined : groups);
  for await (const event of monitor) io.out(`${formatJson(event)}\n`);
  return 0;
}

function parseRequest(
  args: readonly string[],
): { values: unknown; flags: number } {
  let values: unknown = {};
  let flags = 0;
  for (const word of args) {
    if (Object.hasOwn(FLAGS, word)) {
      flags |= FLAGS[word]!;
      continue;
    }
    try {
      values = parseJson(word);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw exit(WRONG, `Cannot read the argument as JSON: ${error.message}`);
    }
  }
  return { values, flags };
}

function noMore(args: readonly string[], count: number): void {
  if (args.length <= count) return;
  throw exit(
    WRONG,
    `Cannot take "${args[count]}": it is one argument too many`,
  );
}
