/**
 * What a request is about, for error messages: `eth0`, `10.0.0.0/8 via
 * 192.0.2.1`.
 *
 * Keys of encryption and the like are in no subject.
 *
 * @module
 */

import { AF_BRIDGE } from "../../messages/families.ts";
import { objectOf, objects } from "../../messages/objects.ts";

/** Finds the name of a device by its index, where it is known. */
export type NameOf = (index: number) => string | undefined;

/** What messages of rtnetlink have, in which subjects are looked for. */
interface AnyMessage {
  readonly family?: number;
  readonly index?: number;
  readonly prefixLength?: number;
  readonly destinationLength?: number;
  readonly sourceLength?: number;
  readonly table?: number;
  readonly flags?: number;
  readonly handle?: number;
  readonly info?: number;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

type Describe = (
  message: AnyMessage,
  attributes: Readonly<Record<string, unknown>>,
  device: (index: unknown) => string | undefined,
) => (string | undefined)[];

/** `name value`, if there is a value. */
function part(name: string, value: unknown): string | undefined {
  return value === undefined ? undefined : `${name} ${value}`;
}

function neighbor(
  { family, index }: AnyMessage,
  attributes: Readonly<Record<string, unknown>>,
  device: (index: unknown) => string | undefined,
): (string | undefined)[] {
  const { destination, linkAddress, vlan } = attributes;
  const where = part("dev", device(index || attributes.outputDevice));
  return family === AF_BRIDGE
    ? [text(linkAddress), where, part("vlan", vlan), part("dst", destination)]
    : [text(destination), where];
}

/** The VLANs of a message: the first one, and the last one of a range. */
interface Vlans {
  readonly info?: { readonly vid: number };
  readonly range?: number;
}

function vlans(
  { index }: AnyMessage,
  { entries }: Readonly<Record<string, unknown>>,
  device: (index: unknown) => string | undefined,
): (string | undefined)[] {
  const [entry] = (entries ?? []) as readonly Vlans[];
  const { info, range } = entry ?? {};
  const last = range === undefined ? "" : `-${range}`;
  return [info && `${info.vid}${last}`, part("dev", device(index))];
}

/** An entry of a multicast database, as requests have it. */
interface MulticastEntry {
  readonly port: number;
  readonly vlan: number;
  readonly group: { readonly address: string };
}

function multicastEntry(
  { index }: AnyMessage,
  attributes: Readonly<Record<string, unknown>>,
  device: (index: unknown) => string | undefined,
): (string | undefined)[] {
  const entry = attributes.entry as MulticastEntry | undefined;
  return [
    entry?.group.address,
    part("dev", device(index)),
    part("port", device(entry?.port)),
    part("vlan", entry?.vlan || undefined),
  ];
}

/** A queueing discipline or a class. */
function queue(
  { index, handle }: AnyMessage,
  _: unknown,
  device: (index: unknown) => string | undefined,
): (string | undefined)[] {
  return [handle ? handleText(handle) : undefined, part("dev", device(index))];
}

/** A handle as `tc` writes it: `1:`, `1:10`. */
function handleText(handle: number): string {
  const minor = handle & 0xffff;
  return `${(handle >>> 16).toString(16)}:${
    minor === 0 ? "" : minor.toString(16)
  }`;
}

/** Subjects of what has no single name, by the first message type. */
const SUBJECTS: Readonly<Record<number, Describe>> = {
  [objects.link.new]: ({ index }, { name, alternativeName, group }, device) => [
    text(name) ?? text(alternativeName) ?? link(device(index)) ??
      part("of group", group),
  ],
  [objects.address.new]: (
    { prefixLength, index },
    { local, address = local },
    device,
  ) => [
    prefix(local ?? address, prefixLength),
    part("dev", device(index)),
  ],
  [objects.route.new]: route,
  [objects.neighbor.new]: neighbor,
  [objects.rule.new]: (
    { table, sourceLength, destinationLength },
    attributes,
  ) => [
    part("priority", attributes.priority),
    part("from", prefix(attributes.source, sourceLength)),
    part("to", prefix(attributes.destination, destinationLength)),
    part("table", attributes.table ?? (table || undefined)),
  ],
  [objects.neighborTable.new]: (_, { name, parameters }, device) => [
    text(name),
    part("dev", device((parameters as { index?: number })?.index)),
  ],
  [objects.addressLabel.new]: (
    { prefixLength },
    { address },
  ) => [prefix(address, prefixLength)],
  [objects.stats.new]: ({ index }, _, device) => [part("of", device(index))],
  [objects.vlan.new]: vlans,
  [objects.mdb.new]: multicastEntry,
  [objects.qdisc.new]: queue,
  [objects.class.new]: queue,
  [objects.filter.new]: ({ index, info = 0 }, _, device) => [
    part("dev", device(index)),
    part("preference", info >>> 16 || undefined),
  ],
  [objects.nexthopBucket.new]: (_, { id }) => [part("of group", id)],
};

/** What has a name or a number, or belongs to a device. */
const other: Describe = ({ index }, { name, id, index: inner }, device) => [
  text(name) ?? text(id) ?? part("dev", device(index || inner)),
];

function text(value: unknown): string | undefined {
  return value === undefined || value === "" ? undefined : String(value);
}

/** A link by its name, or by its index, which must not look like a name. */
function link(device: string | undefined): string | undefined {
  return device !== undefined && /^\d+$/.test(device)
    ? `with index ${device}`
    : device;
}

function prefix(address: unknown, length: unknown): string | undefined {
  return address === undefined ? undefined : `${address}/${length}`;
}

const MAIN = 254;

function route(
  { destinationLength, table }: AnyMessage,
  attributes: Readonly<Record<string, unknown>>,
  device: (index: unknown) => string | undefined,
): (string | undefined)[] {
  const { destination, destinationLabels, gateway, via } = attributes;
  const labels = destinationLabels as readonly number[] | undefined;
  const number = (attributes.table ?? table) || MAIN;
  return [
    labels === undefined
      ? prefix(destination, destinationLength) ?? "default"
      : labels.map((label) => label >>> 12).join("/"),
    part("via", gateway ?? (via as { address?: string })?.address),
    part("dev", device(attributes.outputDevice)),
    part("nexthop", attributes.nexthopId),
    number === MAIN ? undefined : part("table", number),
  ];
}

/**
 * Returns what a request of rtnetlink is about.
 *
 * @param type The message type, `RTM_*`.
 * @param message The message.
 * @param nameOf Finds the names of devices.
 * @returns The object in people's terms, if the message names one.
 */
export function subjectOf(
  type: number,
  message: unknown,
  nameOf: NameOf = () => undefined,
): string | undefined {
  const object = objectOf(type);
  const { attributes } = (message ?? {}) as AnyMessage;
  if (object === undefined || typeof attributes !== "object") return undefined;
  const describe = SUBJECTS[object.new] ?? other;
  function device(index: unknown): string | undefined {
    return typeof index === "number" && index !== 0
      ? nameOf(index) ?? String(index)
      : undefined;
  }
  const parts = describe(message as AnyMessage, attributes, device);
  const found = parts.filter((part) => part !== undefined).join(" ");
  return found === "" ? undefined : found;
}
