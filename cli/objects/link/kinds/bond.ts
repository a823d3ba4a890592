/**
 * `ip link … type bond`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { invalidArgument } from "../../../parse/errors.ts";
import {
  assign,
  type Grammar,
  number,
  type Takes,
  value,
  type Word,
} from "../../../parse/grammar.ts";
import { signed } from "../../../parse/numbers.ts";
import {
  addressOf,
  hardwareAddressOf,
  ipv4AddressOf,
} from "../../../parse/prefixes.ts";
import {
  existingDevice,
  type Kind,
  kindParser,
  printNumbers,
  unknownCommand,
} from "./kind.ts";
import { AF_INET6 } from "../../../../messages/families.ts";
import {
  type BondAdInfo,
  type BondData,
  IFLA_BOND_AD_ACTOR_SYSTEM,
} from "../../../../messages/link/kinds/bond.ts";

/** How long a hardware address of Ethernet is as text. */
const MAC_LENGTH = 17;

/** How many targets ARP and neighbor discovery can have. */
const MOST_TARGETS = 16;

const MODES: readonly string[] = [
  "balance-rr",
  "active-backup",
  "balance-xor",
  "broadcast",
  "802.3ad",
  "balance-tlb",
  "balance-alb",
];

const ARP_VALIDATE: readonly string[] = [
  "none",
  "active",
  "backup",
  "all",
  "filter",
  "filter_active",
  "filter_backup",
];

const ARP_ALL_TARGETS: readonly string[] = ["any", "all"];
const PRIMARY_RESELECT: readonly string[] = ["always", "better", "failure"];
const FAIL_OVER_MAC: readonly string[] = ["none", "active", "follow"];

const XMIT_HASH_POLICY: readonly string[] = [
  "layer2",
  "layer3+4",
  "layer2+3",
  "encap2+3",
  "encap3+4",
  "vlan+srcmac",
];

const LACP_ACTIVE: readonly string[] = ["off", "on"];
const LACP_RATE: readonly string[] = ["slow", "fast"];
const AD_SELECT: readonly string[] = ["stable", "bandwidth", "count"];

const HELP = `\
Usage: ... bond [ mode BONDMODE ] [ active_slave SLAVE_DEV ]
                [ clear_active_slave ] [ miimon MIIMON ]
                [ updelay UPDELAY ] [ downdelay DOWNDELAY ]
                [ peer_notify_delay DELAY ]
                [ use_carrier USE_CARRIER ]
                [ arp_interval ARP_INTERVAL ]
                [ arp_validate ARP_VALIDATE ]
                [ arp_all_targets ARP_ALL_TARGETS ]
                [ arp_ip_target [ ARP_IP_TARGET, ... ] ]
                [ ns_ip6_target [ NS_IP6_TARGET, ... ] ]
                [ primary SLAVE_DEV ]
                [ primary_reselect PRIMARY_RESELECT ]
                [ fail_over_mac FAIL_OVER_MAC ]
                [ xmit_hash_policy XMIT_HASH_POLICY ]
                [ resend_igmp RESEND_IGMP ]
                [ num_grat_arp|num_unsol_na NUM_GRAT_ARP|NUM_UNSOL_NA ]
                [ all_slaves_active ALL_SLAVES_ACTIVE ]
                [ min_links MIN_LINKS ]
                [ lp_interval LP_INTERVAL ]
                [ packets_per_slave PACKETS_PER_SLAVE ]
                [ tlb_dynamic_lb TLB_DYNAMIC_LB ]
                [ lacp_rate LACP_RATE ]
                [ lacp_active LACP_ACTIVE]
                [ ad_select AD_SELECT ]
                [ ad_user_port_key PORTKEY ]
                [ ad_actor_sys_prio SYSPRIO ]
                [ ad_actor_system LLADDR ]
                [ arp_missed_max MISSED_MAX ]

BONDMODE := balance-rr|active-backup|balance-xor|broadcast|802.3ad|balance-tlb|balance-alb
ARP_VALIDATE := none|active|backup|all|filter|filter_active|filter_backup
ARP_ALL_TARGETS := any|all
PRIMARY_RESELECT := always|better|failure
FAIL_OVER_MAC := none|active|follow
XMIT_HASH_POLICY := layer2|layer2+3|layer3+4|encap2+3|encap3+4|vlan+srcmac
LACP_ACTIVE := off|on
LACP_RATE := slow|fast
AD_SELECT := stable|bandwidth|count
`;

/** Bonds. */
export const kind: Kind<BondData> = {
  help: HELP,
  print,
  parse: kindParser<BondData>(grammar(), {
    help: HELP,
    unknown: unknownCommand,
  }),
};

function print(context: Context, data: BondData): void {
  const { printer, links } = context;
  const word = (
    key: string,
    names: readonly string[],
    value: number | undefined,
    text = key,
  ) => {
    if (value === undefined) return;
    const name = names[value] ?? "UNKNOWN";
    printer.value(key, name, `${text} ${name} `);
  };
  const device = (key: string, index: number | undefined) => {
    if (index) printer.named(key, links.nameOf(index));
  };
  word("mode", MODES, data.mode);
  device("active_slave", data.activeSlave);
  printNumbers(printer, data, {
    miimon: "miimon",
    updelay: "updelay",
    downdelay: "downdelay",
    peerNotifDelay: "peer_notify_delay",
    useCarrier: "use_carrier",
    arpInterval: "arp_interval",
    missedMax: "arp_missed_max",
  });
  printTargets(context, "arp_ip_target", data.arpIpTarget);
  printTargets(context, "ns_ip6_target", data.nsIp6Target);
  if (data.arpValidate === 0 && printer.json) {
    printer.field("arp_validate", null);
  } else word("arp_validate", ARP_VALIDATE, data.arpValidate);
  word("arp_all_targets", ARP_ALL_TARGETS, data.arpAllTargets);
  device("primary", data.primary);
  word("primary_reselect", PRIMARY_RESELECT, data.primaryReselect);
  word("fail_over_mac", FAIL_OVER_MAC, data.failOverMac);
  word("xmit_hash_policy", XMIT_HASH_POLICY, data.xmitHashPolicy);
  printNumbers(printer, data, {
    resendIgmp: "resend_igmp",
    numPeerNotif: ["num_peer_notif", "num_grat_arp"],
    allSlavesActive: "all_slaves_active",
    minLinks: "min_links",
    lpInterval: "lp_interval",
    packetsPerSlave: "packets_per_slave",
  });
  word("ad_lacp_active", LACP_ACTIVE, data.adLacpActive, "lacp_active");
  word("ad_lacp_rate", LACP_RATE, data.adLacpRate, "lacp_rate");
  word("ad_select", AD_SELECT, data.adSelect);
  if (data.adInfo !== undefined) printAdInfo(context, data.adInfo);
  printNumbers(printer, data, {
    adActorSysPrio: "ad_actor_sys_prio",
    adUserPortKey: "ad_user_port_key",
  });
  if (data.adActorSystem !== undefined) {
    printer.named("ad_actor_system", data.adActorSystem);
  }
  printNumbers(printer, data, { tlbDynamicLb: "tlb_dynamic_lb" });
}

function printTargets(
  { printer }: Context,
  key: string,
  targets: readonly string[] | undefined,
): void {
  if (targets === undefined || targets.length === 0) return;
  printer.array(
    key,
    () => {
      for (const [i, target] of targets.slice(0, MOST_TARGETS).entries()) {
        printer.value(null, target, i === 0 ? target : `,${target}`);
      }
    },
    `${key} `,
    " ",
  );
}

function printAdInfo({ printer }: Context, info: BondAdInfo): void {
  printer.object("ad_info", () => {
    printNumbers(printer, info, {
      aggregator: ["aggregator", "ad_aggregator"],
      numPorts: ["num_ports", "ad_num_ports"],
      actorKey: ["actor_key", "ad_actor_key"],
      partnerKey: ["partner_key", "ad_partner_key"],
    });
    const mac = info.partnerMac;
    if (mac !== undefined) {
      printer.value("partner_mac", mac, `ad_partner_mac ${mac} `);
    }
  });
}

/** A word followed by a name out of a list, or its position in it. */
function named(
  key: Takes<BondData, number>,
  names: readonly string[],
  problem: string,
): Word<BondData> {
  return (data, { words }) => {
    const word = words.take();
    const number = signed(word, 10);
    const position = number !== undefined && names[number] !== undefined
      ? number
      : names.indexOf(word);
    if (position < 0) throw invalidArgument(problem, word);
    assign<BondData, number>(data, key, position);
  };
}

function targets(
  key: Takes<BondData, string[]>,
  read: (word: string) => string,
): Word<BondData> {
  return (data, { words }) => {
    const list = words.left > 0 ? words.take().split(",").filter(Boolean) : [];
    assign<BondData, string[]>(
      data,
      key,
      list.slice(0, MOST_TARGETS).map(read),
    );
  };
}

function grammar(): Grammar<BondData> {
  return {
    "mode*": named("mode", MODES, "invalid mode"),
    "active_slave*": existingDevice("activeSlave"),
    "clear_active_slave*": value("activeSlave", 0),
    "miimon*": number("miimon", 32, "invalid miimon"),
    "updelay*": number("updelay", 32, "invalid updelay"),
    "downdelay*": number("downdelay", 32, "invalid downdelay"),
    "peer_notify_delay*": number(
      "peerNotifDelay",
      32,
      "invalid peer_notify_delay",
    ),
    "use_carrier*": number("useCarrier", 8, "invalid use_carrier"),
    "arp_interval*": number("arpInterval", 32, "invalid arp_interval"),
    "arp_ip_target*": targets("arpIpTarget", ipv4AddressOf),
    "ns_ip6_target": targets(
      "nsIp6Target",
      (word) => addressOf(word, AF_INET6).address || "::",
    ),
    "arp_validate*": named("arpValidate", ARP_VALIDATE, "invalid arp_validate"),
    "arp_all_targets*": named(
      "arpAllTargets",
      ARP_ALL_TARGETS,
      "invalid arp_all_targets",
    ),
    "arp_missed_max": number("missedMax", 8, "invalid arp_missed_max"),
    "primary*": existingDevice("primary"),
    "primary_reselect*": named(
      "primaryReselect",
      PRIMARY_RESELECT,
      "invalid primary_reselect",
    ),
    "fail_over_mac*": named(
      "failOverMac",
      FAIL_OVER_MAC,
      "invalid fail_over_mac",
    ),
    "xmit_hash_policy*": named(
      "xmitHashPolicy",
      XMIT_HASH_POLICY,
      "invalid xmit_hash_policy",
    ),
    "resend_igmp*": number("resendIgmp", 32, "invalid resend_igmp"),
    "num_grat_arp* num_unsol_na*": number(
      "numPeerNotif",
      8,
      "invalid num_grat_arp|num_unsol_na",
    ),
    "all_slaves_active*": number(
      "allSlavesActive",
      8,
      "invalid all_slaves_active",
    ),
    "min_links*": number("minLinks", 32, "invalid min_links"),
    "lp_interval*": number("lpInterval", 32, "invalid lp_interval"),
    "packets_per_slave*": number(
      "packetsPerSlave",
      32,
      "invalid packets_per_slave",
    ),
    "lacp_rate*": named("adLacpRate", LACP_RATE, "invalid lacp_rate"),
    "lacp_active": named("adLacpActive", LACP_ACTIVE, "invalid lacp_active"),
    "ad_select*": named("adSelect", AD_SELECT, "invalid ad_select"),
    "ad_user_port_key*": number(
      "adUserPortKey",
      16,
      "invalid ad_user_port_key",
    ),
    "ad_actor_sys_prio*": number(
      "adActorSysPrio",
      16,
      "invalid ad_actor_sys_prio",
    ),
    "ad_actor_system*": (data, { words }) => {
      const address = hardwareAddressOf(words.take());
      if (address.length === MAC_LENGTH) data.adActorSystem = address;
      // The kernel says what it makes of an address of another length.
      else {
        (data.unknown ??= []).push({
          type: IFLA_BOND_AD_ACTOR_SYSTEM,
          data: Uint8Array.from(
            address.split(":"),
            (byte) => Number.parseInt(byte, 16),
          ),
        });
      }
    },
    "tlb_dynamic_lb*": number("tlbDynamicLb", 8, "invalid tlb_dynamic_lb"),
  };
}
