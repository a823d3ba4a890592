/**
 * Receiving with `recvmsg`, which reports more of a datagram than `recvfrom`.
 *
 * @see {@link https://man7.org/linux/man-pages/man3/cmsg.3.html | cmsg(3)}
 *
 * @module
 */

import { lazy, pointerTo } from "./libc.ts";
import {
  NETLINK_LISTEN_ALL_NSID,
  NETLINK_PKTINFO,
  SOL_NETLINK,
} from "./options.ts";

const calls = lazy(
  {
    recvmsg: { parameters: ["i32", "buffer", "i32"], result: "isize" },
  } as const,
);

/** Size of `struct cmsghdr`, which the data follows. */
const CMSGHDR_SIZE = 16;

/** Words of `struct msghdr`, each of 8 bytes. */
const MSG_NAME = 0;
const MSG_NAMELEN = 1;
const MSG_IOV = 2;
const MSG_IOVLEN = 3;
const MSG_CONTROL = 4;
const MSG_CONTROLLEN = 5;
const MSGHDR_WORDS = 7;

/** Receives into a buffer, together with ancillary data. */
export class AncillaryReceiver {
  /** The buffer that it receives into. */
  readonly buffer: Uint8Array<ArrayBuffer>;
  /** Namespace that the last datagram came from, if the kernel reported it. */
  nsid: number | undefined;
  /** Group that the last datagram was sent to, if the kernel reported it. */
  group: number | undefined;
  readonly #address: Uint8Array<ArrayBuffer>;
  readonly #control = new BigUint64Array(16);
  readonly #controlWords = new Int32Array(this.#control.buffer);
  readonly #vector = new BigUint64Array(2);
  readonly #header = new BigUint64Array(MSGHDR_WORDS);
  readonly #headerWords = new Uint32Array(this.#header.buffer);
  readonly #headerBytes = new Uint8Array(this.#header.buffer);

  /**
   * Makes the receiver.
   *
   * @param buffer Where to put datagrams.
   * @param address Where to put the sender's address.
   */
  constructor(
    buffer: Uint8Array<ArrayBuffer>,
    address: Uint8Array<ArrayBuffer>,
  ) {
    this.buffer = buffer;
    this.#address = address;
    this.#vector[0] = pointerTo(buffer);
    this.#vector[1] = BigInt(buffer.length);
    this.#header[MSG_NAME] = pointerTo(address);
    this.#header[MSG_IOV] = pointerTo(this.#vector);
    this.#header[MSG_IOVLEN] = 1n;
    this.#header[MSG_CONTROL] = pointerTo(this.#control);
  }

  /**
   * Receives a datagram.
   *
   * @param fd The socket.
   * @param flags Flags of `recvmsg`.
   * @returns What `recvmsg` returned.
   */
  receive(fd: number, flags: number): number {
    this.#headerWords[2 * MSG_NAMELEN] = this.#address.length;
    this.#header[MSG_CONTROLLEN] = BigInt(this.#control.byteLength);
    const length = Number(calls().recvmsg(fd, this.#headerBytes, flags));
    this.nsid = undefined;
    this.group = undefined;
    if (length >= 0) this.#read(Number(this.#header[MSG_CONTROLLEN]));
    return length;
  }

  #read(size: number): void {
    for (let at = 0; at + CMSGHDR_SIZE < size;) {
      const length = Number(this.#control[at / 8]);
      if (length < CMSGHDR_SIZE) return;
      const word = at / 4;
      const value = this.#controlWords[word + 4];
      if (this.#controlWords[word + 2] === SOL_NETLINK) {
        const type = this.#controlWords[word + 3];
        if (type === NETLINK_LISTEN_ALL_NSID) this.nsid = value;
        else if (type === NETLINK_PKTINFO) this.group = value;
      }
      at += (length + 7) & ~7;
    }
  }
}
