/**
 * States, by which packets are transformed: `ip xfrm state`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-xfrm.8.html | ip-xfrm(8)}
 *
 * @module
 */

import * as c from "../../messages/xfrm/constants.ts";
import { xfrmStateInfoMessage } from "../../messages/xfrm/info.ts";
import {
  xfrmSpiMessage,
  xfrmStateFlushMessage,
  type XfrmStateIdMessage,
  xfrmStateIdMessage,
  type XfrmStateMessage,
  xfrmStateMessage,
} from "../../messages/xfrm/messages.ts";
import { XFRM_PROTOCOLS } from "../../messages/xfrm/names.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { uint32 } from "../mapping/conversions.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { type All, checkNames } from "../mapping/filter.ts";
import { xfrmProtocol } from "./names.ts";
import { XfrmObjects } from "./objects.ts";
import type { XfrmRequests } from "./requests.ts";
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
export class XfrmStates extends XfrmObjects<
  XfrmState,
  XfrmStateSpec,
  XfrmStateKey,
  XfrmStateFilter,
  XfrmStateMessage,
  XfrmStateIdMessage
> {
  /**
   * Makes the methods.
   *
   * @param requests Where to send requests.
   */
  constructor(requests: XfrmRequests) {
    super(requests, {
      nouns: ["IPsec state", "IPsec states"],
      codec: xfrmStateMessage,
      keyCodec: xfrmStateIdMessage,
      subject,
      keySubject: ({ protocol, destination, spi }) =>
        `${xfrmProtocol.fromKernel(protocol)} to ${destination} ` +
        `spi ${hex(spi)}`,
      types: {
        get: c.XFRM_MSG_GETSA,
        add: c.XFRM_MSG_NEWSA,
        update: c.XFRM_MSG_UPDSA,
        delete: c.XFRM_MSG_DELSA,
      },
      updates: "change",
      reading: xfrmStates,
      filter: xfrmStateFilter,
      write: fromXfrmState,
      name: nameXfrmState,
      missing: "ESRCH",
    });
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
    await this.deleteEach(
      wanted,
      ({ id, source, family, attributes: { mark } }) => {
        if (MADE_BY_KERNEL.includes(id.protocol)) return undefined;
        const { destination, spi, protocol } = id;
        const attributes = { source, ...mark && { mark } };
        return { destination, spi, family, protocol, attributes };
      },
      options,
    );
  }

  async #flush(
    protocol: XfrmStateSpec["protocol"],
    options: RequestOptions,
  ): Promise<void> {
    await this.requests.send(
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
    const { id } = await this.requests.get(
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
    const { attributes: { count = 0, table } } = await this.requests.get(
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
