/**
 * Links with a program at their end, which are made by `/dev/net/tun`.
 *
 * @see {@link https://docs.kernel.org/networking/tuntap.html | Universal TUN/TAP device driver}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tun.h | linux/if_tun.h}
 *
 * @module
 */

import { check, cString, lazy, libc } from "./libc.ts";
import { closeFile, openFile } from "./system.ts";

/** Carries IP packets. */
export const IFF_TUN = 0x1;
/** Carries Ethernet frames. */
export const IFF_TAP = 0x2;
/** May have several queues. */
export const IFF_MULTI_QUEUE = 0x100;
/** Stays when the program ends; reported by the kernel. */
export const IFF_PERSIST = 0x800;
/** Packets do not begin with `struct tun_pi`. */
export const IFF_NO_PI = 0x1000;
/** Has one queue; without effect. */
export const IFF_ONE_QUEUE = 0x2000;
/** Packets begin with `struct virtio_net_hdr`. */
export const IFF_VNET_HDR = 0x4000;
/** Fails if there is one of the name. */
export const IFF_TUN_EXCL = 0x8000;

const TUNSETIFF = 0x400454ca;
const TUNSETPERSIST = 0x400454cb;
const TUNSETOWNER = 0x400454cc;
const TUNSETGROUP = 0x400454ce;

const O_RDWR = 2;
/** Size of `struct ifreq`. */
const IFREQ = 40;
/** Offset of `ifr_flags`. */
const FLAGS = 16;

const ioctlCall = lazy(
  {
    ioctl: { parameters: ["i32", "usize", "usize"], result: "i32" },
  } as const,
);
const ioctlPointer = lazy(
  {
    ioctl: { parameters: ["i32", "usize", "buffer"], result: "i32" },
  } as const,
);

/** A link to be made or removed. */
export interface TunRequest {
  /** Its name; the kernel chooses one if it is empty. */
  readonly name: string;
  /** What it carries, and how: `IFF_*`. */
  readonly flags: number;
}

/** Who may attach to a link. */
export interface TunOwner {
  /** The user. */
  readonly user?: number | undefined;
  /** The group. */
  readonly group?: number | undefined;
}

/**
 * Makes a link in the network namespace of the thread, which stays.
 *
 * @param request The link.
 * @param owner Who may attach to it.
 * @throws {SocketError} If the kernel refuses; its `syscall` is `open`, or the
 * name of the request such as `TUNSETIFF`.
 */
export function addTun(
  { name, flags }: TunRequest,
  { user, group }: TunOwner = {},
): void {
  attach({ name, flags: flags | IFF_TUN_EXCL }, (fd) => {
    const what = `make the link ${name}`;
    if (user !== undefined) set(fd, TUNSETOWNER, user, "TUNSETOWNER", what);
    if (group !== undefined) set(fd, TUNSETGROUP, group, "TUNSETGROUP", what);
    set(fd, TUNSETPERSIST, 1, "TUNSETPERSIST", what);
  });
}

/**
 * Removes a link in the network namespace of the thread, as soon as no program
 * is attached to it.
 *
 * @param request The link; of its flags, the kernel compares those that
 * distinguish what it carries.
 * @throws {SocketError} If the kernel refuses.
 */
export function deleteTun(request: TunRequest): void {
  attach(request, (fd) => {
    const what = `remove the link ${request.name}`;
    set(fd, TUNSETPERSIST, 0, "TUNSETPERSIST", what);
  });
}

function attach(
  { name, flags }: TunRequest,
  use: (fd: number) => void,
): void {
  const fd = openFile("/dev/net/tun", O_RDWR);
  try {
    const request = new Uint8Array(IFREQ);
    request.set(cString(name).subarray(0, FLAGS));
    new DataView(request.buffer).setUint16(FLAGS, flags, true);
    libc();
    check(
      ioctlPointer().ioctl(fd, BigInt(TUNSETIFF), request),
      "TUNSETIFF",
      `attach to the link ${name}`,
    );
    use(fd);
  } finally {
    closeFile(fd);
  }
}

function set(
  fd: number,
  request: number,
  value: number,
  name: string,
  what: string,
): void {
  const result = ioctlCall().ioctl(fd, BigInt(request), BigInt(value));
  check(result, name, what);
}
