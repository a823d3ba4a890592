/**
 * All settings of devices that are declared.
 *
 * @module
 */
import * as cable from "../../api/ethtool/cable.ts";
import * as features from "../../api/ethtool/features.ts";
import * as flowControl from "../../api/ethtool/flow_control.ts";
import * as hardware from "../../api/ethtool/hardware.ts";
import * as link from "../../api/ethtool/link.ts";
import * as moduleMemory from "../../api/ethtool/module_memory.ts";
import * as queues from "../../api/ethtool/queues.ts";
import * as rss from "../../api/ethtool/rss.ts";
import type {
  AboutDevice,
  DeviceSetting,
  EthtoolState,
} from "../../api/ethtool/setting.ts";
import * as statistics from "../../api/ethtool/statistics.ts";
import * as time from "../../api/ethtool/time.ts";
import * as tunnels from "../../api/ethtool/tunnels.ts";

type AnySetting = DeviceSetting<EthtoolState, AboutDevice>;

const modules = [
  cable,
  features,
  flowControl,
  hardware,
  link,
  moduleMemory,
  queues,
  rss,
  statistics,
  time,
  tunnels,
];

/** The settings, by the names of their declarations. */
export const ethtoolSettings: ReadonlyMap<string, AnySetting> = new Map(
  modules.flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => name.endsWith("Setting"))
      .map(([name, setting]) => [name, setting as unknown as AnySetting])
  ),
);
