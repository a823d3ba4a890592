/**
 * Receiving datagrams, with their senders, whatever their size.
 *
 * @module
 */

import { AncillaryReceiver } from "./ancillary.ts";
import { SocketError, TruncatedError } from "./error.ts";
import { errno, libc, pointerTo } from "./libc.ts";
import type { Datagram } from "./transport.ts";

const MSG_PEEK = 0x02;
const MSG_TRUNC = 0x20;
const MSG_DONTWAIT = 0x40;
const EINTR = 4;
const EAGAIN = 11;

// MSG_TRUNC asks for the size that the datagram has, not for what fits.
const FLAGS = MSG_DONTWAIT | MSG_TRUNC;

/**
 * Room for a datagram by default, in bytes.
 *
 * The kernel fills dumps by 32 KiB, other programs send at most their send
 * buffer, which is 208 KiB by default, and what is not touched of it costs no
 * memory.
 */
export const ROOM = 1 << 18;

/** The kernel makes no larger datagrams for dumps, in bytes. */
const LARGE = 1n << 15n;

/** `struct sockaddr_nl`: family, port id and groups in its three words. */
const addressWords = new Uint32Array(3);
const address = new Uint8Array(addressWords.buffer);
const lengthWord = new Uint32Array(1);
const length = new Uint8Array(lengthWord.buffer);
/**
 * Where these are, once a call needs it: each array that a call takes costs it
 * 20 ns, and a `bigint` next to nothing (measured).
 */
let addressAt = 0n;
let lengthAt = 0n;

/** What receives the datagrams of one socket. */
export class Receiver {
  /** Whether to ask for ancillary data besides the address. */
  ancillary = false;
  #room: bigint;
  #peek: boolean;
  #received = false;
  #buffer: Uint8Array<ArrayBuffer> | undefined;
  /**
   * What was lent last of the buffer, if anything: making a view takes 100 ns.
   */
  #lent: Uint8Array<ArrayBuffer> | undefined;
  #receiver: AncillaryReceiver | undefined;

  /**
   * Makes the receiver.
   *
   * @param room Room for a datagram in bytes.
   */
  constructor(room: number) {
    if (!Number.isInteger(room) || room < 0) {
      throw new RangeError(`Cannot make room for ${room} bytes`);
    }
    this.#room = BigInt(room);
    this.#peek = room < ROOM;
  }

  /**
   * Takes a datagram if one is waiting.
   *
   * @param fd The socket.
   * @returns The datagram, valid until the next receive.
   */
  receive(fd: number): Datagram | undefined {
    if (this.#peek) this.#grow(this.#call(fd, FLAGS | MSG_PEEK));
    const size = this.#call(fd, FLAGS);
    if (size < 0) return undefined;
    this.#received = true;
    const buffer = this.#buffer!;
    if (size > buffer.length) {
      this.#grow(size);
      throw new TruncatedError(size, buffer.length);
    }
    let lent = this.#lent;
    if (lent?.length !== size) this.#lent = lent = buffer.subarray(0, size);
    const datagram: Datagram = {
      bytes: lent,
      sender: addressWords[1]!,
      groups: addressWords[2]!,
    };
    if (this.ancillary) {
      const { nsid, group } = this.#receiver!;
      if (nsid !== undefined) datagram.nsid = nsid;
      if (group !== undefined) datagram.group = group;
    }
    return datagram;
  }

  /**
   * Whether the kernel has received into as large a buffer as it makes dumps
   * for.
   */
  get isLarge(): boolean {
    return this.#received && this.#room >= LARGE;
  }

  /**
   * Shows the kernel how large the buffer can be, by looking at the datagram
   * that comes next.
   *
   * @param fd The socket.
   * @param isOurs Whether to take the datagram, and not leave it to the next
   * receive.
   */
  receiveLarge(
    fd: number,
    isOurs: (bytes: Uint8Array<ArrayBuffer>, sender: number) => boolean,
  ): void {
    this.#grow(Number(LARGE));
    const size = this.#call(fd, FLAGS | MSG_PEEK);
    if (size < 0) return;
    const { length } = this.#buffer!;
    const bytes = this.#buffer!.subarray(0, Math.min(size, length));
    if (isOurs(bytes, addressWords[1]!)) this.#call(fd, FLAGS);
  }

  /** Receives once; -1 means that there is nothing. */
  #call(fd: number, flags: number): number {
    for (;;) {
      const size = this.ancillary
        ? this.#recvmsg(fd, flags)
        : this.#recvfrom(fd, flags);
      if (size >= 0) return size;
      const error = errno();
      if (error === EAGAIN) return -1;
      if (error !== EINTR) throw new SocketError("recvfrom", error, "receive");
    }
  }

  #recvfrom(fd: number, flags: number): number {
    const buffer = this.#buffer ??= new Uint8Array(Number(this.#room));
    const calls = libc();
    if (addressAt === 0n) {
      addressAt = pointerTo(address);
      lengthAt = pointerTo(length);
    }
    lengthWord[0] = 12;
    return calls.recvfrom(fd, buffer, this.#room, flags, addressAt, lengthAt);
  }

  #recvmsg(fd: number, flags: number): number {
    const buffer = this.#buffer ??= new Uint8Array(Number(this.#room));
    if (this.#receiver?.buffer !== buffer) {
      this.#receiver = new AncillaryReceiver(buffer, address);
    }
    return this.#receiver.receive(fd, flags);
  }

  /** Makes room for a datagram of some size. */
  #grow(size: number): void {
    if (size <= this.#room) return;
    this.#buffer = new Uint8Array(2 ** Math.ceil(Math.log2(size)));
    this.#lent = undefined;
    this.#room = BigInt(this.#buffer.length);
  }
}
