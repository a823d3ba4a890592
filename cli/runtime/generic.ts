/**
 * Generic netlink for commands.
 *
 * @module
 */

import {
  type FamilyDefinition,
  GenericFamily,
} from "../../api/connection/generic_family.ts";
import { NETLINK_GENERIC } from "../../messages/families.ts";
import type { GenericMessage } from "../../messages/generic/header.ts";
import type { Command, Context } from "./context.ts";
import type { Formed } from "../parse/form.ts";
import { type Arguments, fits, matches, takes } from "../parse/arguments.ts";
import { helpVerb, unknownVerb } from "./verbs.ts";
import {
  CommandError,
  exit,
  fail,
  isKernelError,
  refusal,
  refused,
  usage,
} from "../parse/errors.ts";

/**
 * Runs a command of a family, which has to be there.
 *
 * @typeParam A The attributes of the family's messages.
 * @param definition The family.
 * @param run Runs the command.
 * @returns The exit code.
 * @throws {CommandError} If the kernel has no such family.
 */
export async function withFamily<A>(
  context: Context,
  definition: FamilyDefinition<A>,
  run: (family: GenericFamily<A>) => Promise<number>,
): Promise<number> {
  using connection = await context.open(NETLINK_GENERIC);
  const family = new GenericFamily(connection, definition);
  await family.info().catch(refused(exit, 1, "Error talking to the kernel"));
  return await run(family);
}

/** A command that works with a family. */
export interface FamilyCommand<A> extends Formed {
  /** Takes the arguments after its name, and returns the exit code. */
  (
    args: Arguments,
    context: Context,
    family: GenericFamily<A>,
  ): Promise<number>;
}

/**
 * The command of an object whose verbs work with a family. `help` is one of
 * them.
 *
 * @typeParam A The attributes of the family's messages.
 * @param object Its name in error texts and usage texts.
 * @param definition The family.
 * @param verbs What can be done with it, in the order of trying.
 * @returns The command.
 */
export function familyVerbs<A>(
  object: string,
  definition: FamilyDefinition<A>,
  verbs: Readonly<Record<string, () => Promise<FamilyCommand<A>>>>,
): Command {
  const form = { verbs: { ...verbs, "help*": helpVerb(object) } };
  return takes(form, async (args, context) => {
    if (args.left === 0) throw usage(object);
    const verb = args.take();
    if (matches(verb, "help")) throw usage(object);
    return await withFamily(context, definition, async (family) => {
      const load = Object.entries(verbs).find(([key]) => fits(verb, key))?.[1];
      if (load === undefined) throw unknownVerb(context.program, object, verb);
      return (await load())(args, context, family);
    });
  });
}

/**
 * Waits for an answer of the kernel; a refusal is printed and ends the
 * command.
 *
 * @param answer The answer.
 * @param code Exit code of a refusal.
 * @returns The answer.
 * @throws {CommandError} If the kernel refuses.
 */
export async function answered<T>(answer: Promise<T>, code = 2): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!isKernelError(error)) throw error;
    throw new CommandError(code, false, await refusal(error));
  }
}

/** How {@linkcode showAll} shows what a family has. */
export interface ShowOptions<A> {
  /** Command that asks for all objects. */
  readonly command: number;
  /** What narrows them down. */
  readonly attributes: A;
  /** What a refusal returns; by default, it ends the program. */
  readonly code?: number;
  /** Shows one of them. */
  readonly format: (message: GenericMessage<A>) => void;
}

/**
 * Shows all objects of a family, as JSON if that was asked for.
 *
 * @typeParam A The attributes of the family's messages.
 * @param family The family.
 * @param options What to show, and how.
 * @returns The exit code.
 * @throws {CommandError} If the kernel refuses.
 */
export async function showAll<A>(
  context: Context,
  family: GenericFamily<A>,
  { command, attributes, code, format }: ShowOptions<A>,
): Promise<number> {
  const { printer } = context;
  printer.begin();
  try {
    const found = await Array.fromAsync(family.dump(command, attributes));
    await context.renderAll(found, format);
  } catch (error) {
    if (!isKernelError(error)) throw error;
    const text = `${await refusal(error)}Dump terminated`;
    throw code === undefined ? exit(1, text) : fail(code, text);
  }
  printer.end();
  return 0;
}
