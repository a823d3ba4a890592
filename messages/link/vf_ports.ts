/**
 * Port profiles, which a switch applies to a virtual function or a device
 * (IEEE 802.1Qbg and its forerunners): `IFLA_PORT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  fixedBytes,
  list,
  s32,
  string,
  struct,
  u16,
  u8,
} from "../codec/mod.ts";

/** `struct ifla_port_vsi`. */
export interface PortVsi {
  /** Manager of the virtual station interface (`vsi_mgr_id`). */
  managerId: number;
  /** Type, in three bytes (`vsi_type_id`). */
  typeId: Uint8Array;
  /** Version of the type (`vsi_type_version`). */
  typeVersion: number;
  /** Three bytes without meaning (`pad`). */
  pad: Uint8Array;
}

/** `IFLA_PORT_*`. */
export interface PortProfile extends Attributes {
  /** Number of the virtual function, or `PORT_SELF_VF` (`IFLA_PORT_VF`). */
  vf?: number;
  /** Name of the profile (`IFLA_PORT_PROFILE`). */
  profile?: string;
  /** Type of the virtual station interface (`IFLA_PORT_VSI_TYPE`). */
  vsiType?: PortVsi;
  /** UUID of the instance, in 16 bytes (`IFLA_PORT_INSTANCE_UUID`). */
  instanceUuid?: Uint8Array;
  /** UUID of the host, in 16 bytes (`IFLA_PORT_HOST_UUID`). */
  hostUuid?: Uint8Array;
  /** What is asked, `PORT_REQUEST_*` (`IFLA_PORT_REQUEST`). */
  request?: number;
  /** What was answered, `PORT_*_RESPONSE_*` (`IFLA_PORT_RESPONSE`). */
  response?: number;
}

const portVsi: Codec<PortVsi> = struct({
  managerId: u8,
  typeId: fixedBytes(3),
  typeVersion: u8,
  pad: fixedBytes(3),
});

/** Codec of {@linkcode PortProfile}. */
export const portProfile: Codec<PortProfile> = attributes({
  vf: ["IFLA_PORT_VF", 1, s32],
  profile: ["IFLA_PORT_PROFILE", 2, string],
  vsiType: ["IFLA_PORT_VSI_TYPE", 3, portVsi],
  instanceUuid: ["IFLA_PORT_INSTANCE_UUID", 4, bytes],
  hostUuid: ["IFLA_PORT_HOST_UUID", 5, bytes],
  request: ["IFLA_PORT_REQUEST", 6, u8],
  response: ["IFLA_PORT_RESPONSE", 7, u16],
}, { nestedFlag: false });

/** Codec of `IFLA_VF_PORTS`. */
export const vfPorts: Codec<PortProfile[]> = list(portProfile, [
  "IFLA_VF_PORT",
  1,
], {
  nestedFlag: false,
});
