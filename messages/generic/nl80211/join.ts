/**
 * Devices that are spread over the messages of a dump
 * (`NL80211_ATTR_SPLIT_WIPHY_DUMP`): how they are put together.
 *
 * @module
 */

import type { Keyed } from "../keyed.ts";
import type { Nl80211Band } from "./band.ts";
import type { Nl80211Attributes } from "./nl80211.ts";

/**
 * Puts a device together of its messages. Each has other attributes, but for its
 * number and name; a band comes in several messages, with some of its channels
 * in each.
 *
 * @param parts The attributes of each message, in their order.
 * @returns All attributes.
 */
export function joinNl80211Wiphy(
  parts: readonly Nl80211Attributes[],
): Nl80211Attributes {
  const whole: Nl80211Attributes = {};
  const bands = new Map<number, Nl80211Band>();
  for (const { unknown, ...part } of parts) {
    Object.assign(whole, part);
    if (unknown !== undefined) {
      whole.unknown = [...whole.unknown ?? [], ...unknown];
    }
    for (const { key, value } of part.wiphyBands ?? []) {
      bands.set(key, joinBand(bands.get(key), value));
    }
  }
  if (bands.size > 0) {
    const joined: Keyed<Nl80211Band> = [];
    for (const [key, value] of bands) joined.push({ key, value });
    whole.wiphyBands = joined;
  }
  return whole;
}

/** Adds a part of a band; channels go on where the last part has ended. */
function joinBand(
  band: Nl80211Band = {},
  { freqs, ...part }: Nl80211Band,
): Nl80211Band {
  Object.assign(band, part);
  if (freqs !== undefined) {
    band.freqs ??= [];
    for (const freq of freqs) band.freqs.push(freq);
  }
  return band;
}
