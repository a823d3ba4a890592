/**
 * Programs of the express data path of a link: `IFLA_XDP_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  s32,
  u32,
  u8,
} from "../codec/mod.ts";

/** Fails if there is a program. */
export const XDP_FLAGS_UPDATE_IF_NOEXIST = 0x1;
/** The kernel runs the program. */
export const XDP_FLAGS_SKB_MODE = 0x2;
/** The driver runs the program. */
export const XDP_FLAGS_DRV_MODE = 0x4;
/** The hardware runs the program. */
export const XDP_FLAGS_HW_MODE = 0x8;
/** Names of who runs the program. */
export const XDP_MODES = {
  generic: XDP_FLAGS_SKB_MODE,
  driver: XDP_FLAGS_DRV_MODE,
  offload: XDP_FLAGS_HW_MODE,
} as const;
/** Replaces the program that `IFLA_XDP_EXPECTED_FD` names. */
export const XDP_FLAGS_REPLACE = 0x10;
/** All flags that select who runs the program. */
export const XDP_FLAGS_MODES = 0xe;
/** All flags. */
export const XDP_FLAGS_MASK = 0x1f;

/** No program is attached. */
export const XDP_ATTACHED_NONE = 0;
/** The driver runs a program. */
export const XDP_ATTACHED_DRV = 1;
/** The kernel runs a program. */
export const XDP_ATTACHED_SKB = 2;
/** The hardware runs a program. */
export const XDP_ATTACHED_HW = 3;
/** Several of them run programs. */
export const XDP_ATTACHED_MULTI = 4;

/** Names of who runs programs (`XDP_ATTACHED_*`). */
export const XDP_ATTACHED = {
  none: XDP_ATTACHED_NONE,
  driver: XDP_ATTACHED_DRV,
  generic: XDP_ATTACHED_SKB,
  offload: XDP_ATTACHED_HW,
  multi: XDP_ATTACHED_MULTI,
} as const;

/** `IFLA_XDP_*`. */
export interface XdpAttributes extends Attributes {
  /** Descriptor of the program to attach, -1 to detach (`IFLA_XDP_FD`). */
  fd?: number;
  /** Where programs are attached, `XDP_ATTACHED_*` (`IFLA_XDP_ATTACHED`). */
  attached?: number;
  /** How to attach, `XDP_FLAGS_*` (`IFLA_XDP_FLAGS`). */
  flags?: number;
  /** Identity of the program, if there is one only (`IFLA_XDP_PROG_ID`). */
  programId?: number;
  /** The program that the driver runs (`IFLA_XDP_DRV_PROG_ID`). */
  driverProgramId?: number;
  /** The program that the kernel runs (`IFLA_XDP_SKB_PROG_ID`). */
  skbProgramId?: number;
  /** The program that the hardware runs (`IFLA_XDP_HW_PROG_ID`). */
  hardwareProgramId?: number;
  /** Descriptor of the program to replace (`IFLA_XDP_EXPECTED_FD`). */
  expectedFd?: number;
}

/** Codec of {@linkcode XdpAttributes}. */
export const xdpAttributes: Codec<XdpAttributes> = attributes({
  fd: ["IFLA_XDP_FD", 1, s32],
  attached: ["IFLA_XDP_ATTACHED", 2, u8],
  flags: ["IFLA_XDP_FLAGS", 3, u32],
  programId: ["IFLA_XDP_PROG_ID", 4, u32],
  driverProgramId: ["IFLA_XDP_DRV_PROG_ID", 5, u32],
  skbProgramId: ["IFLA_XDP_SKB_PROG_ID", 6, u32],
  hardwareProgramId: ["IFLA_XDP_HW_PROG_ID", 7, u32],
  expectedFd: ["IFLA_XDP_EXPECTED_FD", 8, s32],
}, { nestedFlag: false });
