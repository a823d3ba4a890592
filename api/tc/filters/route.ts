/**
 * Filters of the kind `route`, which compare realms.
 *
 * @module
 */

import {
  type RouteFilterData,
  routeFilterData,
} from "../../../messages/tc/filters/route.ts";
import { integer } from "../../mapping/conversions.ts";
import { type Device, device } from "../../mapping/device.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a filter of the kind `route`. */
export interface RouteFilterOptions {
  /** Realm of the destination, 0 to 255 (`TCA_ROUTE4_TO`). */
  to?: number;
  /** Realm of the source, 0 to 255 (`TCA_ROUTE4_FROM`). */
  from?: number;
  /** Device that packets come by; reported by its index (`TCA_ROUTE4_IIF`). */
  inputDevice?: Device;
}

/** How {@linkcode RouteFilterOptions} and {@linkcode RouteFilterData} correspond. */
export const routeFilterMapping: Mapping<RouteFilterOptions, RouteFilterData> =
  mapping({
    to: integer(0, 0xff),
    from: integer(0, 0xff),
    inputDevice: device,
  }, routeFilterData);
