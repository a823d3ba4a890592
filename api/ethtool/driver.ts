/**
 * Drivers and their counters, for which there is no netlink message but one
 * `ioctl`, `SIOCETHTOOL`.
 *
 * @see {@link https://man7.org/linux/man-pages/man7/netdevice.7.html | netdevice(7)}
 *
 * @module
 */

import { errnoOf } from "../../messages/errno.ts";
import { LITTLE_ENDIAN, Writer } from "../../messages/codec/mod.ts";
import { ETHTOOL_STRING_SETS } from "../../messages/generic/ethtool/common.ts";
import {
  ETH_GSTRING_LEN,
  ETHTOOL_GDRVINFO,
  ETHTOOL_GSSET_INFO,
  ETHTOOL_GSTATS,
  ETHTOOL_GSTRINGS,
  type EthtoolDriverInfo,
  ethtoolDriverInfo,
  SIOCETHTOOL,
} from "../../messages/generic/ethtool/ioctl.ts";
import { blank, textFromBytes } from "../../messages/codec/mod.ts";
import { controlDevice } from "../../socket/device_control.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { NetlinkError } from "../connection/errors.ts";
import { type IsMissing, missing } from "../object/existence.ts";
import type { InNamespace } from "../link/tuntap.ts";
import type { Device } from "../mapping/device.ts";
import type { EthtoolRequests } from "./requests.ts";
import { Finder } from "../object/requester.ts";

/** Driver and device. */
export interface DriverInfo {
  /** Name of the driver. */
  driver: string;
  /** Version of the driver; that of the kernel if it has none. */
  version: string;
  /** Version of the firmware. */
  firmware: string;
  /** Address on the bus, such as `0000:00:03.0`. */
  bus: string;
  /** Version of the expansion ROM. */
  expansionRom: string;
  /** How many counters there are. */
  counters: number;
  /** How many private flags there are. */
  privateFlags: number;
  /** How many self-tests there are. */
  tests: number;
  /** Bytes of the EEPROM. */
  eepromSize: number;
  /** Bytes of the registers. */
  registersSize: number;
  /** What this was read from. */
  readonly info: EthtoolDriverInfo;
}

const AF_INET = 2;
/**
 * Bytes behind the counters: the kernel writes as many as there are when it is
 * asked for them, whatever there was before.
 */
const SPARE = 0x10000;
/** Drivers: `ethtool -i`, and their counters: `ethtool -S`. */
export class Drivers extends Finder<EthtoolRequests, Device, DriverInfo> {
  /** There is no such device, or it has no driver. */
  protected override readonly isMissing: IsMissing = missing(
    "ENODEV",
    "EOPNOTSUPP",
  );
  readonly #inNamespace: InNamespace;

  /**
   * Makes the methods.
   *
   * @param requests Finds devices.
   * @param inNamespace Enters the network namespace of the devices.
   */
  constructor(requests: EthtoolRequests, inNamespace: InNamespace) {
    super(requests);
    this.#inNamespace = inNamespace;
  }

  /**
   * Gets driver and device: `ethtool -i`.
   *
   * @param device The device.
   * @param options How to find the device.
   * @returns Driver and device.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it has no driver (`EOPNOTSUPP`).
   */
  override async get(
    device: Device,
    options: RequestOptions = {},
  ): Promise<DriverInfo> {
    const name = await this.requests.nameOf(device, "get driver", options);
    const writer = new Writer();
    ethtoolDriverInfo.encode(
      writer,
      blank(ethtoolDriverInfo, { cmd: ETHTOOL_GDRVINFO }),
    );
    const bytes = this.#inNamespace(() =>
      control(name, writer.finish().slice(), "get driver")
    );
    const info = ethtoolDriverInfo.decode(
      new DataView(bytes.buffer),
      0,
      bytes.length,
    );
    return Object.defineProperty(
      {
        driver: info.driver,
        version: info.version,
        firmware: info.fwVersion,
        bus: info.busInfo,
        expansionRom: info.eromVersion,
        counters: info.nStats,
        privateFlags: info.nPrivFlags,
        tests: info.testinfoLen,
        eepromSize: info.eedumpLen,
        registersSize: info.regdumpLen,
        info,
      },
      "info",
      { enumerable: false },
    );
  }

  /**
   * Gets the counters of a driver, which it has chosen itself: `ethtool -S`.
   *
   * @param device The device.
   * @param options How to find the device.
   * @returns The counters by name; of several with the same name, the last.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it has no counters (`EOPNOTSUPP`).
   */
  async counters(
    device: Device,
    options: RequestOptions = {},
  ): Promise<Record<string, bigint>> {
    const what = "get counters";
    const name = await this.requests.nameOf(device, what, options);
    return this.#inNamespace(() => readCounters(name, what));
  }
}

function readCounters(device: string, what: string): Record<string, bigint> {
  const set = ETHTOOL_STRING_SETS.counters;
  // struct ethtool_sset_info: which sets, as bits, and how many texts each has.
  const info = new Uint8Array(20);
  const infoView = new DataView(info.buffer);
  infoView.setUint32(0, ETHTOOL_GSSET_INFO, LITTLE_ENDIAN);
  infoView.setBigUint64(8, 1n << BigInt(set), LITTLE_ENDIAN);
  const answer = new DataView(control(device, info, what).buffer);
  const count = answer.getBigUint64(8, LITTLE_ENDIAN) === 0n
    ? 0
    : answer.getUint32(16, LITTLE_ENDIAN);
  if (count === 0) throw refused(errnoOf("EOPNOTSUPP"), device, what);

  // struct ethtool_gstrings and struct ethtool_stats: how many, and then each.
  const strings = new Uint8Array(12 + ETH_GSTRING_LEN * count + SPARE);
  const stringsView = new DataView(strings.buffer);
  stringsView.setUint32(0, ETHTOOL_GSTRINGS, LITTLE_ENDIAN);
  stringsView.setUint32(4, set, LITTLE_ENDIAN);
  stringsView.setUint32(8, count, LITTLE_ENDIAN);
  const names = control(device, strings, what);
  const stats = new Uint8Array(8 + 8 * count + SPARE);
  const statsView = new DataView(stats.buffer);
  statsView.setUint32(0, ETHTOOL_GSTATS, LITTLE_ENDIAN);
  statsView.setUint32(4, count, LITTLE_ENDIAN);
  const values = new DataView(control(device, stats, what).buffer);

  const known = Math.min(
    count,
    new DataView(names.buffer).getUint32(8, LITTLE_ENDIAN),
    values.getUint32(4, LITTLE_ENDIAN),
  );
  const counters: Record<string, bigint> = {};
  for (let i = 0; i < known; i++) {
    const start = 12 + ETH_GSTRING_LEN * i;
    const field = names.subarray(start, start + ETH_GSTRING_LEN);
    const end = field.indexOf(0);
    const name = textFromBytes(end < 0 ? field : field.subarray(0, end));
    counters[name.trim()] = values.getBigUint64(8 + 8 * i, LITTLE_ENDIAN);
  }
  return counters;
}

/** Sends a struct, and returns it as the kernel left it. */
function control(
  device: string,
  data: Uint8Array<ArrayBuffer>,
  what: string,
): Uint8Array<ArrayBuffer> {
  const { errno, data: answer } = controlDevice({
    family: AF_INET,
    request: SIOCETHTOOL,
    device,
    data,
  });
  if (errno !== 0) throw refused(errno, device, what);
  return answer;
}

function refused(errno: number, device: string, what: string): NetlinkError {
  return new NetlinkError(errno, {
    request: {
      type: 0,
      name: "SIOCETHTOOL",
      flags: 0,
      action: `${what} of ${device}`,
      object: undefined,
      subject: undefined,
      message: undefined,
    },
  });
}
