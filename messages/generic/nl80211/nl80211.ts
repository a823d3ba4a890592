/**
 * Messages of the family `nl80211`: wireless networks of 802.11.
 *
 * All commands share their attributes. What is not typed further, as the inner
 * form of an attribute that few programs use, is its bytes.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/Documentation/netlink/specs/nl80211.yaml | netlink/specs/nl80211.yaml}
 *
 * @module
 */

import { attributes, type Codec } from "../../codec/mod.ts";
import { type GenericMessage, genericMessage } from "../header.ts";
import {
  type Nl80211AccessPointAttributes,
  nl80211AccessPointFields,
} from "./access_point_attributes.ts";
import {
  type Nl80211CapabilityAttributes,
  nl80211CapabilityFields,
} from "./capability_attributes.ts";
import {
  type Nl80211DeviceAttributes,
  nl80211DeviceFields,
} from "./device_attributes.ts";
import {
  type Nl80211EventAttributes,
  nl80211EventFields,
} from "./event_attributes.ts";
import {
  type Nl80211InterfaceAttributes,
  nl80211InterfaceFields,
} from "./interface_attributes.ts";
import {
  type Nl80211NetworkAttributes,
  nl80211NetworkFields,
} from "./network_attributes.ts";
import {
  type Nl80211SecurityAttributes,
  nl80211SecurityFields,
} from "./security_attributes.ts";
import {
  type Nl80211StationAttributes,
  nl80211StationFields,
} from "./station_attributes.ts";

/** Name of the family. */
export const NL80211_GENL_NAME = "nl80211";

/** Attributes of the family: `NL80211_ATTR_*`. */
export interface Nl80211Attributes
  extends
    Nl80211DeviceAttributes,
    Nl80211CapabilityAttributes,
    Nl80211InterfaceAttributes,
    Nl80211NetworkAttributes,
    Nl80211SecurityAttributes,
    Nl80211StationAttributes,
    Nl80211AccessPointAttributes,
    Nl80211EventAttributes {}

/** A message of the family `nl80211`. */
export type Nl80211Message = GenericMessage<Nl80211Attributes>;

/** Codec of {@linkcode Nl80211Attributes}. */
export const nl80211Attributes: Codec<Nl80211Attributes> = attributes(
  () => ({
    ...nl80211DeviceFields(),
    ...nl80211CapabilityFields(),
    ...nl80211InterfaceFields(),
    ...nl80211NetworkFields(),
    ...nl80211SecurityFields(),
    ...nl80211StationFields(),
    ...nl80211AccessPointFields(),
    ...nl80211EventFields(),
  }),
  { pad: ["NL80211_ATTR_PAD", 229] },
);

/** Codec of {@linkcode Nl80211Message}. */
export const nl80211Message: Codec<Nl80211Message> = genericMessage(
  nl80211Attributes,
);
