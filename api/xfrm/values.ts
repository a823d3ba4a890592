/**
 * Marks, encapsulation, offload and other values of states and policies.
 *
 * @module
 */

import {
  XFRM_OFFLOAD_INBOUND,
  XFRM_OFFLOAD_PACKET,
  XFRM_SC_ALG_SELINUX,
  XFRM_SC_DOI_LSM,
} from "../../messages/xfrm/constants.ts";
import type {
  XfrmEncapsulation,
  XfrmMark,
  XfrmOffload,
  XfrmSecurityContext,
} from "../../messages/xfrm/attribute_structs.ts";
import { ip } from "../mapping/address_conversions.ts";
import { integer, text, uint32 } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { choice } from "../mapping/enumerations.ts";
import type { Conversion } from "../mapping/mapping.ts";
import { properties } from "../mapping/properties.ts";
import { type XfrmEncapsulationType, xfrmEncapsulationType } from "./names.ts";

/** A mark, and which bits of it count if not all do. */
export type XfrmMarkSpec = number | {
  /** The mark. */
  value: number;
  /** Which bits of it count. */
  mask: number;
};

const ALL_BITS = 0xffffffff;
const checkMark = properties<XfrmMark, XfrmMark>({
  value: "required",
  mask: "required",
});

/** How {@linkcode XfrmMarkSpec} is stored. */
export const xfrmMarkSpec: Conversion<XfrmMarkSpec, XfrmMark> = {
  fromKernel: ({ value, mask }) => mask === ALL_BITS ? value : { value, mask },
  toKernel: (value, fieldPath) => {
    if (typeof value !== "object" || value === null) {
      return { value: uint32.toKernel(value, fieldPath)!, mask: ALL_BITS };
    }
    checkMark(value, fieldPath);
    return {
      value: uint32.toKernel(value.value, fieldPath.at("value"))!,
      mask: uint32.toKernel(value.mask, fieldPath.at("mask"))!,
    };
  },
};

/** What packets of ESP are put into, to pass a NAT. */
export interface XfrmEncapsulationSpec {
  /** How (`encap_type`). */
  type: XfrmEncapsulationType;
  /** Source port (`encap_sport`). */
  sourcePort: number;
  /** Destination port (`encap_dport`). */
  destinationPort: number;
  /** Original address behind the NAT (`encap_oa`). */
  originalAddress?: string;
}

const port = integer(0, 0xffff);
const checkEncapsulation = properties<
  XfrmEncapsulationSpec,
  XfrmEncapsulationSpec
>({
  type: "required",
  sourcePort: "required",
  destinationPort: "required",
  originalAddress: "optional",
});

/** How {@linkcode XfrmEncapsulationSpec} is stored. */
export const xfrmEncapsulationSpec: Conversion<
  XfrmEncapsulationSpec,
  XfrmEncapsulation
> = {
  fromKernel: ({ type, sourcePort, destinationPort, originalAddress }) => ({
    type: xfrmEncapsulationType.fromKernel(type),
    sourcePort,
    destinationPort,
    ...originalAddress !== "0.0.0.0" && { originalAddress },
  }),
  toKernel: (value, fieldPath) => {
    checkEncapsulation(value, fieldPath);
    const { type, sourcePort, destinationPort, originalAddress } = value;
    return {
      type: xfrmEncapsulationType.toKernel(type, fieldPath.at("type"))!,
      sourcePort: port.toKernel(sourcePort, fieldPath.at("sourcePort"))!,
      destinationPort: port.toKernel(
        destinationPort,
        fieldPath.at("destinationPort"),
      )!,
      originalAddress: originalAddress === undefined
        ? "0.0.0.0"
        : ip.toKernel(originalAddress, fieldPath.at("originalAddress"))!,
    };
  },
};

/** Which device does the work. */
export interface XfrmOffloadSpec {
  /** The device (`ifindex`). */
  device: Device;
  /**
   * Whether it encrypts, or processes whole packets (`XFRM_OFFLOAD_PACKET`).
   *
   * @default {"crypto"}
   */
  mode?: "crypto" | "packet";
  /**
   * Whether the state is for packets that come in (`XFRM_OFFLOAD_INBOUND`).
   *
   * @default {"out"}
   */
  direction?: "in" | "out";
}

const checkOffload = properties<XfrmOffloadSpec, XfrmOffloadSpec>({
  device: "required",
  mode: "optional",
  direction: "optional",
});
const offloadMode = choice({ crypto: 0, packet: XFRM_OFFLOAD_PACKET });
const offloadDirection = choice({ out: 0, in: XFRM_OFFLOAD_INBOUND });

/** How {@linkcode XfrmOffloadSpec} is stored. */
export const xfrmOffloadSpec: Conversion<XfrmOffloadSpec, XfrmOffload> = {
  fromKernel: ({ index, flags }) => ({
    device: index,
    mode: (flags & XFRM_OFFLOAD_PACKET) === 0 ? "crypto" : "packet",
    direction: (flags & XFRM_OFFLOAD_INBOUND) === 0 ? "out" : "in",
  }),
  toKernel: (value, fieldPath) => {
    checkOffload(value, fieldPath);
    const { mode = "crypto", direction = "out" } = value;
    return {
      index: device.toKernel(value.device, fieldPath.at("device"))!,
      flags: offloadMode.toKernel(mode, fieldPath.at("mode"))! |
        offloadDirection.toKernel(direction, fieldPath.at("direction"))!,
    };
  },
};

const HEADER = 8;
const XFRMA_SEC_CTX = 8;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** A security context of SELinux, as text. */
export const securityContext: Conversion<string, XfrmSecurityContext> = {
  fromKernel: ({ context }) => decoder.decode(context).replace(/\0$/, ""),
  toKernel: (value, fieldPath) => {
    const context = encoder.encode(`${text.toKernel(value, fieldPath)}\0`);
    if (context.length > 0xfff) {
      throw fieldPath.outside(value, "it has more than 4094 bytes");
    }
    return {
      length: HEADER + context.length,
      type: XFRMA_SEC_CTX,
      algorithm: XFRM_SC_ALG_SELINUX,
      domain: XFRM_SC_DOI_LSM,
      contextLength: context.length,
      context,
    };
  },
};
