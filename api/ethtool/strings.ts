/**
 * Sets of texts: what the kernel and its drivers call bits and counters.
 *
 * @module
 */

import { ETHTOOL_MSG_STRSET_GET } from "../../messages/generic/ethtool/commands.ts";
import {
  ETHTOOL_STRING_SETS,
  type EthtoolString,
  type EthtoolStringSets,
  ethtoolStringSets,
} from "../../messages/generic/ethtool/common.ts";
import { nameOf } from "../../messages/value_names.ts";
import type { RequestOptions } from "../connection/connection.ts";
import type { Device } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { EthtoolRequests, EthtoolSubject } from "./requests.ts";
import type { EthtoolStringSet } from "./setting.ts";
import { Requester } from "../object/requester.ts";

const strings: EthtoolSubject<EthtoolStringSets> = {
  noun: "texts",
  codec: ethtoolStringSets,
  get: ETHTOOL_MSG_STRSET_GET,
};

/** Texts by number. */
export type Texts = ReadonlyMap<number, string>;

const setId = enumeration(ETHTOOL_STRING_SETS);

/** Sets of texts. */
export class EthtoolStrings extends Requester<EthtoolRequests> {
  /**
   * Gets the texts of a set.
   *
   * @param set Which set.
   * @param device The device; none for sets that are the same for all, such as
   * `link-modes`.
   * @param options How to ask.
   * @returns The texts, in the order of their numbers.
   * @throws {TypeError} If there is no such set.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the set needs a device (`EINVAL`), or the device
   * does not have it (`EOPNOTSUPP`).
   */
  async get(
    set: EthtoolStringSet | number,
    device?: Device,
    options: RequestOptions = {},
  ): Promise<string[]> {
    const replies = await this.requests.send(
      strings,
      ETHTOOL_MSG_STRSET_GET,
      device,
      (fieldPath) => ({
        stringsets: [{ id: setId.toKernel(set, fieldPath.at("set"))! }],
      }),
      options,
    );
    const [found] = replies.flatMap(({ attributes }) =>
      attributes.stringsets ?? []
    );
    return [...textsOf(found?.strings).values()];
  }

  /**
   * Gets all sets of a device, or those that are the same for all devices.
   *
   * @param device The device; none for sets that are the same for all.
   * @param options How to ask.
   * @returns The texts of each set, by its name, or by its number where it has
   * none.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async all(
    device?: Device,
    options: RequestOptions = {},
  ): Promise<Partial<Record<string, string[]>>> {
    const replies = await this.requests.send(
      strings,
      ETHTOOL_MSG_STRSET_GET,
      device,
      () => ({}),
      options,
    );
    const all: Record<string, string[]> = {};
    for (const { attributes } of replies) {
      for (const { id = 0, strings } of attributes.stringsets ?? []) {
        const name = nameOf(ETHTOOL_STRING_SETS, id) ?? String(id);
        all[name] = [...textsOf(strings).values()];
      }
    }
    return all;
  }
}

function textsOf(strings: readonly EthtoolString[] = []): Texts {
  return new Map(
    strings.map(({ index = 0, value = "" }) => [index, value]),
  );
}

/** Names of bits that come as bitmaps. */
export class BitNames {
  readonly #shared: ReadonlyMap<string, Texts>;
  readonly #own: ReadonlyMap<number, Texts>;

  private constructor(
    shared: ReadonlyMap<string, Texts>,
    own: ReadonlyMap<number, Texts>,
  ) {
    this.#shared = shared;
    this.#own = own;
  }

  /**
   * Asks for all names that there are.
   *
   * @param requests Sends the requests.
   * @param options How to ask.
   * @returns The names.
   */
  static async load(
    requests: EthtoolRequests,
    options: RequestOptions,
  ): Promise<BitNames> {
    const shared = new Map<string, Texts>();
    const replies = await requests.send(
      strings,
      ETHTOOL_MSG_STRSET_GET,
      undefined,
      () => ({}),
      options,
    );
    for (const { attributes } of replies) {
      for (const { id = 0, strings } of attributes.stringsets ?? []) {
        const name = nameOf(ETHTOOL_STRING_SETS, id);
        if (name !== undefined) shared.set(name, textsOf(strings));
      }
    }
    const own = new Map<number, Texts>();
    const id = ETHTOOL_STRING_SETS["private-flags"];
    const messages = requests.dump(
      strings,
      ETHTOOL_MSG_STRSET_GET,
      { stringsets: [{ id }] },
      options,
    );
    for await (const { attributes: { header, stringsets } } of messages) {
      const set = stringsets?.find((set) => set.id === id);
      if (header?.devIndex !== undefined) {
        own.set(header.devIndex, textsOf(set?.strings));
      }
    }
    return new BitNames(shared, own);
  }

  /**
   * The names of a set of bits.
   *
   * @param set The set of texts that has them.
   * @param index Index of the device.
   * @returns The names, by number.
   */
  of(set: EthtoolStringSet, index: number): Texts {
    return (set === "private-flags"
      ? this.#own.get(index)
      : this.#shared.get(set)) ?? new Map();
  }
}
