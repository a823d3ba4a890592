/**
 * What GRE and ERSPAN headers carry.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc2890 | RFC 2890}
 * @see {@link https://datatracker.ietf.org/doc/html/draft-foschiano-erspan-03 | ERSPAN}
 *
 * @module
 */

import {
  ERSPAN_DIRECTIONS,
  GRE_CSUM,
  GRE_KEY,
  GRE_SEQ,
} from "../../../messages/link/kinds/gre.ts";
import { number, orNull, uint32 } from "../../mapping/conversions.ts";
import { bit, enumeration } from "../../mapping/enumerations.ts";
import { type Field, sharedFields } from "../../mapping/mapping.ts";

/** What GRE headers carry. */
export interface GreHeaderOptions {
  /** Key that incoming packets must have; `null` for none. */
  inputKey?: number | null;
  /** Key that outgoing packets get; `null` for none. */
  outputKey?: number | null;
  /** Whether incoming packets must have sequence numbers (`GRE_SEQ`). */
  inputSequence?: boolean;
  /** Whether outgoing packets get sequence numbers (`GRE_SEQ`). */
  outputSequence?: boolean;
  /** Whether incoming packets must have checksums (`GRE_CSUM`). */
  inputChecksum?: boolean;
  /** Whether outgoing packets get checksums (`GRE_CSUM`). */
  outputChecksum?: boolean;
}

/** Where {@linkcode GreHeaderOptions} are stored. */
export interface GreHeaderData {
  /** `GRE_*` of incoming packets. */
  iflags?: number;
  /** `GRE_*` of outgoing packets. */
  oflags?: number;
  /** Key of incoming packets. */
  ikey?: number;
  /** Key of outgoing packets. */
  okey?: number;
}

function key(
  flags: "iflags" | "oflags",
  property: "ikey" | "okey",
): Field<number | null, GreHeaderData> {
  return {
    read: (data) => {
      const value = data[flags];
      if (value === undefined) return undefined;
      return (value & GRE_KEY) === 0 ? null : data[property] ?? 0;
    },
    write: (data, given, fieldPath) => {
      const value = data[flags] ?? 0;
      data[property] = orNull(uint32, 0).toKernel(given, fieldPath)!;
      data[flags] = given === null ? value & ~GRE_KEY : value | GRE_KEY;
    },
  };
}

/** How {@linkcode GreHeaderOptions} are stored in a tunnel's attributes. */
export const greHeaderFields: {
  readonly [P in keyof GreHeaderOptions]-?: Field<
    Exclude<GreHeaderOptions[P], undefined>,
    GreHeaderData
  >;
} = sharedFields<GreHeaderOptions, GreHeaderData>({
  inputKey: key("iflags", "ikey"),
  outputKey: key("oflags", "okey"),
  inputSequence: bit("iflags", GRE_SEQ),
  outputSequence: bit("oflags", GRE_SEQ),
  inputChecksum: bit("iflags", GRE_CSUM),
  outputChecksum: bit("oflags", GRE_CSUM),
});

/** Settings of ERSPAN, which mirrors traffic to another host. */
export interface ErspanHeaderOptions {
  /** Version of the header: 0 for type I, 1 or 2 (`IFLA_GRE_ERSPAN_VER`). */
  version?: number;
  /** Version 1: index of the mirrored port (`IFLA_GRE_ERSPAN_INDEX`). */
  index?: number;
  /** Version 2: direction of the traffic (`IFLA_GRE_ERSPAN_DIR`). */
  direction?: keyof typeof ERSPAN_DIRECTIONS | number;
  /** Version 2: identifier of the engine, 0 to 63 (`IFLA_GRE_ERSPAN_HWID`). */
  hardwareId?: number;
}

/** Where {@linkcode ErspanHeaderOptions} are stored. */
export interface ErspanHeaderData {
  /** Version. */
  erspanVer?: number;
  /** Index of the port. */
  erspanIndex?: number;
  /** Direction. */
  erspanDir?: number;
  /** Identifier of the engine. */
  erspanHwid?: number;
}

/** How {@linkcode ErspanHeaderOptions} are stored in a tunnel's attributes. */
export const erspanHeaderFields: {
  readonly [P in keyof ErspanHeaderOptions]-?: Field<
    Exclude<ErspanHeaderOptions[P], undefined>,
    ErspanHeaderData
  >;
} = sharedFields<ErspanHeaderOptions, ErspanHeaderData>({
  version: ["erspanVer", number],
  index: ["erspanIndex", number],
  direction: ["erspanDir", enumeration(ERSPAN_DIRECTIONS)],
  hardwareId: ["erspanHwid", number],
});
