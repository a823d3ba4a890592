/**
 * Statistics of links: `ip stats`.
 *
 * @module
 */

import { RTM_GETSTATS, RTM_SETSTATS } from "../../messages/stats/constants.ts";
import { statsMessage, statsRequest } from "../../messages/stats/stats.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import { listDump } from "../connection/list_dump.ts";
import type { Listing } from "../connection/listing.ts";
import { readingOf } from "../mapping/reading.ts";
import { type Device, device } from "../mapping/device.ts";
import {
  type LinkStatsGroup,
  type LinkStatsReport,
  statsQuestion,
  toLinkStats,
} from "./stats.ts";
import { Lookup } from "../mapping/lookup.ts";

/**
 * Statistics of links beyond the counters that links tell anyway.
 *
 * @example Print what a bridge counts
 * ```ts ignore
 * using net = Rtnetlink.open();
 * const { kind } = await net.link.stats.get("br0", ["xstats"]);
 * console.log(kind?.bridge?.vlan);
 * ```
 */
export class LinkStats {
  readonly #connection: Connection;

  /**
   * Makes the verbs.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Gets statistics of a link: `ip stats show`.
   *
   * @param link The link.
   * @param groups Which statistics; all of them if none are given.
   * @param options How to ask.
   * @returns The statistics.
   * @throws {UnknownDeviceError} If there is no such link.
   */
  async get(
    link: Device,
    groups: readonly LinkStatsGroup[] = [],
    options: RequestOptions = {},
  ): Promise<LinkStatsReport> {
    using lookup = new Lookup(this.#connection, options);
    const message = await lookup.build((place) =>
      statsQuestion(device.toKernel(link, place)!, groups)
    );
    const reply = await this.#connection.get({
      type: RTM_GETSTATS,
      codec: statsRequest,
      reply: statsMessage,
      message,
    }, options);
    return toLinkStats(reply);
  }

  /**
   * Lists the statistics of all links: `ip stats show`.
   *
   * @param groups Which statistics; all of them if none are given.
   * @param options How to ask.
   * @returns The statistics, link by link.
   */
  list(
    groups: readonly LinkStatsGroup[] = [],
    options: DumpOptions = {},
  ): Listing<LinkStatsReport> {
    return listDump(this.#connection, () => ({
      type: RTM_GETSTATS,
      codec: statsRequest,
      reply: readingOf(statsMessage, toLinkStats).replies(),
      message: statsQuestion(0, groups),
    }), options);
  }

  /**
   * Has hardware count what it routes, or not: `ip stats set l3_stats`.
   *
   * @param link The link.
   * @param on Whether it shall.
   * @param options How to ask.
   * @throws {UnknownDeviceError} If there is no such link.
   * @throws {NetlinkError} If the hardware cannot.
   */
  async setHardware(
    link: Device,
    on: boolean,
    options: RequestOptions = {},
  ): Promise<void> {
    using lookup = new Lookup(this.#connection, options);
    const index = await lookup.build((place) => device.toKernel(link, place)!);
    await this.#connection.request({
      type: RTM_SETSTATS,
      codec: statsRequest,
      message: {
        family: 0,
        index,
        filterMask: 0,
        attributes: { setL3Stats: on ? 1 : 0 },
      },
    }, options);
  }
}
