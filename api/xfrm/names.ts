/**
 * Words for the kernel's numbers about IPsec.
 *
 * @module
 */

import { AF_INET, AF_INET6, IP_FAMILIES } from "../../messages/families.ts";
import * as names from "../../messages/xfrm/names.ts";
import { choice, enumeration, flagNames } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Conversion } from "../mapping/mapping.ts";

/** Address family of states and policies. */
export type XfrmFamily = keyof typeof IP_FAMILIES | number;

/** How {@linkcode XfrmFamily} is stored. */
export const xfrmFamily: Conversion<XfrmFamily, number> = enumeration(
  IP_FAMILIES,
  16,
);

/**
 * Notes the family that an address has in what is being put together.
 *
 * @param data What has the family; 0 while it is not known.
 * @param address The address.
 * @param fieldPath Where the address stands.
 * @throws {TypeError} If another address is of the other family.
 */
export function joinFamily(
  data: { family: number },
  address: string,
  fieldPath: FieldPath,
): void {
  const family = address.includes(":") ? AF_INET6 : AF_INET;
  if (data.family !== 0 && data.family !== family) {
    throw fieldPath.wrong(address, "it is not of the family of the others");
  }
  data.family = family;
}

/** Protocol of a state, by name or by number. */
export type XfrmProtocol = keyof typeof names.XFRM_PROTOCOLS | number;

/** How {@linkcode XfrmProtocol} is stored. */
export const xfrmProtocol: Conversion<XfrmProtocol, number> = enumeration(
  names.XFRM_PROTOCOLS,
  8,
);

/** What packets become. */
export type XfrmMode = keyof typeof names.XFRM_MODES | number;

/** How {@linkcode XfrmMode} is stored. */
export const xfrmMode: Conversion<XfrmMode, number> = enumeration(
  names.XFRM_MODES,
  8,
);

/** A flag of a state (`XFRM_STATE_*`). */
export type XfrmStateFlag = keyof typeof names.XFRM_STATE_FLAGS | number;

/** How flags of states are stored. */
export const xfrmStateFlags: Conversion<XfrmStateFlag[], number> = flagNames(
  names.XFRM_STATE_FLAGS,
  8,
);

/** Another flag of a state (`XFRM_SA_XFLAG_*`). */
export type XfrmExtraFlag = keyof typeof names.XFRM_EXTRA_FLAGS | number;

/** How the other flags of states are stored. */
export const xfrmExtraFlags: Conversion<XfrmExtraFlag[], number> = flagNames(
  names.XFRM_EXTRA_FLAGS,
);

/** Which packets a state is for. */
export type XfrmStateDirection =
  | keyof typeof names.XFRM_STATE_DIRECTIONS
  | number;

/** How {@linkcode XfrmStateDirection} is stored. */
export const xfrmStateDirection: Conversion<XfrmStateDirection, number> =
  enumeration(names.XFRM_STATE_DIRECTIONS, 8);

/** What packets of ESP are put into. */
export type XfrmEncapsulationType =
  | keyof typeof names.XFRM_ENCAPSULATIONS
  | number;

/** How {@linkcode XfrmEncapsulationType} is stored. */
export const xfrmEncapsulationType: Conversion<XfrmEncapsulationType, number> =
  enumeration(names.XFRM_ENCAPSULATIONS, 16);

/** Which packets a policy is for. */
export type XfrmPolicyDirection =
  | keyof typeof names.XFRM_POLICY_DIRECTIONS
  | number;

/** How {@linkcode XfrmPolicyDirection} is stored. */
export const xfrmPolicyDirection: Conversion<XfrmPolicyDirection, number> =
  enumeration(names.XFRM_POLICY_DIRECTIONS, 8);

/** Type of a policy: `sub` is for Mobile IPv6. */
export type XfrmPolicyKind = keyof typeof names.XFRM_POLICY_TYPES | number;

/** How {@linkcode XfrmPolicyKind} is stored. */
export const xfrmPolicyKind: Conversion<XfrmPolicyKind, number> = enumeration(
  names.XFRM_POLICY_TYPES,
  8,
);

/** What a policy does with packets. */
export type XfrmPolicyAction = keyof typeof names.XFRM_POLICY_ACTIONS | number;

/** How {@linkcode XfrmPolicyAction} is stored. */
export const xfrmPolicyAction: Conversion<XfrmPolicyAction, number> =
  enumeration(names.XFRM_POLICY_ACTIONS, 8);

/** A flag of a policy (`XFRM_POLICY_*`). */
export type XfrmPolicyFlag = keyof typeof names.XFRM_POLICY_FLAGS | number;

/** How flags of policies are stored. */
export const xfrmPolicyFlags: Conversion<XfrmPolicyFlag[], number> = flagNames(
  names.XFRM_POLICY_FLAGS,
  8,
);

/** What states may be used for. */
export type XfrmShare = keyof typeof names.XFRM_SHARES | number;

/** How {@linkcode XfrmShare} is stored. */
export const xfrmShare: Conversion<XfrmShare, number> = enumeration(
  names.XFRM_SHARES,
  8,
);

/** What happens to packets that no policy is for. */
export type XfrmDefaultAction = keyof typeof names.XFRM_DEFAULT_ACTIONS;

/** How {@linkcode XfrmDefaultAction} is given to the kernel. */
export const xfrmDefaultAction: Pick<
  Conversion<XfrmDefaultAction, number>,
  "toKernel"
> = choice(names.XFRM_DEFAULT_ACTIONS);
