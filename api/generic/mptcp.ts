/**
 * Multipath TCP: endpoints, limits and events: `ip mptcp`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-mptcp.8.html | ip-mptcp(8)}
 *
 * @module
 */

import type { MptcpAttributes } from "../../messages/generic/mptcp.ts";
import { MPTCP_PM_EV_GRP_NAME } from "../../messages/generic/mptcp_event.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";
import { type FamilyWatch, ReportingFamily } from "./family_monitor.ts";
import { MptcpEndpoints } from "./mptcp_endpoint.ts";
import { type MptcpEvent, readMptcpEvent } from "./mptcp_event.ts";
import { mptcpFamily } from "./mptcp_family.ts";
import { MptcpLimits } from "./mptcp_limits.ts";

/**
 * Multipath TCP: `ip mptcp`; {@linkcode Mptcp.monitor} reports what happens to
 * connections.
 *
 * @example Let connections use a second link
 * ```ts ignore
 * await generic.mptcp.limits.set({ subflows: 2, acceptedAddresses: 2 });
 * await generic.mptcp.endpoint.add({
 *   address: "192.0.2.1",
 *   device: "eth1",
 *   flags: ["subflow"],
 * });
 * ```
 */
export class Mptcp extends ReportingFamily<MptcpAttributes, MptcpEvent> {
  /** The family. */
  protected override readonly definition: FamilyDefinition<MptcpAttributes> =
    mptcpFamily;
  /** What it reports. */
  protected override readonly watch: FamilyWatch<MptcpEvent> = {
    group: MPTCP_PM_EV_GRP_NAME,
    read: readMptcpEvent,
  };
  /** Addresses that connections use: `ip mptcp endpoint`. */
  readonly endpoint: MptcpEndpoints = new MptcpEndpoints(this.requests);
  /** How much connections may use: `ip mptcp limits`. */
  readonly limits: MptcpLimits = new MptcpLimits(this.requests);
}
