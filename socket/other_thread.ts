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
import { SOL_SOCKET } from "./options.ts";
import { ROOM } from "./receiver.ts";
import { getOption } from "./sockopt.ts";
import type { Datagram } from "./transport.ts";

const MSG_TRUNC = 0x20;
const MSG_DONTWAIT = 0x40;
const ENOBUFS = 105;
const POLLIN = 1;
const POLLERR = 8;
/** The error that the next receive would report, which takes it. */
const SO_ERROR = 4;

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

/** Asks what there is, which waits for no lock. */
const ask = lazy(
  { poll: { parameters: ["buffer", "u64", "i32"], result: "i32" } } as const,
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
  /** `struct pollfd`: the descriptor, what to ask for, and what there is. */
  readonly #pollWords = new Int32Array(2);
  readonly #pollHalves = new Int16Array(this.#pollWords.buffer);
  readonly #poll = new Uint8Array(this.#pollWords.buffer);

  constructor(room: number) {
    this.#buffer = new Uint8Array(room);
  }

  /**
   * Takes a datagram if one is waiting.
   *
   * Error numbers stay behind in the other thread, so that a loss would look as
   * if there was nothing yet. So nothing is received before something is there,
   * and what fails then is a loss.
   */
  async receive(fd: number): Promise<Datagram | undefined> {
    const events = this.#ask(fd);
    if (events === 0) return undefined;
    const error = events & POLLERR ? getOption(fd, SOL_SOCKET, SO_ERROR) : 0;
    if (error !== 0) throw new SocketError("recvfrom", error, "receive");
    const size = await this.#call(fd);
    if (size < 0) throw new SocketError("recvfrom", ENOBUFS, "receive");
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

  /** Returns what there is: `POLLIN`, `POLLERR`, both, or nothing. */
  #ask(fd: number): number {
    this.#pollWords[0] = fd;
    this.#pollHalves[2] = POLLIN;
    ask().poll(this.#poll, 1n, 0);
    return this.#pollHalves[3]!;
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
