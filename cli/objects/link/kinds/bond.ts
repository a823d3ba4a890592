/**
 * `ip link … type bond`.
 *
 * @module
 */

import { AF_INET6 } from "../../../../messages/families.ts";
import {
  BOND_AD_SELECT,
  BOND_ARP_ALL_TARGETS,
  BOND_ARP_VALIDATE,
  BOND_FAIL_OVER_MAC,
  BOND_LACP_RATES,
  BOND_MODES,
  BOND_PRIMARY_RESELECT,
  BOND_XMIT_POLICIES,
  type BondAdInfo,
  bondAdInfo,
  type BondData,
  bondData,
  IFLA_BOND_AD_ACTOR_SYSTEM,
} from "../../../../messages/link/kinds/bond.ts";
import { value } from "../../../parse/grammar.ts";
import { signed } from "../../../parse/numbers.ts";
import {
  addressOf,
  hardwareAddressOf,
  ipv4AddressOf,
} from "../../../parse/prefixes.ts";
import { existingDevice, oneOf } from "./notations.ts";
import type { Kind } from "./kind.ts";
import {
  type Common,
  kindOfSettings,
  type Notation,
  printSettings,
} from "./settings.ts";

/** How long a hardware address of Ethernet is as text. */
const MAC_LENGTH = 17;

/** How many targets ARP and neighbor discovery can have. */
const MOST_TARGETS = 16;

const OFF_ON = { off: 0, on: 1 };
// The kernel has more since Linux 6.18, which this ip does not know.
const { actor_port_prio: _, ...AD_SELECT } = BOND_AD_SELECT;

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

const printAdInfo = printSettings<BondAdInfo>(bondAdInfo, {
  aggregator: { json: "aggregator", text: "ad_aggregator" },
  numPorts: { json: "num_ports", text: "ad_num_ports" },
  actorKey: { json: "actor_key", text: "ad_actor_key" },
  partnerKey: { json: "partner_key", text: "ad_partner_key" },
  partnerMac: { json: "partner_mac", text: "ad_partner_mac" },
});

/** Bonds. */
export const kind: Kind<BondData> = kindOfSettings<BondData>(bondData, HELP, {
  mode: { word: "mode*", ...named(BOND_MODES) },
  activeSlave: { word: "active_slave*", ...existingDevice },
  miimon: "miimon*",
  updelay: "updelay*",
  downdelay: "downdelay*",
  peerNotifDelay: "peer_notify_delay*",
  useCarrier: "use_carrier*",
  arpInterval: "arp_interval*",
  missedMax: "arp_missed_max",
  arpIpTarget: { word: "arp_ip_target*", ...targets(ipv4AddressOf) },
  nsIp6Target: {
    word: "ns_ip6_target",
    ...targets((word) => addressOf(word, AF_INET6).address || "::"),
  },
  arpValidate: {
    word: "arp_validate*",
    ...named(BOND_ARP_VALIDATE),
    print: (context, names, value, data) => {
      const { printer } = context;
      if (value === 0 && printer.json) printer.field(names.json, null);
      else named(BOND_ARP_VALIDATE).print(context, names, value, data);
    },
  },
  arpAllTargets: { word: "arp_all_targets*", ...named(BOND_ARP_ALL_TARGETS) },
  primary: { word: "primary*", ...existingDevice },
  primaryReselect: {
    word: "primary_reselect*",
    ...named(BOND_PRIMARY_RESELECT),
  },
  failOverMac: { word: "fail_over_mac*", ...named(BOND_FAIL_OVER_MAC) },
  xmitHashPolicy: { word: "xmit_hash_policy*", ...named(BOND_XMIT_POLICIES) },
  resendIgmp: "resend_igmp*",
  numPeerNotif: {
    word: "num_grat_arp* num_unsol_na*",
    name: "num_grat_arp|num_unsol_na",
    json: "num_peer_notif",
    text: "num_grat_arp",
  },
  allSlavesActive: "all_slaves_active*",
  minLinks: "min_links*",
  lpInterval: "lp_interval*",
  packetsPerSlave: "packets_per_slave*",
  adLacpActive: {
    word: "lacp_active",
    json: "ad_lacp_active",
    text: "lacp_active",
    ...named(OFF_ON),
  },
  adLacpRate: {
    word: "lacp_rate*",
    json: "ad_lacp_rate",
    text: "lacp_rate",
    ...named(BOND_LACP_RATES),
  },
  adSelect: { word: "ad_select*", ...named(AD_SELECT) },
  adInfo: {
    print: (context, _, info) =>
      context.printer.object("ad_info", () => printAdInfo(context, info)),
  },
  adActorSysPrio: "ad_actor_sys_prio*",
  adUserPortKey: "ad_user_port_key*",
  adActorSystem: {
    word: "ad_actor_system*",
    take: (data, { words }) => {
      const address = hardwareAddressOf(words.take());
      if (address.length === MAC_LENGTH) data.adActorSystem = address;
      // The kernel decides about an address of another length.
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
  },
  tlbDynamicLb: "tlb_dynamic_lb*",
}, {
  words: { "clear_active_slave*": value("activeSlave", 0) },
});

/** One of several names, or its number. */
function named(names: Readonly<Record<string, number>>): Notation<number> {
  const numbers = new Set(Object.values(names));
  const byName = oneOf(names, { unknown: "UNKNOWN" });
  return {
    ...byName,
    read: (word, step, name) => {
      const number = signed(word, 10);
      return number !== undefined && numbers.has(number)
        ? number
        : byName.read(word, step, name);
    },
  };
}

/** Addresses, separated by commas; no word stands for none. */
function targets(read: (word: string) => string): Common<string[]> {
  return {
    optional: true,
    read: (word) =>
      word.split(",").filter(Boolean).slice(0, MOST_TARGETS).map(read),
    print: ({ printer }, { json }, targets) => {
      if (targets.length === 0) return;
      printer.array(
        json,
        () => {
          for (const [i, target] of targets.slice(0, MOST_TARGETS).entries()) {
            printer.value(null, target, i === 0 ? target : `,${target}`);
          }
        },
        `${json} `,
        " ",
      );
    },
  };
}
