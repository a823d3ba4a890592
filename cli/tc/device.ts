/**
 * The device that a command of `tc` is about.
 *
 * @module
 */

import { cutName } from "../parse/device_name.ts";

/**
 * Sets the device: what is behind the 15th byte of its name does not count, and
 * no name is no device.
 *
 * @param spec What it belongs to.
 * @param name Its name.
 */
export function setDevice(spec: { device?: string }, name: string): void {
  if (name === "") delete spec.device;
  else spec.device = cutName(name);
}
