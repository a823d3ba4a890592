/**
 * A request and what has come back so far.
 *
 * @module
 */

import { type Codec, LITTLE_ENDIAN, Writer } from "../../messages/codec/mod.ts";
import { type ExtendedAck, extendedAck } from "../../messages/extended_ack.ts";
import {
  NLM_F_ACK,
  NLM_F_ACK_TLVS,
  NLM_F_CAPPED,
  NLM_F_DUMP,
  NLM_F_DUMP_INTR,
  NLM_F_ECHO,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  NLMSG_NOOP,
} from "../../messages/header.ts";
import { describeRequest } from "./request_names.ts";
import {
  type BatchFailure,
  MalformedAnswerError,
  NetlinkError,
  type RequestDescription,
} from "./errors.ts";
import { explain } from "./ack_details.ts";
import { type AnyRequest, SKIPPED, type Warning } from "./request.ts";
import type { Waiter } from "./waiters.ts";

/** How the answers to a request end. */
export type Mode = "request" | "get" | "dump" | "batch";

/** The flags that a request gets by how its answers end. */
export const MODE_FLAGS: Readonly<Record<Mode, number>> = {
  request: NLM_F_ACK,
  get: 0,
  dump: NLM_F_DUMP,
  batch: 0,
};

/** How far an exchange has to be for those who wait for it. */
export type Stage = "progress" | "settled" | "done";

/** After how many answers of a dump another array begins. */
const MANY = 256;

/** A request and what has come back so far. */
export class Exchange {
  /** The request, or the requests of a batch. */
  readonly requests: readonly AnyRequest[];
  /** How the answers end. */
  readonly mode: Mode;
  /** Hears the kernel's warnings. */
  readonly onWarning: ((warning: Warning) => void) | undefined;
  /** Sequence number of the first request. */
  first = 0;
  /** Sequence number of the last request. */
  last = 0;
  /** Decoded answers that nobody has taken yet. */
  replies: unknown[] = [];
  /**
   * Those of earlier datagrams: with one array that keeps growing, the garbage
   * collector takes twice the time for 100,000 objects (measured).
   */
  #earlier: unknown[][] = [];
  /** Whether answers have come since the last time, wanted or not. */
  advanced = false;
  /** Requests of a batch that failed. */
  failures: BatchFailure[] = [];
  /** Why it failed. */
  error: Error | undefined = undefined;
  /** Whether the kernel has nothing more to say. */
  done = false;
  /** Whether objects changed during the dump. */
  interrupted = false;
  /** Whether nobody wants the answers any more. */
  abandoned = false;
  /** Whether answers may have been lost. */
  lost = false;
  /** Whether the event loop goes on while the kernel carries it out. */
  nonblocking = false;
  /** Whether it is still being sent, in another thread. */
  sending = false;
  /** Whether the kernel sends nothing but empty datagrams for it. */
  stalled = false;
  /** Who waits for it. */
  waiters: Waiter[] | undefined = undefined;

  /**
   * Makes the exchange.
   *
   * @param requests The request, or the requests of a batch.
   * @param mode How the answers end.
   * @param onWarning Hears the kernel's warnings.
   */
  constructor(
    requests: readonly AnyRequest[],
    mode: Mode,
    onWarning: ((warning: Warning) => void) | undefined,
  ) {
    this.requests = requests;
    this.mode = mode;
    this.onWarning = onWarning;
  }

  /** `NLM_F_*` besides those of the requests. */
  get flags(): number {
    return MODE_FLAGS[this.mode];
  }

  /** Whether the kernel tells what comes of the request (`NLM_F_ECHO`). */
  get echoes(): boolean {
    return this.mode === "request" &&
      ((this.requests[0]!.flags ?? 0) & NLM_F_ECHO) !== 0;
  }

  /** Whether the kernel may take long over it. */
  get long(): boolean {
    if (this.nonblocking) return true;
    return this.mode === "batch"
      ? this.requests.some(({ long }) => long)
      : this.requests[0]!.long === true;
  }

  /**
   * Tells whether the exchange has come as far as someone waits for.
   *
   * @param stage How far.
   * @returns Whether it has.
   */
  reached(stage: Stage): boolean {
    if (this.done || this.stalled) return true;
    if (stage === "done") return false;
    return this.error !== undefined ||
      (stage === "progress" && this.advanced);
  }

  /**
   * Takes the answers that have come since the last time.
   *
   * @returns The answers.
   */
  take(): unknown[] {
    const { replies } = this;
    this.advanced = false;
    if (replies.length > 0) this.replies = [];
    if (this.#earlier.length === 0) return replies;
    const all = new Array<unknown>().concat(...this.#earlier, replies);
    this.#earlier = [];
    return all;
  }

  /**
   * Adds one message of the kernel.
   *
   * @param view The datagram.
   * @param start Where the message starts in it.
   * @param end Where it ends.
   */
  accept(view: DataView, start: number, end: number): void {
    const type = view.getUint16(start + 4, LITTLE_ENDIAN);
    const flags = view.getUint16(start + 6, LITTLE_ENDIAN);
    if (flags & NLM_F_DUMP_INTR) this.interrupted = true;
    switch (type) {
      case NLMSG_NOOP:
        return;
      case NLMSG_ERROR:
      case NLMSG_DONE:
        return this.#end(view, start, end, type, flags);
      default:
        if (!this.abandoned) this.#reply(view, start + NLMSG_HDRLEN, end);
    }
  }

  /**
   * Adds the objects of a dump that a datagram begins with, as far as there is
   * nothing special about them.
   *
   * @param view The datagram.
   * @param start Where the first message starts in it.
   * @param end Where the datagram ends.
   * @returns Where the first message starts that has not been added.
   */
  acceptRun(view: DataView, start: number, end: number): number {
    if (this.mode !== "dump" || this.abandoned) return start;
    if (this.replies.length >= MANY) {
      this.#earlier.push(this.replies);
      this.replies = [];
    }
    const { reply } = this.requests[0]!;
    if (reply?.decodeRun === undefined) return start;
    const next = reply.decodeRun(view, start, end, this.last, this.replies);
    if (next > start) this.advanced = true;
    return next;
  }

  #reply(view: DataView, start: number, end: number): void {
    const { codec, reply = codec } = this.requests[0]!;
    if (this.mode === "batch") return;
    this.advanced = true;
    try {
      const value = reply.decode(view, start, end);
      if (value !== SKIPPED) this.replies.push(value);
    } catch (cause) {
      this.error ??= new MalformedAnswerError(
        "the kernel's answer makes no sense",
        this.describe(),
        { cause },
      );
    }
    if (this.mode === "get") this.done = true;
  }

  #end(
    view: DataView,
    start: number,
    end: number,
    type: number,
    flags: number,
  ): void {
    const sequence = view.getUint32(start + 8, LITTLE_ENDIAN);
    if (sequence === this.last) this.done = true;
    const body = start + NLMSG_HDRLEN;
    if (end - body < 4) {
      // A DONE without error number is a success; an ERROR is not.
      if (type === NLMSG_ERROR) this.#fail(sequence, truncatedAck(this));
      return;
    }
    const errno = -view.getInt32(body, LITTLE_ENDIAN);
    if (errno <= 0 && !(flags & NLM_F_ACK_TLVS)) return;
    if (this.abandoned) return;
    const ack = decodeAck(view, body, end, type, flags);
    if (errno > 0) this.#refuse(sequence, errno, ack);
    else this.#warn(sequence, ack);
  }

  #refuse(sequence: number, errno: number, ack: ExtendedAck): void {
    const index = this.#index(sequence);
    const request = this.describe(index);
    const details = this.#explain(index, ack);
    this.#fail(sequence, new NetlinkError(errno, { ...details, request }));
  }

  #warn(sequence: number, ack: ExtendedAck): void {
    const { onWarning } = this;
    if (onWarning === undefined || ack.message === undefined) return;
    const index = this.#index(sequence);
    const { attribute, cookie } = this.#explain(index, ack);
    const request = this.describe(index);
    const warning = { message: ack.message, attribute, cookie, request };
    // What the callback throws must not reach other requests.
    queueMicrotask(() => onWarning(warning));
  }

  #fail(sequence: number, error: Error): void {
    if (this.mode === "batch") {
      this.failures.push({ index: this.#index(sequence), error });
    } else this.error ??= error;
  }

  #index(sequence: number): number {
    return (sequence - this.first) >>> 0;
  }

  /** Requests are encoded again for errors only, so that none has to be kept. */
  #explain(index: number, ack: ExtendedAck): ReturnType<typeof explain> {
    if (ack.offset === undefined && ack.missingType === undefined) {
      return explain(ack, NO_CODEC, EMPTY, NLMSG_HDRLEN);
    }
    const { codec, message } = this.requests[index]!;
    const writer = new Writer();
    writer.reserve(NLMSG_HDRLEN);
    codec.encode(writer, message as never);
    const { buffer, length } = writer.finish();
    return explain(
      ack,
      codec as Codec<unknown>,
      new DataView(buffer, 0, length),
      NLMSG_HDRLEN,
    );
  }

  /**
   * Describes a request for error messages.
   *
   * @param index Which one of a batch.
   * @returns The description.
   */
  describe(index = 0): RequestDescription {
    const request = this.requests[index]!;
    const { flags = 0 } = request;
    return describeRequest(request, flags | this.flags | NLM_F_REQUEST);
  }
}

const EMPTY = new DataView(new ArrayBuffer(0));
const NO_CODEC: Codec<unknown> = extendedAck as Codec<unknown>;

function truncatedAck(exchange: Exchange): MalformedAnswerError {
  return new MalformedAnswerError(
    "the kernel's acknowledgement is cut short",
    exchange.describe(),
  );
}

/** Reads the attributes of an acknowledgement, whose body starts at `body`. */
function decodeAck(
  view: DataView,
  body: number,
  end: number,
  type: number,
  flags: number,
): ExtendedAck {
  if (!(flags & NLM_F_ACK_TLVS)) return {};
  let start = body + 4;
  if (type === NLMSG_ERROR) {
    start += NLMSG_HDRLEN;
    const failed = view.getInt32(body, LITTLE_ENDIAN) !== 0;
    if (failed && !(flags & NLM_F_CAPPED) && start <= end) {
      const length = view.getUint32(body + 4, LITTLE_ENDIAN);
      start += Math.max(0, ((length + 3) & ~3) - NLMSG_HDRLEN);
    }
  }
  if (start >= end) return {};
  try {
    return extendedAck.decode(view, start, end);
  } catch {
    return {};
  }
}
