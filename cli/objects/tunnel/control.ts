/**
 * What `ip tunnel` asks the kernel for.
 *
 * It is asked by `ioctl`, as `ip` does: it finds tunnels by what they are as
 * well as by name, changes them only within limits of its own, and reports its
 * own errors, which requests for links do not.
 *
 * @module
 */

import { type Codec, Writer } from "../../../messages/codec/mod.ts";
import { errorText } from "../../../messages/errno.ts";
import {
  type SIOCADDTUNNEL,
  SIOCCHGTUNNEL,
  SIOCDELTUNNEL,
  SIOCGETTUNNEL,
} from "../../../messages/link/tunnel_control.ts";
import type { DeviceReply } from "../../../socket/device_control.ts";
import { SocketError } from "../../../socket/error.ts";
import { fail } from "../../parse/errors.ts";
import type { Context } from "../../runtime/context.ts";

/**
 * Asks the kernel.
 *
 * @param request The request, `SIOC*`.
 * @param device Name of a tunnel.
 * @param data What goes with the request.
 * @returns What the kernel returned.
 * @throws {CommandError} If there can be no socket of the family.
 */
export async function control(
  { io, family, options: { netns } }: Context,
  request: number,
  device: string,
  data: Uint8Array<ArrayBuffer>,
): Promise<DeviceReply> {
  const ask = io.control ??
    (await import("../../../socket/device_control.ts")).controlDevice;
  try {
    return ask({
      family,
      request,
      device,
      data,
      ...netns !== undefined && { netns },
    });
  } catch (error) {
    if (!(error instanceof SocketError) || error.syscall !== "socket") {
      throw error;
    }
    throw fail(1, `create socket failed: ${errorText(error.errno)}`);
  }
}

/**
 * Gets a tunnel.
 *
 * @typeParam P Its struct.
 * @param codec Codec of the struct.
 * @param device Name of the tunnel, or of that which the kernel has of its kind.
 * @param like What the tunnel is like, in the latter case.
 * @returns The tunnel, or the text of the error.
 */
export async function getTunnel<P>(
  context: Context,
  codec: Codec<P>,
  device: string,
  like: P,
): Promise<P | string> {
  const { errno, data } = await control(
    context,
    SIOCGETTUNNEL,
    device,
    bytesOf(codec, like),
  );
  return errno === 0
    ? fromBytes(codec, data)
    : `get tunnel "${device}" failed: ${errorText(errno)}`;
}

/**
 * Makes or changes a tunnel.
 *
 * @typeParam P Its struct.
 * @param request `SIOCADDTUNNEL` or `SIOCCHGTUNNEL`.
 * @param codec Codec of the struct.
 * @param base Name of the tunnel that the kernel has of this kind.
 * @param tunnel The tunnel.
 * @returns The exit code.
 * @throws {CommandError} If the kernel refuses.
 */
export async function writeTunnel<P extends { name: string }>(
  context: Context,
  request: typeof SIOCADDTUNNEL | typeof SIOCCHGTUNNEL,
  codec: Codec<P>,
  base: string,
  tunnel: P,
): Promise<number> {
  const device = request === SIOCCHGTUNNEL && tunnel.name !== ""
    ? tunnel.name
    : base;
  const data = bytesOf(codec, tunnel);
  const { errno } = await control(context, request, device, data);
  if (errno === 0) return 0;
  throw fail(1, `add tunnel "${device}" failed: ${errorText(errno)}`);
}

/**
 * Removes a tunnel.
 *
 * @typeParam P Its struct.
 * @param codec Codec of the struct.
 * @param base Name of the tunnel that the kernel has of this kind.
 * @param tunnel The tunnel, by its name or by what it is like.
 * @returns The exit code.
 * @throws {CommandError} If the kernel refuses.
 */
export async function removeTunnel<P extends { name: string }>(
  context: Context,
  codec: Codec<P>,
  base: string,
  tunnel: P,
): Promise<number> {
  const device = tunnel.name || base;
  const data = bytesOf(codec, tunnel);
  const { errno } = await control(context, SIOCDELTUNNEL, device, data);
  if (errno === 0) return 0;
  throw fail(1, `delete tunnel "${device}" failed: ${errorText(errno)}`);
}

/**
 * What a request for something else about a tunnel has failed with.
 *
 * @param device Name of the tunnel.
 * @param request The request, `SIOC*`.
 * @param errno The error number.
 * @returns The text.
 */
export function refused(
  device: string,
  request: number,
  errno: number,
): string {
  const name = request.toString(16);
  return `${device}: ioctl ${name} failed: ${errorText(errno)}`;
}

/**
 * The bytes of a struct.
 *
 * @typeParam P The struct.
 * @param codec Its codec.
 * @param value Its value.
 * @returns The bytes.
 */
export function bytesOf<P>(codec: Codec<P>, value: P): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  codec.encode(writer, value);
  return writer.finish();
}

/**
 * Reads a struct.
 *
 * @typeParam P The struct.
 * @param codec Its codec.
 * @param bytes The bytes.
 * @param start Where it starts.
 * @returns The struct.
 */
export function fromBytes<P>(
  codec: Codec<P>,
  bytes: Uint8Array<ArrayBuffer>,
  start = 0,
): P {
  return codec.decode(new DataView(bytes.buffer), start, start + codec.size);
}
