/**
 * How encapsulations of routes and next hops are shown.
 *
 * @module
 */

import { locatorText } from "../../../parse/locator.ts";
import { nameOf } from "../../../../messages/value_names.ts";
import type { Context } from "../../../runtime/context.ts";
import type { MplsEncap } from "../../../../messages/route/encap/mpls.ts";
import type {
  BpfEncap,
  BpfEncapProgram,
} from "../../../../messages/route/encap/bpf.ts";
import {
  ILA_CHECKSUM_MODES,
  ILA_HOOKS,
  ILA_IDENTIFIER_TYPES,
  type IlaEncap,
} from "../../../../messages/route/encap/ila.ts";
import type { XfrmEncap } from "../../../../messages/route/encap/xfrm.ts";
import {
  type Encapsulations,
  encapsulationTypes,
} from "../../../../messages/route/encap/encap.ts";
import { NLA_TYPE_MASK } from "../../../../messages/codec/writer.ts";
import { formatIp6Encap, formatIpEncap } from "./format_tunnel.ts";
import {
  formatIoam6,
  formatRpl,
  formatSeg6,
  formatSeg6Local,
} from "./format_segments.ts";
import { labels } from "../../../print/format.ts";

/** Names of `LWTUNNEL_ENCAP_*`. */
const TYPES: readonly (string | undefined)[] = [
  undefined,
  "mpls",
  "ip",
  "ila",
  "ip6",
  "seg6",
  "bpf",
  "seg6local",
  "rpl",
  "ioam6",
  "xfrm",
];

/** Types of the attributes that have one: `RTA_ENCAP`, `NHA_ENCAP`. */
const ENCAPS: readonly number[] = [22, 8];

/** Something that may have an encapsulation. */
export interface Encapsulated extends Encapsulations {
  /** Attributes of kinds that have no name. */
  unknown?: readonly { readonly type: number }[];
  /** Kind of encapsulation, `LWTUNNEL_ENCAP_*`. */
  encapType?: number;
}

/**
 * Writes an encapsulation, if there is one.
 *
 * @param attributes What may have one.
 */
export function formatEncapsulation(
  context: Context,
  attributes: Encapsulated,
): void {
  const { encapType, unknown = [] } = attributes;
  const isThere =
    Object.keys(encapsulationTypes).some((name) =>
      attributes[name as keyof Encapsulations] !== undefined
    ) || unknown.some(({ type }) => ENCAPS.includes(type & NLA_TYPE_MASK));
  if (encapType === undefined || !isThere) return;
  const name = TYPES[encapType] ?? "unknown";
  const { printer } = context;
  printer.openObject("encap");
  printer.value("encap_type", name, ` encap ${name} `);
  formatContents(context, attributes);
  printer.closeObject();
}

function formatContents(context: Context, attributes: Encapsulations): void {
  const {
    encapMpls,
    encapIp,
    encapIla,
    encapIp6,
    encapSeg6,
    encapBpf,
    encapSeg6Local,
    encapRpl,
    encapIoam6,
    encapXfrm,
  } = attributes;
  if (encapMpls !== undefined) formatMpls(context, encapMpls);
  else if (encapIp !== undefined) formatIpEncap(context, encapIp);
  else if (encapIla !== undefined) formatIla(context, encapIla);
  else if (encapIp6 !== undefined) formatIp6Encap(context, encapIp6);
  else if (encapSeg6 !== undefined) formatSeg6(context, encapSeg6);
  else if (encapBpf !== undefined) formatBpf(context, encapBpf);
  else if (encapSeg6Local !== undefined) {
    formatSeg6Local(context, encapSeg6Local, formatProgram);
  } else if (encapRpl !== undefined) formatRpl(context, encapRpl);
  else if (encapIoam6 !== undefined) formatIoam6(context, encapIoam6);
  else if (encapXfrm !== undefined) formatXfrm(context, encapXfrm);
}

function formatMpls({ printer }: Context, encap: MplsEncap): void {
  if (encap.labels !== undefined) {
    const text = labels(encap.labels);
    printer.value("dst", text, ` ${text} `);
  }
  if (encap.ttl !== undefined) printer.named("ttl", encap.ttl);
}

function formatIla({ printer }: Context, encap: IlaEncap): void {
  const { locator, checksumMode, identifierType, hookType } = encap;
  if (locator !== undefined) {
    const text = locatorText(locator);
    printer.value("locator", text, ` ${text} `);
  }
  if (checksumMode !== undefined) {
    const name = nameOf(ILA_CHECKSUM_MODES, checksumMode) ?? "unknown";
    printer.value("csum_mode", name, ` csum-mode ${name} `);
  }
  if (identifierType !== undefined) {
    const name = nameOf(ILA_IDENTIFIER_TYPES, identifierType) ??
      "unknown";
    printer.value("ident_type", name, ` ident-type ${name} `);
  }
  if (hookType !== undefined) {
    const name = nameOf(ILA_HOOKS, hookType) ?? "unknown";
    printer.value("hook_type", name, ` hook-type ${name} `);
  }
}

function formatBpf(context: Context, encap: BpfEncap): void {
  const { input, output, transmit, transmitHeadroom } = encap;
  if (input !== undefined) formatProgram(context, input, "in");
  if (output !== undefined) formatProgram(context, output, "out");
  if (transmit !== undefined) formatProgram(context, transmit, "xmit");
  if (transmitHeadroom !== undefined) {
    context.printer.value(
      "headroom",
      transmitHeadroom,
      ` ${transmitHeadroom} `,
    );
  }
}

function formatProgram(
  { printer }: Context,
  { name }: Pick<BpfEncapProgram, "name">,
  key: string,
): void {
  const text = name === undefined ? "" : `${name} `;
  printer.value(key, name ?? "<unknown>", `${key} ${text}`);
}

function formatXfrm({ printer, links }: Context, encap: XfrmEncap): void {
  if (encap.interfaceId !== undefined) {
    printer.named("if_id", encap.interfaceId);
  }
  if (encap.link !== undefined) {
    printer.named("link_dev", links.nameOf(encap.link));
  }
}
