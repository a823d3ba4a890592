/**
 * What was measured on channels: `iw dev wlan0 survey dump`.
 *
 * @module
 */

import { NL80211_CMD_GET_SURVEY } from "../../messages/generic/nl80211/commands.ts";
import type {
  Nl80211Attributes,
  Nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import {
  type Nl80211Survey,
  nl80211Survey,
} from "../../messages/generic/nl80211/scan.ts";
import type { DumpOptions } from "../connection/connection.ts";
import type { Listing } from "../connection/listing.ts";
import type { FamilyListing } from "../generic/family_requests.ts";
import { conditions } from "../mapping/conditions.ts";
import { int32 } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { filter } from "../mapping/filter.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { seconds64 } from "./conversions.ts";
import { question, type WirelessRequests } from "./requests.ts";
import { Requester } from "../object/requester.ts";

/** What was measured on a channel, as far as the driver reports it. */
export interface SurveyDetails {
  /** Noise in dBm (`NL80211_SURVEY_INFO_NOISE`). */
  noise?: number;
  /** Seconds that were spent on the channel (`NL80211_SURVEY_INFO_TIME`). */
  time?: number;
  /** Seconds in which it was busy (`NL80211_SURVEY_INFO_TIME_BUSY`). */
  busy?: number;
  /** Seconds in which the second channel was (`NL80211_SURVEY_INFO_TIME_EXT_BUSY`). */
  extensionBusy?: number;
  /** Seconds of receiving (`NL80211_SURVEY_INFO_TIME_RX`). */
  receiving?: number;
  /** Seconds of receiving from the own network (`NL80211_SURVEY_INFO_TIME_BSS_RX`). */
  receivingOwn?: number;
  /** Seconds of sending (`NL80211_SURVEY_INFO_TIME_TX`). */
  sending?: number;
  /** Seconds of scans (`NL80211_SURVEY_INFO_TIME_SCAN`). */
  scanning?: number;
}

/** What was measured on a channel. */
export interface Survey extends SurveyDetails {
  /** Frequency in MHz (`NL80211_SURVEY_INFO_FREQUENCY`); 0 for the whole radio. */
  frequency: number;
  /** Whether the interface uses it (`NL80211_SURVEY_INFO_IN_USE`). */
  inUse: boolean;
  /** Index of the link (`NL80211_ATTR_IFINDEX`). */
  device: number;
  /** The message that this was read from. */
  readonly message: Nl80211Message;
}

const details = mapping<SurveyDetails, Nl80211Survey>(() => ({
  noise: readOnly("noise", int32),
  time: readOnly("time", seconds64),
  busy: readOnly("timeBusy", seconds64),
  extensionBusy: readOnly("timeExtBusy", seconds64),
  receiving: readOnly("timeRx", seconds64),
  receivingOwn: readOnly("timeBssRx", seconds64),
  sending: readOnly("timeTx", seconds64),
  scanning: readOnly("timeScan", seconds64),
}), nl80211Survey);

/**
 * Reads what was measured.
 *
 * @param message The message.
 * @returns What was measured.
 */
export function toSurvey(message: Nl80211Message): Survey {
  const { ifindex = 0, surveyInfo = {} } = message.attributes;
  const { frequency = 0, frequencyOffset = 0, inUse } = surveyInfo;
  return withMessage<Survey>(
    {
      device: ifindex,
      frequency: frequency + frequencyOffset / 1000,
      inUse: inUse === true,
      ...details.fromKernel(surveyInfo),
    },
    message,
  );
}

/** Which channels to list. */
interface OfDevice {
  device: Device;
}

const { equal } = conditions<Nl80211Message>();

const listing: FamilyListing<Nl80211Attributes, OfDevice, Survey> = {
  get: NL80211_CMD_GET_SURVEY,
  filter: filter<OfDevice, Nl80211Message>(
    { device: equal("attributes.ifindex", device, { sent: true }) },
    question(NL80211_CMD_GET_SURVEY),
  ),
  read: toSurvey,
};

/** What was measured on channels: `iw dev wlan0 survey dump`. */
export class Surveys extends Requester<WirelessRequests> {
  /**
   * Lists the channels of an interface with what was measured on them.
   *
   * @param device The interface.
   * @param options How to ask.
   * @returns What was measured.
   * @throws {TypeError} If it is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the driver does not measure (`EOPNOTSUPP`).
   */
  list(device: Device, options: DumpOptions = {}): Listing<Survey> {
    return this.requests.list(listing, { device }, options);
  }
}
