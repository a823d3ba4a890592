/**
 * Family `devlink`: its name, commands and messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

import type { Codec } from "../../codec/mod.ts";
import { type GenericMessage, genericMessage } from "../header.ts";
import type { DevlinkAttributes } from "./attribute_list.ts";
import { devlinkAttributes } from "./attributes.ts";
import { devlinkSelftestReport } from "./device.ts";

/** Name of the family. */
export const DEVLINK_GENL_NAME = "devlink";
/** Version of the family's interface. */
export const DEVLINK_GENL_VERSION = 1;
/** Name of the multicast group of notifications. */
export const DEVLINK_GENL_MCGRP_CONFIG_NAME = "config";

/** Gets devices. */
export const DEVLINK_CMD_GET = 1;
/** Changes devices. */
export const DEVLINK_CMD_SET = 2;
/** Adds, or reports as there: devices. */
export const DEVLINK_CMD_NEW = 3;
/** Deletes, or reports as gone: devices. */
export const DEVLINK_CMD_DEL = 4;
/** Gets ports. */
export const DEVLINK_CMD_PORT_GET = 5;
/** Changes ports. */
export const DEVLINK_CMD_PORT_SET = 6;
/** Adds, or reports as there: ports. */
export const DEVLINK_CMD_PORT_NEW = 7;
/** Deletes, or reports as gone: ports. */
export const DEVLINK_CMD_PORT_DEL = 8;
/** Splits a port. */
export const DEVLINK_CMD_PORT_SPLIT = 9;
/** Makes one port of the parts of one. */
export const DEVLINK_CMD_PORT_UNSPLIT = 10;
/** Gets shared buffers. */
export const DEVLINK_CMD_SB_GET = 11;
/** Changes shared buffers. */
export const DEVLINK_CMD_SB_SET = 12;
/** Adds, or reports as there: shared buffers. */
export const DEVLINK_CMD_SB_NEW = 13;
/** Deletes, or reports as gone: shared buffers. */
export const DEVLINK_CMD_SB_DEL = 14;
/** Gets pools of shared buffers. */
export const DEVLINK_CMD_SB_POOL_GET = 15;
/** Changes pools of shared buffers. */
export const DEVLINK_CMD_SB_POOL_SET = 16;
/** Adds, or reports as there: pools of shared buffers. */
export const DEVLINK_CMD_SB_POOL_NEW = 17;
/** Deletes, or reports as gone: pools of shared buffers. */
export const DEVLINK_CMD_SB_POOL_DEL = 18;
/** Gets what ports use of pools. */
export const DEVLINK_CMD_SB_PORT_POOL_GET = 19;
/** Changes what ports use of pools. */
export const DEVLINK_CMD_SB_PORT_POOL_SET = 20;
/** Adds, or reports as there: what ports use of pools. */
export const DEVLINK_CMD_SB_PORT_POOL_NEW = 21;
/** Deletes, or reports as gone: what ports use of pools. */
export const DEVLINK_CMD_SB_PORT_POOL_DEL = 22;
/** Gets pools of traffic classes. */
export const DEVLINK_CMD_SB_TC_POOL_BIND_GET = 23;
/** Changes pools of traffic classes. */
export const DEVLINK_CMD_SB_TC_POOL_BIND_SET = 24;
/** Adds, or reports as there: pools of traffic classes. */
export const DEVLINK_CMD_SB_TC_POOL_BIND_NEW = 25;
/** Deletes, or reports as gone: pools of traffic classes. */
export const DEVLINK_CMD_SB_TC_POOL_BIND_DEL = 26;
/** Takes a snapshot of what is in use of a shared buffer. */
export const DEVLINK_CMD_SB_OCC_SNAPSHOT = 27;
/** Sets the greatest use of a shared buffer back. */
export const DEVLINK_CMD_SB_OCC_MAX_CLEAR = 28;
/** Gets modes of the embedded switch. */
export const DEVLINK_CMD_ESWITCH_GET = 29;
/** Changes modes of the embedded switch. */
export const DEVLINK_CMD_ESWITCH_SET = 30;
/** Gets tables of the pipeline. */
export const DEVLINK_CMD_DPIPE_TABLE_GET = 31;
/** Gets entries of a table. */
export const DEVLINK_CMD_DPIPE_ENTRIES_GET = 32;
/** Gets headers of packets. */
export const DEVLINK_CMD_DPIPE_HEADERS_GET = 33;
/** Has a table count packets, or not. */
export const DEVLINK_CMD_DPIPE_TABLE_COUNTERS_SET = 34;
/** Changes the size of a resource. */
export const DEVLINK_CMD_RESOURCE_SET = 35;
/** Gets resources. */
export const DEVLINK_CMD_RESOURCE_DUMP = 36;
/** Reloads a device. */
export const DEVLINK_CMD_RELOAD = 37;
/** Gets parameters of devices. */
export const DEVLINK_CMD_PARAM_GET = 38;
/** Changes parameters of devices. */
export const DEVLINK_CMD_PARAM_SET = 39;
/** Adds, or reports as there: parameters of devices. */
export const DEVLINK_CMD_PARAM_NEW = 40;
/** Deletes, or reports as gone: parameters of devices. */
export const DEVLINK_CMD_PARAM_DEL = 41;
/** Gets regions. */
export const DEVLINK_CMD_REGION_GET = 42;
/** Changes regions. */
export const DEVLINK_CMD_REGION_SET = 43;
/** Adds, or reports as there: regions. */
export const DEVLINK_CMD_REGION_NEW = 44;
/** Deletes, or reports as gone: regions. */
export const DEVLINK_CMD_REGION_DEL = 45;
/** Reads from a region. */
export const DEVLINK_CMD_REGION_READ = 46;
/** Gets parameters of ports. */
export const DEVLINK_CMD_PORT_PARAM_GET = 47;
/** Changes parameters of ports. */
export const DEVLINK_CMD_PORT_PARAM_SET = 48;
/** Adds, or reports as there: parameters of ports. */
export const DEVLINK_CMD_PORT_PARAM_NEW = 49;
/** Deletes, or reports as gone: parameters of ports. */
export const DEVLINK_CMD_PORT_PARAM_DEL = 50;
/** Gets driver, serial numbers and versions. */
export const DEVLINK_CMD_INFO_GET = 51;
/** Gets reporters. */
export const DEVLINK_CMD_HEALTH_REPORTER_GET = 52;
/** Changes a reporter. */
export const DEVLINK_CMD_HEALTH_REPORTER_SET = 53;
/** Has a reporter recover from its error. */
export const DEVLINK_CMD_HEALTH_REPORTER_RECOVER = 54;
/** Gets what a reporter shows. */
export const DEVLINK_CMD_HEALTH_REPORTER_DIAGNOSE = 55;
/** Gets the dump of an error, or makes one. */
export const DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET = 56;
/** Deletes the dump of an error. */
export const DEVLINK_CMD_HEALTH_REPORTER_DUMP_CLEAR = 57;
/** Writes a file into the flash memory. */
export const DEVLINK_CMD_FLASH_UPDATE = 58;
/** Reports that it has been written. */
export const DEVLINK_CMD_FLASH_UPDATE_END = 59;
/** Reports how far it is. */
export const DEVLINK_CMD_FLASH_UPDATE_STATUS = 60;
/** Gets traps. */
export const DEVLINK_CMD_TRAP_GET = 61;
/** Changes traps. */
export const DEVLINK_CMD_TRAP_SET = 62;
/** Adds, or reports as there: traps. */
export const DEVLINK_CMD_TRAP_NEW = 63;
/** Deletes, or reports as gone: traps. */
export const DEVLINK_CMD_TRAP_DEL = 64;
/** Gets groups of traps. */
export const DEVLINK_CMD_TRAP_GROUP_GET = 65;
/** Changes groups of traps. */
export const DEVLINK_CMD_TRAP_GROUP_SET = 66;
/** Adds, or reports as there: groups of traps. */
export const DEVLINK_CMD_TRAP_GROUP_NEW = 67;
/** Deletes, or reports as gone: groups of traps. */
export const DEVLINK_CMD_TRAP_GROUP_DEL = 68;
/** Gets policers of traps. */
export const DEVLINK_CMD_TRAP_POLICER_GET = 69;
/** Changes policers of traps. */
export const DEVLINK_CMD_TRAP_POLICER_SET = 70;
/** Adds, or reports as there: policers of traps. */
export const DEVLINK_CMD_TRAP_POLICER_NEW = 71;
/** Deletes, or reports as gone: policers of traps. */
export const DEVLINK_CMD_TRAP_POLICER_DEL = 72;
/** Has a reporter find an error. */
export const DEVLINK_CMD_HEALTH_REPORTER_TEST = 73;
/** Gets rates. */
export const DEVLINK_CMD_RATE_GET = 74;
/** Changes rates. */
export const DEVLINK_CMD_RATE_SET = 75;
/** Adds, or reports as there: rates. */
export const DEVLINK_CMD_RATE_NEW = 76;
/** Deletes, or reports as gone: rates. */
export const DEVLINK_CMD_RATE_DEL = 77;
/** Gets line cards. */
export const DEVLINK_CMD_LINECARD_GET = 78;
/** Changes line cards. */
export const DEVLINK_CMD_LINECARD_SET = 79;
/** Adds, or reports as there: line cards. */
export const DEVLINK_CMD_LINECARD_NEW = 80;
/** Deletes, or reports as gone: line cards. */
export const DEVLINK_CMD_LINECARD_DEL = 81;
/** Gets which tests of itself a device has. */
export const DEVLINK_CMD_SELFTESTS_GET = 82;
/** Runs tests. */
export const DEVLINK_CMD_SELFTESTS_RUN = 83;
/** Chooses the device that this socket gets notifications of. */
export const DEVLINK_CMD_NOTIFY_FILTER_SET = 84;

/** A message of the family. */
export type DevlinkMessage = GenericMessage<DevlinkAttributes>;

/** Codec of {@linkcode DevlinkMessage}. */
export const devlinkMessage: Codec<DevlinkMessage> = genericMessage(
  devlinkAttributes,
);

/** Attributes of requests, by command. */
export const devlinkRequests: ReadonlyMap<number, Codec<unknown>> = new Map(
  Array.from(
    { length: DEVLINK_CMD_NOTIFY_FILTER_SET },
    (_, i) => [i + 1, devlinkAttributes as Codec<unknown>],
  ),
);

/** Attributes of replies and notifications, by command. */
export const devlinkReplies: ReadonlyMap<number, Codec<unknown>> = new Map([
  ...devlinkRequests,
  [DEVLINK_CMD_SELFTESTS_RUN, devlinkSelftestReport as Codec<unknown>],
]);
