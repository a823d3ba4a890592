/**
 * A request and what has come back so far.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import {
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
  AnswerLostError,
  type BatchFailure,
  MalformedAnswerError,
  type RequestDescription,
} from "./errors.ts";
import { type Ack, readAck, refusal, warningOf } from "./ack_details.ts";
import { Replies } from "./replies.ts";
import {
  type AnyRequest,
  type Mode,
  MODE_FLAGS,
  SKIPPED,
  type Warning,
} from "./request.ts";

/** How far an exchange has to be for those who wait for it. */
export type Stage = "progress" | "settled" | "done";

/**
 * Where an exchange is on its way:
 *
 * - `sending`: it is still being sent, in another thread;
 * - `running`: answers may come; exchanges begin with this;
 * - `stalled`: the kernel sends nothing but empty datagrams for it, until
 *   {@linkcode Exchange.resume};
 * - `done`: nothing more comes for it, which is final.
 */
type State = "sending" | "running" | "stalled" | "done";

/** Where an exchange is found as long as it is not done. */
interface Table {
  delete(exchange: Exchange): void;
}

/** Someone who waits for an exchange. */
export interface Waiter {
  /** How far it has to come. */
  readonly stage: Stage;
  /** Ends the waiting. */
  settle(error?: unknown): void;
}

/** A request and what has come back so far. */
export class Exchange {
  /** The request, or the requests of a batch. */
  readonly requests: readonly AnyRequest[];
  /** How the answers end. */
  readonly mode: Mode;
  /** Called with the kernel's warnings. */
  readonly onWarning: ((warning: Warning) => void) | undefined;
  /** Whether the event loop goes on while the kernel carries it out. */
  readonly nonblocking: boolean;
  #state: State = "running";
  #error: Error | undefined = undefined;
  #first = 0;
  #last = 0;
  readonly #replies = new Replies();
  /** Whether answers have come since the last time, wanted or not. */
  #advanced = false;
  readonly #failures: BatchFailure[] = [];
  #interrupted = false;
  #abandoned = false;
  #lost = false;
  #table: Table | undefined = undefined;
  #waiters: Waiter[] | undefined = undefined;

  /**
   * Makes the exchange.
   *
   * @param requests The request, or the requests of a batch.
   * @param mode How the answers end.
   * @param onWarning Called with the kernel's warnings.
   * @param nonblocking Whether the event loop goes on while the kernel carries
   * it out.
   */
  constructor(
    requests: readonly AnyRequest[],
    mode: Mode,
    onWarning: ((warning: Warning) => void) | undefined,
    nonblocking = false,
  ) {
    this.requests = requests;
    this.mode = mode;
    this.onWarning = onWarning;
    this.nonblocking = nonblocking;
  }

  /** Sequence number of the first request. */
  get first(): number {
    return this.#first;
  }

  /** Sequence number of the last request. */
  get last(): number {
    return this.#last;
  }

  /** Whether the kernel sends nothing more for it. */
  get done(): boolean {
    return this.#state === "done";
  }

  /** Whether it is still being sent, in another thread. */
  get sending(): boolean {
    return this.#state === "sending";
  }

  /** Whether the kernel sends nothing but empty datagrams for it. */
  get stalled(): boolean {
    return this.#state === "stalled";
  }

  /** Why it failed; a dump that has failed may go on. */
  get error(): Error | undefined {
    return this.#error;
  }

  /** Decoded answers that nobody has taken yet. */
  get replies(): readonly unknown[] {
    return this.#replies.latest;
  }

  /** Requests of a batch that failed. */
  get failures(): readonly BatchFailure[] {
    return this.#failures;
  }

  /** Whether objects changed during the dump. */
  get interrupted(): boolean {
    return this.#interrupted;
  }

  /** Whether nobody wants the answers any more. */
  get abandoned(): boolean {
    return this.#abandoned;
  }

  /** Whether answers may have been lost. */
  get lost(): boolean {
    return this.#lost;
  }

  /**
   * Gives it its sequence numbers.
   *
   * @param table Where it is found by them; it is deleted there when it is
   * done.
   * @param first Sequence number of the first request.
   * @param last Sequence number of the last request.
   */
  number(table: Table, first: number, last: number): void {
    this.#table = table;
    this.#first = first;
    this.#last = last;
  }

  /** Notes that another thread sends it, until {@linkcode Exchange.sent}. */
  send(): void {
    this.#state = "sending";
  }

  /** Notes that the other thread has sent it. */
  sent(): void {
    if (this.#state === "sending") this.#state = "running";
  }

  /** Notes that the kernel cannot go on with it. */
  stall(): void {
    if (this.#state === "done") return;
    this.#state = "stalled";
    this.#wake();
  }

  /** Lets it try again: what the kernel could not go on with may have gone. */
  resume(): void {
    if (this.#state === "stalled") this.#state = "running";
  }

  /** Notes that answers may have been lost. */
  lose(): void {
    this.#lost = true;
  }

  /**
   * Notes that nobody wants the answers any more. The kernel goes on with a
   * dump all the same, and has to come to its end before it starts another.
   */
  abandon(): void {
    this.#abandoned = true;
    if (this.mode === "dump") this.take();
    else this.end();
  }

  /**
   * Ends it; what has ended stays as it is.
   *
   * @param error Why it fails, unless it has failed already.
   */
  end(error?: Error): void {
    if (this.#state === "done") return;
    this.#fail(error);
    this.#state = "done";
    this.#table?.delete(this);
    this.#wake();
  }

  /**
   * Ends it, as answers that are not there by now are lost. A dump is
   * incomplete, and can be repeated.
   *
   * @param cause The error that reported the loss.
   */
  endLost(cause: Error | undefined): void {
    if (this.mode !== "dump") {
      return this.end(new AnswerLostError(this.describe(), { cause }));
    }
    this.#interrupted = true;
    this.end();
  }

  /**
   * Fails it, as the rest of a datagram cannot be read. A dump goes on.
   *
   * @param reason What is wrong with the datagram.
   */
  spoil(reason: string): void {
    const error = new MalformedAnswerError(reason, this.describe());
    if (this.mode !== "dump") return this.end(error);
    this.#fail(error);
    this.#wake();
  }

  /** What has failed first is reported. */
  #fail(error: Error | undefined): void {
    this.#error ??= error;
  }

  /**
   * Adds someone who waits for it.
   *
   * @param waiter Who, and how far it has to come.
   */
  addWaiter(waiter: Waiter): void {
    (this.#waiters ??= []).push(waiter);
  }

  /**
   * Removes someone who waits for it.
   *
   * @param waiter Who.
   */
  removeWaiter(waiter: Waiter): void {
    const rest = this.#waiters?.filter((other) => other !== waiter);
    this.#waiters = rest?.length === 0 ? undefined : rest;
  }

  /** Wakes those for whom it has come far enough. */
  #wake(): void {
    const waiters = this.#waiters;
    if (waiters === undefined) return;
    // Whoever is woken is removed, from another array.
    for (const waiter of waiters) {
      if (this.reached(waiter.stage)) waiter.settle();
    }
  }

  /** `NLM_F_*` besides those of the requests. */
  get flags(): number {
    return MODE_FLAGS[this.mode];
  }

  /** Whether the kernel reports what comes of the request (`NLM_F_ECHO`). */
  get echoes(): boolean {
    return (this.mode === "request" || this.mode === "get") &&
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
   * Returns whether the exchange has come as far as someone waits for.
   *
   * @param stage How far.
   * @returns Whether it has.
   */
  reached(stage: Stage): boolean {
    const state = this.#state;
    if (state === "done" || state === "stalled") return true;
    if (stage === "done") return false;
    return this.#error !== undefined ||
      (stage === "progress" && this.#advanced);
  }

  /**
   * Takes the answers that have come since the last time.
   *
   * @returns The answers.
   */
  take(): unknown[] {
    this.#advanced = false;
    return this.#replies.take();
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
    if (flags & NLM_F_DUMP_INTR) this.#interrupted = true;
    switch (type) {
      case NLMSG_NOOP:
        return;
      case NLMSG_ERROR:
      case NLMSG_DONE: {
        const sequence = view.getUint32(start + 8, LITTLE_ENDIAN);
        try {
          this.#acknowledge(view, start, end, type, flags, sequence);
        } finally {
          if (sequence === this.#last) this.end();
        }
        break;
      }
      default:
        if (!this.#abandoned) this.#reply(view, start + NLMSG_HDRLEN, end);
    }
    this.#wake();
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
    if (this.mode !== "dump" || this.#abandoned) return start;
    const { reply } = this.requests[0]!;
    if (reply?.decodeRun === undefined) return start;
    const replies = this.#replies.ofDatagram();
    const next = reply.decodeRun(view, start, end, this.#last, replies);
    if (next > start) {
      this.#advanced = true;
      this.#wake();
    }
    return next;
  }

  #reply(view: DataView, start: number, end: number): void {
    const { codec, reply = codec } = this.requests[0]!;
    if (this.mode === "batch") return;
    this.#advanced = true;
    try {
      const value = reply.decode(view, start, end);
      if (value !== SKIPPED) this.#replies.latest.push(value);
    } catch (cause) {
      this.#fail(
        new MalformedAnswerError(
          "the kernel's answer makes no sense",
          this.describe(),
          { cause },
        ),
      );
    }
    if (this.mode === "get") this.end();
  }

  #acknowledge(
    view: DataView,
    start: number,
    end: number,
    type: number,
    flags: number,
    sequence: number,
  ): void {
    const ack = readAck(view, start + NLMSG_HDRLEN, end, type, flags);
    if (ack === "success") return;
    const index = (sequence - this.#first) >>> 0;
    if (ack === "truncated") {
      const reason = "the kernel's acknowledgement is cut short";
      this.#failOne(index, new MalformedAnswerError(reason, this.describe()));
    } else if (!this.#abandoned) {
      const request = this.requests[index]!;
      if (ack.errno > 0) {
        this.#failOne(index, refusal(ack, request, this.describe(index)));
      } else this.#warn(ack, request, index);
    }
  }

  #warn(ack: Ack, request: AnyRequest, index: number): void {
    const { onWarning } = this;
    if (onWarning === undefined || ack.details.message === undefined) return;
    const warning = warningOf(ack, request, this.describe(index));
    // What the callback throws must not reach other requests.
    queueMicrotask(() => onWarning(warning));
  }

  /** Fails one request; those of a batch fail alone. */
  #failOne(index: number, error: Error): void {
    if (this.mode === "batch") this.#failures.push({ index, error });
    else this.#fail(error);
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
