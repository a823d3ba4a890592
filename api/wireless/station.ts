/**
 * Stations that an interface talks to: `iw dev wlan0 station`.
 *
 * @module
 */

import {
  NL80211_CMD_DEL_STATION,
  NL80211_CMD_GET_STATION,
} from "../../messages/generic/nl80211/commands.ts";
import type {
  Nl80211Attributes,
  Nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import {
  type DeleteOptions,
  type IsMissing,
  missing,
} from "../object/existence.ts";
import type { Listing } from "../connection/listing.ts";
import type { FamilyListing } from "../generic/family_requests.ts";
import { mac } from "../mapping/address_conversions.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Device, device } from "../mapping/device.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { filter } from "../mapping/filter.ts";
import { mapping } from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import { question, type WirelessRequests } from "./requests.ts";
import { type Station, toStation } from "./station_spec.ts";
import { Finder } from "../object/requester.ts";

/** What identifies a station. */
export interface StationKey {
  /** The link that talks to it. */
  device: Device;
  /** Its hardware address. */
  address: string;
}

/** Which stations to list. */
interface OfDevice {
  device: Device;
}

const { equal } = conditions<Nl80211Message>();
const listing: FamilyListing<Nl80211Attributes, OfDevice, Station> = {
  get: NL80211_CMD_GET_STATION,
  filter: filter<OfDevice, Nl80211Message>(
    { device: equal("attributes.ifindex", device, { sent: true }) },
    question(NL80211_CMD_GET_STATION),
  ),
  read: toStation,
};

/** Stations that an interface talks to: `iw dev wlan0 station`. */
export class Stations extends Finder<WirelessRequests, StationKey, Station> {
  /** There is no such interface or station. */
  protected override readonly isMissing: IsMissing = missing(
    "ENODEV",
    "ENOENT",
  );

  /**
   * Lists the stations of an interface: `iw dev wlan0 station dump`.
   *
   * @param device The interface.
   * @param options How to ask.
   * @returns The stations.
   * @throws {TypeError} If it is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is no wireless interface (`ENODEV`).
   */
  list(device: Device, options: DumpOptions = {}): Listing<Station> {
    return this.requests.list(listing, { device }, options);
  }

  /**
   * Gets a station: `iw dev wlan0 station get`.
   *
   * @param key The station.
   * @param options How to ask.
   * @returns The station.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such station (`ENOENT`).
   */
  override async get(
    key: StationKey,
    options: RequestOptions = {},
  ): Promise<Station> {
    const message = await this.requests.send(
      NL80211_CMD_GET_STATION,
      (fieldPath) => fromKey(key, fieldPath),
      options,
    );
    return toStation(message!);
  }

  /**
   * Removes a station, as an access point: `iw dev wlan0 station del`.
   *
   * @param key The station.
   * @param options How to ask, and whether it has to be there.
   * @returns Whether it was there.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such station (`ENOENT`).
   */
  async delete(
    key: StationKey,
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.requests.delete(
      NL80211_CMD_DEL_STATION,
      (fieldPath) => fromKey(key, fieldPath),
      options,
      this.isMissing,
    );
  }
}

const keyFields = mapping<StationKey, Nl80211Attributes>(() => ({
  device: ["ifindex", device],
  address: ["mac", mac],
}));

function fromKey(key: StationKey, fieldPath: FieldPath): Nl80211Attributes {
  const attributes = keyFields.toKernel(key, fieldPath);
  checkRequired(key, ["device", "address"], fieldPath);
  return attributes;
}
