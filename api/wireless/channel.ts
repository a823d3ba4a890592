/**
 * Channels: frequencies and widths.
 *
 * @module
 */

import { NL80211_CHANNEL_WIDTHS } from "../../messages/generic/nl80211/names.ts";
import type { Nl80211Attributes } from "../../messages/generic/nl80211/nl80211.ts";
import { nameOf } from "../../messages/value_names.ts";
import { checkInteger } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkNames } from "../mapping/filter.ts";
import type { Field } from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import { checkFrequency } from "./conversions.ts";

/**
 * Width of a channel in MHz; two of 80 MHz apart from each other are `80+80`,
 * and 20 MHz without 802.11n are `20-no-ht` (`NL80211_CHAN_WIDTH_*`).
 */
export type ChannelWidth =
  | 1
  | 2
  | 4
  | 5
  | 8
  | 10
  | 16
  | 20
  | 40
  | 80
  | 160
  | 320
  | "80+80"
  | "20-no-ht";

/** A channel. */
export interface WirelessChannel {
  /** Frequency of the primary channel in MHz (`NL80211_ATTR_WIPHY_FREQ`). */
  frequency: number;
  /**
   * Width (`NL80211_ATTR_CHANNEL_WIDTH`).
   *
   * @default {"20-no-ht"}
   */
  width?: ChannelWidth;
  /**
   * Middle of the channel in MHz; for 40 MHz and more, it has to be there
   * (`NL80211_ATTR_CENTER_FREQ1`).
   */
  center?: number;
  /**
   * Middle of the second part of `80+80`, in MHz
   * (`NL80211_ATTR_CENTER_FREQ2`).
   */
  center2?: number;
  /**
   * Parts of 20 MHz that are left out, a bit each, the lowest first
   * (`NL80211_ATTR_PUNCT_BITMAP`).
   */
  punctured?: number;
}

const names: ReadonlySet<string> = new Set<keyof WirelessChannel>([
  "frequency",
  "width",
  "center",
  "center2",
  "punctured",
]);

/** Attributes that a channel consists of. */
type ChannelAttributes = Pick<
  Nl80211Attributes,
  | "wiphyFreq"
  | "wiphyFreqOffset"
  | "channelWidth"
  | "centerFreq1"
  | "centerFreq1Offset"
  | "centerFreq2"
  | "punctBitmap"
>;

/**
 * Reads a channel.
 *
 * @param data The attributes.
 * @returns The channel; `undefined` if there is none.
 */
export function readChannel(
  data: ChannelAttributes,
): WirelessChannel | undefined {
  const {
    wiphyFreq,
    wiphyFreqOffset = 0,
    channelWidth,
    centerFreq1,
    centerFreq1Offset = 0,
    centerFreq2,
    punctBitmap,
  } = data;
  if (wiphyFreq === undefined) return undefined;
  const width = channelWidth === undefined
    ? undefined
    : readWidth(channelWidth);
  return {
    frequency: wiphyFreq + wiphyFreqOffset / 1000,
    ...width !== undefined && { width },
    ...centerFreq1 && { center: centerFreq1 + centerFreq1Offset / 1000 },
    ...centerFreq2 && { center2: centerFreq2 },
    ...punctBitmap && { punctured: punctBitmap },
  };
}

/**
 * Reads a width.
 *
 * @param width The kernel's number.
 * @returns The width; `undefined` if it has no name here.
 */
function readWidth(width: number): ChannelWidth | undefined {
  const name = nameOf(NL80211_CHANNEL_WIDTHS, width);
  if (name === undefined) return undefined;
  return (/^\d+$/.test(name) ? Number(name) : name) as ChannelWidth;
}

/**
 * Writes a channel.
 *
 * @param channel The channel, or nothing but its frequency in MHz.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function writeChannel(
  channel: WirelessChannel | number,
  fieldPath: FieldPath,
): ChannelAttributes {
  if (typeof channel === "number") return frequencyOf(channel, fieldPath);
  if (typeof channel !== "object" || channel === null) {
    throw fieldPath.wrong(
      channel,
      "a frequency in MHz or { frequency } is expected",
    );
  }
  checkNames(channel, names, fieldPath);
  checkRequired(channel, ["frequency"], fieldPath);
  const { frequency, width, center, center2, punctured } = channel;
  const attributes = frequencyOf(frequency, fieldPath.at("frequency"));
  if (width !== undefined) {
    attributes.channelWidth = writeWidth(width, fieldPath.at("width"));
  }
  // The kernel wants the middle, which is the channel itself for narrow ones.
  const middle = center ?? (width === 20 ? frequency : undefined);
  if (middle !== undefined) {
    const kilohertz = checkFrequency(middle, fieldPath.at("center"));
    attributes.centerFreq1 = Math.floor(kilohertz / 1000);
    if (kilohertz % 1000 !== 0) {
      attributes.centerFreq1Offset = kilohertz % 1000;
    }
  }
  if (center2 !== undefined) {
    attributes.centerFreq2 = Math.floor(
      checkFrequency(center2, fieldPath.at("center2")) / 1000,
    );
  }
  if (punctured !== undefined) {
    attributes.punctBitmap = checkInteger(
      punctured,
      0,
      0xffff,
      fieldPath.at("punctured"),
    );
  }
  return attributes;
}

function frequencyOf(frequency: number, fieldPath: FieldPath) {
  const kilohertz = checkFrequency(frequency, fieldPath);
  const attributes: ChannelAttributes = {
    wiphyFreq: Math.floor(kilohertz / 1000),
  };
  if (kilohertz % 1000 !== 0) attributes.wiphyFreqOffset = kilohertz % 1000;
  return attributes;
}

function writeWidth(width: ChannelWidth, fieldPath: FieldPath): number {
  const known: Readonly<Record<string, number>> = NL80211_CHANNEL_WIDTHS;
  if (
    (typeof width === "number" || typeof width === "string") &&
    Object.hasOwn(known, width)
  ) return known[width]!;
  throw fieldPath.wrong(
    width,
    `${Object.keys(known).join(" or ")} is expected`,
  );
}

/** The channel of an interface, or of an event. */
export const channelField: Field<WirelessChannel, Nl80211Attributes> = {
  from: [
    "wiphyFreq",
    "wiphyFreqOffset",
    "channelWidth",
    "centerFreq1",
    "centerFreq1Offset",
    "centerFreq2",
    "punctBitmap",
  ],
  read: readChannel,
  write: () => {},
  readOnly: true,
};
