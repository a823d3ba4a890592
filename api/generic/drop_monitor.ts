/**
 * Packets that the kernel and devices drop, family `NET_DM`.
 *
 * @see {@link https://man7.org/linux/man-pages/man1/dropwatch.1.html | dropwatch(1)}
 *
 * @module
 */

import {
  NET_DM_ALERT_MODES,
  NET_DM_CMD_ALERT,
  NET_DM_CMD_CONFIG,
  NET_DM_CMD_CONFIG_GET,
  NET_DM_CMD_PACKET_ALERT,
  NET_DM_CMD_START,
  NET_DM_CMD_STATS_GET,
  NET_DM_CMD_STOP,
  NET_DM_GENL_NAME,
  NET_DM_GRP_NAME,
  NET_DM_ORIGINS,
  type NetDmAlert,
  type NetDmAttributes,
  netDmAttributes,
  type NetDmHwEntry,
  type NetDmMessage,
  netDmMessage,
  type NetDmPort,
  type NetDmStats,
} from "../../messages/generic/drop_monitor.ts";
import type { RequestOptions } from "../connection/connection.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";
import { binary, number, text, uint64 } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { checkOptions, flagOption } from "../connection/options.ts";
import { type FamilyWatch, ReportingFamily } from "./family_monitor.ts";

/** The family `NET_DM`. */
export const netDmFamily: FamilyDefinition<NetDmAttributes> = {
  name: NET_DM_GENL_NAME,
  version: 2,
  codec: netDmMessage,
  actions: {
    [NET_DM_CMD_CONFIG]: "set what is reported of dropped packets",
    [NET_DM_CMD_START]: "watch dropped packets",
    [NET_DM_CMD_STOP]: "end watching dropped packets",
    [NET_DM_CMD_CONFIG_GET]: "get what is reported of dropped packets",
    [NET_DM_CMD_STATS_GET]: "get counters of dropped packets",
  },
};

/** What is reported of dropped packets; it can be set while none is watched. */
export interface DropSettings {
  /**
   * Whether each packet is reported, or how many were dropped where
   * (`NET_DM_ATTR_ALERT_MODE`).
   */
  mode?: keyof typeof NET_DM_ALERT_MODES | number;
  /** Most bytes of a packet, 0 for all of it (`NET_DM_ATTR_TRUNC_LEN`). */
  truncateTo?: number;
  /** How many reports can wait on each processor (`NET_DM_ATTR_QUEUE_LEN`). */
  queueLength?: number;
}

/** What dropped packets are meant; both if nothing is given. */
export interface DropOrigins {
  /** What the kernel drops (`NET_DM_ATTR_SW_DROPS`). */
  kernel?: boolean;
  /** What devices drop, by traps of devlink (`NET_DM_ATTR_HW_DROPS`). */
  devices?: boolean;
}

/** Reports that were lost, as the queue of a processor was full. */
export interface DropCounters {
  /** Of what the kernel drops (`NET_DM_ATTR_STATS`). */
  kernel: bigint;
  /** Of what devices drop (`NET_DM_ATTR_HW_STATS`). */
  devices: bigint;
}

/** A dropped packet (`NET_DM_CMD_PACKET_ALERT`). */
export interface DroppedPacket {
  /** What has happened. */
  kind: "packet";
  /** Who has dropped it (`NET_DM_ATTR_ORIGIN`). */
  origin?: keyof typeof NET_DM_ORIGINS | number;
  /** Why, such as `NO_SOCKET` (`NET_DM_ATTR_REASON`). */
  reason?: string;
  /** Address of the instruction that dropped it (`NET_DM_ATTR_PC`). */
  address?: bigint;
  /** The same as a symbol and an offset (`NET_DM_ATTR_SYMBOL`). */
  symbol?: string;
  /** The link that it came in through (`NET_DM_ATTR_IN_PORT`). */
  input?: NetDmPort;
  /**
   * When it was dropped, in nanoseconds since 1970 (`NET_DM_ATTR_TIMESTAMP`).
   */
  timestamp?: bigint;
  /** Protocol, `ETH_P_*` (`NET_DM_ATTR_PROTO`). */
  protocol?: number;
  /** Bytes of the packet (`NET_DM_ATTR_ORIG_LEN`). */
  length?: number;
  /** The packet, or the beginning of it (`NET_DM_ATTR_PAYLOAD`). */
  data?: Uint8Array;
  /** The trap of the device that dropped it (`NET_DM_ATTR_HW_TRAP_NAME`). */
  trap?: string;
  /** Group of the trap (`NET_DM_ATTR_HW_TRAP_GROUP_NAME`). */
  trapGroup?: string;
  /**
   * Cookie of the action that dropped it (`NET_DM_ATTR_FLOW_ACTION_COOKIE`).
   */
  cookie?: Uint8Array;
  /** The message that this was read from. */
  readonly message: NetDmMessage;
}

/** How many packets were dropped at a position. */
export interface DropPosition {
  /** Address of the instruction, or the name of the trap. */
  position: bigint | string;
  /** How many. */
  count: number;
}

/** How many packets were dropped where (`NET_DM_CMD_ALERT`). */
export interface DropSummary {
  /** What has happened. */
  kind: "summary";
  /** Where (`NET_DM_ATTR_HW_ENTRIES` for devices). */
  positions: DropPosition[];
  /** The message that this was read from. */
  readonly message: NetDmMessage;
}

/** A report of dropped packets. */
export type DropEvent = DroppedPacket | DropSummary;

const settings = mapping<DropSettings, NetDmAttributes>({
  mode: ["alertMode", enumeration(NET_DM_ALERT_MODES)],
  truncateTo: ["truncLen", number],
  queueLength: ["queueLen", number],
}, netDmAttributes);

const packet = mapping<
  Omit<DroppedPacket, "kind" | "message">,
  NetDmAttributes
>(() => ({
  origin: readOnly("origin", enumeration(NET_DM_ORIGINS)),
  reason: readOnly("reason", text),
  address: readOnly("pc", uint64),
  symbol: readOnly("symbol", text),
  input: readOnly<NetDmPort, NetDmAttributes, "inPort">("inPort", {
    fromKernel: (port) => port,
  }),
  timestamp: readOnly("timestamp", uint64),
  protocol: readOnly("proto", number),
  length: readOnly("origLen", number),
  data: readOnly("payload", binary),
  trap: readOnly("hwTrapName", text),
  trapGroup: readOnly("hwTrapGroupName", text),
  cookie: readOnly("flowActionCookie", binary),
}), netDmAttributes);

/**
 * Packets that the kernel and devices drop, in all network namespaces. The
 * kernel has the family in the first of them only. Packets are reported from
 * {@linkcode DropMonitor.start} on.
 *
 * @example Look at each packet that is dropped
 * ```ts ignore
 * const { dropMonitor } = generic;
 * await dropMonitor.set({ mode: "packet", truncateTo: 128 });
 * const monitor = await dropMonitor.monitor();
 * await dropMonitor.start({ kernel: true });
 * for await (const event of monitor) {
 *   if (event.kind === "packet") console.log(event.reason, event.symbol);
 * }
 * ```
 */
export class DropMonitor extends ReportingFamily<NetDmAttributes, DropEvent> {
  /** The family. */
  protected override readonly definition: FamilyDefinition<NetDmAttributes> =
    netDmFamily;
  /** What it reports. */
  protected override readonly watch: FamilyWatch<DropEvent> = {
    group: NET_DM_GRP_NAME,
    read: readDropEvent,
  };

  /**
   * Gets what is reported of dropped packets, on the whole machine.
   *
   * @param options How to ask.
   * @returns The settings.
   * @throws {NetlinkError} If the kernel has no such family (`ENOENT`).
   */
  async get(options: RequestOptions = {}): Promise<Required<DropSettings>> {
    const reply = await this.requests.send(
      NET_DM_CMD_CONFIG_GET,
      () => ({}),
      options,
    );
    return settings.fromKernel(reply!.attributes) as Required<DropSettings>;
  }

  /**
   * Sets what is reported of dropped packets; settings that are missing stay.
   *
   * @param changes The settings.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If packets are watched (`EBUSY`), or the kernel
   * refuses (`EPERM`).
   */
  async set(
    changes: DropSettings,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      NET_DM_CMD_CONFIG,
      (fieldPath) => settings.toKernel(changes, fieldPath),
      options,
    );
  }

  /**
   * Begins to watch dropped packets, for all monitors of the machine.
   *
   * @param origins Which packets.
   * @param options How to ask.
   * @throws {TypeError} If an origin is not of the right sort.
   * @throws {NetlinkError} If they are watched already (`EAGAIN`), or the
   * kernel refuses (`EPERM`).
   */
  async start(
    origins: DropOrigins = {},
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      NET_DM_CMD_START,
      () => fromOrigins(origins),
      options,
    );
  }

  /**
   * Ends watching dropped packets, for all monitors of the machine; if they are
   * not watched, nothing happens.
   *
   * @param origins Which packets.
   * @param options How to ask.
   * @throws {TypeError} If an origin is not of the right sort.
   * @throws {NetlinkError} If the kernel refuses (`EPERM`).
   */
  async stop(
    origins: DropOrigins = {},
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.send(
      NET_DM_CMD_STOP,
      () => fromOrigins(origins),
      options,
    );
  }

  /**
   * Gets how many reports were lost.
   *
   * @param options How to ask.
   * @returns The counters.
   * @throws {NetlinkError} If the kernel has no such family (`ENOENT`).
   */
  async counters(options: RequestOptions = {}): Promise<DropCounters> {
    const reply = await this.requests.send(
      NET_DM_CMD_STATS_GET,
      () => ({}),
      options,
    );
    const { stats, hwStats } = reply!.attributes;
    const dropped = (counters?: NetDmStats) => counters?.dropped ?? 0n;
    return { kernel: dropped(stats), devices: dropped(hwStats) };
  }
}

function fromOrigins(origins: DropOrigins): NetDmAttributes {
  checkOptions(origins, { kernel: flagOption, devices: flagOption });
  const { kernel, devices } = origins;
  // Without any flag, what the kernel drops is meant.
  const all = kernel === undefined && devices === undefined;
  return {
    ...(all || kernel) && { swDrops: true },
    ...(all || devices) && { hwDrops: true },
  };
}

function readDropEvent(
  view: DataView,
  start: number,
  end: number,
): DropEvent | undefined {
  const message = netDmMessage.decode(view, start, end);
  const { attributes } = message;
  switch (message.cmd) {
    case NET_DM_CMD_PACKET_ALERT:
      return withMessage<DroppedPacket>(
        { kind: "packet", ...packet.fromKernel(attributes) },
        message,
      );
    case NET_DM_CMD_ALERT:
      return withMessage<DropSummary>({
        kind: "summary",
        positions: positionsOf(attributes.alert, attributes.hwEntries),
      }, message);
    default:
      return undefined;
  }
}

function positionsOf(
  alert: NetDmAlert = { entries: 0, points: [] },
  traps: readonly NetDmHwEntry[] = [],
): DropPosition[] {
  return [
    ...alert.points.slice(0, alert.entries).map(({ pc, count }) => ({
      position: new DataView(pc.buffer, pc.byteOffset, pc.length)
        .getBigUint64(0, true),
      count,
    })),
    ...traps.map(({ hwTrapName = "", hwTrapCount = 0 }) => ({
      position: hwTrapName,
      count: hwTrapCount,
    })),
  ];
}
