/**
 * What can go wrong with a request.
 *
 * @module
 */

import { errorName, errorText } from "../../messages/errno.ts";
import { SocketError } from "../../socket/error.ts";

export * from "./batch_error.ts";

/** The request that an error belongs to. */
export interface RequestDescription {
  /** Message type, such as 16 (`nlmsg_type`). */
  readonly type: number;
  /** Name of the message type, such as `RTM_NEWLINK`. */
  readonly name: string;
  /** Flags, `NLM_F_*` (`nlmsg_flags`). */
  readonly flags: number;
  /** What it does, such as `create link`. */
  readonly action: string;
  /** What kind of object it is about, such as `link`, if that is known. */
  readonly object: string | undefined;
  /**
   * Which object it is about, such as `eth0` or `10.0.0.0/8 via 192.0.2.1`, if
   * the message names one.
   */
  readonly subject: string | undefined;
  /** The message that was sent. */
  readonly message: unknown;
}

/** What was tried, as it follows "Cannot". */
function attempt(request: RequestDescription | undefined): string {
  if (request === undefined) return "carry out the request";
  const { action, subject } = request;
  return subject === undefined ? action : `${action} ${subject}`;
}

/** What the kernel accepts in the attribute that it refused. */
export interface PolicyLimits {
  /** Type of the attribute, such as `u32` or `string`. */
  readonly type: string;
  /** The limits as text, such as `1 to 4094` or `at most 15 bytes`. */
  readonly text: string;
  /** Least value of an integer. */
  readonly min: bigint | undefined;
  /** Greatest value of an integer. */
  readonly max: bigint | undefined;
  /** Least length in bytes. */
  readonly minLength: number | undefined;
  /** Greatest length in bytes. */
  readonly maxLength: number | undefined;
  /** Bits that may be set. */
  readonly mask: bigint | undefined;
}

/** Details of a {@linkcode NetlinkError}. */
export interface NetlinkErrorDetails {
  /** The kernel's explanation. */
  reason?: string | undefined;
  /** The property at fault, such as `attributes.info.vlan.id`. */
  attribute?: string | undefined;
  /** UAPI name of the attribute at fault, such as `IFLA_VLAN_ID`. */
  attributeName?: string | undefined;
  /** Type of the attribute that is missing, a number. */
  missingType?: number | undefined;
  /** The property that is missing, such as `attributes.info.vlan.id`. */
  missing?: string | undefined;
  /** UAPI name of the attribute that is missing, such as `IFLA_VLAN_ID`. */
  missingName?: string | undefined;
  /** What the kernel accepts in the attribute at fault. */
  policy?: PolicyLimits | undefined;
  /** Whatever the kernel's subsystem added. */
  cookie?: Uint8Array | undefined;
  /** The request. */
  request?: RequestDescription | undefined;
}

/**
 * The kernel refused a request.
 *
 * @example The message
 * ```text
 * Cannot create link v5: ERANGE: Invalid VLAN id: at attributes.info.vlan.id (IFLA_VLAN_ID)
 * ```
 */
export class NetlinkError extends Error {
  /** Error number, such as 17. */
  readonly errno: number;
  /** Name of {@linkcode NetlinkError.errno}, such as `EEXIST`. */
  readonly code: string;
  /** The kernel's explanation, if it gave one. */
  readonly reason: string | undefined;
  /**
   * The property at fault, such as `attributes.mtu`, if the kernel reports it.
   */
  readonly attribute: string | undefined;
  /** UAPI name of that attribute, such as `IFLA_MTU`. */
  readonly attributeName: string | undefined;
  /** Type of the attribute that is missing, if the kernel reports it. */
  readonly missingType: number | undefined;
  /** The property that is missing, if the kernel reports it. */
  readonly missing: string | undefined;
  /** UAPI name of that attribute. */
  readonly missingName: string | undefined;
  /** What the kernel accepts in the attribute at fault, if it reports that. */
  readonly policy: PolicyLimits | undefined;
  /** Whatever the kernel's subsystem added. */
  readonly cookie: Uint8Array | undefined;
  /** The request that was refused, if it is known. */
  readonly request: RequestDescription | undefined;

  /**
   * Makes the error.
   *
   * @param errno The error number, without the minus sign of the kernel.
   * @param details What else the kernel reported.
   */
  constructor(errno: number, details: NetlinkErrorDetails = {}) {
    super(wording(errno, details));
    this.name = "NetlinkError";
    this.errno = errno;
    this.code = errorName(errno);
    this.reason = details.reason;
    this.attribute = details.attribute;
    this.attributeName = details.attributeName;
    this.missingType = details.missingType;
    this.missing = details.missing;
    this.missingName = details.missingName;
    this.policy = details.policy;
    this.cookie = details.cookie;
    this.request = details.request;
  }
}

function wording(errno: number, details: NetlinkErrorDetails): string {
  const { reason, attribute, missing, policy, request } = details;
  const parts = [
    `Cannot ${attempt(request)}`,
    errorName(errno),
    // The kernel's own texts come with and without a period.
    (reason ?? errorText(errno)).replace(/\.$/, ""),
  ];
  if (attribute !== undefined) {
    const limits = policy?.text || undefined;
    parts.push(
      `at ${attribute}${inParentheses(details.attributeName, limits)}`,
    );
  }
  if (missing !== undefined) {
    parts.push(`${missing}${inParentheses(details.missingName)} is missing`);
  }
  return parts.join(": ");
}

/** Facts behind a name, those that are known. */
function inParentheses(...facts: (string | undefined)[]): string {
  const known = facts.filter((fact) => fact !== undefined);
  return known.length === 0 ? "" : ` (${known.join(": ")})`;
}

/**
 * Objects changed while they were listed, each time it was tried: the list may
 * lack some objects or hold some twice.
 */
export class DumpInterruptedError extends Error {
  /**
   * What the last attempt read, in the kernel's terms. A streaming dump has
   * handed everything out already, and leaves this empty.
   */
  readonly partial: readonly unknown[];
  /** How often the dump was tried. */
  readonly attempts: number;
  /** The request, if it is known. */
  readonly request: RequestDescription | undefined;

  /**
   * Makes the error.
   *
   * @param partial What the last attempt read.
   * @param attempts How often the dump was tried.
   * @param request The request.
   */
  constructor(
    partial: readonly unknown[] = [],
    attempts = 1,
    request?: RequestDescription,
  ) {
    const times = attempts === 1 ? "meanwhile" : `in all ${attempts} attempts`;
    super(
      `Cannot ${
        request === undefined ? "dump" : attempt(request)
      }: objects changed ${times}`,
    );
    this.name = "DumpInterruptedError";
    this.partial = partial;
    this.attempts = attempts;
    this.request = request;
  }
}

/**
 * The kernel cannot go on with a dump, because the next object is larger than
 * a datagram: it sends empty ones without end.
 *
 * That happens to IPv6 routes with more than a thousand next hops. The socket
 * can make no other dump before such an object is gone, and only closing it
 * ends the one that runs; other requests are carried out.
 */
export class DumpStalledError extends Error {
  /** Error number of a receive that finds nothing: 61. */
  readonly errno = 61;
  /** Name of {@linkcode DumpStalledError.errno}: `ENODATA`. */
  readonly code = "ENODATA";
  /**
   * What was read before, in the kernel's terms. A streaming dump has handed
   * everything out already, and leaves this empty.
   */
  readonly partial: readonly unknown[];
  /** The request, if it is known. */
  readonly request: RequestDescription | undefined;

  /**
   * Makes the error.
   *
   * @param partial What was read before.
   * @param request The request.
   */
  constructor(partial: readonly unknown[] = [], request?: RequestDescription) {
    super(
      `Cannot ${request === undefined ? "dump" : attempt(request)}: ` +
        "the kernel sends empty datagrams without end",
    );
    this.name = "DumpStalledError";
    this.partial = partial;
    this.request = request;
  }
}

/** The kernel did not answer in time. */
export class RequestTimeoutError extends Error {
  /** How long the answer was waited for, in seconds. */
  readonly timeout: number;
  /** The request, if it is known. */
  readonly request: RequestDescription | undefined;

  /**
   * Makes the error.
   *
   * @param timeout How long the answer was waited for, in seconds.
   * @param request The request.
   */
  constructor(timeout: number, request?: RequestDescription) {
    const action = attempt(request);
    super(`Cannot ${action}: no answer within ${timeout} s`);
    this.name = "RequestTimeoutError";
    this.timeout = timeout;
    this.request = request;
  }
}

/** The connection was closed, before the request or while it waited. */
export class ConnectionClosedError extends Error {
  /** The request, if it is known. */
  readonly request: RequestDescription | undefined;

  /**
   * Makes the error.
   *
   * @param request The request.
   * @param options The error behind it, and what was tried, if that was no
   * request.
   */
  constructor(
    request?: RequestDescription,
    options: ErrorOptions & { action?: string } = {},
  ) {
    const { action = attempt(request), ...rest } = options;
    super(`Cannot ${action}: the connection is closed`, rest);
    this.name = "ConnectionClosedError";
    this.request = request;
  }
}

/**
 * The answer to a request was lost, because the receive buffer was full or the
 * datagram too large: the request may have been carried out or not.
 */
export class AnswerLostError extends Error {
  /** The request, if it is known. */
  readonly request: RequestDescription | undefined;

  /**
   * Makes the error.
   *
   * @param request The request.
   * @param options The error behind it.
   */
  constructor(request?: RequestDescription, options?: ErrorOptions) {
    const action = attempt(request);
    super(
      `Cannot determine the outcome of "${action}": the answer was lost`,
      options,
    );
    this.name = "AnswerLostError";
    this.request = request;
  }
}

/** The kernel sent an answer that cannot be decoded. */
export class MalformedAnswerError extends Error {
  /** The request, if it is known. */
  readonly request: RequestDescription | undefined;

  /**
   * Makes the error.
   *
   * @param problem What is wrong with the answer.
   * @param request The request.
   * @param options The error behind it.
   */
  constructor(
    problem: string,
    request?: RequestDescription,
    options?: ErrorOptions,
  ) {
    const action = attempt(request);
    super(`Cannot ${action}: ${problem}`, options);
    this.name = "MalformedAnswerError";
    this.request = request;
  }
}

const TEMPORARY: ReadonlySet<string> = new Set([
  "EAGAIN",
  "EBUSY",
  "EINTR",
  "ENOBUFS",
  "ENOMEM",
]);

/**
 * Returns whether the same request may succeed when it is tried again a little
 * later.
 *
 * That is so for interrupted dumps, for lost answers, and for the error codes
 * `EAGAIN`, `EBUSY`, `EINTR`, `ENOBUFS` and `ENOMEM` of the kernel or the
 * socket. A request that may have been carried out already, such as one whose
 * answer was lost, can then fail with `EEXIST`, or with `ENOENT` and the like
 * if it deletes something.
 *
 * @example Usage
 * ```ts ignore
 * for (let attempt = 1;; attempt++) {
 *   try {
 *     return await Array.fromAsync(net.route.list());
 *   } catch (error) {
 *     if (attempt === 3 || !isRetryable(error)) throw error;
 *   }
 * }
 * ```
 *
 * @param error What was thrown.
 * @returns Whether to try again.
 */
export function isRetryable(error: unknown): boolean {
  if (error instanceof DumpInterruptedError) return true;
  if (error instanceof AnswerLostError) return true;
  return (error instanceof NetlinkError || error instanceof SocketError) &&
    TEMPORARY.has(error.code);
}
