/**
 * Ports of bridges.
 *
 * @see {@link https://docs.kernel.org/networking/bridge.html | Ethernet Bridging}
 *
 * @module
 */

import { BRIDGE_PORT_STATES } from "../../../messages/link/bridge/constants.ts";
import {
  type BridgePort,
  bridgePort,
} from "../../../messages/link/ports/bridge.ts";
import {
  boolean,
  centiseconds64,
  number,
  presence,
} from "../../mapping/conversions.ts";
import { type Device, deviceOrNull } from "../../mapping/device.ts";
import { bridgeIdText } from "../kinds/bridge.ts";
import {
  type MulticastRouter,
  multicastRouter,
} from "../kinds/bridge_multicast.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import {
  type Mapping,
  mapping,
  readOnly,
  writeOnly,
} from "../../mapping/mapping.ts";

/** State of a port in the spanning tree. */
export type BridgePortState =
  | keyof typeof BRIDGE_PORT_STATES
  | number;

/** Settings of a port of a bridge. */
export interface BridgePortOptions {
  /** State in the spanning tree (`IFLA_BRPORT_STATE`). */
  state?: BridgePortState;
  /** Priority, 0 to 63 (`IFLA_BRPORT_PRIORITY`). */
  priority?: number;
  /** Cost of the path through the port (`IFLA_BRPORT_COST`). */
  cost?: number;
  /**
   * Whether packets may leave through the port that they came in
   * (`IFLA_BRPORT_MODE`).
   */
  hairpin?: boolean;
  /**
   * Whether a spanning tree message switches the port off
   * (`IFLA_BRPORT_GUARD`).
   */
  guard?: boolean;
  /**
   * Whether the port must not become the root port (`IFLA_BRPORT_PROTECT`).
   */
  rootBlock?: boolean;
  /**
   * Whether a multicast leave takes effect at once (`IFLA_BRPORT_FAST_LEAVE`).
   */
  fastLeave?: boolean;
  /** Whether hardware addresses are learned (`IFLA_BRPORT_LEARNING`). */
  learning?: boolean;
  /**
   * Whether addresses that the device learns go to the bridge
   * (`IFLA_BRPORT_LEARNING_SYNC`).
   */
  learningSync?: boolean;
  /**
   * Whether unicast packets for unknown addresses go out
   * (`IFLA_BRPORT_UNICAST_FLOOD`).
   */
  flood?: boolean;
  /**
   * Whether multicast packets for unknown groups go out
   * (`IFLA_BRPORT_MCAST_FLOOD`).
   */
  multicastFlood?: boolean;
  /** Whether broadcast packets go out (`IFLA_BRPORT_BCAST_FLOOD`). */
  broadcastFlood?: boolean;
  /**
   * Whether multicast packets go out as unicast packets
   * (`IFLA_BRPORT_MCAST_TO_UCAST`).
   */
  multicastToUnicast?: boolean;
  /** Whether ARP is answered for others (`IFLA_BRPORT_PROXYARP`). */
  proxyArp?: boolean;
  /**
   * Whether ARP is answered as IEEE 802.11 wants it
   * (`IFLA_BRPORT_PROXYARP_WIFI`).
   */
  proxyArpWifi?: boolean;
  /**
   * Whether multicast routers are behind the port
   * (`IFLA_BRPORT_MULTICAST_ROUTER`).
   */
  multicastRouter?: MulticastRouter;
  /**
   * The most hosts that explicit tracking follows
   * (`IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT`).
   */
  multicastHostsLimit?: number;
  /**
   * The most multicast groups; 0 for no limit
   * (`IFLA_BRPORT_MCAST_MAX_GROUPS`).
   */
  multicastMaxGroups?: number;
  /**
   * Whether neighbor discovery is answered, not flooded
   * (`IFLA_BRPORT_NEIGH_SUPPRESS`).
   */
  neighborSuppress?: boolean;
  /**
   * Whether that is set for each VLAN (`IFLA_BRPORT_NEIGH_VLAN_SUPPRESS`).
   */
  neighborVlanSuppress?: boolean;
  /**
   * Whether unsolicited neighbor discovery is flooded all the same
   * (`IFLA_BRPORT_NEIGH_FORWARD_GRAT`).
   */
  neighborForwardGratuitous?: boolean;
  /**
   * Which link-local groups are forwarded, bit x for 01:80:c2:00:00:0x
   * (`IFLA_BRPORT_GROUP_FWD_MASK`).
   */
  groupForwardMask?: number;
  /** Whether VLANs are mapped to tunnels (`IFLA_BRPORT_VLAN_TUNNEL`). */
  vlanTunnel?: boolean;
  /**
   * Whether the port talks only to ports that are not isolated
   * (`IFLA_BRPORT_ISOLATED`).
   */
  isolated?: boolean;
  /**
   * Whether only hosts with an entry in the forwarding database are let through
   * (`IFLA_BRPORT_LOCKED`).
   */
  locked?: boolean;
  /** Whether unknown hosts get a locked entry (`IFLA_BRPORT_MAB`). */
  mab?: boolean;
  /**
   * The port that takes over when the carrier goes; `null` for none
   * (`IFLA_BRPORT_BACKUP_PORT`).
   */
  backupPort?: Device | null;
  /**
   * Nexthop of packets that the backup port takes over
   * (`IFLA_BRPORT_BACKUP_NHID`).
   */
  backupNexthop?: number;
  /**
   * `true` forgets the addresses that were learned; never reported
   * (`IFLA_BRPORT_FLUSH`).
   */
  fdbFlush?: boolean;
  /** Number of the port; reported by the kernel (`IFLA_BRPORT_NO`). */
  number?: number;
  /**
   * Identity: priority and number; reported by the kernel (`IFLA_BRPORT_ID`).
   */
  id?: number;
  /**
   * Root bridge as the port sees it; reported by the kernel
   * (`IFLA_BRPORT_ROOT_ID`).
   */
  rootId?: string;
  /**
   * Designated bridge of the segment; reported by the kernel
   * (`IFLA_BRPORT_BRIDGE_ID`).
   */
  bridgeId?: string;
  /**
   * Designated port of the segment; reported by the kernel
   * (`IFLA_BRPORT_DESIGNATED_PORT`).
   */
  designatedPort?: number;
  /**
   * Cost of the designated port; reported by the kernel
   * (`IFLA_BRPORT_DESIGNATED_COST`).
   */
  designatedCost?: number;
  /**
   * Whether a topology change is to be acknowledged; reported by the kernel
   * (`IFLA_BRPORT_TOPOLOGY_CHANGE_ACK`).
   */
  topologyChangeAck?: boolean;
  /**
   * Whether a configuration message is to be sent; reported by the kernel
   * (`IFLA_BRPORT_CONFIG_PENDING`).
   */
  configPending?: boolean;
  /**
   * What is left of the message age timer, in seconds; reported by the kernel
   * (`IFLA_BRPORT_MESSAGE_AGE_TIMER`).
   */
  messageAgeTimer?: number;
  /**
   * What is left of the forward delay timer, in seconds; reported by the kernel
   * (`IFLA_BRPORT_FORWARD_DELAY_TIMER`).
   */
  forwardDelayTimer?: number;
  /**
   * What is left of the hold timer, in seconds; reported by the kernel
   * (`IFLA_BRPORT_HOLD_TIMER`).
   */
  holdTimer?: number;
  /**
   * Whether the media redundancy ring lost its test frames; reported by the
   * kernel (`IFLA_BRPORT_MRP_RING_OPEN`).
   */
  mrpRingOpen?: boolean;
  /**
   * Whether the interconnection lost its test frames; reported by the kernel
   * (`IFLA_BRPORT_MRP_IN_OPEN`).
   */
  mrpInterconnectOpen?: boolean;
  /**
   * Hosts that explicit tracking follows; reported by the kernel
   * (`IFLA_BRPORT_MCAST_EHT_HOSTS_CNT`).
   */
  multicastHosts?: number;
  /**
   * Multicast groups of the port; reported by the kernel
   * (`IFLA_BRPORT_MCAST_N_GROUPS`).
   */
  multicastGroups?: number;
}

/** How {@linkcode BridgePortOptions} and {@linkcode BridgePort} correspond. */
export const bridgePortMapping: Mapping<BridgePortOptions, BridgePort> =
  mapping({
    state: enumeration(BRIDGE_PORT_STATES),
    priority: number,
    cost: number,
    hairpin: ["mode", boolean],
    guard: boolean,
    rootBlock: ["protect", boolean],
    fastLeave: boolean,
    learning: boolean,
    learningSync: boolean,
    flood: ["unicastFlood", boolean],
    multicastFlood: boolean,
    broadcastFlood: boolean,
    multicastToUnicast: boolean,
    proxyArp: boolean,
    proxyArpWifi: boolean,
    multicastRouter: multicastRouter,
    multicastHostsLimit: ["multicastEhtHostsLimit", number],
    multicastMaxGroups: number,
    neighborSuppress: boolean,
    neighborVlanSuppress: boolean,
    neighborForwardGratuitous: boolean,
    groupForwardMask: number,
    vlanTunnel: boolean,
    isolated: boolean,
    locked: boolean,
    mab: boolean,
    backupPort: deviceOrNull,
    backupNexthop: ["backupNexthopId", number],
    fdbFlush: writeOnly("flush", presence),
    number: readOnly("number", number),
    id: readOnly("id", number),
    rootId: readOnly("rootId", bridgeIdText),
    bridgeId: readOnly("bridgeId", bridgeIdText),
    designatedPort: readOnly("designatedPort", number),
    designatedCost: readOnly("designatedCost", number),
    topologyChangeAck: readOnly("topologyChangeAck", boolean),
    configPending: readOnly("configPending", boolean),
    messageAgeTimer: readOnly("messageAgeTimer", centiseconds64),
    forwardDelayTimer: readOnly("forwardDelayTimer", centiseconds64),
    holdTimer: readOnly("holdTimer", centiseconds64),
    mrpRingOpen: readOnly("mrpRingOpen", boolean),
    mrpInterconnectOpen: readOnly("mrpInOpen", boolean),
    multicastHosts: readOnly("multicastEhtHostsCount", number),
    multicastGroups: readOnly("multicastGroupCount", number),
  }, bridgePort);
