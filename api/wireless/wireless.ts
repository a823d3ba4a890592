/**
 * Wireless networks of 802.11, the family `nl80211`: `iw`.
 *
 * @see {@link https://wireless.docs.kernel.org/en/latest/en/users/documentation/iw.html | iw}
 *
 * @module
 */

import {
  NL80211_CMD_CONNECT,
  NL80211_CMD_DISCONNECT,
  NL80211_CMD_JOIN_IBSS,
  NL80211_CMD_JOIN_MESH,
  NL80211_CMD_LEAVE_IBSS,
  NL80211_CMD_LEAVE_MESH,
  NL80211_MULTICAST_GROUP_CONFIG,
  NL80211_MULTICAST_GROUP_MLME,
  NL80211_MULTICAST_GROUP_REG,
  NL80211_MULTICAST_GROUP_SCAN,
} from "../../messages/generic/nl80211/commands.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { watchEvents } from "../generic/family_monitor.ts";
import { checkInteger } from "../mapping/conversions.ts";
import type { Device } from "../mapping/device.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { withMessage } from "../mapping/origin.ts";
import type {
  EventMonitor,
  EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import type { OpenTransport } from "../monitor/open.ts";
import {
  type AdHocSpec,
  ConnectError,
  type ConnectSpec,
  fromAdHocSpec,
  fromConnectSpec,
  fromMeshSpec,
  type MeshSpec,
  type WirelessConnection,
} from "./connection.ts";
import { readWirelessEvent, type WirelessEvent } from "./event.ts";
import { WirelessInterfaces } from "./interface.ts";
import { RegulatoryDomains } from "./regulatory.ts";
import { about, WirelessRequests } from "./requests.ts";
import { Scans } from "./scan.ts";
import { Stations } from "./station.ts";
import { Surveys } from "./survey.ts";
import { waitFor, type WaitOptions } from "./wait.ts";
import { Wiphys } from "./wiphy.ts";

/** Groups in which events are reported. */
export const WIRELESS_GROUPS = [
  NL80211_MULTICAST_GROUP_CONFIG,
  NL80211_MULTICAST_GROUP_SCAN,
  NL80211_MULTICAST_GROUP_REG,
  NL80211_MULTICAST_GROUP_MLME,
] as const;

/** A group in which events are reported (`NL80211_MULTICAST_GROUP_*`). */
export type WirelessGroup = (typeof WIRELESS_GROUPS)[number];

/** Options of {@linkcode Wireless.monitor}. */
export interface WirelessMonitorOptions extends EventMonitorOptions {
  /**
   * What to watch: devices and interfaces, scans, regulatory domains, and
   * connections with their management frames.
   *
   * @default {["config", "scan", "regulatory", "mlme"]}
   */
  groups?: readonly WirelessGroup[];
}

/**
 * Wireless networks of 802.11, Wi-Fi: `iw`.
 *
 * Networks that are secured by WPA need a program that does the handshake, such
 * as `wpa_supplicant`; this object connects to open ones.
 *
 * @example Look which networks there are
 * ```ts ignore
 * const networks = await generic.wireless.scan.run("wlan0");
 * for (const { ssid, bssid, frequency, signal, rsn } of networks) {
 *   console.log(ssid, bssid, `${frequency} MHz`, `${signal} dBm`, rsn);
 * }
 * ```
 */
export class Wireless {
  readonly #requests: WirelessRequests;
  /** Devices, which the kernel calls wiphys: `iw phy`. */
  readonly wiphy: Wiphys;
  /** Interfaces: `iw dev`. */
  readonly interface: WirelessInterfaces;
  /** Stations that an interface talks to: `iw dev wlan0 station`. */
  readonly station: Stations;
  /** Which networks there are: `iw dev wlan0 scan`. */
  readonly scan: Scans;
  /** What was measured on channels: `iw dev wlan0 survey`. */
  readonly survey: Surveys;
  /** Which channels and powers a country allows: `iw reg`. */
  readonly regulatory: RegulatoryDomains;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where links are looked up.
   * @param open Opens a socket for reports in the same network namespace.
   */
  constructor(
    connection: Connection,
    routing: Connection,
    open?: OpenTransport,
  ) {
    const requests = new WirelessRequests(connection, routing, open);
    this.#requests = requests;
    this.wiphy = new Wiphys(requests);
    this.interface = new WirelessInterfaces(requests);
    this.station = new Stations(requests);
    this.scan = new Scans(requests);
    this.survey = new Surveys(requests);
    this.regulatory = new RegulatoryDomains(requests);
  }

  /**
   * Connects to an open network, and waits until that is done: `iw dev wlan0
   * connect`.
   *
   * @param link The interface, a station whose link is up.
   * @param spec The network.
   * @param options How to ask, and how long to wait.
   * @returns The connection.
   * @throws {TypeError} If a value is not of the right sort, or there is no way
   * to open a socket for reports.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is connected (`EALREADY`), or no station
   * (`EOPNOTSUPP`).
   * @throws {ConnectError} If the access point refuses, or there is none.
   * @throws {DOMException} If it takes too long (`TimeoutError`).
   */
  async connect(
    link: Device,
    spec: ConnectSpec,
    options: WaitOptions = {},
  ): Promise<WirelessConnection> {
    const attributes = fromConnectSpec(spec, FieldPath.root);
    const { wait: _, ...rest } = options ?? {};
    const message = await waitFor(this.#requests, {
      group: NL80211_MULTICAST_GROUP_MLME,
      noun: "the connection",
      commands: [NL80211_CMD_CONNECT],
      link,
      start: () =>
        this.#requests.send(
          NL80211_CMD_CONNECT,
          (fieldPath) => ({ ...about(link, fieldPath), ...attributes }),
          rest,
        ),
    }, options);
    const { statusCode = 0, timedOut, mac = "", ifindex = 0, reqIe, respIe } =
      message.attributes;
    if (statusCode !== 0 || timedOut === true) {
      throw new ConnectError(spec.ssid, statusCode, timedOut === true);
    }
    return withMessage<WirelessConnection>({
      bssid: mac,
      device: ifindex,
      ...reqIe !== undefined && { requestElements: reqIe },
      ...respIe !== undefined && { responseElements: respIe },
    }, message);
  }

  /**
   * Ends a connection, or the attempt: `iw dev wlan0 disconnect`.
   *
   * @param link The interface.
   * @param options How to ask, and the reason that the access point gets, 3 by
   * default, which is that the station leaves.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async disconnect(
    link: Device,
    options: DisconnectOptions = {},
  ): Promise<void> {
    const { reason = LEAVING, ...rest } = options ?? {};
    const reasonCode = checkInteger(
      reason,
      1,
      0xffff,
      FieldPath.root.at("reason"),
    );
    await this.#requests.send(
      NL80211_CMD_DISCONNECT,
      (fieldPath) => ({ ...about(link, fieldPath), reasonCode }),
      rest,
    );
  }

  /**
   * Joins an ad-hoc network, or starts it if there is none: `iw dev wlan0 ibss
   * join`.
   *
   * @param link The interface of type `adhoc`, whose link is up.
   * @param spec The network.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async joinAdHoc(
    link: Device,
    spec: AdHocSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#requests.send(
      NL80211_CMD_JOIN_IBSS,
      (fieldPath) => ({
        ...about(link, fieldPath),
        ...fromAdHocSpec(spec, fieldPath),
      }),
      options,
    );
  }

  /**
   * Leaves an ad-hoc network: `iw dev wlan0 ibss leave`.
   *
   * @param link The interface.
   * @param options How to ask.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is in none (`ENOTCONN`).
   */
  async leaveAdHoc(link: Device, options: RequestOptions = {}): Promise<void> {
    await this.#requests.send(
      NL80211_CMD_LEAVE_IBSS,
      (fieldPath) => about(link, fieldPath),
      options,
    );
  }

  /**
   * Joins a mesh: `iw dev mesh0 mesh join`. Its links are open: the kernel makes
   * them without a program.
   *
   * @param link The interface of type `mesh-point`, whose link is up.
   * @param spec The mesh.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async joinMesh(
    link: Device,
    spec: MeshSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#requests.send(
      NL80211_CMD_JOIN_MESH,
      (fieldPath) => ({
        ...about(link, fieldPath),
        ...fromMeshSpec(spec, fieldPath),
      }),
      options,
    );
  }

  /**
   * Leaves a mesh: `iw dev mesh0 mesh leave`.
   *
   * @param link The interface.
   * @param options How to ask.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is in none (`ENOTCONN`).
   */
  async leaveMesh(link: Device, options: RequestOptions = {}): Promise<void> {
    await this.#requests.send(
      NL80211_CMD_LEAVE_MESH,
      (fieldPath) => about(link, fieldPath),
      options,
    );
  }

  /**
   * Watches what happens to wireless networks: `iw event`.
   *
   * @param options What to watch, and how.
   * @returns The monitor, to be iterated over.
   * @throws {TypeError} If an option is wrong, or there is no way to open a
   * socket.
   * @throws {SocketError} If the kernel refuses.
   * @throws {NetlinkError} If the kernel has no wireless networks (`ENOENT`).
   */
  async monitor(
    options: WirelessMonitorOptions = {},
  ): Promise<EventMonitor<WirelessEvent>> {
    const { groups = WIRELESS_GROUPS, ...rest } = options ?? {};
    checkGroups(groups);
    return await watchEvents<WirelessEvent>(
      (options) => this.#requests.family.info(options),
      { group: groups, read: readWirelessEvent },
      this.#requests.open,
      rest,
    );
  }
}

/** The station leaves: reason of 802.11 (`WLAN_REASON_DEAUTH_LEAVING`). */
const LEAVING = 3;

/** Options of {@linkcode Wireless.disconnect}. */
export interface DisconnectOptions extends RequestOptions {
  /**
   * Reason of 802.11 (`NL80211_ATTR_REASON_CODE`).
   *
   * @default {3}
   */
  reason?: number;
}

function checkGroups(groups: unknown): void {
  const fieldPath = FieldPath.root.at("groups");
  if (!Array.isArray(groups)) {
    throw fieldPath.wrong(groups, "an array is expected");
  }
  for (const [i, group] of groups.entries()) {
    if ((WIRELESS_GROUPS as readonly unknown[]).includes(group)) continue;
    throw fieldPath.at(i).wrong(
      group,
      `${WIRELESS_GROUPS.join(" or ")} is expected`,
    );
  }
}
