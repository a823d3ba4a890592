/**
 * Ports of devices: `devlink port`.
 *
 * @module
 */

import type { DevlinkAttributes } from "../../messages/generic/devlink/attribute_list.ts";
import {
  DEVLINK_CMD_PORT_DEL,
  DEVLINK_CMD_PORT_GET,
  DEVLINK_CMD_PORT_NEW,
  DEVLINK_CMD_PORT_SET,
  DEVLINK_CMD_PORT_SPLIT,
  DEVLINK_CMD_PORT_UNSPLIT,
} from "../../messages/generic/devlink/commands.ts";
import type { DevlinkPortFunction as FunctionData } from "../../messages/generic/devlink/port.ts";
import {
  DEVLINK_PORT_FLAVOURS,
  DEVLINK_PORT_FUNCTION_OPSTATES,
  DEVLINK_PORT_FUNCTION_STATES,
  DEVLINK_PORT_TYPES,
} from "../../messages/generic/devlink/values.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { hardware } from "../mapping/address_conversions.ts";
import {
  boolean,
  integer,
  text,
  uint16,
  uint32,
} from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import {
  type DevlinkDeviceKey,
  type DevlinkObject,
  devlinkObject,
  type DevlinkState,
  portField,
} from "./object.ts";
import { DevlinkObjects } from "./objects.ts";

/** What identifies a port. */
export interface DevlinkPortKey extends DevlinkDeviceKey {
  /** Number of the port (`DEVLINK_ATTR_PORT_INDEX`). */
  port: number;
}

/** What can be changed of the function behind a port. */
export interface DevlinkFunctionSettings {
  /** Its hardware address (`DEVLINK_PORT_FUNCTION_ATTR_HW_ADDR`). */
  address?: string;
  /** Its state (`DEVLINK_PORT_FN_ATTR_STATE`). */
  state?: keyof typeof DEVLINK_PORT_FUNCTION_STATES | number;
  /** How many event queues it can have (`DEVLINK_PORT_FN_ATTR_MAX_IO_EQS`). */
  maxEventQueues?: number;
}

/** The function behind a port. */
export interface DevlinkFunction extends DevlinkFunctionSettings {
  /** Whether a driver has it (`DEVLINK_PORT_FN_ATTR_OPSTATE`). */
  opstate?: keyof typeof DEVLINK_PORT_FUNCTION_OPSTATES | number;
}

/** What can be changed of a port. */
export interface DevlinkPortSettings {
  /** Its type (`DEVLINK_ATTR_PORT_TYPE`). */
  type?: keyof typeof DEVLINK_PORT_TYPES | number;
  /** The function behind it (`DEVLINK_ATTR_PORT_FUNCTION`). */
  function?: DevlinkFunctionSettings;
}

/** A port. */
export interface DevlinkPort extends DevlinkState {
  /** Number of the port. */
  port: number;
  /** Its type (`DEVLINK_ATTR_PORT_TYPE`). */
  type?: keyof typeof DEVLINK_PORT_TYPES | number;
  /** Type that was asked for (`DEVLINK_ATTR_PORT_DESIRED_TYPE`). */
  desiredType?: keyof typeof DEVLINK_PORT_TYPES | number;
  /** What it is (`DEVLINK_ATTR_PORT_FLAVOUR`). */
  flavour?: keyof typeof DEVLINK_PORT_FLAVOURS | number;
  /** Name of its link (`DEVLINK_ATTR_PORT_NETDEV_NAME`). */
  link?: string;
  /** Index of its link (`DEVLINK_ATTR_PORT_NETDEV_IFINDEX`). */
  linkIndex?: number;
  /** Name of its InfiniBand device (`DEVLINK_ATTR_PORT_IBDEV_NAME`). */
  infiniband?: string;
  /** The number that is printed beside it (`DEVLINK_ATTR_PORT_NUMBER`). */
  number?: number;
  /** Number of the controller of its function (`DEVLINK_ATTR_PORT_CONTROLLER_NUMBER`). */
  controller?: number;
  /** Number of its PCI physical function (`DEVLINK_ATTR_PORT_PCI_PF_NUMBER`). */
  pf?: number;
  /** Number of its PCI virtual function (`DEVLINK_ATTR_PORT_PCI_VF_NUMBER`). */
  vf?: number;
  /** Number of its PCI subfunction (`DEVLINK_ATTR_PORT_PCI_SF_NUMBER`). */
  sf?: number;
  /**
   * Whether its function belongs to another host
   * (`DEVLINK_ATTR_PORT_EXTERNAL`).
   */
  external?: boolean;
  /** Number of the port that it was split from (`DEVLINK_ATTR_PORT_SPLIT_GROUP`). */
  splitGroup?: number;
  /**
   * Which part of a split port it is
   * (`DEVLINK_ATTR_PORT_SPLIT_SUBPORT_NUMBER`).
   */
  subport?: number;
  /** Whether it can be split (`DEVLINK_ATTR_PORT_SPLITTABLE`). */
  splittable?: boolean;
  /** How many lanes it has (`DEVLINK_ATTR_PORT_LANES`). */
  lanes?: number;
  /** The function behind it (`DEVLINK_ATTR_PORT_FUNCTION`). */
  function?: DevlinkFunction;
}

const type = enumeration(DEVLINK_PORT_TYPES, 16);

const functions = mapping<DevlinkFunction, FunctionData>(() => ({
  address: ["hwAddr", hardware],
  state: enumeration(DEVLINK_PORT_FUNCTION_STATES, 8),
  opstate: readOnly("opstate", enumeration(DEVLINK_PORT_FUNCTION_OPSTATES, 8)),
  maxEventQueues: ["maxIoEqs", uint32],
}));

/** Ports. */
export const devlinkPort: DevlinkObject<
  DevlinkPort,
  DevlinkPortKey,
  DevlinkPortSettings
> = devlinkObject({
  noun: "devlink port",
  get: DEVLINK_CMD_PORT_GET,
  set: DEVLINK_CMD_PORT_SET,
  add: DEVLINK_CMD_PORT_NEW,
  delete: DEVLINK_CMD_PORT_DEL,
  key: () => portField,
  required: ["port"],
  fields: () => ({
    port: readOnly("portIndex", uint32),
    desiredType: readOnly("portDesiredType", type),
    flavour: readOnly("portFlavour", enumeration(DEVLINK_PORT_FLAVOURS, 16)),
    link: readOnly("portNetdevName", text),
    linkIndex: readOnly("portNetdevIfindex", uint32),
    infiniband: readOnly("portIbdevName", text),
    number: readOnly("portNumber", uint32),
    controller: readOnly("portControllerNumber", uint32),
    pf: readOnly("portPciPfNumber", uint16),
    vf: readOnly("portPciVfNumber", uint16),
    sf: readOnly("portPciSfNumber", uint32),
    external: readOnly("portExternal", boolean),
    splitGroup: readOnly("portSplitGroup", uint32),
    subport: readOnly("portSplitSubportNumber", uint32),
    splittable: readOnly("portSplittable", boolean),
    lanes: readOnly("portLanes", uint32),
  }),
  settings: () => ({
    type: ["portType", type],
    function: ["portFunction", functions],
  }),
});

const splits = mapping<{ count: number }, DevlinkAttributes>({
  count: ["portSplitCount", integer(2, 0xffffffff)],
});

/** Ports of devices: `devlink port`. */
export class DevlinkPorts
  extends DevlinkObjects<DevlinkPort, DevlinkPortKey, DevlinkPortSettings> {
  /**
   * Splits a port.
   *
   * @param key The port.
   * @param count How many ports to make of it, at least 2.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If the number is too small.
   * @throws {NetlinkError} If the port cannot be split (`EOPNOTSUPP`,
   * `EINVAL`), or the kernel refuses for another reason.
   */
  async split(
    key: DevlinkPortKey,
    count: number,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.send(
      "split devlink port",
      DEVLINK_CMD_PORT_SPLIT,
      key,
      options,
      (fieldPath) => splits.toKernel({ count }, fieldPath),
    );
  }

  /**
   * Makes one port of the parts of one.
   *
   * @param key One of the parts.
   * @param options How to ask.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {NetlinkError} If it is not a part of a port, or the kernel refuses
   * for another reason.
   */
  async unsplit(
    key: DevlinkPortKey,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.send(
      "unsplit devlink port",
      DEVLINK_CMD_PORT_UNSPLIT,
      key,
      options,
    );
  }
}
