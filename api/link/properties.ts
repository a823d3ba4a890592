/**
 * Properties of links of any kind.
 *
 * @module
 */

import {
  ADDRESS_GENERATION_MODES,
  type AfSpec,
  type Inet6LinkAttributes,
} from "../../messages/link/af_spec.ts";
import type { LinkAttributes, LinkMessage } from "../../messages/link/link.ts";
import type { NetworkNamespace } from "../../socket/namespace.ts";
import { hardware, ipv6 } from "../mapping/address_conversions.ts";
import {
  boolean,
  checkBoolean,
  checkInteger,
  number,
  orNull,
  text,
} from "../mapping/conversions.ts";
import {
  checkName,
  type Device,
  deviceOrNull,
  MAX_NAME,
} from "../mapping/device.ts";
import { same } from "../mapping/forms.ts";
import { enumeration } from "../mapping/enumerations.ts";
import {
  type Conversion,
  type Field,
  type Fields,
  readFrom,
  readOnly,
  sharedFields,
  type Stored,
  within,
} from "../mapping/mapping.ts";
import { checkObject } from "../mapping/field_path.ts";
import { type LinkGroup, linkGroup } from "./reference.ts";
import {
  type LinkMode,
  linkMode,
  type LinkState,
  linkState,
  type LinkSwitches,
  linkSwitches,
} from "./state.ts";
import { type VirtualFunction, virtualFunctions } from "./virtual_function.ts";
import { xdp, type XdpOptions } from "./xdp.ts";

/** How IPv6 makes addresses out of prefixes. */
export type AddressGenerationMode =
  | keyof typeof ADDRESS_GENERATION_MODES
  | number;

/**
 * Properties of any link that can be given when it is made, and changed later.
 */
export interface LinkProperties extends LinkSwitches {
  /** Name, of 15 bytes at most (`IFLA_IFNAME`). */
  name?: string;
  /** Hardware address (`IFLA_ADDRESS`). */
  address?: string;
  /**
   * Hardware broadcast address, or the peer's address of a point-to-point link
   * (`IFLA_BROADCAST`).
   */
  broadcast?: string;
  /** Maximum transmission unit, in bytes (`IFLA_MTU`). */
  mtu?: number;
  /** Description; `null` or an empty one for none (`IFLA_IFALIAS`). */
  alias?: string | null;
  /** Group, by number; `"default"` is 0 (`IFLA_GROUP`). */
  group?: LinkGroup;
  /** The master, such as a bridge; `null` for none (`IFLA_MASTER`). */
  master?: Device | null;
  /** Length of the transmit queue, in packets (`IFLA_TXQLEN`). */
  txQueueLength?: number;
  /** Whether there is a carrier; few drivers let it be set (`IFLA_CARRIER`). */
  carrier?: boolean;
  /**
   * What the operational state does when the carrier comes (`IFLA_LINKMODE`).
   */
  mode?: LinkMode;
  /** Operational state to set; never reported (`IFLA_OPERSTATE`). */
  operationalState?: LinkState;
  /** Whether a protocol keeps the link down (`IFLA_PROTO_DOWN`). */
  protoDown?: boolean;
  /**
   * Which of 32 numbered reasons there are to keep the link down
   * (`IFLA_PROTO_DOWN_REASON`).
   *
   * @example
   * ```ts ignore
   * await net.link.set("eth0", { protoDownReasons: { 3: true, 5: false } });
   * ```
   */
  protoDownReasons?: Record<number, boolean>;
  /** Largest packet that the device splits, in bytes (`IFLA_GSO_MAX_SIZE`). */
  gsoMaxSize?: number;
  /** The most segments of such a packet (`IFLA_GSO_MAX_SEGS`). */
  gsoMaxSegments?: number;
  /**
   * Largest packet that receiving merges into, in bytes (`IFLA_GRO_MAX_SIZE`).
   */
  groMaxSize?: number;
  /**
   * Largest IPv4 packet that the device splits, in bytes
   * (`IFLA_GSO_IPV4_MAX_SIZE`).
   */
  gsoIpv4MaxSize?: number;
  /**
   * Largest IPv4 packet that receiving merges into, in bytes
   * (`IFLA_GRO_IPV4_MAX_SIZE`).
   */
  groIpv4MaxSize?: number;
  /**
   * How IPv6 makes addresses out of prefixes (`IFLA_INET6_ADDR_GEN_MODE`).
   */
  addressGenerationMode?: AddressGenerationMode;
  /**
   * Interface identifier of IPv6 addresses that are made out of prefixes, such
   * as `::1`; `null` for none (`IFLA_INET6_TOKEN`).
   */
  token?: string | null;
  /** Program of the express data path; `null` for none (`IFLA_XDP`). */
  xdp?: XdpOptions | null;
  /** Virtual functions to change (`IFLA_VFINFO_LIST`). */
  virtualFunctions?: readonly VirtualFunction[];
  /**
   * Network namespace to make the link in, or to move it to; never reported
   * (`IFLA_NET_NS_FD` and `IFLA_NET_NS_PID`).
   */
  netns?: NetworkNamespace;
  /**
   * Index in the network namespace that the link moves to; never reported
   * (`IFLA_NEW_IFINDEX`).
   */
  newIndex?: number;
  /**
   * Network namespace of the lower device or of the peer, as this one numbers
   * it (`IFLA_LINK_NETNSID`).
   */
  linkNetnsId?: number;
}

/** Properties of any link that can only be given when it is made. */
export interface LinkCreation {
  /** Index; the kernel chooses one if it is not given (`ifi_index`). */
  index?: number;
  /** The lower device; `null` for none (`IFLA_LINK`). */
  link?: Device | null;
  /** Number of transmit queues (`IFLA_NUM_TX_QUEUES`). */
  numTxQueues?: number;
  /** Number of receive queues (`IFLA_NUM_RX_QUEUES`). */
  numRxQueues?: number;
  /**
   * Name of the parent device, for kinds whose links belong to one
   * (`IFLA_PARENT_DEV_NAME`).
   */
  parentDevice?: string;
}

const linkName: Conversion<string, string> = {
  fromKernel: same,
  toKernel: (value, fieldPath) => checkName(value, fieldPath, MAX_NAME),
};

/** The most bytes of a description (`IFALIASZ` less the NUL). */
const MAX_ALIAS = 255;

const alias: Conversion<string, string> = {
  fromKernel: same,
  toKernel: (given, fieldPath) => {
    const value = text.toKernel(given, fieldPath)!;
    if (new TextEncoder().encode(value).length > MAX_ALIAS) {
      throw fieldPath.outside(given, `an alias has ${MAX_ALIAS} bytes at most`);
    }
    return value;
  },
};

const netns: Field<NetworkNamespace, LinkAttributes> = {
  from: [],
  read: () => undefined,
  write: (data, value, fieldPath) => {
    if (typeof value === "string") {
      data.netnsFd = fieldPath.references.namespace(value, fieldPath.path);
    } else if (typeof value === "object" && value !== null && "pid" in value) {
      data.netnsPid = checkInteger(
        value.pid,
        1,
        0x7fffffff,
        fieldPath.at("pid"),
      );
    } else if (typeof value === "object" && value !== null && "fd" in value) {
      data.netnsFd = checkInteger(value.fd, 0, 0x7fffffff, fieldPath.at("fd"));
    } else {
      throw fieldPath.wrong(
        value,
        "a name, a path, { pid } or { fd } is expected",
      );
    }
  },
};

const protoDownReasons: Field<Record<number, boolean>, LinkAttributes> = {
  from: ["protoDownReason"],
  read: ({ protoDownReason }) => {
    if (protoDownReason === undefined) return undefined;
    const reasons: Record<number, boolean> = {};
    for (let bit = 0; bit < 32; bit++) {
      if (((protoDownReason.value ?? 0) >>> bit & 1) !== 0) reasons[bit] = true;
    }
    return reasons;
  },
  write: (data, given, fieldPath) => {
    checkObject(given, fieldPath);
    let [mask, value] = [0, 0];
    for (const [name, on] of Object.entries(given)) {
      const at = fieldPath.at(name);
      const bit = 1 << checkInteger(Number(name), 0, 31, at);
      mask |= bit;
      if (checkBoolean(on, at)) value |= bit;
    }
    data.protoDownReason = { mask: mask >>> 0, value: value >>> 0 };
  },
};

const operationalState: Field<LinkState, LinkAttributes> = {
  from: [],
  read: () => undefined,
  write: (data, value, fieldPath) => {
    data.operState = linkState.toKernel(value, fieldPath)!;
  },
};

const newIndex: Field<number, LinkAttributes> = {
  from: [],
  read: () => undefined,
  write: (data, value, fieldPath) => {
    data.newIndex = checkInteger(value, 1, 0x7fffffff, fieldPath);
  },
};

/** A setting of IPv6, which is three levels down. */
function inet6<W, K extends keyof Inet6LinkAttributes>(
  property: K,
  conversion: Conversion<W, Exclude<Inet6LinkAttributes[K], undefined>>,
): Field<W, LinkAttributes> {
  const field = readOnly<W, Inet6LinkAttributes, K>(property, conversion);
  return {
    inner: {
      property: "afSpec",
      field: {
        inner: { property: "inet6", field },
        read: ({ inet6 }: AfSpec) => inet6 && field.read(inet6),
      },
    },
    read: ({ afSpec }) => afSpec?.inet6 && field.read(afSpec.inet6),
    write: (data, given, fieldPath) => {
      const value = conversion.toKernel(given, fieldPath);
      const { afSpec } = data;
      data.afSpec = {
        ...afSpec,
        inet6: { ...afSpec?.inet6, [property]: value },
      };
    },
  };
}

type AttributeProperties = Omit<LinkProperties, keyof LinkSwitches>;

const attributes: Fields<AttributeProperties, LinkAttributes> = {
  name: linkName,
  address: hardware,
  broadcast: hardware,
  mtu: number,
  alias: orNull(alias, ""),
  group: linkGroup,
  master: deviceOrNull,
  txQueueLength: number,
  carrier: boolean,
  mode: ["linkMode", linkMode],
  operationalState,
  protoDown: boolean,
  protoDownReasons,
  gsoMaxSize: number,
  gsoMaxSegments: number,
  groMaxSize: number,
  gsoIpv4MaxSize: number,
  groIpv4MaxSize: number,
  addressGenerationMode: inet6(
    "addressGenerationMode",
    enumeration(ADDRESS_GENERATION_MODES, 8),
  ),
  token: inet6("token", orNull(ipv6, "::")),
  xdp,
  virtualFunctions,
  netns,
  newIndex,
  linkNetnsId: number,
};

const index: Field<number, LinkMessage> = readFrom(
  "index",
  same<number>,
  (message, value, fieldPath) => {
    message.index = checkInteger(value, 1, 0x7fffffff, fieldPath);
  },
);

type AttributeCreation = Omit<LinkCreation, "index">;

const creationAttributes: Fields<AttributeCreation, LinkAttributes> = {
  link: deviceOrNull,
  numTxQueues: number,
  numRxQueues: number,
  parentDevice: ["parentDeviceName", text],
};

/** How {@linkcode LinkProperties} and {@linkcode LinkCreation} are stored. */
export const linkProperties: {
  readonly [P in keyof (LinkProperties & LinkCreation)]-?: Field<
    Stored<(LinkProperties & LinkCreation)[P]>,
    LinkMessage
  >;
} = sharedFields<LinkProperties & LinkCreation, LinkMessage>({
  index,
  ...linkSwitches,
  ...within<LinkMessage, "attributes", AttributeProperties>(
    "attributes",
    attributes,
  ),
  ...within<LinkMessage, "attributes", AttributeCreation>(
    "attributes",
    creationAttributes,
  ),
});
