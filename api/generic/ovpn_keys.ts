/**
 * Keys of the peers of data channels of OpenVPN.
 *
 * @module
 */

import {
  OVPN_CMD_KEY_DEL,
  OVPN_CMD_KEY_GET,
  OVPN_CMD_KEY_NEW,
  OVPN_CMD_KEY_SWAP,
  type OvpnAttributes,
} from "../../messages/generic/ovpn.ts";
import type { RequestOptions } from "../connection/connection.ts";
import {
  type DeleteOptions,
  missing,
  orUndefined,
} from "../object/existence.ts";
import type { FamilyRequests } from "./family_requests.ts";
import {
  fromOvpnKeyKey,
  fromOvpnKeyOwner,
  fromOvpnKeySpec,
  type OvpnKey,
  type OvpnKeyKey,
  type OvpnKeyOwner,
  type OvpnKeySpec,
  toOvpnKey,
} from "./ovpn_key_spec.ts";
import { Requester } from "../object/requester.ts";

const isMissing = missing("ENOENT");

/**
 * Keys of the peers of data channels of OpenVPN. What is sent is encrypted with
 * the primary one; what is received is decrypted with that of its number.
 *
 * @example Renew a key
 * ```ts ignore
 * const peer = { device: "ovpn0", peer: 7 };
 * await generic.ovpn.keys.add({
 *   ...peer,
 *   slot: "secondary",
 *   id: 2,
 *   cipher: "aes-gcm",
 *   encrypt: { key: ourKey, nonceTail: ourNonce },
 *   decrypt: { key: theirKey, nonceTail: theirNonce },
 * });
 * await generic.ovpn.keys.swap(peer);
 * await generic.ovpn.keys.delete({ ...peer, slot: "secondary" });
 * ```
 */
export class OvpnKeys extends Requester<FamilyRequests<OvpnAttributes>> {
  /**
   * Gets what the kernel reports of a key: its number and its cipher, never its
   * bytes.
   *
   * @param key The key.
   * @param options How to ask.
   * @returns The key.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such peer, its slot is empty, or the
   * kernel has no such family (`ENOENT`).
   */
  async get(key: OvpnKeyKey, options: RequestOptions = {}): Promise<OvpnKey> {
    let ifindex: number | undefined;
    const message = await this.requests.send(
      OVPN_CMD_KEY_GET,
      (fieldPath) => {
        const request = fromOvpnKeyKey(key, fieldPath);
        ifindex = request.ifindex;
        return request;
      },
      options,
    );
    return toOvpnKey(message!, ifindex);
  }

  /**
   * Gets what the kernel reports of a key, if it is there.
   *
   * @param key The key.
   * @param options How to ask.
   * @returns The key; `undefined` if there is no such peer, or its slot is
   * empty.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(
    key: OvpnKeyKey,
    options: RequestOptions = {},
  ): Promise<OvpnKey | undefined> {
    return await orUndefined(this.get(key, options), isMissing);
  }

  /**
   * Adds a key, in place of that which the slot has. Errors do not show it.
   *
   * @param spec The key.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort, or is missing.
   * @throws {RangeError} If a number is too small or too large, or bytes are
   * too few or too many.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such peer (`ENOENT`), or the cipher
   * does not take such a key (`EINVAL`).
   */
  async add(spec: OvpnKeySpec, options: RequestOptions = {}): Promise<void> {
    await this.requests.send(
      OVPN_CMD_KEY_NEW,
      (fieldPath) => fromOvpnKeySpec(spec, fieldPath),
      options,
    );
  }

  /**
   * Exchanges the two keys of a peer: the secondary one becomes the primary.
   *
   * @param owner The peer.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such peer (`ENOENT`), or the kernel
   * refuses (`EPERM`).
   */
  async swap(
    owner: OvpnKeyOwner,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      OVPN_CMD_KEY_SWAP,
      (fieldPath) => fromOvpnKeyOwner(owner, fieldPath),
      options,
    );
  }

  /**
   * Deletes a key.
   *
   * @param key The key.
   * @param options How to ask, and whether there has to be such a peer.
   * @returns Whether there was such a peer; the kernel does not report whether
   * its slot was empty.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such peer (`ENOENT`), or the kernel
   * refuses (`EPERM`).
   */
  async delete(key: OvpnKeyKey, options: DeleteOptions = {}): Promise<boolean> {
    return await this.requests.delete(
      OVPN_CMD_KEY_DEL,
      (fieldPath) => fromOvpnKeyKey(key, fieldPath),
      options,
      isMissing,
    );
  }
}
