/**
 * Requests for what belongs to a tunnel.
 *
 * @module
 */

import { deviceName } from "../../parse/device_name.ts";
import { exit, fail } from "../../parse/errors.ts";
import { takes, type Word } from "../../parse/grammar.ts";
import type { Context } from "../../runtime/context.ts";
import { control, refused } from "./control.ts";

export { bytesOf } from "./control.ts";

/** A request as it is put together. */
export interface Request {
  /** The request, `SIOC*`; 0 if none was given. */
  request: number;
  /** Name of the tunnel. */
  device?: string;
}

/** Which tunnel it is. */
export const deviceKeyword: Word<Request> = takes(
  "PHYS_DEV:device",
  (spec, { args }) => {
    spec.device = deviceName(args.take(), '"dev"');
  },
);

/**
 * Has the kernel change something.
 *
 * @param spec The request.
 * @param data What goes with it.
 * @returns The exit code.
 * @throws {CommandError} If the tunnel is missing, or the kernel refuses.
 */
export async function change(
  context: Context,
  { request, device }: Request,
  data: Uint8Array<ArrayBuffer>,
): Promise<number> {
  if (device === undefined) throw exit(255, "Must specify device");
  const { errno } = await control(context, request, device, data);
  if (errno === 0) return 0;
  throw fail(1, refused(device, request, errno));
}
