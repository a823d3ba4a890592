/**
 * Keywords of `tc filter … flower` for IP, what is above it, and connections.
 *
 * @module
 */

import {
  ETH_P_IP,
  ETH_P_IPV6,
} from "../../../../messages/link/constants_hardware.ts";
import { fromHex } from "../../../../messages/codec/text.ts";
import { fail, invalidArgument } from "../../../parse/errors.ts";
import { type Grammar, matches, takes } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { illegal } from "../kind.ts";
import {
  etherTypeOf,
  type FlowerDraft,
  type FlowerWord,
  ipFamily,
  masked,
  type MaskedForm,
  prefix,
  prefixProperties,
  type PropertyOf,
  readMasked,
  set,
} from "./draft.ts";
import { CT_STATES, IP_PROTOCOLS } from "./names.ts";

const PROTOCOL =
  "{ tcp | udp | sctp | icmp | icmpv6 | l2tp | esp | ah | IP-PROTO }";

const ipProtocol: FlowerWord = takes(PROTOCOL, (draft, { args }) => {
  const word = args.take();
  const type = etherTypeOf(draft);
  const wrongType = fail(
    1,
    'Illegal "eth_type" for ip proto\nIllegal "ip_proto"',
  );
  if (type !== ETH_P_IP && type !== ETH_P_IPV6) throw wrongType;
  const named = IP_PROTOCOLS.find(([name, , isShort]) =>
    isShort ? matches(word, name) : word === name
  );
  if (named?.[3] !== undefined && named[3] !== type) throw wrongType;
  const protocol = named?.[1] ?? unsigned(word, 8, 16);
  if (protocol === undefined) throw illegal("ip_proto");
  draft.data.ipProtocol = protocol;
});

/** Type of service, or time to live. */
function tosOrTtl(
  value: PropertyOf<number>,
  name: string,
): FlowerWord {
  const mask = `${value}Mask` as PropertyOf<number>;
  return masked(value, mask, name, { bits: 8, bases: [10, 16], maskBase: 16 });
}

/** Which properties the ports of a protocol have. */
const PORTS: ReadonlyMap<number | undefined, "tcp" | "udp" | "sctp"> = new Map([
  [6, "tcp"],
  [17, "udp"],
  [132, "sctp"],
]);

/** A port, with a mask, or a range of ports. */
function port(which: "source" | "destination", name: string): FlowerWord {
  const end = which === "source" ? "Source" : "Destination";
  return takes("PORT-NUMBER", (draft, { args }) => {
    const word = args.take();
    const protocol = PORTS.get(draft.data.ipProtocol);
    const dash = word.indexOf("-");
    const min = unsigned(dash < 0 ? word : word.slice(0, dash), 16, 10);
    const max = dash < 0 ? undefined : unsigned(word.slice(dash + 1), 16, 10);
    if (min !== undefined && max !== undefined) {
      if (max <= min) {
        const text = "max value should be greater than min value";
        throw fail(1, `${text}\nIllegal "${name}"`);
      }
      if (protocol === undefined) throw illegal(name);
      set(draft, `${which}PortMin`, min);
      set(draft, `${which}PortMax`, max);
      return;
    }
    if (protocol === undefined) throw illegal(name);
    if (min !== undefined && dash < 0) {
      return set(draft, `${protocol}${end}`, min);
    }
    const pair = word.includes("/")
      ? readMasked(word, { bits: 16 })
      : undefined;
    if (pair === undefined) throw illegal(name);
    set(draft, `${protocol}${end}`, pair.value);
    set(draft, `${protocol}${end}Mask`, pair.mask);
  });
}

/** Type or code of ICMP, whose properties depend on what was named before. */
function icmp(field: "Type" | "Code", name: string): FlowerWord {
  const form: MaskedForm = { bits: 8, bases: [10], maskBase: 10 };
  return takes("MASKED", (draft, step) => {
    const { ipProtocol } = draft.data;
    const type = etherTypeOf(draft);
    const property = type === ETH_P_IP && ipProtocol === 1
      ? `icmpv4${field}` as const
      : type === ETH_P_IPV6 && ipProtocol === 58
      ? `icmpv6${field}` as const
      : undefined;
    if (step.args.left === 0) step.args.take();
    if (property === undefined) throw illegal(name);
    return masked(property, `${property}Mask`, name, form)(draft, step);
  });
}

const ctState: FlowerWord = takes("MASKED_CT_STATE", ({ data }, { args }) => {
  let rest = args.take();
  let [state, mask] = [0, 0];
  while (rest !== "") {
    const found = CT_STATES.find(([name]) => rest.startsWith(name, 1));
    const sign = rest[0];
    if (sign !== "+" && sign !== "-" || found === undefined) {
      throw illegal("ct_state");
    }
    const [name, bit] = found;
    if (sign === "+") state |= bit;
    mask |= bit;
    rest = rest.slice(1 + name.length);
  }
  data.ctState = state;
  data.ctStateMask = mask;
});

const LABEL_DIGITS = 32;

/** Bytes in hexadecimal; half a byte at the end does not count. */
function labelsOf(text: string): Uint8Array | undefined {
  const digits = text.slice(0, text.length & ~1);
  return /^[0-9a-f]*$/i.test(digits) ? fromHex(digits) : undefined;
}

const ctLabel: FlowerWord = takes("MASKED_CT_LABEL", ({ data }, { args }) => {
  const [text, mask] = args.take().split(/\/(.*)/s, 2) as [string, string?];
  if (text.length > LABEL_DIGITS || (mask ?? "").length > LABEL_DIGITS) {
    throw invalidArgument(
      `${text.length} Max allowed size ${LABEL_DIGITS}`,
      text,
    );
  }
  const labels = labelsOf(text);
  if (labels === undefined) {
    throw invalidArgument("labels must be a hex string\n", text);
  }
  data.ctLabels = labels;
  const bits = mask === undefined
    ? new Uint8Array(LABEL_DIGITS / 2).fill(0xff)
    : labelsOf(mask);
  if (bits === undefined) {
    throw invalidArgument("labels mask must be a hex string\n", mask!);
  }
  data.ctLabelsMask = bits;
});

/** What is wrong with a filter of another protocol. */
function above(
  protocols: readonly number[],
  problem: string,
  property: "l2tpv3Session" | "spi",
  base: 10 | 16,
  name: string,
): FlowerWord {
  return takes("NUMBER", ({ data }, { args }) => {
    const word = args.take();
    if (!protocols.includes(data.ipProtocol ?? 0xff)) throw fail(1, problem);
    const value = unsigned(word, 32, base);
    if (value === undefined) throw illegal(name);
    data[property] = value;
    if (property === "spi") data.spiMask = 0xffffffff;
  });
}

/** Keywords of connections, which come first. */
export const CONNECTION_KEYWORDS: Grammar<FlowerDraft> = {
  "ct_state*": ctState,
  "ct_zone*": masked("ctZone", "ctZoneMask", "ct_zone", { bits: 16 }),
  "ct_mark*": masked("ctMark", "ctMarkMask", "ct_mark", { bits: 32 }),
  "ct_label*": ctLabel,
};

/** Keywords of IP and of what is above it. */
export const NETWORK_KEYWORDS: Grammar<FlowerDraft> = {
  "ip_proto*": ipProtocol,
  "ip_tos*": tosOrTtl("tos", "ip_tos"),
  "ip_ttl*": tosOrTtl("ttl", "ip_ttl"),
  "dst_ip*": prefix(
    prefixProperties("ipv4Destination", "ipv6Destination"),
    "dst_ip",
    ipFamily,
  ),
  "src_ip*": prefix(
    prefixProperties("ipv4Source", "ipv6Source"),
    "src_ip",
    ipFamily,
  ),
  "dst_port*": port("destination", "dst_port"),
  "src_port*": port("source", "src_port"),
  "tcp_flags*": masked("tcpFlags", "tcpFlagsMask", "tcp_flags", {
    bits: 16,
    bases: [16],
    maskBase: 16,
    most: 0xfff,
  }),
  "type*": icmp("Type", "icmp type"),
  "code*": icmp("Code", "icmp code"),
  "l2tpv3_sid": above(
    [115],
    `Can't set "l2tpv3_sid" if ip_proto isn't l2tp`,
    "l2tpv3Session",
    10,
    "l2tpv3 session id",
  ),
  "spi": above(
    [17, 50, 51],
    `Can't set "spi" if ip_proto isn't ESP/UDP/AH`,
    "spi",
    16,
    "spi index",
  ),
};
