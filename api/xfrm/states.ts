/**
 * States, by which packets are transformed: `ip xfrm state`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-xfrm.8.html | ip-xfrm(8)}
 *
 * @module
 */

import { xfrmAttributes } from "../../messages/xfrm/attributes.ts";
import * as c from "../../messages/xfrm/constants.ts";
import { xfrmStateInfoMessage } from "../../messages/xfrm/info.ts";
import {
  xfrmSpiMessage,
  xfrmStateFlushMessage,
  xfrmStateIdMessage,
  type XfrmStateMessage,
  xfrmStateMessage,
} from "../../messages/xfrm/messages.ts";
import { XFRM_PROTOCOLS } from "../../messages/xfrm/names.ts";
import type { XfrmStateId } from "../../messages/xfrm/state.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import {
  deleteObject,
  type DeleteOptions,
  missing,
  orUndefined,
} from "../connection/existence.ts";
import type { Listing } from "../connection/listing.ts";
import { uint32 } from "../mapping/conversions.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { type All, checkNames } from "../mapping/filter.ts";
import { messagesOf } from "../mapping/reading.ts";
import { xfrmProtocol } from "./names.ts";
import type { XfrmRequests, XfrmVerb } from "./requests.ts";
import {
  nameXfrmState,
  type XfrmStateFilter,
  xfrmStateFilter,
  type XfrmStateKey,
} from "./state_filter.ts";
import {
  fromXfrmState,
  type XfrmState,
  xfrmStates,
  type XfrmStateSpec,
} from "./state_spec.ts";

export type { XfrmStateFilter, XfrmStateKey } from "./state_filter.ts";

/** A state whose security parameter index the kernel is to choose. */
export interface XfrmSpiSpec extends
  Pick<
    XfrmStateSpec,
    | "source"
    | "destination"
    | "protocol"
    | "mode"
    | "requestId"
    | "sequence"
    | "mark"
    | "direction"
    | "cpu"
  > {
  /**
   * The least index.
   *
   * @default {0x100}
   */
  min?: number;
  /**
   * The largest index; 0xffff by default for compression.
   *
   * @default {0x0fffffff}
   */
  max?: number;
}

/** How many states there are. */
export interface XfrmStateCount {
  /** How many (`XFRMA_SAD_CNT`). */
  count: number;
  /** How many buckets the hash table has (`sadhcnt`). */
  buckets: number;
  /** How many buckets it may have (`sadhmcnt`). */
  maxBuckets: number;
}

function subject({ id, source }: XfrmStateMessage): string {
  return `${xfrmProtocol.fromKernel(id.protocol)} ${source} to ` +
    `${id.destination} spi ${hex(id.spi)}`;
}

function hex(spi: number): string {
  return `0x${spi.toString(16)}`;
}

function creating(type: number, action: string): XfrmVerb<XfrmStateMessage> {
  return {
    type,
    codec: xfrmStateMessage,
    action: (message) => `${action} IPsec state ${subject(message)}`,
  };
}

function naming(
  type: number,
  action: string,
): XfrmVerb<XfrmStateId & { attributes: object }> {
  return {
    type,
    codec: xfrmStateIdMessage,
    action: ({ protocol, destination, spi }) =>
      `${action} IPsec state ${xfrmProtocol.fromKernel(protocol)} to ` +
      `${destination} spi ${hex(spi)}`,
  };
}

const ADD = creating(c.XFRM_MSG_NEWSA, "create");
const UPDATE = creating(c.XFRM_MSG_UPDSA, "change");
const GET = naming(c.XFRM_MSG_GETSA, "get");
const DELETE = naming(c.XFRM_MSG_DELSA, "delete");

const isMissing = missing("ESRCH");

const SPI_NAMES = new Set([
  "source",
  "destination",
  "protocol",
  "mode",
  "requestId",
  "sequence",
  "mark",
  "direction",
  "cpu",
  "min",
  "max",
]);
/** IPv4 and IPv6 in IP: states that the kernel makes for compression. */
const MADE_BY_KERNEL: readonly number[] = [4, 41];

/** States, also called security associations: `ip xfrm state`. */
export class XfrmStates {
  readonly #requests: XfrmRequests;

  /**
   * Makes the methods.
   *
   * @param requests Where to send requests.
   */
  constructor(requests: XfrmRequests) {
    this.#requests = requests;
  }

  /**
   * Lists states.
   *
   * @param filter Which ones; all of them if it is missing.
   * @param options How to dump them.
   * @returns The states. Iterating them throws a `TypeError` or a `RangeError`
   * if the filter is wrong.
   */
  list(
    filter: XfrmStateFilter = {},
    options: DumpOptions = {},
  ): Listing<XfrmState> {
    return this.#requests.list({
      type: c.XFRM_MSG_GETSA,
      codec: xfrmAttributes,
      action: () => "list IPsec states",
    }, (fieldPath) => {
      const selection = xfrmStateFilter.select(filter, fieldPath);
      return {
        message: selection.message.attributes,
        reply: xfrmStates.replies(selection),
      };
    }, options);
  }

  /**
   * Gets one state.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The state.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If there is none (`ESRCH`).
   */
  get(key: XfrmStateKey, options: RequestOptions = {}): Promise<XfrmState> {
    return this.#requests.get(
      GET,
      (fieldPath) => nameXfrmState(key, fieldPath),
      xfrmStates.replies(),
      options,
    );
  }

  /**
   * Gets one state, if it is there.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The state; `undefined` if there is none.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  find(
    key: XfrmStateKey,
    options: RequestOptions = {},
  ): Promise<XfrmState | undefined> {
    return orUndefined(this.get(key, options), isMissing);
  }

  /**
   * Adds a state that is not there yet.
   *
   * @param spec The state.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is there already (`EEXIST`), or the kernel
   * refuses it.
   */
  add(spec: XfrmStateSpec, options: RequestOptions = {}): Promise<void> {
    return this.#requests.send(
      ADD,
      (fieldPath) => fromXfrmState(spec, fieldPath),
      options,
    );
  }

  /**
   * Changes a state, which has to be there: it gets keys if it has none yet, as
   * one of {@linkcode XfrmStates.allocateSpi}, and otherwise other limits,
   * encapsulation and the like.
   *
   * @param spec The state as it shall be.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is not there (`ESRCH`), or the kernel refuses.
   */
  update(spec: XfrmStateSpec, options: RequestOptions = {}): Promise<void> {
    return this.#requests.send(
      UPDATE,
      (fieldPath) => fromXfrmState(spec, fieldPath),
      options,
    );
  }

  /**
   * Deletes a state.
   *
   * @param key Which one.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If there is none (`ESRCH`).
   */
  delete(key: XfrmStateKey, options: DeleteOptions = {}): Promise<boolean> {
    return deleteObject(
      (rest) =>
        this.#requests.send(
          DELETE,
          (fieldPath) => nameXfrmState(key, fieldPath),
          rest,
        ),
      options,
      isMissing,
    );
  }

  /**
   * Deletes all states that a filter lets pass, but for those that the kernel
   * makes for compression by itself.
   *
   * @param filter Which ones; `{ all: true }` for all of them.
   * @param options How to ask.
   * @throws {TypeError} If the filter has no condition.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: XfrmStateFilter | All,
    options: RequestOptions = {},
  ): Promise<void> {
    const wanted = xfrmStateFilter.demand(filter, FieldPath.root);
    const { protocol, ...rest } = wanted;
    if (Object.keys(rest).length === 0) {
      await this.#flush(protocol ?? 0, options);
      return;
    }
    const selection = xfrmStateFilter.select(wanted, FieldPath.root);
    const messages = await this.#requests.list({
      type: c.XFRM_MSG_GETSA,
      codec: xfrmAttributes,
      action: () => "list IPsec states",
    }, () => ({
      message: selection.message.attributes,
      reply: messagesOf(xfrmStateMessage, selection),
    }), options).toArray();
    for (const { id, source, family, attributes: { mark } } of messages) {
      if (MADE_BY_KERNEL.includes(id.protocol)) continue;
      const { destination, spi, protocol } = id;
      await this.#requests.send(DELETE, () => ({
        destination,
        spi,
        family,
        protocol,
        attributes: { source, ...mark && { mark } },
      }), options);
    }
  }

  async #flush(
    protocol: XfrmStateSpec["protocol"],
    options: RequestOptions,
  ): Promise<void> {
    await this.#requests.send(
      {
        type: c.XFRM_MSG_FLUSHSA,
        codec: xfrmStateFlushMessage,
        action: () => "delete IPsec states",
      },
      (fieldPath) => ({
        protocol: xfrmProtocol.toKernel(protocol, fieldPath.at("protocol"))!,
        attributes: {},
      }),
      options,
    );
  }

  /**
   * Makes a state without keys, whose security parameter index the kernel
   * chooses; {@linkcode XfrmStates.update} gives it keys.
   *
   * @param spec The state.
   * @param options How to ask.
   * @returns The index.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If no index is free (`ENOENT`), or the kernel
   * refuses.
   */
  async allocateSpi(
    spec: XfrmSpiSpec,
    options: RequestOptions = {},
  ): Promise<number> {
    const { id } = await this.#requests.get(
      {
        type: c.XFRM_MSG_ALLOCSPI,
        codec: xfrmSpiMessage,
        action: ({ state: { source, id: { destination } } }) =>
          `allocate SPI from ${source} to ${destination}`,
      },
      (fieldPath) => fromSpi(spec, fieldPath),
      xfrmStateMessage,
      options,
    );
    return id.spi;
  }

  /**
   * Counts states.
   *
   * @param options How to ask.
   * @returns How many there are.
   */
  async count(options: RequestOptions = {}): Promise<XfrmStateCount> {
    const { attributes: { count = 0, table } } = await this.#requests.get(
      {
        type: c.XFRM_MSG_GETSADINFO,
        codec: xfrmStateInfoMessage,
        action: () => "count IPsec states",
      },
      () => ({ flags: 0xffffffff, attributes: {} }),
      xfrmStateInfoMessage,
      options,
    );
    const { buckets = 0, maxBuckets = 0 } = table ?? {};
    return { count, buckets, maxBuckets };
  }
}

function fromSpi(spec: XfrmSpiSpec, fieldPath: FieldPath) {
  checkNames(spec, SPI_NAMES, fieldPath);
  const { min, max, ...rest } = spec;
  const { attributes, ...state } = fromXfrmState(rest, fieldPath);
  const most = state.id.protocol === XFRM_PROTOCOLS.comp ? 0xffff : 0x0fffffff;
  return {
    state,
    min: uint32.toKernel(min ?? 0x100, fieldPath.at("min"))!,
    max: uint32.toKernel(max ?? most, fieldPath.at("max"))!,
    attributes,
  };
}
