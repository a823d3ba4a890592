/**
 * What numbers in messages mean: the names that the UAPI headers have for them.
 *
 * @module
 */

import * as common from "../../../messages/constants.ts";
import * as families from "../../../messages/families.ts";
import * as headers from "../../../messages/header.ts";
import * as addresses from "../../../messages/address/constants.ts";
import * as hardware from "../../../messages/link/constants_hardware.ts";
import * as links from "../../../messages/link/constants.ts";
import * as neighbors from "../../../messages/neighbor/constants.ts";
import * as encapsulations from "../../../messages/route/encap/encap.ts";
import * as routes from "../../../messages/route/constants.ts";
import * as rules from "../../../messages/rule/constants.ts";
import {
  addressAttributes,
  addressHeader,
} from "../../../messages/address/address.ts";
import {
  type Codec,
  s32,
  type Shape,
  struct,
} from "../../../messages/codec/mod.ts";
import { errorName, errorText } from "../../../messages/errno.ts";
import { doneMessage } from "../../../messages/extended_ack.ts";
import { linkHeader } from "../../../messages/link/common.ts";
import { linkAttributes } from "../../../messages/link/link.ts";
import {
  neighborAttributes,
  neighborHeader,
} from "../../../messages/neighbor/neighbor.ts";
import { nexthopHeader } from "../../../messages/nexthop/nexthop.ts";
import { routeNextHopHeader } from "../../../messages/route/next_hop.ts";
import { routeAttributes, routeHeader } from "../../../messages/route/route.ts";
import { ruleAttributes, ruleHeader } from "../../../messages/rule/rule.ts";
import { tcHeader } from "../../../messages/tc/header.ts";
import * as xfrm from "../../../messages/xfrm/constants.ts";
import { xfrmEventId, xfrmStateInfo } from "../../../messages/xfrm/state.ts";
import { xfrmTemplate } from "../../../messages/xfrm/policy.ts";

/** Puts a number into words. */
type Meaning = (value: number) => string | undefined;

/** Names that begin alike, by their numbers; of two for one, the first. */
function named(
  constants: object,
  prefix: string,
  except = "-",
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [name, value] of Object.entries(constants)) {
    if (typeof value !== "number" || !name.startsWith(prefix)) continue;
    if (!name.startsWith(except) && !found.has(value)) found.set(value, name);
  }
  return found;
}

function oneOf(names: ReadonlyMap<number, string>): Meaning {
  return (value) => names.get(value);
}

/** Names of the bits that are set; those that have none as a number. */
export function flagsOf(names: ReadonlyMap<number, string>): Meaning {
  const flags = [...names].filter(([bits]) => bits > 0)
    .sort(([a], [b]) => b - a);
  return (value) => {
    const found: string[] = [];
    let rest = value;
    for (const [bits, name] of flags) {
      if ((rest & bits) >>> 0 !== bits) continue;
      found.unshift(name);
      rest = (rest & ~bits) >>> 0;
    }
    if (found.length === 0) return undefined;
    return [...found, ...(rest === 0 ? [] : [`0x${rest.toString(16)}`])]
      .join(" | ");
  };
}

const family = oneOf(named(families, "AF_"));
const table = oneOf(named(common, "RT_TABLE_"));
const protocol = oneOf(named(common, "RTPROT_"));
const scope = oneOf(named(common, "RT_SCOPE_"));
const type = oneOf(named(common, "RTN_"));
const hopFlags = flagsOf(named(common, "RTNH_F_"));
const deviceFlags = flagsOf(named(links, "IFF_"));
const addressFlags = flagsOf(named(addresses, "IFA_F_"));

function error(value: number): string | undefined {
  if (value >= 0) return undefined;
  return `${errorName(-value)}: ${errorText(-value)}`;
}

/** The properties of a codec that have a meaning. */
function of<T>(
  codec: Codec<T>,
  meanings: { readonly [K in keyof T]?: Meaning },
): [Shape, Readonly<Record<string, Meaning>>] {
  return [codec.shape, meanings as Readonly<Record<string, Meaning>>];
}

/** The number that answers begin with: negative for errors. */
export const errorNumber: Codec<{ error: number }> = struct({
  error: s32,
});

const MEANINGS = new Map<Shape, Readonly<Record<string, Meaning>>>([
  of(errorNumber, { error }),
  [headerOf(doneMessage as Codec<unknown>), { error }],
  of(linkHeader, {
    family,
    type: oneOf(named(hardware, "ARPHRD_")),
    flags: deviceFlags,
    change: deviceFlags,
  }),
  of(linkAttributes, {
    operState: oneOf(named(links, "IF_OPER_")),
    linkMode: oneOf(named(links, "IF_LINK_MODE_")),
    extMask: flagsOf(named(links, "RTEXT_FILTER_")),
  }),
  of(addressHeader, { family, flags: addressFlags, scope }),
  of(addressAttributes, {
    flags: addressFlags,
    protocol: oneOf(named(addresses, "IFAPROT_")),
  }),
  of(routeHeader, {
    family,
    table,
    protocol,
    scope,
    type,
    flags: flagsOf(
      new Map([...named(common, "RTNH_F_"), ...named(routes, "RTM_F_")]),
    ),
  }),
  of(routeAttributes, {
    table,
    encapType: oneOf(named(encapsulations, "LWTUNNEL_ENCAP_")),
  }),
  of(routeNextHopHeader, { flags: hopFlags }),
  of(neighborHeader, {
    family,
    state: flagsOf(named(neighbors, "NUD_")),
    flags: flagsOf(
      new Map([
        ...named(neighbors, "NTF_", "NTF_EXT_"),
        [neighbors.NTF_EXT_LEARNED, "NTF_EXT_LEARNED"],
      ]),
    ),
    type,
  }),
  of(neighborAttributes, {
    flagsExtended: flagsOf(
      new Map(
        [...named(neighbors, "NTF_EXT_")].filter(([, name]) =>
          name !== "NTF_EXT_LEARNED"
        ),
      ),
    ),
  }),
  of(ruleHeader, {
    family,
    table,
    action: oneOf(named(rules, "FR_ACT_")),
    flags: flagsOf(named(rules, "FIB_RULE_")),
  }),
  of(ruleAttributes, { table, protocol }),
  of(nexthopHeader, { family, scope, protocol, flags: hopFlags }),
  of(tcHeader, { family }),
  of(xfrmStateInfo, {
    family,
    mode: oneOf(named(xfrm, "XFRM_MODE_")),
    flags: flagsOf(named(xfrm, "XFRM_STATE_")),
  }),
  of(xfrmEventId, { flags: flagsOf(named(xfrm, "XFRM_AE_")) }),
  of(xfrmTemplate, {
    family,
    mode: oneOf(named(xfrm, "XFRM_MODE_")),
    share: oneOf(named(xfrm, "XFRM_SHARE_")),
  }),
]);

function headerOf({ shape }: Codec<unknown>): Shape {
  return shape.kind === "message" ? shape.header.shape : shape;
}

/**
 * Returns what a number in a message means.
 *
 * @param shape Shape of the struct or the attributes that have it.
 * @param name The property.
 * @param value The number.
 * @returns Names from the UAPI headers, if there are any.
 */
export function meaningOf(
  shape: Shape,
  name: string,
  value: unknown,
): string | undefined {
  if (typeof value !== "number") return undefined;
  const meanings = MEANINGS.get(shape);
  if (meanings !== undefined) return meanings[name]?.(value);
  return name === "family" ? family(value) : undefined;
}

/** Flags that mean the same in all messages. */
const COMMON = [
  "REQUEST",
  "MULTI",
  "ACK",
  "ECHO",
  "DUMP_INTR",
  "DUMP_FILTERED",
];
/** Flags of requests that make, delete and ask for something. */
const OF_OPERATION: Readonly<Record<string, readonly string[]>> = {
  NEW: ["REPLACE", "EXCL", "CREATE", "APPEND"],
  DEL: ["NONREC", "BULK"],
  GET: ["DUMP", "ROOT", "MATCH", "ATOMIC"],
};
const OF_ERROR = ["CAPPED", "ACK_TLVS"];

/**
 * Names the flags of a message.
 *
 * @param type Message type (`nlmsg_type`).
 * @param flags The flags (`nlmsg_flags`).
 * @param typeName Name of the message type, if it is known.
 * @returns The names; `undefined` if none is set.
 */
export function messageFlags(
  type: number,
  flags: number,
  typeName = "",
): string | undefined {
  const { NLMSG_MIN_TYPE, NLM_F_REQUEST } = headers;
  const own = type < NLMSG_MIN_TYPE
    ? OF_ERROR
    : flags & NLM_F_REQUEST
    ? OF_OPERATION[/_(NEW|DEL|GET)/.exec(typeName)?.[1] ?? ""] ?? []
    : [];
  const names = [...COMMON, ...own].map((name) => `NLM_F_${name}`);
  return flagsOf(
    new Map(
      names.map((name) => [
        (headers as Readonly<Record<string, unknown>>)[name] as number,
        name,
      ]),
    ),
  )(flags);
}
