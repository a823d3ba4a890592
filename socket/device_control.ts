/**
 * What the kernel does to devices by `ioctl`, because netlink has no request for
 * it.
 *
 * @see {@link https://man7.org/linux/man-pages/man7/netdevice.7.html | netdevice(7)}
 *
 * @module
 */

import { check, cString, errno, lazy, libc, pointerTo } from "./libc.ts";
import { inNamespace } from "./namespace.ts";
import { closeFile } from "./system.ts";

const SOCK_DGRAM = 2;
const SOCK_CLOEXEC = 0o2000000;
/** Size of `struct ifreq`. */
const IFREQ = 40;
/** Size of the name that it begins with (`IFNAMSIZ`). */
const NAME = 16;
/**
 * How much room the kernel gets at least: a device of another kind than was
 * expected has a struct of its own, which may be longer.
 */
const ROOM = 4096;

const calls = lazy(
  {
    socket: { parameters: ["i32", "i32", "i32"], result: "i32" },
    ioctl: { parameters: ["i32", "u64", "buffer"], result: "i32" },
  } as const,
);

/** What the kernel is to do. */
export interface DeviceRequest {
  /** Whose socket gets the request, `AF_*`. */
  readonly family: number;
  /** The request, `SIOC*`. */
  readonly request: number;
  /** Name of the device; what is longer than names can be is cut off. */
  readonly device: string;
  /** The struct that `ifr_data` points to, which the kernel may change. */
  readonly data: Uint8Array<ArrayBuffer>;
  /** Name of the network namespace, if it is not the program's own. */
  readonly netns?: string;
}

/** What the kernel returned. */
export interface DeviceReply {
  /** The error number, or 0. */
  readonly errno: number;
  /** The struct as the kernel left it; no longer than it was. */
  readonly data: Uint8Array<ArrayBuffer>;
}

/**
 * Asks the kernel.
 *
 * @param request The request.
 * @returns What the kernel returned.
 * @throws {SocketError} If there can be no socket of the family.
 */
export function controlDevice(request: DeviceRequest): DeviceReply {
  const { netns } = request;
  return netns === undefined
    ? control(request)
    : inNamespace(netns, () => control(request));
}

function control(
  { family, request, device, data }: DeviceRequest,
): DeviceReply {
  libc();
  const { socket, ioctl } = calls();
  const fd = socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  check(fd, "socket", `control the device ${device}`);
  try {
    const own = new Uint8Array(Math.max(data.length, ROOM));
    own.set(data);
    const frame = new Uint8Array(IFREQ);
    frame.set(cString(device).subarray(0, NAME - 1));
    new DataView(frame.buffer).setBigUint64(NAME, pointerTo(own), true);
    const failed = ioctl(fd, BigInt(request), frame) !== 0;
    return {
      errno: failed ? errno() : 0,
      data: own.slice(0, data.length),
    };
  } finally {
    closeFile(fd);
  }
}
