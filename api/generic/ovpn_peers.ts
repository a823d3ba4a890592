/**
 * Peers of data channels of OpenVPN.
 *
 * @module
 */

import {
  OVPN_CMD_PEER_DEL,
  OVPN_CMD_PEER_GET,
  OVPN_CMD_PEER_NEW,
  OVPN_CMD_PEER_SET,
  OVPN_FAMILY_VERSION,
  type OvpnAttributes,
  type OvpnMessage,
} from "../../messages/generic/ovpn.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import {
  type DeleteOptions,
  type IsMissing,
  missing,
} from "../object/existence.ts";
import type { Listing } from "../connection/listing.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Device, device as deviceReference } from "../mapping/device.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { FamilyRequests } from "./family_requests.ts";
import {
  fromOvpnPeerKey,
  fromOvpnPeerSettings,
  fromOvpnPeerSpec,
  type OvpnPeer,
  type OvpnPeerKey,
  type OvpnPeerSettings,
  type OvpnPeerSpec,
  toOvpnPeer,
} from "./ovpn_peer_spec.ts";
import { Finder } from "../object/requester.ts";

type OfDevice = Pick<OvpnPeerKey, "device">;

/**
 * What a list is asked for by: its device, which answers lack.
 *
 * @param found Receives the index of the device.
 * @returns The filter.
 */
function peersOf(
  found: (index: number) => void,
): Filter<OfDevice, OvpnMessage> {
  const { ask } = conditions<OvpnMessage>();
  const declared = filter<OfDevice, OvpnMessage>({
    device: ask(deviceReference, ({ attributes }, index) => {
      attributes.ifindex = index;
      found(index);
    }),
  }, () => ({
    cmd: OVPN_CMD_PEER_GET,
    version: OVPN_FAMILY_VERSION,
    reserved: 0,
    attributes: {},
  }));
  return {
    ...declared,
    select: (wanted, fieldPath) => {
      checkRequired(wanted, ["device"], fieldPath);
      return declared.select(wanted, fieldPath);
    },
  };
}

/** Peers of data channels of OpenVPN. */
export class OvpnPeers
  extends Finder<FamilyRequests<OvpnAttributes>, OvpnPeerKey, OvpnPeer> {
  /** There is no such peer. */
  protected override readonly isMissing: IsMissing = missing("ENOENT");

  /**
   * Lists the peers of a device.
   *
   * @param device The device.
   * @param options How to ask.
   * @returns The peers.
   * @throws {TypeError} If the device is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is not of kind `ovpn` (`EINVAL`), or the
   * kernel has no such family (`ENOENT`, before Linux 6.16).
   */
  list(device: Device, options: DumpOptions = {}): Listing<OvpnPeer> {
    let ifindex = 0;
    return this.requests.list(
      {
        get: OVPN_CMD_PEER_GET,
        filter: peersOf((index) => ifindex = index),
        read: (message) => toOvpnPeer(message, ifindex),
      },
      { device },
      options,
    );
  }

  /**
   * Gets a peer.
   *
   * @param key The peer.
   * @param options How to ask.
   * @returns The peer.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is none, or the kernel has no such family
   * (`ENOENT`), or the device is not of kind `ovpn` (`EINVAL`).
   */
  override async get(
    key: OvpnPeerKey,
    options: RequestOptions = {},
  ): Promise<OvpnPeer> {
    let ifindex: number | undefined;
    const message = await this.requests.send(
      OVPN_CMD_PEER_GET,
      (fieldPath) => {
        const request = fromOvpnPeerKey(key, fieldPath);
        ifindex = request.ifindex;
        return request;
      },
      options,
    );
    return toOvpnPeer(message!, ifindex);
  }

  /**
   * Adds a peer; in place of the one that is there, if the device has one peer
   * only (`{ ovpn: { mode: "p2p" } }`).
   *
   * @param spec The peer.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort, or one is missing
   * that another one needs.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is one (`EEXIST`), the socket is none that
   * can be used (`ENOTSOCK`), addresses in the tunnel do not go with the mode of
   * the device (`EINVAL`), or the kernel has no such family (`ENOENT`).
   */
  async add(spec: OvpnPeerSpec, options: RequestOptions = {}): Promise<void> {
    await this.requests.send(
      OVPN_CMD_PEER_NEW,
      (fieldPath) => fromOvpnPeerSpec(spec, fieldPath),
      options,
    );
  }

  /**
   * Changes a peer; settings that are missing stay.
   *
   * @example Expect a sign of life each minute
   * ```ts ignore
   * await generic.ovpn.peers.set(
   *   { device: "ovpn0", id: 7 },
   *   { keepalive: { interval: 20, timeout: 60 } },
   * );
   * ```
   *
   * @param key The peer.
   * @param settings What to change.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort, or one is missing
   * that another one needs.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is none (`ENOENT`), or the kernel refuses
   * (`EINVAL`, `EPERM`).
   */
  async set(
    key: OvpnPeerKey,
    settings: OvpnPeerSettings,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      OVPN_CMD_PEER_SET,
      (fieldPath) => fromOvpnPeerSettings(key, settings, fieldPath),
      options,
    );
  }

  /**
   * Deletes a peer, and its keys.
   *
   * @param key The peer.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If a number is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is none (`ENOENT`), or the kernel refuses
   * (`EPERM`).
   */
  async delete(
    key: OvpnPeerKey,
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await this.requests.delete(
      OVPN_CMD_PEER_DEL,
      (fieldPath) => fromOvpnPeerKey(key, fieldPath),
      options,
      this.isMissing,
    );
  }
}
