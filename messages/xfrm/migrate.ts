/**
 * States and policies that move to other addresses.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 * @see {@link https://www.rfc-editor.org/rfc/rfc4555 | RFC 4555}: MOBIKE
 *
 * @module
 */

import { type Codec, struct, u16, u32, u8 } from "../codec/mod.ts";
import { xfrmAddressIn } from "./address.ts";
import { type XfrmMark, xfrmMark } from "./attribute_structs.ts";
import { type XfrmSelector, xfrmSelector } from "./selector.ts";
import { type XfrmStateId, xfrmStateId } from "./state.ts";

/** Where the states of a policy move to (`struct xfrm_user_migrate`). */
export interface XfrmMigration {
  /** Destination address before (`old_daddr`). */
  oldDestination: string;
  /** Source address before (`old_saddr`). */
  oldSource: string;
  /** New destination address (`new_daddr`). */
  newDestination: string;
  /** New source address (`new_saddr`). */
  newSource: string;
  /** Protocol, `IPPROTO_*` (`proto`). */
  protocol: number;
  /** `XFRM_MODE_*` (`mode`). */
  mode: number;
  /** Reserved (`reserved`). */
  reserved: number;
  /** Which templates the states are for (`reqid`). */
  requestId: number;
  /** Family of the addresses before, `AF_*` (`old_family`). */
  oldFamily: number;
  /** Family of the new addresses, `AF_*` (`new_family`). */
  newFamily: number;
}

const at = (member: keyof XfrmMigration, family: keyof XfrmMigration) =>
  xfrmAddressIn(() => xfrmMigration, member, family);

/** Codec of {@linkcode XfrmMigration}. */
export const xfrmMigration: Codec<XfrmMigration> = struct({
  oldDestination: at("oldDestination", "oldFamily"),
  oldSource: at("oldSource", "oldFamily"),
  newDestination: at("newDestination", "newFamily"),
  newSource: at("newSource", "newFamily"),
  protocol: u8,
  mode: u8,
  reserved: u16,
  requestId: u32,
  oldFamily: u16,
  newFamily: u16,
});

/** Addresses of the key managers (`struct xfrm_user_kmaddress`). */
export interface XfrmManagerAddresses {
  /** Address of this one (`local`). */
  local: string;
  /** Address of the peer's (`remote`). */
  remote: string;
  /** Reserved (`reserved`). */
  reserved: number;
  /** Address family, `AF_*` (`family`). */
  family: number;
}

/** Codec of {@linkcode XfrmManagerAddresses}. */
export const xfrmManagerAddresses: Codec<XfrmManagerAddresses> = struct({
  local: xfrmAddressIn(() => xfrmManagerAddresses, "local"),
  remote: xfrmAddressIn(() => xfrmManagerAddresses, "remote"),
  reserved: u32,
  family: u16,
});

/** Where one state moves to (`struct xfrm_user_migrate_state`). */
export interface XfrmStateMigration {
  /** The state (`id`). */
  state: XfrmStateId;
  /** New destination address (`new_daddr`). */
  newDestination: string;
  /** New source address (`new_saddr`). */
  newSource: string;
  /** Its mark before (`old_mark`). */
  oldMark: XfrmMark;
  /** New selector of packets (`new_sel`). */
  newSelector: XfrmSelector;
  /** New identifier of templates (`new_reqid`). */
  newRequestId: number;
  /** `XFRM_MIGRATE_STATE_*` (`flags`). */
  flags: number;
  /** Family of the new addresses, `AF_*` (`new_family`). */
  newFamily: number;
  /** Reserved (`reserved`). */
  reserved: number;
}

/** Codec of {@linkcode XfrmStateMigration}. */
export const xfrmStateMigration: Codec<XfrmStateMigration> = struct({
  state: xfrmStateId,
  newDestination: xfrmAddressIn(
    () => xfrmStateMigration,
    "newDestination",
    "newFamily",
  ),
  newSource: xfrmAddressIn(() => xfrmStateMigration, "newSource", "newFamily"),
  oldMark: xfrmMark,
  newSelector: xfrmSelector,
  newRequestId: u32,
  flags: u32,
  newFamily: u16,
  reserved: u16,
});
