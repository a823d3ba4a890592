/**
 * A kernel that has one device of devlink.
 *
 * @module
 */

import type { Devlink } from "../../api/devlink/devlink.ts";
import {
  type Attributes,
  type FamilyAnswer,
  FamilyKernel,
  type FamilyRequest,
} from "./generic_kernel.ts";

/** A device. */
export const device = "pci/0000:01:00.0";
/** The attributes that name it. */
export const names = { busName: "pci", devName: "0000:01:00.0" };

/** Devlink, and the kernel that it asks. */
export interface Opened {
  kernel: FamilyKernel;
  devlink: Devlink;
}

/** Devlink with a kernel that answers one request. */
export function open(...answer: Attributes[]): Opened {
  const replies = answer.map((attributes) => ({ attributes }));
  return serving(() => replies);
}

/** Devlink with a kernel that answers each request. */
export function serving(
  answer: (request: FamilyRequest) => FamilyAnswer,
): Opened {
  const kernel = new FamilyKernel("devlink", answer, ["config"]);
  return { kernel, devlink: kernel.generic.devlink };
}
