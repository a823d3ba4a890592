/**
 * Scans: which networks there are: `iw dev wlan0 scan`.
 *
 * @module
 */

import {
  NL80211_CMD_ABORT_SCAN,
  NL80211_CMD_GET_SCAN,
  NL80211_CMD_NEW_SCAN_RESULTS,
  NL80211_CMD_SCAN_ABORTED,
  NL80211_CMD_TRIGGER_SCAN,
  NL80211_MULTICAST_GROUP_SCAN,
} from "../../messages/generic/nl80211/commands.ts";
import { NL80211_SCAN_FLAGS } from "../../messages/generic/nl80211/names.ts";
import type {
  Nl80211Attributes,
  Nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import { nl80211Attributes } from "../../messages/generic/nl80211/nl80211.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import type { Listing } from "../connection/listing.ts";
import type { FamilyListing } from "../generic/family_requests.ts";
import { conditions } from "../mapping/conditions.ts";
import { binary, boolean, listOf } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { flagNames } from "../mapping/enumerations.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { filter } from "../mapping/filter.ts";
import { mapping, writeOnly } from "../mapping/mapping.ts";
import { megahertz, networkName, timeUnits } from "./conversions.ts";
import { about, question, type WirelessRequests } from "./requests.ts";
import { type ScanResult, toScanResult } from "./scan_spec.ts";
import { waitFor, type WaitOptions } from "./wait.ts";
import { Requester } from "../object/requester.ts";

/** What to scan, and how. */
export interface ScanSpec {
  /**
   * Names of the networks to ask for; an empty one asks all to answer, and none
   * at all makes the scan passive (`NL80211_ATTR_SCAN_SSIDS`).
   *
   * @default {[""]}
   */
  ssids?: string[];
  /** Frequencies in MHz; all by default (`NL80211_ATTR_SCAN_FREQUENCIES`). */
  frequencies?: number[];
  /** How to scan (`NL80211_ATTR_SCAN_FLAGS`). */
  flags?: (keyof typeof NL80211_SCAN_FLAGS | number)[];
  /** Information elements to send (`NL80211_ATTR_IE`). */
  elements?: Uint8Array;
  /** Seconds to stay on each channel (`NL80211_ATTR_MEASUREMENT_DURATION`). */
  duration?: number;
  /** Whether that is not to be shortened (`NL80211_ATTR_MEASUREMENT_DURATION_MANDATORY`). */
  fixedDuration?: boolean;
}

const spec = mapping<ScanSpec, Nl80211Attributes>(() => ({
  ssids: writeOnly("scanSsids", listOf(networkName)),
  frequencies: writeOnly("scanFrequencies", listOf(megahertz)),
  flags: writeOnly("scanFlags", flagNames(NL80211_SCAN_FLAGS)),
  elements: writeOnly("ie", binary),
  duration: writeOnly("measurementDuration", timeUnits),
  fixedDuration: writeOnly("measurementDurationMandatory", {
    toKernel: (value, fieldPath) =>
      boolean.toKernel(value, fieldPath) === 1 ? true : undefined,
  }),
}), nl80211Attributes);

/** Which networks to list. */
interface OfDevice {
  device: Device;
}

const { equal } = conditions<Nl80211Message>();

const listing: FamilyListing<Nl80211Attributes, OfDevice, ScanResult> = {
  get: NL80211_CMD_GET_SCAN,
  filter: filter<OfDevice, Nl80211Message>(
    { device: equal("attributes.ifindex", device, { sent: true }) },
    question(NL80211_CMD_GET_SCAN),
  ),
  read: toScanResult,
};

/** Scans: `iw dev wlan0 scan`. */
export class Scans extends Requester<WirelessRequests> {
  /**
   * Scans, waits until the scan is complete, and returns what it has found, with
   * what was found shortly before: `iw dev wlan0 scan`.
   *
   * @param link The interface, whose link has to be up.
   * @param what What to scan, and how.
   * @param options How to ask, and how long to wait.
   * @returns The networks.
   * @throws {TypeError} If a value is not of the right sort, or there is no way
   * to open a socket for reports.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the link is down (`ENETDOWN`), or there is a scan
   * already (`EBUSY`).
   * @throws {DOMException} If the scan was aborted (`AbortError`), or is not
   * complete in time (`TimeoutError`).
   */
  async run(
    link: Device,
    what: ScanSpec = {},
    options: WaitOptions = {},
  ): Promise<ScanResult[]> {
    fromSpec(what, FieldPath.root);
    const { wait: _, ...rest } = options ?? {};
    const end = await waitFor(this.requests, {
      group: NL80211_MULTICAST_GROUP_SCAN,
      noun: "the scan",
      commands: [NL80211_CMD_NEW_SCAN_RESULTS, NL80211_CMD_SCAN_ABORTED],
      link,
      start: () => this.trigger(link, what, rest),
    }, options);
    if (end.cmd === NL80211_CMD_SCAN_ABORTED) {
      throw new DOMException("Cannot scan: it was aborted", "AbortError");
    }
    return await this.results(link, rest).toArray();
  }

  /**
   * Starts a scan, and does not wait for it: `iw dev wlan0 scan trigger`. Its end
   * is reported in the group `scan`.
   *
   * @param link The interface, whose link has to be up.
   * @param what What to scan, and how.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the link is down (`ENETDOWN`), or there is a scan
   * already (`EBUSY`).
   */
  async trigger(
    link: Device,
    what: ScanSpec = {},
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      NL80211_CMD_TRIGGER_SCAN,
      (fieldPath) => ({
        ...about(link, fieldPath),
        ...fromSpec(what, fieldPath),
      }),
      options,
    );
  }

  /**
   * Ends the scan of an interface: `iw dev wlan0 scan abort`.
   *
   * @param link The interface.
   * @param options How to ask.
   * @throws {TypeError} If it is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no scan (`ENOENT`), or it cannot be
   * aborted (`EOPNOTSUPP`).
   */
  async abort(link: Device, options: RequestOptions = {}): Promise<void> {
    await this.requests.send(
      NL80211_CMD_ABORT_SCAN,
      (fieldPath) => about(link, fieldPath),
      options,
    );
  }

  /**
   * Lists the networks that scans of an interface have found: `iw dev wlan0 scan
   * dump`.
   *
   * @param device The interface.
   * @param options How to ask.
   * @returns The networks.
   * @throws {TypeError} If it is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is no wireless interface (`ENODEV`).
   */
  results(device: Device, options: DumpOptions = {}): Listing<ScanResult> {
    return this.requests.list(listing, { device }, options);
  }
}

function fromSpec(what: ScanSpec, fieldPath: FieldPath): Nl80211Attributes {
  const attributes = spec.toKernel(what, fieldPath);
  attributes.scanSsids ??= [new Uint8Array(0)];
  if (attributes.scanSsids.length === 0) delete attributes.scanSsids;
  return attributes;
}
