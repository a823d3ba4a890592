/**
 * Interfaces of wireless devices: `iw dev`.
 *
 * @module
 */

import {
  NL80211_CMD_DEL_INTERFACE,
  NL80211_CMD_GET_INTERFACE,
  NL80211_CMD_GET_POWER_SAVE,
  NL80211_CMD_NEW_INTERFACE,
  NL80211_CMD_SET_CHANNEL,
  NL80211_CMD_SET_INTERFACE,
  NL80211_CMD_SET_POWER_SAVE,
  NL80211_CMD_SET_WIPHY,
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
import { conditions } from "../mapping/conditions.ts";
import { boolean } from "../mapping/conversions.ts";
import type { Device } from "../mapping/device.ts";
import { choice } from "../mapping/enumerations.ts";
import { checkObject, FieldPath } from "../mapping/field_path.ts";
import { filter } from "../mapping/filter.ts";
import { NL80211_IFTYPES } from "../../messages/generic/nl80211/names.ts";
import { writeChannel } from "./channel.ts";
import {
  fromInterfaceSettings,
  fromInterfaceSpec,
  toWirelessInterface,
  type WirelessInterface,
  type WirelessInterfaceChange,
  type WirelessInterfaceSpec,
  writePower,
} from "./interface_spec.ts";
import { about, question, type WirelessRequests } from "./requests.ts";
import { wiphyIndex, type WiphyReference } from "./wiphy_reference.ts";
import { Finder } from "../object/requester.ts";

/** Which interfaces to list; what is not given does not matter. */
export interface WirelessInterfaceFilter {
  /** Interfaces of the device with this index. */
  wiphy?: number;
  /** Interfaces of this type. */
  type?: keyof typeof NL80211_IFTYPES;
}

const { equal } = conditions<Nl80211Message>();
const listing: FamilyListing<
  Nl80211Attributes,
  WirelessInterfaceFilter,
  WirelessInterface
> = {
  get: NL80211_CMD_GET_INTERFACE,
  filter: filter<WirelessInterfaceFilter, Nl80211Message>(
    {
      wiphy: equal("attributes.wiphy", wiphyIndex, { sent: true }),
      type: equal("attributes.iftype", choice(NL80211_IFTYPES)),
    },
    question(NL80211_CMD_GET_INTERFACE),
  ),
  read: toWirelessInterface,
};

/** Interfaces of wireless devices: `iw dev`. */
export class WirelessInterfaces
  extends Finder<WirelessRequests, Device, WirelessInterface> {
  /** There is no such interface. */
  protected override readonly isMissing: IsMissing = missing(
    "ENODEV",
    "ENOENT",
  );

  /**
   * Lists interfaces: `iw dev`.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns The interfaces.
   * @throws {TypeError} If a condition is wrong.
   * @throws {NetlinkError} If the kernel has no wireless networks (`ENOENT`).
   */
  list(
    filter: WirelessInterfaceFilter = {},
    options: DumpOptions = {},
  ): Listing<WirelessInterface> {
    return this.requests.list(listing, filter, options);
  }

  /**
   * Gets an interface: `iw dev wlan0 info`.
   *
   * @param link The interface.
   * @param options How to ask.
   * @returns The interface.
   * @throws {TypeError} If it is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is no wireless interface (`ENODEV`).
   */
  override async get(
    link: Device,
    options: RequestOptions = {},
  ): Promise<WirelessInterface> {
    const message = await this.requests.send(
      NL80211_CMD_GET_INTERFACE,
      (fieldPath) => about(link, fieldPath),
      options,
    );
    return toWirelessInterface(message!);
  }

  /**
   * Adds an interface: `iw phy phy0 interface add`.
   *
   * @param wiphy The device.
   * @param spec The interface.
   * @param options How to ask.
   * @returns The interface.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is no such device (`ENODEV`), it cannot have
   * such an interface (`EOPNOTSUPP`), or the name is in use (`ENFILE`).
   */
  async add(
    wiphy: WiphyReference,
    spec: WirelessInterfaceSpec,
    options: RequestOptions = {},
  ): Promise<WirelessInterface> {
    const attributes = fromInterfaceSpec(spec, FieldPath.root);
    const index = await this.requests.wiphy(
      wiphy,
      NL80211_CMD_NEW_INTERFACE,
      options,
    );
    const message = await this.requests.send(
      NL80211_CMD_NEW_INTERFACE,
      () => ({ ...attributes, wiphy: index }),
      options,
    );
    return toWirelessInterface(message!);
  }

  /**
   * Changes an interface: `iw dev wlan0 set`. The kernel is sent one request for
   * its type and settings, one for its channel, one for its power, and one for
   * saving power, in that order, where there is something about it.
   *
   * @param link The interface; for a new type, its link has to be down.
   * @param change What to change.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel refuses, as while the link is up
   * (`EBUSY`).
   */
  async set(
    link: Device,
    change: WirelessInterfaceChange,
    options: RequestOptions = {},
  ): Promise<void> {
    for (const [command, attributes] of stepsOf(change, FieldPath.root)) {
      await this.requests.send(
        command,
        (fieldPath) => ({ ...about(link, fieldPath), ...attributes }),
        options,
      );
    }
  }

  /**
   * Deletes an interface: `iw dev wlan0 del`.
   *
   * @param link The interface.
   * @param options How to ask, and whether it has to be there.
   * @returns Whether it was there.
   * @throws {TypeError} If it is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is no wireless interface (`ENODEV`).
   */
  async delete(link: Device, options: DeleteOptions = {}): Promise<boolean> {
    return await this.requests.delete(
      NL80211_CMD_DEL_INTERFACE,
      (fieldPath) => about(link, fieldPath),
      options,
      this.isMissing,
    );
  }

  /**
   * Asks whether an interface saves power between beacons: `iw dev wlan0 get
   * power_save`.
   *
   * @param link The interface.
   * @param options How to ask.
   * @returns Whether it does.
   * @throws {TypeError} If it is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the driver cannot save power (`EOPNOTSUPP`).
   */
  async powerSave(
    link: Device,
    options: RequestOptions = {},
  ): Promise<boolean> {
    const message = await this.requests.send(
      NL80211_CMD_GET_POWER_SAVE,
      (fieldPath) => about(link, fieldPath),
      options,
    );
    return message?.attributes.psState === 1;
  }
}

/** The requests that a change takes. */
function stepsOf(
  change: WirelessInterfaceChange,
  fieldPath: FieldPath,
): [command: number, attributes: Nl80211Attributes][] {
  checkObject(change, fieldPath);
  const { channel, txPower, powerSave, ...rest } = change;
  const steps: [number, Nl80211Attributes][] = [];
  const settings = fromInterfaceSettings(rest, fieldPath);
  if (Object.keys(settings).length > 0) {
    steps.push([NL80211_CMD_SET_INTERFACE, settings]);
  }
  if (channel !== undefined) {
    steps.push([
      NL80211_CMD_SET_CHANNEL,
      writeChannel(channel, fieldPath.at("channel")),
    ]);
  }
  if (txPower !== undefined) {
    steps.push([
      NL80211_CMD_SET_WIPHY,
      writePower(txPower, fieldPath.at("txPower")),
    ]);
  }
  if (powerSave !== undefined) {
    steps.push([NL80211_CMD_SET_POWER_SAVE, {
      psState: boolean.toKernel(powerSave, fieldPath.at("powerSave"))!,
    }]);
  }
  return steps;
}
