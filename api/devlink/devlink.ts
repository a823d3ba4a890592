/**
 * Devices of devlink and what belongs to them: `devlink`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/devlink.8.html | devlink(8)}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

import type { Connection } from "../connection/connection.ts";
import type {
  EventMonitor,
  EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import type { OpenTransport } from "../monitor/open.ts";
import {
  devlinkDevice,
  DevlinkDevices,
  type DevlinkEswitch,
  devlinkEswitch,
  type DevlinkEswitchSettings,
  type DevlinkInfo,
  devlinkInfo,
} from "./device.ts";
import { devlinkReporter, DevlinkReporters } from "./health.ts";
import { type DevlinkChange, watchDevlink } from "./monitor.ts";
import type { DevlinkDeviceKey } from "./object.ts";
import { DevlinkObjects, DevlinkReader } from "./objects.ts";
import { devlinkParam, DevlinkParams } from "./param.ts";
import { DevlinkPipelines } from "./pipeline.ts";
import { devlinkPort, DevlinkPorts } from "./port.ts";
import { devlinkRate, DevlinkRates } from "./rate.ts";
import { devlinkRegion, DevlinkRegions } from "./region.ts";
import { DevlinkRequests } from "./requests.ts";
import { DevlinkResourceSizes } from "./resource.ts";
import {
  type DevlinkTrap,
  devlinkTrap,
  type DevlinkTrapGroup,
  devlinkTrapGroup,
  type DevlinkTrapGroupKey,
  type DevlinkTrapGroupSettings,
  type DevlinkTrapKey,
  type DevlinkTrapPolicer,
  devlinkTrapPolicer,
  type DevlinkTrapPolicerKey,
  type DevlinkTrapPolicerSettings,
  type DevlinkTrapSettings,
} from "./trap.ts";

/**
 * Devices of devlink and what belongs to them: `devlink`.
 *
 * @example Make a parameter take effect
 * ```ts ignore
 * const { devlink } = generic;
 * const device = "pci/0000:01:00.0";
 * await devlink.params.set({ device, name: "max_macs" }, {
 *   value: 64,
 *   mode: "driverinit",
 * });
 * await devlink.devices.reload({ device });
 * ```
 */
export class Devlink {
  readonly #requests: DevlinkRequests;
  /** Devices, and how to reload them: `devlink dev`. */
  readonly devices: DevlinkDevices;
  /** Drivers, serial numbers and versions: `devlink dev info`. */
  readonly info: DevlinkReader<DevlinkInfo, DevlinkDeviceKey>;
  /** Embedded switches, without a list: `devlink dev eswitch`. */
  readonly eswitch: DevlinkObjects<
    DevlinkEswitch,
    DevlinkDeviceKey,
    DevlinkEswitchSettings
  >;
  /** Ports: `devlink port`. */
  readonly ports: DevlinkPorts;
  /** Parameters of devices: `devlink dev param`. */
  readonly params: DevlinkParams;
  /** Reporters of the health of devices: `devlink health`. */
  readonly reporters: DevlinkReporters;
  /** Resources: `devlink resource`. */
  readonly resources: DevlinkResourceSizes;
  /** Pipelines, read-only: `devlink dpipe`. */
  readonly pipelines: DevlinkPipelines;
  /** Regions of memory: `devlink region`. */
  readonly regions: DevlinkRegions;
  /** Traps: `devlink trap`. */
  readonly traps: DevlinkObjects<
    DevlinkTrap,
    DevlinkTrapKey,
    DevlinkTrapSettings
  >;
  /** Groups of traps: `devlink trap group`. */
  readonly trapGroups: DevlinkObjects<
    DevlinkTrapGroup,
    DevlinkTrapGroupKey,
    DevlinkTrapGroupSettings
  >;
  /** Policers of traps: `devlink trap policer`. */
  readonly trapPolicers: DevlinkObjects<
    DevlinkTrapPolicer,
    DevlinkTrapPolicerKey,
    DevlinkTrapPolicerSettings
  >;
  /** Rates: `devlink port function rate`. */
  readonly rates: DevlinkRates;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param open Opens a socket for reports in the same network namespace.
   */
  constructor(connection: Connection, open?: OpenTransport) {
    const requests = new DevlinkRequests(connection, open);
    this.#requests = requests;
    this.devices = new DevlinkDevices(requests, devlinkDevice);
    this.info = new DevlinkReader(requests, devlinkInfo);
    this.eswitch = new DevlinkObjects(requests, devlinkEswitch);
    this.ports = new DevlinkPorts(requests, devlinkPort);
    this.params = new DevlinkParams(requests, devlinkParam);
    this.reporters = new DevlinkReporters(requests, devlinkReporter);
    this.resources = new DevlinkResourceSizes(requests);
    this.pipelines = new DevlinkPipelines(requests);
    this.regions = new DevlinkRegions(requests, devlinkRegion);
    this.traps = new DevlinkObjects(requests, devlinkTrap);
    this.trapGroups = new DevlinkObjects(requests, devlinkTrapGroup);
    this.trapPolicers = new DevlinkObjects(requests, devlinkTrapPolicer);
    this.rates = new DevlinkRates(requests, devlinkRate);
  }

  /**
   * Watches what changes about devices: `devlink monitor`.
   *
   * @param options How to watch.
   * @returns The monitor, to be iterated over.
   * @throws {TypeError} If an option is wrong, or there is no way to open a
   * socket.
   * @throws {SocketError} If the kernel refuses.
   * @throws {NetlinkError} If the kernel has no such family (`ENOENT`).
   */
  async monitor(
    options: EventMonitorOptions = {},
  ): Promise<EventMonitor<DevlinkChange>> {
    return await watchDevlink(this.#requests, options);
  }
}
