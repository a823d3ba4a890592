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
import { orUndefined } from "../object/existence.ts";
import { listDump } from "../object/list_dump.ts";
import type { Listing } from "../connection/listing.ts";
import { readingOf } from "../reading/reading.ts";
import { boolean } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import {
  type LinkStatsGroup,
  type LinkStatsReport,
  statsQuestion,
  toLinkStats,
} from "./stats.ts";
import { describing } from "../connection/request_names.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { isMissing } from "./missing.ts";
import { Lookup } from "../object/lookup.ts";
import { blank } from "../../messages/codec/mod.ts";

/**
 * Statistics of links beyond the counters that links report anyway.
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
   * Makes the object.
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
   * @throws {TypeError} If there is no such group.
   * @throws {UnknownDeviceError} If there is no such link.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async get(
    link: Device,
    groups: readonly LinkStatsGroup[] = [],
    options: RequestOptions = {},
  ): Promise<LinkStatsReport> {
    using lookup = new Lookup(this.#connection, options);
    const type = RTM_GETSTATS;
    const message = await lookup.build(
      (fieldPath) =>
        statsQuestion(
          device.toKernel(link, fieldPath)!,
          groups,
          fieldPath.at("groups"),
        ),
      describing(type),
    );
    const { nameOf } = lookup;
    const reply = await lookup.answer(
      this.#connection.get({
        type,
        codec: statsRequest,
        reply: statsMessage,
        message,
        nameOf,
      }, options),
    );
    return toLinkStats(reply);
  }

  /**
   * Gets statistics of a link, if it is there: `ip stats show`.
   *
   * @param link The link.
   * @param groups Which statistics; all of them if none are given.
   * @param options How to ask.
   * @returns The statistics; `undefined` if there is no such link.
   * @throws {TypeError} If there is no such group.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(
    link: Device,
    groups: readonly LinkStatsGroup[] = [],
    options: RequestOptions = {},
  ): Promise<LinkStatsReport | undefined> {
    return await orUndefined(this.get(link, groups, options), isMissing);
  }

  /**
   * Lists the statistics of all links: `ip stats show`.
   *
   * @param groups Which statistics; all of them if none are given.
   * @param options How to ask.
   * @returns The statistics, link by link. Iterating them throws a `TypeError`
   * if there is no such group.
   */
  list(
    groups: readonly LinkStatsGroup[] = [],
    options: DumpOptions = {},
  ): Listing<LinkStatsReport> {
    return listDump(this.#connection, () => ({
      type: RTM_GETSTATS,
      codec: statsRequest,
      reply: readingOf(statsMessage, toLinkStats).replies(),
      message: statsQuestion(0, groups, FieldPath.root.at("groups")),
    }), options);
  }

  /**
   * Has hardware count what it routes, or not: `ip stats set l3_stats`.
   *
   * @param link The link.
   * @param on Whether it shall.
   * @param options How to ask.
   * @throws {TypeError} If `on` is no boolean.
   * @throws {UnknownDeviceError} If there is no such link.
   * @throws {NetlinkError} If the hardware cannot.
   */
  async setHardware(
    link: Device,
    on: boolean,
    options: RequestOptions = {},
  ): Promise<void> {
    using lookup = new Lookup(this.#connection, options);
    const type = RTM_SETSTATS;
    const message = await lookup.build((fieldPath) =>
      blank(statsRequest, {
        index: device.toKernel(link, fieldPath)!,
        attributes: { setL3Stats: boolean.toKernel(on, fieldPath.at("on"))! },
      }), describing(type));
    const { nameOf } = lookup;
    await lookup.answer(
      this.#connection.request(
        { type, codec: statsRequest, message, nameOf },
        options,
      ),
    );
  }
}
