/**
 * Names and indices of devices, looked up once a run.
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  list,
  message,
  s32,
  string,
  struct,
  u16,
  u32,
  u8,
  type WithAttributes,
} from "../../messages/codec/mod.ts";
import {
  RTEXT_FILTER_SKIP_STATS,
  RTEXT_FILTER_VF,
  RTM_GETLINK,
} from "../../messages/link/constants.ts";
import type { LinkHeader } from "../../messages/link/link.ts";
import { isDeviceName, isShortName } from "../parse/device_name.ts";
import { isKernelError } from "../parse/errors.ts";
import type { Connection } from "../../api/connection/connection.ts";

/** What of a link message matters here. */
export interface NamedLink extends LinkHeader {
  /** Its attributes. */
  attributes: {
    /** Name. */
    name?: string;
    /** Names besides the name. */
    alternativeNames?: string[];
  };
}

interface NameAttributes extends Attributes {
  name?: string;
  alternativeNames?: string[];
  alternativeName?: string;
  extendedMask?: number;
}

/** Link messages with no more than their names, so that no link kind has to be loaded. */
const nameMessage: Codec<WithAttributes<LinkHeader, NameAttributes>> = message(
  struct<LinkHeader>({
    family: u8,
    type: u16,
    index: s32,
    flags: u32,
    change: u32,
  }),
  attributes<NameAttributes>({
    name: ["IFLA_IFNAME", 3, string],
    alternativeNames: [
      "IFLA_PROP_LIST",
      52,
      list(string, ["IFLA_ALT_IFNAME", 53]),
    ],
    alternativeName: ["IFLA_ALT_IFNAME", 53, string],
    extendedMask: ["IFLA_EXT_MASK", 29, u32],
  }),
);

/**
 * Is thrown by a lookup whose answer is not there yet.
 *
 * Formatters are synchronous; `Context.render` catches this, waits, and runs
 * the formatter again.
 */
export class Unresolved extends Error {
  /** Gets the answer. */
  readonly resolve: () => Promise<void>;

  /**
   * Makes the error.
   *
   * @param resolve Gets the answer.
   */
  constructor(resolve: () => Promise<void>) {
    super("A name was not looked up yet");
    this.name = "Unresolved";
    this.resolve = resolve;
  }
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly type: number;
}

/** Names and indices of devices. */
export class LinkMap {
  readonly #kernel: () => Promise<Connection>;
  readonly #byIndex: Map<number, Entry> = new Map();
  readonly #byName: Map<string, number> = new Map();
  readonly #missing: Set<number> = new Set();
  #loaded = false;
  /** Devices that were asked for while names are gathered. */
  #wanted: Set<number> | undefined;

  /**
   * Makes an empty map.
   *
   * @param kernel Whom to ask.
   */
  constructor(kernel: () => Promise<Connection>) {
    this.#kernel = kernel;
  }

  /**
   * The name of a device.
   *
   * @param index Its index.
   * @returns Its name, `if` and the index if there is no such device, and `*` for 0.
   * @throws {Unresolved} If it was not looked up yet.
   */
  nameOf(index: number): string {
    if (index === 0) return "*";
    const entry = this.#byIndex.get(index | 0);
    if (entry !== undefined) return entry.name;
    if (!this.#missing.has(index | 0)) {
      if (this.#wanted === undefined) {
        throw new Unresolved(() => this.#resolve(index | 0));
      }
      this.#wanted.add(index | 0);
    }
    return `if${index >>> 0}`;
  }

  /**
   * Looks up all names that something asks for.
   *
   * @param ask Asks for names; gets a stand-in for each that has to be looked up.
   */
  async resolveAll(ask: () => void): Promise<void> {
    const wanted = this.#wanted = new Set();
    try {
      ask();
    } finally {
      this.#wanted = undefined;
    }
    for (const index of wanted) await this.#resolve(index);
  }

  async #resolve(index: number): Promise<void> {
    await this.#ask({ index });
    // Whatever the answer was, nobody asks a second time.
    if (!this.#byIndex.has(index)) this.#missing.add(index);
  }

  /**
   * The flags of a device that was looked up, or seen, before.
   *
   * @param index Its index.
   * @returns Its `IFF_*`; all of them if nothing is known about it.
   */
  flagsOf(index: number): number {
    return index === 0 ? 0 : this.#byIndex.get(index | 0)?.flags ?? -1;
  }

  /**
   * The hardware type of a device that was looked up, or seen, before.
   *
   * @param index Its index.
   * @returns Its `ARPHRD_*`; -1 if nothing is known about it.
   */
  typeOf(index: number): number {
    return this.#byIndex.get(index | 0)?.type ?? -1;
  }

  /**
   * The index of a device.
   *
   * @param name Its name or an alternative name, or `if` and a number. What
   * comes behind a colon does not count, as in labels of addresses.
   * @returns Its index, or 0 if there is no such device.
   */
  async indexOf(name: string): Promise<number> {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const index = await this.#ask({ name });
    if (index !== 0) return index;
    const [device = "", label] = name.split(":", 2);
    if (label !== undefined && isShortName(name)) {
      const index = await this.#ask({ name: device });
      if (index !== 0) return index;
    }
    return Number(/^if\s*(\d+)/.exec(name)?.[1] ?? 0);
  }

  /**
   * Takes names from a message that was received for other reasons.
   *
   * @param link The message.
   */
  remember(link: NamedLink): void {
    const { index, flags, type, attributes: { name, alternativeNames } } = link;
    if (name === undefined) return;
    this.#byIndex.set(index, { name, flags, type });
    this.#byName.set(name, index);
    for (const other of alternativeNames ?? []) this.#byName.set(other, index);
  }

  /**
   * Takes over that a device has changed. A device that is known keeps its name
   * until it is gone, as it does in `ip monitor`.
   *
   * @param link The message that reports the change.
   */
  update(link: NamedLink): void {
    const known = this.#byIndex.get(link.index);
    this.#missing.delete(link.index);
    this.remember(link);
    if (known === undefined) return;
    this.#byIndex.set(link.index, { ...known, flags: link.flags });
  }

  /**
   * Forgets a device, because it was changed.
   *
   * @param index Its index.
   */
  forget(index: number): void {
    this.#byIndex.delete(index);
    this.#missing.delete(index);
    for (const [name, other] of this.#byName) {
      if (other === index) this.#byName.delete(name);
    }
    this.#loaded = false;
  }

  /** Looks up all devices, unless that was done before. */
  async load(): Promise<void> {
    if (this.#loaded) return;
    this.#loaded = true;
    const kernel = await this.#kernel();
    const links = await kernel.dumpAll({
      type: RTM_GETLINK,
      codec: nameMessage,
      message: question({}),
    });
    for (const link of links) this.remember(link);
  }

  async #ask(key: { index?: number; name?: string }): Promise<number> {
    const kernel = await this.#kernel();
    try {
      const link = await kernel.get({
        type: RTM_GETLINK,
        codec: nameMessage,
        message: question(key),
      });
      this.remember(link);
      return link.index;
    } catch (error) {
      if (!isKernelError(error)) throw error;
      return 0;
    }
  }
}

function question(
  { index = 0, name }: { index?: number; name?: string },
): WithAttributes<LinkHeader, NameAttributes> {
  const attributes: NameAttributes = {
    extendedMask: RTEXT_FILTER_VF | RTEXT_FILTER_SKIP_STATS,
  };
  if (name !== undefined) {
    if (isDeviceName(name)) attributes.name = name;
    else attributes.alternativeName = name;
  }
  return {
    family: 0,
    type: 0,
    index: index | 0,
    flags: 0,
    change: 0,
    attributes,
  };
}
