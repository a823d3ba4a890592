/**
 * Keywords about network namespaces.
 *
 * @module
 */

import { invalidArgument } from "../../parse/errors.ts";
import type { Arguments, Step } from "../../parse/grammar.ts";
import { signed } from "../../parse/numbers.ts";
import type { Context } from "../../runtime/context.ts";
import type { LinkArguments } from "./parse_link.ts";

/**
 * Takes the network namespace that a link is to move to: its name, a path, or
 * a process in it.
 *
 * @param spec What the arguments set.
 * @param step The argument, and those after it.
 */
export async function takeNamespace(
  spec: LinkArguments,
  { args, context }: Step,
): Promise<void> {
  const arg = args.take();
  const process = signed(arg);
  const descriptor = await context.namespaces.open(arg) ??
    (process === undefined
      ? undefined
      : await context.namespaces.open(`/proc/${process}/ns/net`));
  if (descriptor === undefined) {
    throw invalidArgument('Invalid "netns" value\n', arg);
  }
  spec.descriptors.push(descriptor);
  spec.message.attributes.netnsFd = descriptor;
  spec.moves = true;
}

/**
 * Takes the network namespace of the device below: its name, or its id.
 *
 * @param spec What the arguments set.
 * @param step The argument, and those after it.
 */
export function takeNsid(
  spec: LinkArguments,
  { word: option, args }: Step,
): void {
  const arg = args.take();
  if ("link-netns".startsWith(option)) {
    spec.linkNamespace = arg;
    return;
  }
  const id = signed(arg);
  if (id === undefined) {
    throw invalidArgument('Invalid "link-netnsid" value\n', arg);
  }
  spec.message.attributes.linkNetnsId = id;
}

/**
 * Resolves what the arguments state about the network namespace of the device below:
 * where the link is to be made in another one, as that one sees it.
 *
 * @param spec What the arguments set; its message gets the id.
 * @param args The arguments that are left.
 * @returns What reaches the network namespace that has the id.
 * @throws {CommandError} If there is no such network namespace.
 */
export async function resolveLinkNamespace(
  spec: LinkArguments,
  args: Arguments,
  context: Context,
): Promise<Context> {
  const { attributes } = spec.message;
  const { linkNamespace } = spec;
  if (linkNamespace === undefined && attributes.linkNetnsId === undefined) {
    return context;
  }
  const { netnsFd } = attributes;
  const there = netnsFd === undefined ? context : context.within(netnsFd);
  if (linkNamespace === undefined) return there;
  const id = await there.namespaces.idOrNewId(linkNamespace);
  if (id < 0) {
    // Only here does ip look it up, and it names the argument that comes next.
    const next = args.peek() ?? "(null)";
    throw invalidArgument('Invalid "link-netns" value\n', next);
  }
  attributes.linkNetnsId = id;
  return there;
}
