/**
 * Programs of the express data path.
 *
 * @module
 */

import type { LinkAttributes } from "../../messages/link/link.ts";
import {
  XDP_ATTACHED,
  XDP_FLAGS_REPLACE,
  XDP_FLAGS_UPDATE_IF_NOEXIST,
  XDP_MODES,
  type XdpAttributes,
  xdpAttributes,
} from "../../messages/link/xdp.ts";
import { boolean, int32, number, orNull } from "../mapping/conversions.ts";
import { choice, enumeration } from "../mapping/enumerations.ts";
import { type Field, mapping, readFrom, readOnly } from "../mapping/mapping.ts";

/** Who runs a program of the express data path. */
export type XdpMode = keyof typeof XDP_MODES;

/** The program of the express data path of a link. */
export interface XdpOptions {
  /**
   * Descriptor of the program to attach, `null` to detach it; never reported
   * (`IFLA_XDP_FD`).
   */
  fd?: number | null;
  /**
   * Who is to run the program, if not the best that there is; never reported
   * (`XDP_FLAGS_SKB_MODE` and others).
   */
  mode?: XdpMode;
  /**
   * Whether a program may be replaced; `true` unless it is given, and never
   * reported (not `XDP_FLAGS_UPDATE_IF_NOEXIST`).
   */
  replace?: boolean;
  /**
   * Descriptor of the program that is to be replaced, and no other; never
   * reported (`IFLA_XDP_EXPECTED_FD`).
   */
  expectedFd?: number;
  /** Who runs programs; reported by the kernel (`IFLA_XDP_ATTACHED`). */
  attached?: keyof typeof XDP_ATTACHED | number;
  /**
   * Identity of the program, if there is one only; reported by the kernel
   * (`IFLA_XDP_PROG_ID`).
   */
  program?: number;
  /**
   * Identity of the program that the kernel runs; reported by it
   * (`IFLA_XDP_SKB_PROG_ID`).
   */
  genericProgram?: number;
  /**
   * Identity of the program that the driver runs; reported by the kernel
   * (`IFLA_XDP_DRV_PROG_ID`).
   */
  driverProgram?: number;
  /**
   * Identity of the program that the hardware runs; reported by the kernel
   * (`IFLA_XDP_HW_PROG_ID`).
   */
  offloadProgram?: number;
}

const mode: Field<XdpMode, XdpAttributes> = {
  read: () => undefined,
  write: (data, value, fieldPath) => {
    data.flags = (data.flags ?? 0) |
      choice(XDP_MODES).toKernel(value, fieldPath)!;
  },
};

const replace: Field<boolean, XdpAttributes> = {
  read: () => undefined,
  write: (data, value, fieldPath) => {
    if (boolean.toKernel(value, fieldPath) === 0) {
      data.flags = (data.flags ?? 0) | XDP_FLAGS_UPDATE_IF_NOEXIST;
    }
  },
};

const xdpMapping = mapping<XdpOptions, XdpAttributes>({
  fd: {
    read: () => undefined,
    write: (data, value, fieldPath) => {
      data.fd = orNull(int32, -1).toKernel(value, fieldPath)!;
    },
  },
  mode,
  replace,
  expectedFd: {
    read: () => undefined,
    write: (data, value, fieldPath) => {
      data.expectedFd = int32.toKernel(value, fieldPath)!;
      data.flags = (data.flags ?? 0) | XDP_FLAGS_REPLACE;
    },
  },
  attached: readOnly(
    "attached",
    enumeration(XDP_ATTACHED),
  ),
  program: readOnly("programId", number),
  genericProgram: readOnly("skbProgramId", number),
  driverProgram: readOnly("driverProgramId", number),
  offloadProgram: readOnly("hardwareProgramId", number),
}, xdpAttributes);

/** How {@linkcode XdpOptions} are stored. */
export const xdp: Field<XdpOptions | null, LinkAttributes> = readFrom(
  "xdp",
  xdpMapping.fromKernel,
  (data, value, fieldPath) => {
    const given = xdpMapping.toKernel(value ?? { fd: null }, fieldPath);
    // Without a descriptor there is nothing to attach: a link is handed back.
    if (given.fd !== undefined) data.xdp = given;
  },
);
