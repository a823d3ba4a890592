/**
 * Interfaces of IPsec policies.
 *
 * @module
 */

import { type XfrmData, xfrmData } from "../../../messages/link/kinds/xfrm.ts";
import { number, presence } from "../../mapping/conversions.ts";
import { type Device, deviceOrNull } from "../../mapping/device.ts";
import { mapping } from "../../mapping/mapping.ts";
import { type KindMapping, whole } from "./kind_mapping.ts";

/** Settings of an interface of IPsec policies. */
export interface XfrmOptions {
  /** The lower device; `null` for none (`IFLA_XFRM_LINK`). */
  device?: Device | null;
  /**
   * Identifier that ties states and policies to the interface
   * (`IFLA_XFRM_IF_ID`).
   */
  ifId?: number;
  /**
   * Whether the identifier comes with each packet, from routes or filters
   * (`IFLA_XFRM_COLLECT_METADATA`).
   */
  external?: boolean;
}

/** How {@linkcode XfrmOptions} and {@linkcode XfrmData} correspond. */
export const xfrmMapping: KindMapping<XfrmOptions, XfrmData> = whole(
  mapping<XfrmOptions, XfrmData>({
    device: ["link", deviceOrNull],
    ifId: number,
    external: ["collectMetadata", presence],
  }, xfrmData),
);
