/**
 * Words about network namespaces.
 *
 * @module
 */

import { invalidArgument } from "../../parse/errors.ts";
import type { Step } from "../../parse/grammar.ts";
import { signed } from "../../parse/numbers.ts";
import type { LinkWords } from "./link_words.ts";

/**
 * Takes the network namespace that a link is to move to: its name, or a
 * process in it.
 *
 * @param spec What the words say.
 * @param step The words.
 */
export async function takeNamespace(
  spec: LinkWords,
  { words, context }: Step,
): Promise<void> {
  const word = words.take();
  const descriptor = await context.namespaces.open(word);
  const process = signed(word);
  if (descriptor !== undefined) {
    spec.descriptors.push(descriptor);
    spec.message.attributes.netnsFd = descriptor;
  } else if (process !== undefined) {
    spec.message.attributes.netnsPid = process >>> 0;
  } else throw invalidArgument('Invalid "netns" value\n', word);
  spec.moves = true;
}

/**
 * Takes the network namespace of the device below: its name, or its id.
 *
 * @param spec What the words say.
 * @param step The words.
 */
export async function takeNsid(
  spec: LinkWords,
  { word: option, words, context }: Step,
): Promise<void> {
  const word = words.take();
  if ("link-netns".startsWith(option)) {
    const id = await context.namespaces.idOrNewId(word);
    if (id < 0) throw invalidArgument('Invalid "link-netns" value\n', word);
    spec.message.attributes.linkNetnsId = id;
    return;
  }
  const id = signed(word);
  if (id === undefined) {
    throw invalidArgument('Invalid "link-netnsid" value\n', word);
  }
  spec.message.attributes.linkNetnsId = id;
}
