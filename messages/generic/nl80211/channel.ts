/**
 * Channels that are in a nest of their own, of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  type FieldsOf,
  flag,
  u32,
  u8,
} from "../../codec/mod.ts";

/** A channel: `NL80211_ATTR_*`. */
export interface Nl80211Channel extends Attributes {
  /** Frequency of the channel in MHz (`NL80211_ATTR_WIPHY_FREQ`). */
  wiphyFreq?: number;
  /** What is to be added to it, in kHz (`NL80211_ATTR_WIPHY_FREQ_OFFSET`). */
  wiphyFreqOffset?: number;
  /**
   * Type of the channel, `NL80211_CHAN_*` (`NL80211_ATTR_WIPHY_CHANNEL_TYPE`).
   */
  wiphyChannelType?: number;
  /**
   * Width of the channel, `NL80211_CHAN_WIDTH_*`
   * (`NL80211_ATTR_CHANNEL_WIDTH`).
   */
  channelWidth?: number;
  /** Middle of the channel in MHz (`NL80211_ATTR_CENTER_FREQ1`). */
  centerFreq1?: number;
  /** What is to be added to it, in kHz (`NL80211_ATTR_CENTER_FREQ1_OFFSET`). */
  centerFreq1Offset?: number;
  /**
   * Middle of the second part of a divided channel, in MHz
   * (`NL80211_ATTR_CENTER_FREQ2`).
   */
  centerFreq2?: number;
  /**
   * Parts of 20 MHz that are left out, a bit each
   * (`NL80211_ATTR_PUNCT_BITMAP`).
   */
  punctBitmap?: number;
  /** The primary channel is 2 MHz wide (`NL80211_ATTR_S1G_PRIMARY_2MHZ`). */
  s1gPrimary2mhz?: true;
}

/** A channel of neighbor awareness: `NL80211_ATTR_*`. */
export interface Nl80211NanChannel extends Nl80211Channel {
  /**
   * The channel as Wi-Fi Aware writes it, 6 bytes
   * (`NL80211_ATTR_NAN_CHANNEL_ENTRY`).
   */
  nanChannelEntry?: Uint8Array;
  /** Streams to receive (`NL80211_ATTR_NAN_RX_NSS`). */
  nanRxNss?: number;
}

/**
 * The attributes of a channel.
 *
 * @returns The fields.
 */
export function nl80211ChannelFields(): FieldsOf<Nl80211Channel> {
  return {
    wiphyFreq: ["NL80211_ATTR_WIPHY_FREQ", 38, u32],
    wiphyFreqOffset: ["NL80211_ATTR_WIPHY_FREQ_OFFSET", 290, u32],
    wiphyChannelType: ["NL80211_ATTR_WIPHY_CHANNEL_TYPE", 39, u32],
    channelWidth: ["NL80211_ATTR_CHANNEL_WIDTH", 159, u32],
    centerFreq1: ["NL80211_ATTR_CENTER_FREQ1", 160, u32],
    centerFreq1Offset: ["NL80211_ATTR_CENTER_FREQ1_OFFSET", 291, u32],
    centerFreq2: ["NL80211_ATTR_CENTER_FREQ2", 161, u32],
    punctBitmap: ["NL80211_ATTR_PUNCT_BITMAP", 322, u32],
    s1gPrimary2mhz: ["NL80211_ATTR_S1G_PRIMARY_2MHZ", 345, flag],
  };
}

/** Codec of {@linkcode Nl80211Channel}. */
export const nl80211Channel: Codec<Nl80211Channel> = attributes(
  nl80211ChannelFields,
);

/** Codec of {@linkcode Nl80211NanChannel}. */
export const nl80211NanChannel: Codec<Nl80211NanChannel> = attributes(() => ({
  ...nl80211ChannelFields(),
  nanChannelEntry: ["NL80211_ATTR_NAN_CHANNEL_ENTRY", 352, bytes],
  nanRxNss: ["NL80211_ATTR_NAN_RX_NSS", 354, u8],
}));
