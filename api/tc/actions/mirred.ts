/**
 * Actions that send packets, or copies of them, to other devices.
 *
 * @module
 */

import {
  type MirredData,
  mirredData,
  mirredParameters,
  TCA_EGRESS_MIRROR,
  TCA_EGRESS_REDIR,
  TCA_INGRESS_MIRROR,
  TCA_INGRESS_REDIR,
} from "../../../messages/tc/actions/mirred.ts";
import { ACTION_CONTROLS } from "../../../messages/tc/actions/parameters.ts";
import { checkBoolean, integer } from "../../mapping/conversions.ts";
import { type Device, device } from "../../mapping/device.ts";
import type { Conversion, Field } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/**
 * Settings of an action that sends packets to other devices; one of the first
 * four is required.
 */
export interface MirredOptions {
  /** The device that packets go to (`TCA_EGRESS_REDIR`). */
  redirect?: Device;
  /** The device that copies go to (`TCA_EGRESS_MIRROR`). */
  mirror?: Device;
  /** The shared block whose devices packets go to (`TCA_MIRRED_BLOCKID`). */
  redirectToBlock?: number;
  /** The shared block whose devices copies go to (`TCA_MIRRED_BLOCKID`). */
  mirrorToBlock?: number;
  /**
   * Whether packets come in by the device, as if it had received them, in place
   * of leaving by it (`TCA_INGRESS_REDIR`, `TCA_INGRESS_MIRROR`).
   */
  ingress?: boolean;
}

const INGRESS: readonly number[] = [TCA_INGRESS_REDIR, TCA_INGRESS_MIRROR];
const MIRRORS: readonly number[] = [TCA_EGRESS_MIRROR, TCA_INGRESS_MIRROR];

/** Data with a target, whose index may be 0 until its name is looked up. */
const targeted: WeakSet<MirredData> = new WeakSet();

/** A target of packets (`redirect`), or of copies. */
function target<W>(
  isMirror: boolean,
  isBlock: boolean,
  conversion: Conversion<W, number>,
): Field<W, MirredData> {
  return {
    from: ["parameters", "block"],
    read: ({ parameters, block }) => {
      const { type = 0, device = 0 } = parameters ?? {};
      if (MIRRORS.includes(type) !== isMirror) return undefined;
      if ((block !== undefined) !== isBlock) return undefined;
      return conversion.fromKernel(block ?? device);
    },
    write: (data, value, fieldPath) => {
      const parameters = data.parameters!;
      const isIngress = INGRESS.includes(parameters.type);
      if (targeted.has(data)) {
        throw fieldPath.wrong(value, "there is another target already");
      }
      targeted.add(data);
      const number = conversion.toKernel(value, fieldPath)!;
      parameters.type = typeOf(isMirror, isIngress);
      if (isBlock) data.block = number;
      else parameters.device = number;
    },
  };
}

function typeOf(isMirror: boolean, isIngress: boolean): number {
  if (isMirror) return isIngress ? TCA_INGRESS_MIRROR : TCA_EGRESS_MIRROR;
  return isIngress ? TCA_INGRESS_REDIR : TCA_EGRESS_REDIR;
}

const ingress: Field<boolean, MirredData> = {
  from: ["parameters"],
  read: ({ parameters }) =>
    INGRESS.includes(parameters?.type ?? 0) || undefined,
  write: ({ parameters }, value, fieldPath) => {
    const isMirror = MIRRORS.includes(parameters!.type);
    parameters!.type = typeOf(isMirror, checkBoolean(value, fieldPath));
  },
};

const block = integer(1, 0xffffffff);

/** How {@linkcode MirredOptions} are stored. */
export const mirredMapping: ActionMapping<MirredOptions, MirredData> =
  actionMapping(
    mirredData,
    mirredParameters,
    {
      redirect: target<Device>(false, false, device),
      mirror: target<Device>(true, false, device),
      redirectToBlock: target(false, true, block),
      mirrorToBlock: target(true, true, block),
      ingress,
    },
    {
      control: ({ parameters }) =>
        MIRRORS.includes(parameters!.type)
          ? ACTION_CONTROLS.pipe
          : ACTION_CONTROLS.stolen,
      check: (data, fieldPath) => {
        if (targeted.has(data)) return;
        throw fieldPath.wrong(
          undefined,
          "redirect, mirror or a block is expected",
        );
      },
    },
  );
