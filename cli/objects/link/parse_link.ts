/**
 * What the arguments of a command set of a link.
 *
 * @module
 */

import type { LinkMessage } from "../../../messages/link/link.ts";

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
