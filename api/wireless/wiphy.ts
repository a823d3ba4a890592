/**
 * Wireless devices, which the kernel calls wiphys: `iw phy`.
 *
 * @module
 */

import { errnoOf } from "../../messages/errno.ts";
import {
  NL80211_CMD_GET_WIPHY,
  NL80211_CMD_SET_WIPHY,
  NL80211_CMD_SET_WIPHY_NETNS,
} from "../../messages/generic/nl80211/commands.ts";
import { joinNl80211Wiphy } from "../../messages/generic/nl80211/join.ts";
import type {
  Nl80211Attributes,
  Nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import type { NetworkNamespace } from "../../socket/namespace.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import { NetlinkError } from "../connection/errors.ts";
import { type IsMissing, missing } from "../object/existence.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import { checkInteger } from "../mapping/conversions.ts";
import { checkObject, FieldPath } from "../mapping/field_path.ts";
import { writePower } from "./interface_spec.ts";
import type { WirelessRequests } from "./requests.ts";
import type { WiphyReference } from "./wiphy_reference.ts";
import {
  fromWiphySettings,
  toWiphy,
  type Wiphy,
  type WiphyChange,
} from "./wiphy_spec.ts";
import { Finder } from "../object/requester.ts";

const MAX = 0x7fffffff;
/** Wireless devices, which the kernel calls wiphys: `iw phy`. */
export class Wiphys extends Finder<WirelessRequests, WiphyReference, Wiphy> {
  /** There is no such device. */
  protected override readonly isMissing: IsMissing = missing("ENODEV");

  /**
   * Lists devices: `iw phy`. The kernel spreads each over several messages
   * (`NL80211_ATTR_SPLIT_WIPHY_DUMP`), which are put together.
   *
   * @param options How to ask.
   * @returns The devices.
   * @throws {NetlinkError} If the kernel has no wireless networks (`ENOENT`).
   */
  list(options: DumpOptions = {}): Listing<Wiphy> {
    return listingOf(() => this.#listed({}, options));
  }

  /**
   * Gets a device: `iw phy phy0 info`.
   *
   * @param wiphy The device.
   * @param options How to ask.
   * @returns The device.
   * @throws {TypeError} If it is not of the right sort.
   * @throws {NetlinkError} If there is none (`ENODEV`).
   */
  override async get(
    wiphy: WiphyReference,
    options: RequestOptions = {},
  ): Promise<Wiphy> {
    const index = await this.requests.wiphy(
      wiphy,
      NL80211_CMD_GET_WIPHY,
      options,
    );
    for await (const found of this.#listed({ wiphy: index }, options)) {
      if (found.index === index) return found;
    }
    const describe = this.requests.family.describing(NL80211_CMD_GET_WIPHY);
    throw new NetlinkError(errnoOf("ENODEV"), {
      request: describe({ wiphy: index }, () => undefined),
    });
  }

  /**
   * Changes a device: `iw phy phy0 set`.
   *
   * @param wiphy The device.
   * @param change What to change.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is no such device (`ENODEV`), or the driver
   * refuses.
   */
  async set(
    wiphy: WiphyReference,
    change: WiphyChange,
    options: RequestOptions = {},
  ): Promise<void> {
    const attributes = fromChange(change, FieldPath.root);
    const index = await this.requests.wiphy(
      wiphy,
      NL80211_CMD_SET_WIPHY,
      options,
    );
    await this.requests.send(
      NL80211_CMD_SET_WIPHY,
      () => ({ ...attributes, wiphy: index }),
      options,
    );
  }

  /**
   * Moves a device with its interfaces to another network namespace: `iw phy
   * phy0 set netns`.
   *
   * @param wiphy The device.
   * @param netns The network namespace.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {SocketError} If there is no such namespace.
   * @throws {NetlinkError} If there is no such device (`ENODEV`), or the driver
   * refuses.
   */
  async move(
    wiphy: WiphyReference,
    netns: NetworkNamespace,
    options: RequestOptions = {},
  ): Promise<void> {
    const index = await this.requests.wiphy(
      wiphy,
      NL80211_CMD_SET_WIPHY_NETNS,
      options,
    );
    await this.requests.send(
      NL80211_CMD_SET_WIPHY_NETNS,
      (fieldPath) => ({
        wiphy: index,
        ...writeNamespace(netns, fieldPath.at("netns")),
      }),
      options,
    );
  }

  /** Lists devices, those that a request asks for. */
  async *#listed(
    wanted: Nl80211Attributes,
    options: DumpOptions,
  ): AsyncGenerator<Wiphy, void> {
    const messages = this.requests.family.dump(
      NL80211_CMD_GET_WIPHY,
      { ...wanted, splitWiphyDump: true },
      options,
    );
    let parts: Nl80211Message[] = [];
    for await (const message of messages) {
      const [first] = parts;
      if (first?.attributes.wiphy !== message.attributes.wiphy) {
        if (parts.length > 0) yield joined(parts);
        parts = [];
      }
      parts.push(message);
    }
    if (parts.length > 0) yield joined(parts);
  }
}

/** Reads a device that is spread over messages. */
function joined(parts: readonly Nl80211Message[]): Wiphy {
  const attributes = joinNl80211Wiphy(
    parts.map(({ attributes }) => attributes),
  );
  return toWiphy({ ...parts[0]!, attributes });
}

function writeNamespace(
  netns: NetworkNamespace,
  fieldPath: FieldPath,
): Nl80211Attributes {
  if (typeof netns === "string") {
    return { netnsFd: fieldPath.references.namespace(netns, fieldPath.path) };
  }
  if (typeof netns === "object" && netns !== null) {
    if ("pid" in netns) {
      return { pid: checkInteger(netns.pid, 1, MAX, fieldPath.at("pid")) };
    }
    if ("fd" in netns) {
      return { netnsFd: checkInteger(netns.fd, 0, MAX, fieldPath.at("fd")) };
    }
  }
  throw fieldPath.wrong(netns, "a name, a path, { pid } or { fd } is expected");
}

function fromChange(
  change: WiphyChange,
  fieldPath: FieldPath,
): Nl80211Attributes {
  checkObject(change, fieldPath);
  const { txPower, ...rest } = change;
  return {
    ...fromWiphySettings(rest, fieldPath),
    ...txPower !== undefined && writePower(txPower, fieldPath.at("txPower")),
  };
}
