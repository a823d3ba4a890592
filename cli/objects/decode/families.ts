/**
 * What messages of generic netlink are: the numbers of families are assigned
 * when a kernel starts, so that they come from the messages themselves, where
 * these have the controller's answers, or else from the running kernel.
 *
 * @module
 */

import { type Codec, LITTLE_ENDIAN } from "../../../messages/codec/mod.ts";
import { NETLINK_GENERIC } from "../../../messages/families.ts";
import {
  type ControlMessage,
  controlMessage,
} from "../../../messages/generic/control.ts";
import { GENL_ID_CTRL } from "../../../messages/generic/header.ts";
import { genericCodec } from "../../../messages/generic/registry.ts";
import {
  messageEnd,
  nextMessage,
  NLMSG_HDRLEN,
  NLMSG_MIN_TYPE,
} from "../../../messages/header.ts";
import type { Datagram } from "./bytes.ts";

/** What a message is. */
export interface Explained {
  /** What it is called. */
  readonly name: string;
  /** Codec of its body. */
  readonly codec: Codec<unknown>;
}

/** A message that is to be explained. */
export interface Unexplained {
  /** Netlink protocol, `NETLINK_*`. */
  readonly protocol: number;
  /** Message type (`nlmsg_type`). */
  readonly type: number;
  /** Whether it is a request (`NLM_F_REQUEST`). */
  readonly isRequest: boolean;
  /** Holds the message. */
  readonly view: DataView;
  /** Where its body starts. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
}

/**
 * Finds out what a message is.
 *
 * @param message The message.
 * @param family The family's name, in generic netlink.
 * @returns What it is; `undefined` for what is not supported.
 */
export type Explain = (
  message: Unexplained,
  family: string | undefined,
) => Explained | undefined;

/** Names of families of generic netlink by their numbers. */
export class Families {
  readonly #names = new Map([[GENL_ID_CTRL, "nlctrl"]]);
  readonly #explain: Explain;

  /**
   * Makes the object.
   *
   * @param explain Explains messages before this package does.
   */
  constructor(explain: Explain = () => undefined) {
    this.#explain = explain;
  }

  /**
   * Takes the names of families out of messages.
   *
   * @param datagrams The messages.
   * @returns Whether there are messages of families without a name.
   */
  read(datagrams: readonly Datagram[]): boolean {
    const types = new Set<number>();
    for (const { bytes, protocol } of datagrams) {
      if (protocol !== NETLINK_GENERIC) continue;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      let at = 0;
      for (let end; (end = messageEnd(view, at, bytes.length)) >= 0;) {
        const type = view.getUint16(at + 4, LITTLE_ENDIAN);
        if (type >= NLMSG_MIN_TYPE) types.add(type);
        if (type === GENL_ID_CTRL) this.#readFamily(view, at, end);
        at = nextMessage(at, end);
      }
    }
    return [...types].some((type) => !this.#names.has(type));
  }

  #readFamily(view: DataView, start: number, end: number): void {
    const body = start + NLMSG_HDRLEN;
    if (end - body < controlMessage.size) return;
    const { attributes }: ControlMessage = controlMessage.decode(
      view,
      body,
      end,
    );
    const { familyId, familyName } = attributes;
    if (familyId !== undefined && familyName !== undefined) {
      this.#names.set(familyId, familyName);
    }
  }

  /**
   * Names a family, unless it has a name already.
   *
   * @param id Its number.
   * @param name Its name.
   */
  add(id: number, name: string): void {
    if (!this.#names.has(id)) this.#names.set(id, name);
  }

  /**
   * Finds out what a message is.
   *
   * @param message The message.
   * @returns What it is; `undefined` for what is not supported.
   */
  explain(message: Unexplained): Explained | undefined {
    const { protocol, type, isRequest, view, start, end } = message;
    const isGeneric = protocol === NETLINK_GENERIC;
    const family = isGeneric ? this.#names.get(type) : undefined;
    const explained = this.#explain(message, family);
    if (explained !== undefined || family === undefined) return explained;
    if (end <= start) return undefined;
    const command = view.getUint8(start);
    const codec = genericCodec(family, command, isRequest);
    return codec && { name: `${family} command ${command}`, codec };
  }
}
