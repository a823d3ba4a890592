/**
 * `tc filter … flower`.
 *
 * @module
 */

import { ETH_P_ALL } from "../../../../messages/link/constants_hardware.ts";
import {
  TCA_CLS_FLAGS_SKIP_HW,
  TCA_CLS_FLAGS_SKIP_SW,
  TCA_CLS_FLAGS_VERBOSE,
} from "../../../../messages/tc/filters/flags.ts";
import type { FlowerData } from "../../../../messages/tc/filters/flower/flower.ts";
import { TC_H_MIN_PRIORITY } from "../../../../messages/tc/handle.ts";
import { fail } from "../../../parse/errors.ts";
import { deviceName } from "../../../parse/device_name.ts";
import { type Grammar, takes } from "../../../parse/grammar.ts";
import { strtoul } from "../../../parse/numbers.ts";
import { filterProtocol } from "../../filter_header.ts";
import {
  action,
  classId,
  type FilterKind,
  filterKind,
  flag,
  illegal,
  numericHandle,
} from "../kind.ts";
import { type FlowerDraft, type FlowerWord, number } from "./draft.ts";
import {
  ARP_AND_PPP_KEYWORDS,
  CFM_KEYWORDS,
  LINK_KEYWORDS,
} from "./parse_link.ts";
import { CONNECTION_KEYWORDS, NETWORK_KEYWORDS } from "./parse_network.ts";
import {
  type FlagNames,
  FRAGMENT_FLAGS,
  MOST_CLASSES,
  TUNNEL_FLAGS,
} from "./names.ts";
import { printFlower } from "./format_flower.ts";
import { TUNNEL_KEYWORDS } from "./parse_tunnel.ts";

/** Names of bits, each of which can have `no` in front. */
function flags(
  value: "flags" | "tunnelFlags",
  names: FlagNames,
  called: string,
): FlowerWord {
  const mask = `${value}Mask` as const;
  const form = {
    name: called === "ip_flags" ? "IP-FLAGS" : "ENCFLAG-LIST",
    means: `{ ${names.map(([name]) => `${name} | no${name}`).join(" | ")} }`,
  };
  return takes(form, ({ data }, { args }) => {
    for (const word of args.take().split("/").filter((each) => each !== "")) {
      const isOff = word.startsWith("no");
      const name = isOff ? word.slice(2) : word;
      const bit = names.find(([each]) => each === name)?.[1];
      if (bit === undefined) throw illegal(called);
      const before = data[value] ?? 0;
      data[value] = isOff ? before & ~bit : before | bit;
      data[mask] = (data[mask] ?? 0) | bit;
    }
  });
}

const hardwareClass: FlowerWord = takes(
  "TCID",
  ({ data, header }, { args }) => {
    const word = args.take();
    const { value, end } = strtoul(word);
    if (end < word.length) throw fail(1, "Illegal TC index");
    if (value < 0n || value >= BigInt(MOST_CLASSES)) {
      throw fail(1, "TC index exceeds max range");
    }
    data.classId = (header.parent & 0xffff0000 | TC_H_MIN_PRIORITY +
        Number(value)) >>> 0;
  },
);

/** What usage texts call the arguments of words. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  num_of_vlans: "VLANS_COUNT",
  vlan_id: "VID",
  vlan_prio: "PRIORITY",
  cvlan_id: "VID",
  cvlan_prio: "PRIORITY",
  pppoe_sid: "PSID",
  ip_tos: "MASKED-IP_TOS",
  ip_ttl: "MASKED-IP_TTL",
  enc_tos: "MASKED-IP_TOS",
  enc_ttl: "MASKED-IP_TTL",
  mpls_label: "LABEL",
  mpls_tc: "TC",
  mpls_bos: "BOS",
  mpls_ttl: "TTL",
  spi: "SPI-INDEX",
  l2tpv3_sid: "LSID",
  tcp_flags: "MASKED-TCP_FLAGS",
  type: "MASKED-ICMP-TYPE",
  code: "MASKED-ICMP-CODE",
  arp_tip: "IPV4-PREFIX",
  arp_sip: "IPV4-PREFIX",
  enc_dst_ip: "{ IPV4-ADDR | IPV6-ADDR }",
  enc_src_ip: "{ IPV4-ADDR | IPV6-ADDR }",
  enc_key_id: "KEY-ID",
  l2_miss: "L2_MISS",
  ct_mark: "MASKED_CT_MARK",
  ct_zone: "MASKED_CT_ZONE",
};

/** Gives words the names of their arguments. */
function withArguments(
  words: Grammar<FlowerDraft>,
): Grammar<FlowerDraft> {
  return Object.fromEntries(
    Object.entries(words).map(([key, word]) => {
      const form = ARGUMENTS[key.split(/[* ]/)[0]!];
      return [key, form === undefined ? word : takes(form, word)];
    }),
  );
}

/** How filters of the kind `flower` are parsed and printed. */
export const kind: FilterKind<FlowerData> = filterKind("flower", {
  words: withArguments({
    "classid* flowid*": classId(),
    "hw_tc*": hardwareClass,
    "ip_flags*": flags("flags", FRAGMENT_FLAGS, "ip_flags"),
    "l2_miss": number("layer2Miss", "l2_miss", 8),
    "verbose*": flag("filterFlags", TCA_CLS_FLAGS_VERBOSE),
    "skip_hw*": flag("filterFlags", TCA_CLS_FLAGS_SKIP_HW),
    "skip_sw*": flag("filterFlags", TCA_CLS_FLAGS_SKIP_SW),
    ...CONNECTION_KEYWORDS,
    "indev*": takes("DEV-NAME:device", ({ data }, { args }) => {
      data.inputDevice = deviceName(args.take(), '"indev"');
    }),
    ...LINK_KEYWORDS,
    ...NETWORK_KEYWORDS,
    ...ARP_AND_PPP_KEYWORDS,
    ...TUNNEL_KEYWORDS,
    "enc_flags": flags("tunnelFlags", TUNNEL_FLAGS, "enc_flags"),
    "action*": action(),
    ...CFM_KEYWORDS,
  }),
  handle: numericHandle,
  always: true,
  finish: ({ data, header }) => {
    data.filterFlags ??= 0;
    const protocol = filterProtocol(header);
    if (protocol !== ETH_P_ALL) data.ethernetType = protocol;
  },
}, printFlower);
