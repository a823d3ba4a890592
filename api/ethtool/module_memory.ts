/**
 * Memory and firmware of modules.
 *
 * @module
 */

import {
  ETHTOOL_MSG_MODULE_EEPROM_GET,
  ETHTOOL_MSG_MODULE_FW_FLASH_ACT,
  ETHTOOL_MSG_MODULE_FW_FLASH_NTF,
} from "../../messages/generic/ethtool/commands.ts";
import {
  ETHTOOL_FLASH_STATUSES,
  type EthtoolModuleEeprom,
  ethtoolModuleEeprom,
  type EthtoolModuleFlash,
  ethtoolModuleFlash,
} from "../../messages/generic/ethtool/hardware.ts";
import { number, text, uint32, uint64 } from "../mapping/conversions.ts";
import type { Device } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import type {
  EthtoolOptions,
  EthtoolRequests,
  EthtoolSubject,
} from "./requests.ts";
import { type DeviceSetting, type EthtoolState, setting } from "./setting.ts";
import { Requester } from "../object/requester.ts";

/** Which bytes of a module's memory to read. */
export interface ModuleMemory {
  /**
   * First byte; pages but the first begin at 128
   * (`ETHTOOL_A_MODULE_EEPROM_OFFSET`).
   *
   * @default {0}
   */
  offset?: number;
  /**
   * How many bytes, at most 128 (`ETHTOOL_A_MODULE_EEPROM_LENGTH`).
   *
   * @default {128}
   */
  length?: number;
  /**
   * Number of the page (`ETHTOOL_A_MODULE_EEPROM_PAGE`).
   *
   * @default {0}
   */
  page?: number;
  /**
   * Number of the bank (`ETHTOOL_A_MODULE_EEPROM_BANK`).
   *
   * @default {0}
   */
  bank?: number;
  /**
   * Address on the I2C bus (`ETHTOOL_A_MODULE_EEPROM_I2C_ADDRESS`).
   *
   * @default {0x50}
   */
  address?: number;
}

const memory = mapping<ModuleMemory, EthtoolModuleEeprom>(() => ({
  offset: number,
  length: number,
  page: number,
  bank: number,
  address: ["i2cAddress", number],
}), ethtoolModuleEeprom);

const eeprom: EthtoolSubject<EthtoolModuleEeprom> = {
  noun: "the memory of the module",
  codec: ethtoolModuleEeprom,
  get: ETHTOOL_MSG_MODULE_EEPROM_GET,
};

/** Firmware to write into a module. */
export interface ModuleFirmware {
  /**
   * Name of the file in the kernel's folder of firmware
   * (`ETHTOOL_A_MODULE_FW_FLASH_FILE_NAME`).
   */
  file: string;
  /** Password of the module (`ETHTOOL_A_MODULE_FW_FLASH_PASSWORD`). */
  password?: number;
}

const firmware = mapping<ModuleFirmware, EthtoolModuleFlash>(
  {
    file: ["fileName", text],
    password: uint32,
  },
  undefined,
  { secret: true },
);

/** How the writing of a module's firmware goes. */
export interface ModuleFlashReport extends EthtoolState<EthtoolModuleFlash> {
  /** How far it is (`ETHTOOL_A_MODULE_FW_FLASH_STATUS`). */
  status?: keyof typeof ETHTOOL_FLASH_STATUSES | number;
  /** More about that (`ETHTOOL_A_MODULE_FW_FLASH_STATUS_MSG`). */
  text?: string;
  /** Bytes written (`ETHTOOL_A_MODULE_FW_FLASH_DONE`). */
  done?: bigint;
  /** Bytes to be written (`ETHTOOL_A_MODULE_FW_FLASH_TOTAL`). */
  total?: bigint;
}

/** How the writing of a module's firmware goes. */
export const moduleFlashReportSetting: DeviceSetting<
  ModuleFlashReport,
  EthtoolModuleFlash
> = setting({
  noun: "the writing of firmware",
  codec: ethtoolModuleFlash,
  get: ETHTOOL_MSG_MODULE_FW_FLASH_ACT,
  notification: ETHTOOL_MSG_MODULE_FW_FLASH_NTF,
  fields: () => ({
    status: readOnly("status", enumeration(ETHTOOL_FLASH_STATUSES)),
    text: readOnly("statusMsg", text),
    done: readOnly("done", uint64),
    total: readOnly("total", uint64),
  }),
});

const flash: EthtoolSubject<EthtoolModuleFlash> = {
  noun: "the firmware of the module",
  codec: ethtoolModuleFlash,
  actions: {
    [ETHTOOL_MSG_MODULE_FW_FLASH_ACT]: "write the firmware of the module",
  },
};

/** Memory and firmware of modules: `ethtool -m`. */
export class ModuleMemories extends Requester<EthtoolRequests> {
  /**
   * Reads bytes of a module's memory.
   *
   * @param device The device.
   * @param which Which bytes.
   * @param options How to ask.
   * @returns The bytes.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it has no module that can be read
   * (`EOPNOTSUPP`), or the kernel refuses for another reason.
   */
  async read(
    device: Device,
    which: ModuleMemory = {},
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<Uint8Array> {
    const [message] = await this.requests.send(
      eeprom,
      ETHTOOL_MSG_MODULE_EEPROM_GET,
      device,
      (fieldPath) => ({
        offset: 0,
        length: 128,
        page: 0,
        bank: 0,
        i2cAddress: 0x50,
        ...memory.toKernel(which, fieldPath),
      }),
      options,
    );
    return message?.attributes.data ?? new Uint8Array();
  }

  /**
   * Begins to write a module's firmware. How it goes is reported by
   * `Ethtool.monitor`.
   *
   * @param device The device, which has to be down.
   * @param image The firmware.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it has no module that can be written
   * (`EOPNOTSUPP`), or the kernel refuses for another reason.
   */
  async flash(
    device: Device,
    image: ModuleFirmware,
    options: Omit<EthtoolOptions, "statistics"> = {},
  ): Promise<void> {
    await this.requests.send(
      flash,
      ETHTOOL_MSG_MODULE_FW_FLASH_ACT,
      device,
      (fieldPath) => {
        const written = firmware.toKernel(image, fieldPath);
        if (written.fileName !== undefined) return written;
        throw fieldPath.at("file").wrong(undefined, "a string is expected");
      },
      options,
    );
  }
}
