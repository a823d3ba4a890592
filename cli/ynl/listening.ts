/**
 * Opens sockets for reports of families.
 *
 * @module
 */

import type { OpenTransport } from "../../api/monitor/open.ts";
import { openSocket } from "../runtime/open.ts";
import type { Options } from "../runtime/options.ts";

/**
 * What opens sockets for reports.
 *
 * @param options The options of the run.
 * @param protocol Netlink protocol, `NETLINK_*`.
 * @returns What opens them.
 */
export function listening(options: Options, protocol: number): OpenTransport {
  return (listener) =>
    openSocket(
      listener === undefined
        ? options
        : { receiveBuffer: listener.receiveBuffer, ...options },
      protocol,
    );
}
