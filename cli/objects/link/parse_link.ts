/**
 * What the arguments of a command set of a link.
 *
 * @module
 */

import { Writer } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import { type AfSpec, afSpec } from "../../../messages/link/af_spec.ts";
import {
  linkAttributes,
  type LinkMessage,
} from "../../../messages/link/link.ts";
import { addRaw } from "../../parse/address_attribute.ts";

/** What the arguments set of a link. */
export interface LinkArguments {
  /** The message that is being put together. */
  readonly message: LinkMessage;
  /** Whether the link is to be created. */
  readonly creates: boolean;
  /** Descriptors that the message refers to, which are closed once it was sent. */
  readonly descriptors: number[];
  /** Name that the link is to get. */
  name?: string;
  /** Name of the link. */
  device?: string;
  /** Whether that is only known from the name it is to get. */
  deviceIsName: boolean;
  /** Name of the device below. */
  link?: string;
  /** Name of the network namespace of the device below. */
  linkNamespace?: string;
  /** Index that the link is to get. */
  index: number;
  /** Kind. */
  type?: string;
  /** Whether a group was given. */
  hasGroup: boolean;
  /** Whether the link is to move to another network namespace. */
  moves: boolean;
}

/**
 * Sets `IFLA_AF_SPEC`. In messages of `AF_BRIDGE` the kernel has other settings
 * under that number, but `ip` sends these whatever the family is.
 *
 * @param message The message.
 * @param settings The settings.
 */
export function setAfSpec(
  { family, attributes }: LinkMessage,
  settings: AfSpec,
): void {
  if (family !== AF_BRIDGE) {
    attributes.afSpec = settings;
    return;
  }
  const writer = new Writer();
  afSpec.encode(writer, settings);
  addRaw(linkAttributes, attributes, "afSpec", writer.finish());
}
