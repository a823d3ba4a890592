/**
 * Changes of bytes, as words of 32 bits: what the action `pedit` is made of.
 *
 * @module
 */

import {
  PEDIT_COMMANDS,
  PEDIT_HEADERS,
  type PeditExtendedKey,
  type PeditKey,
} from "../../../messages/tc/actions/pedit.ts";
import { badAction } from "./errors.ts";

/** A change that is being put together. */
export interface PeditChange extends PeditKey {
  /** One of {@linkcode PEDIT_HEADERS}. */
  header: number;
  /** One of {@linkcode PEDIT_COMMANDS}. */
  command: number;
}

/** The most changes of an action. */
const MOST_KEYS = 128;
/** Bits that stay beside a part of 16 bits, by its offset. */
const BESIDE_16: readonly number[] = [0x0000ffff, 0xff0000ff, 0xffff0000];
/** Bits that stay beside a byte, by its offset. */
const BESIDE_8: readonly number[] = [
  0x00ffffff,
  0xff00ffff,
  0xffff00ff,
  0xffffff00,
];

/**
 * Makes a change of nothing.
 *
 * @returns The change, of a packet from its network header on.
 */
export function newChange(): PeditChange {
  return {
    mask: 0,
    value: 0,
    offset: 0,
    at: 0,
    atMask: 0,
    shift: 0,
    header: PEDIT_HEADERS.network,
    command: PEDIT_COMMANDS.set,
  };
}

/** The changes of an action. */
export class PeditKeys {
  /** Whether changes can be in headers that are not where they are by default. */
  extended = false;
  /** The changes. */
  readonly keys: PeditKey[] = [];
  /** More about each of them. */
  readonly more: PeditExtendedKey[] = [];

  /** Adds a change of 32 bits; `retain` are the bits that change. */
  add32(change: PeditChange, retain: number): void {
    if ((change.offset & 3) !== 0) {
      throw badAction(
        "pack_key32: 32 bit offsets must begin in 32bit boundaries\n",
      );
    }
    change.value = (change.value & retain) >>> 0;
    change.mask = (change.mask | ~retain) >>> 0;
    this.#add(change);
  }

  /** Adds a change of 16 bits; `retain` are the bits that change. */
  add16(change: PeditChange, retain: number): void {
    if (change.value > 0xffff || change.mask > 0xffff) {
      throw badAction("pack_key16 bad value\n");
    }
    const at = change.offset & 3;
    if (at === 3) throw badAction("pack_key16 bad index value 3\n");
    this.#addPart(change, retain, 8 * (2 - at), BESIDE_16[at]!);
  }

  /** Adds a change of a byte; `retain` are the bits that change. */
  add8(change: PeditChange, retain: number): void {
    if (change.value > 0xff || change.mask > 0xff) {
      const [value, mask] = [change.value, change.mask].map((number) =>
        number.toString(16)
      );
      throw badAction(`pack_key8 bad value (val ${value} mask ${mask}\n`);
    }
    const at = change.offset & 3;
    this.#addPart(change, retain, 8 * (3 - at), BESIDE_8[at]!);
  }

  /** Adds changes for a MAC address, which takes two of them. */
  addMac(change: PeditChange, mac: DataView): void {
    change.mask = 0;
    if ((change.offset & 3) === 0) {
      change.value = mac.getUint32(0);
      this.add32(change, ~0);
      change.offset += 4;
      change.mask = 0;
      change.value = mac.getUint16(4);
      this.add16(change, ~0);
    } else if ((change.offset & 1) === 0) {
      change.value = mac.getUint16(0);
      this.add16(change, ~0);
      change.offset += 4;
      change.mask = 0;
      change.value = mac.getUint32(2);
      this.add32(change, ~0);
    } else {
      throw badAction(
        "pack_mac: mac offsets must begin in 32bit or 16bit boundaries\n",
      );
    }
  }

  /** Adds changes for an IPv6 address, which takes four of them. */
  addIpv6(change: PeditChange, address: DataView): void {
    for (let i = 0; i < 16; i += 4) {
      change.mask = 0;
      change.value = address.getUint32(i);
      this.add32(change, ~0);
      change.offset += 4;
    }
  }

  #addPart(
    change: PeditChange,
    retain: number,
    stride: number,
    beside: number,
  ): void {
    change.value = ((change.value & retain) << stride) >>> 0;
    change.mask = (((change.mask | ~retain) << stride) | beside) >>> 0;
    change.offset &= ~3;
    this.#add(change);
  }

  #add({ header, command, ...key }: PeditChange): void {
    if (this.keys.length >= MOST_KEYS) throw badAction("");
    if (key.offset % 4 !== 0) {
      throw badAction("offsets MUST be in 32 bit boundaries\n");
    }
    const isPlain = header === PEDIT_HEADERS.network &&
      command === PEDIT_COMMANDS.set;
    if (!this.extended && !isPlain) {
      throw badAction(
        "Munge parameters not supported. Use 'pedit ex munge ...'.\n",
      );
    }
    this.keys.push(key);
    this.more.push({ header, command });
  }
}
