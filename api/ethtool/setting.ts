/**
 * What declares a setting of the family `ethtool`: from one table come requests,
 * conversions, notifications and error messages.
 *
 * @module
 */

import type { Attributes, Codec } from "../../messages/codec/mod.ts";
import type {
  ETHTOOL_STRING_SETS,
  EthtoolBitset,
  EthtoolHeader,
} from "../../messages/generic/ethtool/common.ts";
import type { GenericMessage } from "../../messages/generic/header.ts";
import { once } from "../../messages/codec/once.ts";
import {
  type Fields,
  type Mapping,
  mapping,
  originalMessage,
  readOnly,
} from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";

/** Name of a set of texts of the kernel. */
export type EthtoolStringSet = keyof typeof ETHTOOL_STRING_SETS;

/** Attributes of a message about a device. */
export interface AboutDevice extends Attributes {
  /** Which device it is about. */
  header?: EthtoolHeader;
}

/**
 * What is read of any setting.
 *
 * @typeParam A The attributes that it is read from.
 */
export interface EthtoolState<A = Attributes> {
  /** Name of the device (`ETHTOOL_A_HEADER_DEV_NAME`). */
  device: string;
  /** Index of the device (`ETHTOOL_A_HEADER_DEV_INDEX`). */
  index: number;
  /** The message that this was read from. */
  readonly message: GenericMessage<A>;
}

/**
 * A setting, as it is declared.
 *
 * @typeParam T What is read of it.
 * @typeParam A Its attributes.
 */
export interface DeviceSettingDeclaration<T, A> {
  /** What it is called in errors: `Cannot get … of eth0`. */
  readonly noun: string;
  /** Codec of the attributes. */
  readonly codec: Codec<A>;
  /** The command that asks for it, `ETHTOOL_MSG_*_GET`. */
  readonly get: number;
  /** The command that changes it, `ETHTOOL_MSG_*_SET`, if there is one. */
  readonly set?: number;
  /** The command that reports changes, `ETHTOOL_MSG_*_NTF`, if there is one. */
  readonly notification?: number;
  /**
   * Whether devices have to be asked one by one, as the kernel ends the list of
   * all with an error if the last of them does not have it.
   */
  readonly single?: true;
  /** The sets of texts that its sets of bits have their names from. */
  readonly names?: {
    readonly [K in keyof A as EthtoolBitset extends A[K] ? K : never]?:
      EthtoolStringSet;
  };
  /** How its properties are read and written. */
  readonly fields: () => Fields<Omit<T, keyof EthtoolState>, A>;
}

/**
 * A setting.
 *
 * @typeParam T What is read of it.
 * @typeParam A Its attributes.
 */
export interface DeviceSetting<T, A extends AboutDevice>
  extends Omit<DeviceSettingDeclaration<T, A>, "fields"> {
  /** How its properties are read and written. */
  readonly mapping: Mapping<T, A>;
  /**
   * Reads what a message has of it; from other attributes than those of the
   * message, if there are some.
   */
  readonly read: (message: GenericMessage<A>, attributes?: A) => T;
}

/** How what is read of any setting is read. */
const stateFields: Fields<EthtoolState, AboutDevice> = {
  device: readOnly<string, AboutDevice, "header">("header", {
    fromKernel: ({ devName }) => devName,
  }),
  index: readOnly<number, AboutDevice, "header">("header", {
    fromKernel: ({ devIndex }) => devIndex,
  }),
  message: originalMessage,
};

/**
 * Declares a setting.
 *
 * @typeParam T What is read of it.
 * @typeParam A Its attributes.
 * @param declaration The setting.
 * @returns The setting.
 */
export function setting<
  T extends EthtoolState<A>,
  A extends AboutDevice,
>(declaration: DeviceSettingDeclaration<T, A>): DeviceSetting<T, A> {
  const { fields, ...rest } = declaration;
  const made = once(() =>
    mapping<T, A>(
      { ...stateFields, ...fields() } as unknown as Fields<T, A>,
      declaration.codec,
    )
  );
  return {
    ...rest,
    get mapping() {
      return made();
    },
    read: (message, attributes = message.attributes) =>
      withMessage(made().fromKernel(attributes), message),
  };
}

/**
 * A setting, without what is particular about its attributes.
 *
 * @typeParam T What is read of it.
 * @typeParam A Its attributes.
 * @param setting The setting.
 * @returns The same.
 */
export function anyAttributes<T, A extends AboutDevice>(
  setting: DeviceSetting<T, A>,
): DeviceSetting<T, AboutDevice> {
  return setting as unknown as DeviceSetting<T, AboutDevice>;
}
