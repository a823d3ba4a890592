/**
 * How much connections of Multipath TCP may use: `ip mptcp limits`.
 *
 * @module
 */

import {
  MPTCP_PM_CMD_GET_LIMITS,
  MPTCP_PM_CMD_SET_LIMITS,
  type MptcpAttributes,
  mptcpAttributes,
  type MptcpMessage,
} from "../../messages/generic/mptcp.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { number } from "../mapping/conversions.ts";
import { mapping, originalMessage } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import type { FamilyRequests } from "./family_requests.ts";

/** How much connections may use. */
export interface MptcpLimitsSpec {
  /**
   * How many subflows a connection can have besides the first, up to 64, or 8
   * on older kernels (`MPTCP_PM_ATTR_SUBFLOWS`).
   */
  subflows?: number;
  /**
   * How many addresses that a peer announces are accepted
   * (`MPTCP_PM_ATTR_RCV_ADD_ADDRS`).
   */
  acceptedAddresses?: number;
}

/** How much connections may use. */
export interface MptcpLimitsState extends MptcpLimitsSpec {
  /** The message that this was read from. */
  readonly message: MptcpMessage;
}

const limits = mapping<
  MptcpLimitsSpec & { message?: unknown },
  MptcpAttributes
>({
  subflows: number,
  acceptedAddresses: ["rcvAddAddrs", number],
  message: originalMessage,
}, mptcpAttributes);

/** How much connections of Multipath TCP may use: `ip mptcp limits`. */
export class MptcpLimits {
  readonly #requests: FamilyRequests<MptcpAttributes>;

  /**
   * Makes the methods.
   *
   * @param requests Requests of the family.
   */
  constructor(requests: FamilyRequests<MptcpAttributes>) {
    this.#requests = requests;
  }

  /**
   * Gets the limits.
   *
   * @param options How to ask.
   * @returns The limits.
   * @throws {NetlinkError} If the kernel has no Multipath TCP (`ENOENT`).
   */
  async get(options: RequestOptions = {}): Promise<MptcpLimitsState> {
    const message = await this.#requests.family.get(
      MPTCP_PM_CMD_GET_LIMITS,
      {},
      options,
    );
    return withMessage<MptcpLimitsState>(
      limits.fromKernel(message.attributes),
      message,
    );
  }

  /**
   * Sets limits; those that are missing stay.
   *
   * @param spec The limits.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If a limit is too large for the kernel (`EINVAL`).
   */
  async set(
    spec: MptcpLimitsSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.#requests.send(
      MPTCP_PM_CMD_SET_LIMITS,
      (fieldPath) => limits.toKernel(spec, fieldPath),
      options,
    );
  }
}
