/**
 * The error for changes of links that take several requests, or that the kernel
 * ignores.
 *
 * @module
 */

import { errnoOf } from "../../messages/errno.ts";
import { NetlinkError } from "../connection/errors.ts";

/** Details of a {@linkcode PartialChangeError}. */
export interface PartialChange {
  /** The link, such as `link eth0`. */
  readonly link: string;
  /** The properties that were not set, such as `veth.peer.alias`. */
  readonly failed: readonly string[];
  /** What was done before, such as `create link eth0`, in this order. */
  readonly done: readonly string[];
  /** The kernel's refusal; without it, the kernel ignored the properties. */
  readonly cause?: NetlinkError;
}

/**
 * Some properties of a link were not set, after others had been: a request
 * after the first one was refused, or the kernel accepted a request and ignored
 * a property that it does not support (`EOPNOTSUPP`).
 *
 * What was done before stays as it is. The kernel can carry out a part of a
 * single request, too, before it refuses the rest, and does not report which.
 *
 * @example The message
 * ```text
 * Cannot set protoDown of link d0: EOPNOTSUPP: Operation not supported: done before: create link d0
 * ```
 */
export class PartialChangeError extends NetlinkError {
  /** The properties that were not set, such as `veth.peer.alias`. */
  readonly failed: readonly string[];
  /** What was done before, such as `create link eth0`, in this order. */
  readonly done: readonly string[];

  /**
   * Makes the error.
   *
   * @param change What was done, and what was not.
   */
  constructor({ link, failed, done, cause }: PartialChange) {
    super(cause?.errno ?? errnoOf("EOPNOTSUPP"), {
      reason: cause?.reason,
      attribute: cause?.attribute,
      attributeName: cause?.attributeName,
      missing: cause?.missing,
      missingName: cause?.missingName,
      policy: cause?.policy,
      cookie: cause?.cookie,
      request: cause?.request,
    });
    this.name = "PartialChangeError";
    this.failed = failed;
    this.done = done;
    const state = cause === undefined
      ? "EOPNOTSUPP: the kernel ignores it"
      // The cause begins with what was tried, in the kernel's terms.
      : cause.message.replace(/^Cannot [^:]*: /, "");
    const before = done.length === 0 ? "" : `: done before: ${done.join(", ")}`;
    this.message = `Cannot set ${
      failed.join(", ")
    } of ${link}: ${state}${before}`;
    if (cause !== undefined) this.cause = cause;
  }
}
