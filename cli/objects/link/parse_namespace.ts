/**
 * Keywords about network namespaces.
 *
 * @module
 */

import { invalidArgument } from "../../parse/errors.ts";
import type { Step } from "../../parse/grammar.ts";
import { signed } from "../../parse/numbers.ts";
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
export async function takeNsid(
  spec: LinkArguments,
  { word: option, args, context }: Step,
): Promise<void> {
  const arg = args.take();
  if ("link-netns".startsWith(option)) {
    const id = await context.namespaces.idOrNewId(arg);
    if (id < 0) throw invalidArgument('Invalid "link-netns" value\n', arg);
    spec.message.attributes.linkNetnsId = id;
    return;
  }
  const id = signed(arg);
  if (id === undefined) {
    throw invalidArgument('Invalid "link-netnsid" value\n', arg);
  }
  spec.message.attributes.linkNetnsId = id;
}
