/**
 * Opens families by their specifications.
 *
 * @module
 */

import {
  Connection,
  type ConnectionOptions,
} from "../api/connection/connection.ts";
import { checkOptions, openChecks } from "../api/connection/options.ts";
import { NetlinkSocket } from "../socket/netlink.ts";
import type { SocketOptions } from "../socket/open.ts";
import { correct } from "./corrections.ts";
import { SpecFamily } from "./family.ts";
import type { AnyFamily, FamilyTypes } from "./family_types.ts";
import { resolve } from "./resolve/resolve.ts";
import { loadSpec, type SpecSource } from "./source.ts";

/** Options of {@linkcode openFamily}. */
export interface OpenFamilyOptions extends SocketOptions, ConnectionOptions {}

/**
 * Opens a family by its specification. Where the kernel's own specifications are
 * known to be wrong, they are corrected.
 *
 * @typeParam F What it takes and returns, if types have been generated.
 * @param source The specification: a path, a URL, a text, or an object.
 * @param options Where and how to open a socket.
 * @returns The family, which has to be closed.
 * @throws {SpecError} If the specification makes no sense.
 * @throws {SocketError} If there is no socket.
 * @throws {UnsupportedError} If there are no netlink sockets here.
 *
 * @example List the queues of a device
 * ```ts ignore
 * import { openFamily } from "@netlink/netlink/ynl";
 *
 * using netdev = await openFamily("/usr/share/ynl/specs/netdev.yaml");
 * for await (const queue of netdev.dump("queue-get", { ifindex: 2 })) {
 *   console.log(queue);
 * }
 * ```
 */
export async function openFamily<F extends FamilyTypes = AnyFamily>(
  source: SpecSource,
  options: OpenFamilyOptions = {},
): Promise<SpecFamily<F>> {
  checkOptions(options, openChecks);
  const { document } = await loadSpec(source);
  const spec = resolve(correct(document));
  const { protonum } = spec;
  const socket = new NetlinkSocket(protonum, options);
  return new SpecFamily<F>(
    spec,
    new Connection(socket, options),
    (listener) => {
      const { receiveBuffer = options.receiveBuffer } = listener ?? {};
      return new NetlinkSocket(protonum, {
        ...options,
        ...receiveBuffer !== undefined && { receiveBuffer },
      });
    },
  );
}
