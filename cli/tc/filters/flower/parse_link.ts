/**
 * Keywords of `tc filter … flower` for what is below IP.
 *
 * @module
 */

import { ARP_OPERATIONS } from "../../../../messages/tc/filters/flower/link.ts";
import {
  ETH_P_8021AD,
  ETH_P_8021Q,
  ETH_P_ARP,
  ETH_P_CFM,
  ETH_P_IP,
  ETH_P_IPV6,
  ETH_P_MPLS_MC,
  ETH_P_MPLS_UC,
  ETH_P_PPP_SES,
  ETH_P_RARP,
} from "../../../../messages/link/constants_hardware.ts";
import type {
  FlowerCfm,
  FlowerMplsEntry,
} from "../../../../messages/tc/filters/flower/link.ts";
import type { Form } from "../../../parse/form.ts";
import { AF_INET } from "../../../../messages/families.ts";
import {
  fail,
  invalidArgument,
  missingArgument,
} from "../../../parse/errors.ts";
import {
  type Arguments,
  fits,
  type Grammar,
  takes,
} from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import type { Context } from "../../../runtime/context.ts";
import { filterProtocol } from "../../filter_header.ts";
import { illegal } from "../kind.ts";
import {
  etherTypeOf,
  type FlowerDraft,
  type FlowerWord,
  hardware,
  masked,
  needing,
  number,
  prefix,
  type PropertyOf,
  set,
} from "./draft.ts";
import { PPP_PROTOCOLS } from "./ppp.ts";

const isVlan = (type: number | undefined) =>
  type === ETH_P_8021Q || type === ETH_P_8021AD;

const isMpls = (draft: FlowerDraft) => {
  const type = etherTypeOf(draft);
  return type === ETH_P_MPLS_UC || type === ETH_P_MPLS_MC;
};

const isArp = (draft: FlowerDraft) => {
  const type = etherTypeOf(draft);
  return type === ETH_P_ARP || type === ETH_P_RARP;
};

/** A field of the outer VLAN. */
function outer(name: string, word: FlowerWord): FlowerWord {
  return needing(
    ({ header, data }) =>
      isVlan(filterProtocol(header)) || (data.vlanCount ?? 0) > 0
        ? undefined
        : `Can't set "${name}" if ethertype isn't 802.1Q or 802.1AD and num_of_vlans is 0`,
    word,
  );
}

/** A field of the inner VLAN. */
function inner(name: string, word: FlowerWord): FlowerWord {
  return needing(
    ({ vlanEtherType, data }) =>
      isVlan(vlanEtherType) || (data.vlanCount ?? 0) > 1
        ? undefined
        : `Can't set "${name}" if inner vlan ethertype isn't 802.1Q or 802.1AD and num_of_vlans is less than 2`,
    word,
  );
}

/** The protocol in a VLAN, whose fields later words name. */
function vlanEtherType(
  name: "vlan_ethtype" | "cvlan_ethtype",
): FlowerWord {
  const isOuter = name === "vlan_ethtype";
  return takes("{ ipv4 | ipv6 | ETH-TYPE }", (draft, { args, context }) => {
    const word = args.take();
    const count = draft.data.vlanCount ?? 0;
    const before = isOuter ? etherTypeOf(draft) : draft.vlanEtherType;
    if (!isVlan(before) && count <= (isOuter ? 0 : 1)) {
      throw fail(
        1,
        `Can't set "${name}" if ethertype isn't 802.1Q or 802.1AD and num_of_vlans ${
          isOuter ? "is 0" : "less than 2"
        }`,
      );
    }
    const type = etherTypeFrom(word, context);
    if (type === undefined) throw invalidArgument("invalid vlan_ethtype", word);
    draft.etherType = type;
    if (isOuter) draft.vlanEtherType = type;
    set(draft, isOuter ? "vlanEthernetType" : "innerVlanEthernetType", type);
  });
}

function etherTypeFrom(word: string, { names }: Context): number | undefined {
  const type = names.ethernetProtocolOf(word);
  return type === undefined || type > 0xffff ? undefined : type;
}

/** A field of the outermost label. */
function outermost(
  property: PropertyOf<number>,
  name: string,
  bits: 8 | 32,
  most: number,
): FlowerWord {
  return needing((draft) => {
    if (!isMpls(draft)) return `Can't set "${name}" if ethertype isn't MPLS`;
    if (draft.mpls === "entries") {
      return `Can't set "${name}" if "mpls" is set`;
    }
    draft.mpls = "outermost";
    return undefined;
  }, number(property, name, bits, most));
}

/** Fields of an entry, their words in errors, and what they may be. */
const ENTRY: Readonly<
  Record<
    string,
    readonly [keyof FlowerMplsEntry & string, bits: 8 | 32, most: number]
  >
> = {
  "depth*": ["depth", 8, 0xff],
  "label*": ["label", 32, 0xfffff],
  "tc*": ["trafficClass", 8, 7],
  "bos*": ["bottom", 8, 1],
  "ttl*": ["ttl", 8, 0xff],
};

function takeEntry(args: Arguments): FlowerMplsEntry {
  const entry: FlowerMplsEntry = {};
  while (args.left > 0) {
    const key = Object.keys(ENTRY).find((key) => args.takeIf(key));
    if (key === undefined) break;
    const [property, bits, most] = ENTRY[key]!;
    const value = unsigned(args.take(), bits, 10);
    const least = property === "depth" ? 1 : 0;
    if (value === undefined || value < least || value > most) {
      throw illegal(key.slice(0, -1));
    }
    Object.assign(entry, { [property]: value });
  }
  if (entry.depth === undefined) throw missingArgument("depth");
  return entry;
}

/** Entries of a stack of labels. */
const LSE_LIST: Form = {
  name: "LSE-LIST",
  means: {
    many: "lse depth DEPTH [ label LABEL ] [ tc TC ] [ bos BOS ] [ ttl TTL ]",
  },
};

const mpls: FlowerWord = needing(
  (draft) => {
    if (!isMpls(draft)) return `Can't set "mpls" if ethertype isn't MPLS`;
    if (draft.mpls === "outermost") {
      return `Can't set "mpls" if "mpls_label", "mpls_tc", "mpls_bos" or "mpls_ttl" is set`;
    }
    draft.mpls = "entries";
    return undefined;
  },
  takes(LSE_LIST, ({ data }, { args }) => {
    data.mplsEntries = [];
    while (args.takeIf("lse*")) {
      if (args.left === 0) args.take();
      data.mplsEntries.push(takeEntry(args));
    }
  }),
);

/** What is wrong with a filter that is not of PPPoE. */
function notPpp(name: string): (draft: FlowerDraft) => string | undefined {
  return (draft) =>
    etherTypeOf(draft) === ETH_P_PPP_SES
      ? undefined
      : `Can't set "${name}" if ethertype isn't PPPoE session`;
}

/** The EtherTypes of what is in PPP. */
const IN_PPP: ReadonlyMap<number, number> = new Map([
  [PPP_PROTOCOLS.ip, ETH_P_IP],
  [PPP_PROTOCOLS.ipv6, ETH_P_IPV6],
  [PPP_PROTOCOLS.mpls_uc, ETH_P_MPLS_UC],
  [PPP_PROTOCOLS.mpls_mc, ETH_P_MPLS_MC],
]);

const pppProtocol: FlowerWord = needing(
  notPpp("ppp_proto"),
  takes(
    "{ ipv4 | ipv6 | mpls_uc | mpls_mc | PPP_PROTO }",
    (draft, { args }) => {
      const word = args.take();
      const named = Object.entries(PPP_PROTOCOLS).find(([name]) =>
        name === word.toLowerCase()
      );
      const protocol = named?.[1] ?? unsigned(word, 16);
      if (protocol === undefined) {
        throw invalidArgument("invalid ppp_proto", word);
      }
      draft.data.pppProtocol = protocol;
      const type = IN_PPP.get(protocol);
      if (type !== undefined) draft.etherType = type;
    },
  ),
);

const arpOperation: FlowerWord = takes(
  "{ request | reply | OP }",
  (draft, step) => {
    const word = masked("arpOperation", "arpOperationMask", "arp_op", {
      bits: 8,
      bases: [10],
      maskBase: 10,
      names: ARP_OPERATIONS,
    });
    if (step.args.left === 0) step.args.take();
    if (!isArp(draft)) throw illegal("arp_op");
    word(draft, step);
    if (draft.data.arpOperation! > 2) throw illegal("arp_op");
  },
);

const cfm: FlowerWord = takes("[ mdl LEVEL ] [ op OPCODE ]", (draft, step) => {
  const { args } = step;
  if (args.left === 0) args.take();
  if (etherTypeOf(draft) !== ETH_P_CFM) {
    throw fail(1, "Can't set attribute if ethertype isn't CFM");
  }
  const value: FlowerCfm = draft.data.cfm = {};
  while (args.left > 0) {
    const isLevel = fits(args.peek()!, "mdl");
    if (!isLevel && !fits(args.peek()!, "op")) return;
    args.take();
    const read = unsigned(args.take(), 8, 10);
    if (read === undefined) {
      throw illegal(isLevel ? "cfm md level" : "cfm opcode");
    }
    value[isLevel ? "level" : "operation"] = read;
  }
});

/** The family of addresses in ARP. */
const arpFamily = (draft: FlowerDraft) => isArp(draft) ? AF_INET : undefined;

/** Keywords up to the addresses of Ethernet, in the order of trying. */
export const LINK_KEYWORDS: Grammar<FlowerDraft> = {
  "num_of_vlans": number("vlanCount", "num_of_vlans", 8),
  "vlan_id*": outer("vlan_id", number("vlanId", "vlan_id", 16, 0xfff)),
  "vlan_prio*": outer("vlan_prio", number("vlanPriority", "vlan_prio", 8, 7)),
  "vlan_ethtype*": vlanEtherType("vlan_ethtype"),
  "cvlan_id*": inner("cvlan_id", number("innerVlanId", "cvlan_id", 16, 0xfff)),
  "cvlan_prio*": inner(
    "cvlan_prio",
    number("innerVlanPriority", "cvlan_prio", 8, 7),
  ),
  "cvlan_ethtype*": vlanEtherType("cvlan_ethtype"),
  "mpls*": mpls,
  "mpls_label*": outermost("mplsLabel", "mpls_label", 32, 0xfffff),
  "mpls_tc*": outermost("mplsTrafficClass", "mpls_tc", 8, 7),
  "mpls_bos*": outermost("mplsBottom", "mpls_bos", 8, 1),
  "mpls_ttl*": outermost("mplsTtl", "mpls_ttl", 8, 0xff),
  "dst_mac*": hardware(
    "ethernetDestination",
    "ethernetDestinationMask",
    "dst_mac",
  ),
  "src_mac*": hardware("ethernetSource", "ethernetSourceMask", "src_mac"),
};

/** Keywords of ARP and PPP, which come after those of IP. */
export const ARP_AND_PPP_KEYWORDS: Grammar<FlowerDraft> = {
  "arp_tip*": prefix(
    { v4: "arpTarget", mask4: "arpTargetMask" },
    "arp_tip",
    arpFamily,
  ),
  "arp_sip*": prefix(
    { v4: "arpSource", mask4: "arpSourceMask" },
    "arp_sip",
    arpFamily,
  ),
  "arp_op*": arpOperation,
  "arp_tha*": hardware("arpTargetHardware", "arpTargetHardwareMask", "arp_tha"),
  "arp_sha*": hardware("arpSourceHardware", "arpSourceHardwareMask", "arp_sha"),
  "pppoe_sid": needing(
    notPpp("pppoe_sid"),
    number("pppoeSession", "pppoe_sid", 16),
  ),
  "ppp_proto": pppProtocol,
};

/** What comes last. */
export const CFM_KEYWORDS: Grammar<FlowerDraft> = { "cfm": cfm };
