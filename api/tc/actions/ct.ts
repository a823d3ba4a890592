/**
 * Actions on connections: tracking, marks and translation of addresses.
 *
 * @module
 */

import {
  CT_TRANSLATIONS,
  type CtData,
  ctData,
  HELPER_FAMILIES,
  TCA_CT_ACT_CLEAR,
  TCA_CT_ACT_COMMIT,
  TCA_CT_ACT_FORCE,
} from "../../../messages/tc/actions/ct.ts";
import { nameOf } from "../../../messages/value_names.ts";
import { actionParameters } from "../../../messages/tc/actions/parameters.ts";
import { eitherFamily } from "../../mapping/address_conversions.ts";
import { binary, number, text } from "../../mapping/conversions.ts";
import { bit, choice, enumeration } from "../../mapping/enumerations.ts";
import { type Field, sharedFields } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** A helper, which follows the protocol of connections. */
export interface CtHelperOptions {
  /** Its name, such as `ftp` (`TCA_CT_HELPER_NAME`). */
  helper?: string;
  /** Address family of the connections (`TCA_CT_HELPER_FAMILY`). */
  helperFamily?: keyof typeof HELPER_FAMILIES | number;
  /** Protocol, `IPPROTO_*` (`TCA_CT_HELPER_PROTO`). */
  helperProtocol?: number;
}

/** Settings of an action on connections. */
export interface CtOptions extends CtHelperOptions {
  /** Whether connections are kept (`TCA_CT_ACT_COMMIT`). */
  commit?: boolean;
  /** Whether those of the other direction are replaced (`TCA_CT_ACT_FORCE`). */
  force?: boolean;
  /** Whether packets lose their connection (`TCA_CT_ACT_CLEAR`). */
  clear?: boolean;
  /**
   * Which addresses are translated: those of the connection as they were kept
   * (`restore`), its sender's or its receiver's (`TCA_CT_ACT_NAT`).
   */
  translate?: keyof typeof CT_TRANSLATIONS;
  /** First of the new addresses (`TCA_CT_NAT_IPV4_MIN`, `TCA_CT_NAT_IPV6_MIN`). */
  firstAddress?: string;
  /** Last of them (`TCA_CT_NAT_IPV4_MAX`, `TCA_CT_NAT_IPV6_MAX`). */
  lastAddress?: string;
  /** First of the new ports (`TCA_CT_NAT_PORT_MIN`). */
  firstPort?: number;
  /** Last of them (`TCA_CT_NAT_PORT_MAX`). */
  lastPort?: number;
  /** Zone of connection tracking (`TCA_CT_ZONE`). */
  zone?: number;
  /** Mark that connections get (`TCA_CT_MARK`). */
  mark?: number;
  /** Which bits of it (`TCA_CT_MARK_MASK`). */
  markMask?: number;
  /** Labels that connections get, 16 bytes (`TCA_CT_LABELS`). */
  labels?: Uint8Array;
  /** Which bits of them (`TCA_CT_LABELS_MASK`). */
  labelsMask?: Uint8Array;
}

type Translation = keyof typeof CT_TRANSLATIONS;

const ALL_TRANSLATIONS = CT_TRANSLATIONS.source | CT_TRANSLATIONS.destination;

const translate: Field<Translation, CtData> = {
  from: ["action"],
  read: ({ action = 0 }) =>
    nameOf(CT_TRANSLATIONS, action & ALL_TRANSLATIONS) as Translation,
  write: (data, value, fieldPath) => {
    const bits = choice(CT_TRANSLATIONS).toKernel(value, fieldPath)!;
    data.action = (data.action ?? 0) | bits;
  },
};

function flag(value: number): Field<boolean, CtData> {
  const { read, ...field } = bit<CtData>("action", value);
  return { ...field, read: (data) => read(data) || undefined };
}

const helperFields = sharedFields<CtHelperOptions, CtData>({
  helper: text,
  helperFamily: enumeration(HELPER_FAMILIES, 8),
  helperProtocol: number,
});

/** How {@linkcode CtOptions} are stored. */
export const ctMapping: ActionMapping<CtOptions, CtData> = actionMapping(
  ctData,
  actionParameters,
  {
    commit: flag(TCA_CT_ACT_COMMIT),
    force: flag(TCA_CT_ACT_FORCE),
    clear: flag(TCA_CT_ACT_CLEAR),
    translate,
    firstAddress: eitherFamily("firstIpv4", "firstIpv6"),
    lastAddress: eitherFamily("lastIpv4", "lastIpv6"),
    firstPort: number,
    lastPort: number,
    zone: number,
    mark: number,
    markMask: number,
    labels: binary,
    labelsMask: binary,
    ...helperFields,
  },
  {
    check(data) {
      data.action ??= 0;
      // Ranges of one address or port need not be given twice.
      const { firstIpv4, firstIpv6, firstPort } = data;
      if (firstIpv4 !== undefined) data.lastIpv4 ??= firstIpv4;
      if (firstIpv6 !== undefined) data.lastIpv6 ??= firstIpv6;
      if (firstPort !== undefined) data.lastPort ??= firstPort;
    },
  },
);
