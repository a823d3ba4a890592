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
} from "../../../../messages/link/kinds/bond.ts";
import { addRaw } from "../../../parse/address_attribute.ts";
import type { Argument } from "../../../parse/form.ts";
import { value } from "../../../parse/grammar.ts";
import { signed } from "../../../parse/numbers.ts";
import {
  addressOf,
  hardwareAddressOf,
  ipv4AddressOf,
} from "../../../parse/prefixes.ts";
import { existingDevice, oneOf, onOff } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings, printSettings } from "./settings.ts";
import type { Common, Notation } from "./setting.ts";

/** How long a hardware address of Ethernet is as text. */
const MAC_LENGTH = 17;

/** How many targets ARP and neighbor discovery can have. */
const MOST_TARGETS = 16;

const OFF_ON = { off: 0, on: 1 };

const printAdInfo = printSettings<BondAdInfo>(bondAdInfo, {
  aggregator: { json: "aggregator", text: "ad_aggregator" },
  numPorts: { json: "num_ports", text: "ad_num_ports" },
  actorKey: { json: "actor_key", text: "ad_actor_key" },
  partnerKey: { json: "partner_key", text: "ad_partner_key" },
  partnerMac: { json: "partner_mac", text: "ad_partner_mac" },
});

/** Bonds. */
export const kind: Kind<BondData> = kindOfSettings(bondData, {
  mode: { word: "mode* BONDMODE", ...named(BOND_MODES) },
  activeSlave: { word: "active_slave* SLAVE_DEV:device", ...existingDevice },
  miimon: "miimon*",
  updelay: "updelay*",
  downdelay: "downdelay*",
  peerNotifDelay: "peer_notify_delay* DELAY",
  useCarrier: "use_carrier*",
  arpInterval: "arp_interval*",
  missedMax: "arp_missed_max MISSED_MAX",
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
  primary: { word: "primary* SLAVE_DEV:device", ...existingDevice },
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
    argument: "NUM_GRAT_ARP|NUM_UNSOL_NA",
    json: "num_peer_notif",
    text: "num_grat_arp",
  },
  allSlavesActive: "all_slaves_active*",
  lacpStrict: { word: "lacp_strict", ...onOff, ...called("LACP_STRICT") },
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
  coupledControl: {
    word: "coupled_control",
    ...onOff,
    ...called("COUPLED_CONTROL"),
  },
  broadcastNeigh: {
    word: "broadcast_neighbor",
    ...onOff,
    ...called("BROADCAST_NEIGHBOR"),
  },
  adSelect: { word: "ad_select*", ...named(BOND_AD_SELECT) },
  adInfo: {
    print: (context, _, info) =>
      context.printer.object("ad_info", () => printAdInfo(context, info)),
  },
  adActorSysPrio: "ad_actor_sys_prio* SYSPRIO",
  adUserPortKey: "ad_user_port_key* PORTKEY",
  adActorSystem: {
    word: "ad_actor_system* LLADDR",
    take: (data, { args }) => {
      const address = hardwareAddressOf(args.take());
      if (address.length === MAC_LENGTH) data.adActorSystem = address;
      // The kernel decides about an address of another length.
      else {
        const bytes = Uint8Array.from(
          address.split(":"),
          (byte) => Number.parseInt(byte, 16),
        );
        addRaw(bondData, data, "adActorSystem", bytes);
      }
    },
  },
  tlbDynamicLb: "tlb_dynamic_lb*",
}, {
  keywords: { "clear_active_slave*": value("activeSlave", 0) },
});

/** An argument that is on or off, and has a name in usage texts. */
function called(name: string): { readonly argument: Argument } {
  return { argument: { name, means: "{ off | on }" } };
}

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

/** Addresses, separated by commas; no keyword stands for none. */
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
