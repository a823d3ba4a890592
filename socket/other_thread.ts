/**
 * Sending and receiving in another thread.
 *
 * The kernel carries requests out while they are sent, and goes on with a dump
 * within each receive, and waits there for locks that others hold: in another
 * thread that does not hold up the event loop.
 *
 * @module
 */

import { SocketError, TruncatedError } from "./error.ts";
import { lazy, libc } from "./libc.ts";
import { ROOM } from "./receiver.ts";
import type { Datagram } from "./transport.ts";

const MSG_TRUNC = 0x20;
const MSG_DONTWAIT = 0x40;
const ENOBUFS = 105;

const calls = lazy(
  {
    send: {
      parameters: ["i32", "buffer", "usize", "i32"],
      result: "isize",
      nonblocking: true,
    },
    recvfrom: {
      parameters: ["i32", "buffer", "usize", "i32", "buffer", "buffer"],
      result: "isize",
      nonblocking: true,
    },
  } as const,
);

/** What sends and receives for one socket in other threads. */
export class OtherThread {
  readonly #fd: number;
  #running = 0;
  #closed = false;
  #receiver: ThreadReceiver | undefined;

  /**
   * Makes it.
   *
   * @param fd The socket.
   */
  constructor(fd: number) {
    this.#fd = fd;
  }

  /**
   * Sends a datagram.
   *
   * @param datagram The datagram.
   * @returns Whether it was sent; if not, the error number stays behind in the
   * other thread.
   */
  async send(datagram: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const size = BigInt(datagram.length);
    return await this.#run(() => calls().send(this.#fd, datagram, size, 0)) >=
      0;
  }

  /**
   * Takes a datagram if one is waiting.
   *
   * @returns The datagram, valid until the next receive.
   */
  async receive(): Promise<Datagram | undefined> {
    const receiver = this.#receiver ??= new ThreadReceiver(ROOM);
    return await this.#run(() => receiver.receive(this.#fd));
  }

  /** Closes the socket, once nothing uses it any more. */
  close(): void {
    this.#closed = true;
    if (this.#running === 0) libc().close(this.#fd);
  }

  async #run<T>(call: () => Promise<T>): Promise<T> {
    this.#running++;
    try {
      return await call();
    } finally {
      this.#running--;
      if (this.#closed && this.#running === 0) libc().close(this.#fd);
    }
  }
}

/** What receives the datagrams of one socket in another thread. */
class ThreadReceiver {
  #buffer: Uint8Array<ArrayBuffer>;
  /** `struct sockaddr_nl`; not shared, as the thread writes it. */
  readonly #addressWords = new Uint32Array(3);
  readonly #address = new Uint8Array(this.#addressWords.buffer);
  readonly #lengthWord = new Uint32Array(1);
  readonly #length = new Uint8Array(this.#lengthWord.buffer);

  constructor(room: number) {
    this.#buffer = new Uint8Array(room);
  }

  /**
   * Takes a datagram if one is waiting.
   *
   * Error numbers stay behind in the other thread. Of the errors that receiving
   * can have, only a loss leaves datagrams behind, so if there is one after an
   * error, that was a loss, of which the datagram becomes a part.
   */
  async receive(fd: number): Promise<Datagram | undefined> {
    let size = await this.#call(fd);
    if (size < 0) {
      size = await this.#call(fd);
      if (size < 0) return undefined;
      throw new SocketError("recvfrom", ENOBUFS, "receive");
    }
    const { length } = this.#buffer;
    if (size > length) {
      this.#buffer = new Uint8Array(2 ** Math.ceil(Math.log2(size)));
      throw new TruncatedError(size, length);
    }
    return {
      bytes: this.#buffer.subarray(0, size),
      sender: this.#addressWords[1]!,
      groups: this.#addressWords[2]!,
    };
  }

  async #call(fd: number): Promise<number> {
    this.#lengthWord[0] = this.#address.length;
    const buffer = this.#buffer;
    return Number(
      await calls().recvfrom(
        fd,
        buffer,
        BigInt(buffer.length),
        MSG_DONTWAIT | MSG_TRUNC,
        this.#address,
        this.#length,
      ),
    );
  }
}
