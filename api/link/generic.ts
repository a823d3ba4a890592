/**
 * What links need whose settings a family of generic netlink has.
 *
 * @module
 */

import type { NetworkNamespace } from "../../socket/namespace.ts";
import type { Transport } from "../../socket/transport.ts";
import type { LinkWriter } from "./writer.ts";

/**
 * Opens a socket of generic netlink.
 *
 * @param netns The network namespace; that of the links by default.
 * @returns The socket.
 */
export type OpenGeneric = (netns?: NetworkNamespace) => Transport;

/** Makes and changes links. */
export type Writer = Pick<LinkWriter, "add" | "replace" | "set">;
