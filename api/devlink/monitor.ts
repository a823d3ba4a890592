/**
 * Watching what changes about devices of devlink.
 *
 * @module
 */

import {
  DEVLINK_GENL_MCGRP_CONFIG_NAME,
  type DevlinkMessage,
  devlinkMessage,
} from "../../messages/generic/devlink/commands.ts";
import { once } from "../../messages/codec/once.ts";
import { watchEvents } from "../generic/family_monitor.ts";
import type {
  EventMonitor,
  EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import { type DevlinkDevice, devlinkDevice } from "./device.ts";
import { type DevlinkReporter, devlinkReporter } from "./health.ts";
import type { DevlinkCommands } from "./object.ts";
import { type DevlinkParam, devlinkParam } from "./param.ts";
import { type DevlinkPort, devlinkPort } from "./port.ts";
import { type DevlinkRate, devlinkRate } from "./rate.ts";
import { type DevlinkRegion, devlinkRegion } from "./region.ts";
import type { DevlinkRequests } from "./requests.ts";
import {
  type DevlinkTrap,
  devlinkTrap,
  type DevlinkTrapGroup,
  devlinkTrapGroup,
  type DevlinkTrapPolicer,
  devlinkTrapPolicer,
} from "./trap.ts";

/** What is reported, by its sort. */
export interface DevlinkReports {
  /** Devices. */
  device: DevlinkDevice;
  /** Ports. */
  port: DevlinkPort;
  /** Parameters of devices. */
  param: DevlinkParam;
  /** Regions and their snapshots. */
  region: DevlinkRegion;
  /** Reporters: an error, or a recovery. */
  reporter: DevlinkReporter;
  /** Traps. */
  trap: DevlinkTrap;
  /** Groups of traps. */
  trapGroup: DevlinkTrapGroup;
  /** Policers of traps. */
  trapPolicer: DevlinkTrapPolicer;
  /** Rates. */
  rate: DevlinkRate;
}

/** Something has changed; `kind` names it. */
export type DevlinkChange = {
  [K in keyof DevlinkReports]: {
    /** What has changed. */
    readonly kind: K;
    /** Whether it is there, or has been deleted. */
    readonly action: "set" | "delete";
    /** The device, such as `pci/0000:01:00.0`. */
    readonly device: string;
    /** What it is like now; of what has been deleted, what names it. */
    readonly value: DevlinkReports[K];
  };
}[keyof DevlinkReports];

/** What reads the objects of a sort. */
type Readable<K extends keyof DevlinkReports> = DevlinkCommands & {
  readonly read: (message: DevlinkMessage) => DevlinkReports[K];
};

const objects: { readonly [K in keyof DevlinkReports]: Readable<K> } = {
  device: devlinkDevice,
  port: devlinkPort,
  param: devlinkParam,
  region: devlinkRegion,
  reporter: devlinkReporter,
  trap: devlinkTrap,
  trapGroup: devlinkTrapGroup,
  trapPolicer: devlinkTrapPolicer,
  rate: devlinkRate,
};

/** What reads reports, by their command. */
const readers = once(() => {
  const found = new Map<number, (message: DevlinkMessage) => DevlinkChange>();
  for (const [kind, { add, delete: remove, read }] of Object.entries(objects)) {
    for (const [command, action] of [[add, "set"], [remove, "delete"]]) {
      if (command === undefined) continue;
      found.set(command as number, (message) => {
        const value = read(message);
        return { kind, action, device: value.device, value } as DevlinkChange;
      });
    }
  }
  return found;
});

/**
 * Watches what is reported about devices.
 *
 * @param requests Asks for the family.
 * @param options How to watch.
 * @returns The monitor.
 * @throws {TypeError} If an option is wrong, or there is no way to open a
 * socket.
 * @throws {SocketError} If the kernel refuses.
 * @throws {NetlinkError} If the kernel has no such family (`ENOENT`).
 */
export async function watchDevlink(
  requests: DevlinkRequests,
  options: EventMonitorOptions,
): Promise<EventMonitor<DevlinkChange>> {
  return await watchEvents<DevlinkChange>(
    (rest) => requests.info(rest),
    {
      group: DEVLINK_GENL_MCGRP_CONFIG_NAME,
      read: (view, start, end) => {
        const reader = start < end
          ? readers().get(view.getUint8(start))
          : undefined;
        return reader?.(devlinkMessage.decode(view, start, end));
      },
    },
    requests.open,
    options,
  );
}
