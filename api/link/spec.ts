/**
 * Links in people's terms.
 *
 * @module
 */

import { LINK_EVENTS } from "../../messages/link/constants.ts";
import {
  type LinkAttributes,
  type LinkMessage,
  linkMessage,
} from "../../messages/link/link.ts";
import { boolean, listOf, number, text } from "../mapping/conversions.ts";
import { same } from "../mapping/forms.ts";
import { checkName, MAX_ALTERNATIVE_NAME } from "../mapping/device.ts";
import type { LinkPortOptions } from "./ports/mod.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { type Reading, reading } from "../reading/reading.ts";
import {
  type Field,
  type Fields,
  type Mapping,
  mapping,
  originalMessage,
  readOnly,
  within,
} from "../mapping/mapping.ts";
import { type HardwareType, hardwareType } from "./hardware_type.ts";
import {
  linkKindFields,
  type LinkKindProperties,
  linkPortFields,
  type LinkPortProperties,
} from "./info.ts";
import {
  type LinkCreation,
  type LinkProperties,
  linkProperties,
} from "./properties.ts";
import {
  type LinkFlag,
  linkFlags,
  type LinkState,
  linkState,
} from "./state.ts";
import { type LinkStatistics, toLinkStatistics, widen } from "./statistics.ts";

/** What to change about a link. */
export interface LinkSettings
  extends LinkProperties, LinkKindProperties, LinkPortOptions {
  /**
   * Names besides the name, of 127 bytes at most; a change takes all others
   * away (`IFLA_ALT_IFNAME`).
   */
  alternativeNames?: readonly string[];
}

/**
 * A link to be made. Its kind is given by {@linkcode LinkKindProperties.kind}, or by
 * the property that has the kind's settings.
 */
export interface LinkSpec extends LinkSettings, LinkCreation {}

/** What the kernel reports of a link, and nobody can set. */
export interface LinkDescription {
  /** What its frames look like, such as `ether` (`ifi_type`). */
  type: HardwareType;
  /** All flags (`ifi_flags`). */
  flags: LinkFlag[];
  /** Operational state (`IFLA_OPERSTATE`). */
  state?: LinkState;
  /** Kind of its master (`IFLA_INFO_SLAVE_KIND`). */
  portKind?: string;
  /** Kind of the root queueing discipline (`IFLA_QDISC`). */
  qdisc?: string;
  /** Hardware address that the device was made with (`IFLA_PERM_ADDRESS`). */
  permanentAddress?: string;
  /** Least maximum transmission unit, in bytes (`IFLA_MIN_MTU`). */
  minMtu?: number;
  /**
   * Greatest maximum transmission unit, in bytes; 0 for no limit
   * (`IFLA_MAX_MTU`).
   */
  maxMtu?: number;
  /** How often promiscuous mode was asked for (`IFLA_PROMISCUITY`). */
  promiscuity?: number;
  /** How often all multicast packets were asked for (`IFLA_ALLMULTI`). */
  allMulticastCount?: number;
  /**
   * Largest packet that the hardware splits, in bytes (`IFLA_TSO_MAX_SIZE`).
   */
  tsoMaxSize?: number;
  /** The most segments of such a packet (`IFLA_TSO_MAX_SEGS`). */
  tsoMaxSegments?: number;
  /** How often the carrier changed (`IFLA_CARRIER_CHANGES`). */
  carrierChanges?: number;
  /** How often the carrier came (`IFLA_CARRIER_UP_COUNT`). */
  carrierUpCount?: number;
  /** How often the carrier went (`IFLA_CARRIER_DOWN_COUNT`). */
  carrierDownCount?: number;
  /** Number of virtual functions (`IFLA_NUM_VF`). */
  virtualFunctionCount?: number;
  /** Name of the physical port (`IFLA_PHYS_PORT_NAME`). */
  physicalPortName?: string;
  /** Identity of the physical port, in hexadecimal (`IFLA_PHYS_PORT_ID`). */
  physicalPortId?: string;
  /**
   * Identity of the physical switch, in hexadecimal (`IFLA_PHYS_SWITCH_ID`).
   */
  physicalSwitchId?: string;
  /** Bus of the parent device, such as `pci` (`IFLA_PARENT_DEV_BUS_NAME`). */
  parentBus?: string;
  /**
   * Whether the link has to stay in its network namespace
   * (`IFLA_NETNS_IMMUTABLE`).
   */
  netnsImmutable?: boolean;
  /**
   * Network namespace that the link moved to, as this one numbers it; in
   * notifications (`IFLA_NEW_NETNSID`).
   */
  newNetnsId?: number;
  /** What made the kernel send a notification (`IFLA_EVENT`). */
  event?: LinkEvent;
  /** Counters (`IFLA_STATS64`). */
  statistics?: LinkStatistics;
  /** The message that all this was read from; copies do not have it. */
  readonly message: LinkMessage;
}

/** What made the kernel send a notification. */
export type LinkEvent = keyof typeof LINK_EVENTS | number;

/**
 * A link, as the kernel reports it. It can be handed to `add`, to make an equal
 * one.
 */
export interface Link extends LinkSpec, LinkDescription {
  /** Names besides the name (`IFLA_ALT_IFNAME`). */
  alternativeNames?: string[];
  /** Index, which no other link of the network namespace has (`ifi_index`). */
  index: number;
  /** Name (`IFLA_IFNAME`). */
  name: string;
  /** Index of the master, such as a bridge (`IFLA_MASTER`). */
  master?: number | null;
  /** Index of the lower device or of the peer (`IFLA_LINK`). */
  link?: number | null;
}

interface MappedLink extends LinkSpec, Partial<LinkDescription> {}

type AttributeDescription = Omit<
  Partial<LinkDescription>,
  "type" | "flags" | "portKind" | "message"
>;

function hexadecimal(
  property: "physicalPortId" | "physicalSwitchId",
): Field<string, LinkAttributes> {
  return {
    from: [property],
    read: (data) => {
      const bytes = data[property];
      return bytes && Array.from(
        bytes,
        (byte) => byte.toString(16).padStart(2, "0"),
      ).join("");
    },
    write: () => {},
    readOnly: true,
  };
}

const description = (): Fields<AttributeDescription, LinkAttributes> => ({
  state: readOnly("operState", linkState),
  qdisc: readOnly("qdisc", text),
  permanentAddress: readOnly("permanentAddress", text),
  minMtu: readOnly("minMtu", number),
  maxMtu: readOnly("maxMtu", number),
  promiscuity: readOnly("promiscuity", number),
  allMulticastCount: readOnly("allMulti", number),
  tsoMaxSize: readOnly("tsoMaxSize", number),
  tsoMaxSegments: readOnly("tsoMaxSegments", number),
  carrierChanges: readOnly("carrierChanges", number),
  carrierUpCount: readOnly("carrierUpCount", number),
  carrierDownCount: readOnly("carrierDownCount", number),
  virtualFunctionCount: readOnly("numVf", number),
  physicalPortName: readOnly("physicalPortName", text),
  physicalPortId: hexadecimal("physicalPortId"),
  physicalSwitchId: hexadecimal("physicalSwitchId"),
  parentBus: readOnly("parentDeviceBusName", text),
  netnsImmutable: readOnly("netnsImmutable", boolean),
  newNetnsId: readOnly("newNetnsId", number),
  event: readOnly("event", enumeration(LINK_EVENTS)),
  statistics: {
    from: ["stats64", "stats"],
    pairs: [["stats64", same], ["stats", widen]],
    read: toLinkStatistics,
    write: () => {},
    readOnly: true,
  },
});

/** Names besides the name; requests for them are separate ones. */
const alternativeNames: Field<string[], LinkMessage> = {
  from: ["attributes.alternativeNames"],
  read: ({ attributes }) => attributes.alternativeNames,
  write: (_data, value, fieldPath) => {
    checkAlternativeNames(value, fieldPath);
  },
};

/**
 * Makes sure that names can be alternative names.
 *
 * @param names The names.
 * @param fieldPath Where they stand.
 * @returns The names.
 * @throws {TypeError} If one of them cannot.
 * @throws {RangeError} If one of them is too long or empty.
 */
export function checkAlternativeNames(
  names: readonly string[],
  fieldPath: FieldPath,
): string[] {
  return listOf({
    fromKernel: (name: string) => name,
    toKernel: (name, at) => checkName(name, at, MAX_ALTERNATIVE_NAME),
  }).toKernel(names as string[], fieldPath)!;
}

/** How links and messages correspond. */
export const linkMapping: Mapping<MappedLink, LinkMessage> = mapping(
  (): Fields<MappedLink, LinkMessage> => ({
    ...linkProperties,
    name: { ...linkProperties.name, absent: "" },
    alternativeNames,
    type: readOnly("type", hardwareType),
    flags: readOnly("flags", linkFlags),
    ...within<LinkMessage, "attributes", AttributeDescription>(
      "attributes",
      description(),
    ),
    ...within<LinkMessage, "attributes", LinkKindProperties>(
      "attributes",
      linkKindFields(),
    ),
    ...within<LinkMessage, "attributes", LinkPortProperties>(
      "attributes",
      linkPortFields(),
    ),
    message: originalMessage,
  }),
  linkMessage,
);

/**
 * Converts a message to people's terms.
 *
 * @param message The message.
 * @returns The link.
 */
export function toLink(message: LinkMessage): Link {
  return links.read(message);
}

/** How links are read. */
export const links: Reading<LinkMessage, Link> = reading(
  linkMessage,
  linkMapping,
);

/**
 * Converts a value to a message.
 *
 * @param spec The value.
 * @param fieldPath Who looks up names of devices and network namespaces;
 * without it there may be none.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromLink(
  spec: LinkSpec | LinkSettings,
  fieldPath?: FieldPath,
): LinkMessage {
  return linkMapping.toKernel(spec, fieldPath);
}
