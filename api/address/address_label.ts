/**
 * Labels by which IPv6 chooses source addresses: `ip addrlabel`.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6724 | RFC 6724}
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import {
  type AddressLabelMessage,
  addressLabelMessage,
} from "../../messages/address_label/address_label.ts";
import { RTM_GETADDRLABEL } from "../../messages/address_label/constants.ts";
import { AF_INET6 } from "../../messages/families.ts";
import { NLM_F_REPLACE } from "../../messages/header.ts";
import { ipv6, parsePrefix } from "../mapping/address_conversions.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { integer } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import { describing } from "../connection/request_names.ts";
import { Lookup } from "../object/lookup.ts";
import { notFound } from "../connection/not_found.ts";
import { Objects } from "../object/objects.ts";
import { properties } from "../mapping/properties.ts";
import { readingOf } from "../reading/reading.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { beginsWith, isWithin, prefixBits } from "../mapping/prefixes.ts";
import { withMessage } from "../mapping/origin.ts";
import { blank } from "../../messages/codec/mod.ts";

/** What identifies the label of a prefix. */
export interface AddressLabelKey {
  /** The prefix, such as `2001:db8::/32` (`IFAL_ADDRESS`, `ifal_prefixlen`). */
  prefix: string;
  /**
   * The device whose addresses have the label; all of them if it is missing
   * (`ifal_index`).
   */
  device?: Device;
}

/** The label of a prefix, to be added. */
export interface AddressLabelSpec extends AddressLabelKey {
  /**
   * The label, 0 to 4294967294: addresses with the same one go together
   * (`IFAL_LABEL`).
   */
  label: number;
}

/** The label of a prefix. */
export interface AddressLabel extends AddressLabelSpec {
  /**
   * Index of the device whose addresses have the label, if it is for one alone.
   */
  device?: number;
  /** The message that this was read from. */
  readonly message: AddressLabelMessage;
}

/** Which labels to list; what is not given does not matter. */
export interface AddressLabelFilter {
  /** Labels of this device alone. */
  device?: Device;
  /** Labels of prefixes in this one. */
  within?: string;
  /** Labels of this number. */
  label?: number;
}

const checkAddressLabel = properties<AddressLabel, AddressLabelKey>({
  prefix: "required",
  device: "optional",
  label: "ignored",
  message: "ignored",
});

const label = integer(0, 0xfffffffe);

/**
 * Converts the label of a prefix to people's terms.
 *
 * @param message The label's message.
 * @returns The label.
 */
export function toAddressLabel(message: AddressLabelMessage): AddressLabel {
  const { prefixLength, index, attributes } = message;
  const { address = "::", label = 0 } = attributes;
  return withMessage({
    prefix: `${address}/${prefixLength}`,
    ...index !== 0 && { device: index },
    label,
  }, message);
}

/**
 * Puts what names the label of a prefix into a message.
 *
 * @param key What identifies it.
 * @param fieldPath Where it stands, for error messages and names of devices.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function nameAddressLabel(
  key: AddressLabelKey,
  fieldPath: FieldPath = FieldPath.root,
): AddressLabelMessage {
  checkAddressLabel(key, fieldPath);
  const { address, length } = parsePrefix(key.prefix, fieldPath.at("prefix"));
  ipv6.toKernel(address, fieldPath.at("prefix"));
  const message = blankLabel();
  message.prefixLength = length;
  // The kernel wants a label, whatever it is, of what is to be deleted, too.
  message.attributes = { address, label: 0 };
  if (key.device !== undefined) {
    message.index = device.toKernel(key.device, fieldPath.at("device"))!;
  }
  return message;
}

/**
 * Puts the label of a prefix, to be added, into a message.
 *
 * @param spec The label.
 * @param fieldPath Where it stands, for error messages and names of devices.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromAddressLabel(
  spec: AddressLabelSpec,
  fieldPath: FieldPath = FieldPath.root,
): AddressLabelMessage {
  const message = nameAddressLabel(spec, fieldPath);
  message.attributes.label = label.toKernel(spec.label, fieldPath.at("label"))!;
  return message;
}

function blankLabel(): AddressLabelMessage {
  return blank(addressLabelMessage, { family: AF_INET6 });
}

const { equal, where } = conditions<AddressLabelMessage>();

// The kernel refuses requests that name a device, and filters by nothing.
const addressLabelFilter: Filter<AddressLabelFilter, AddressLabelMessage> =
  filter({
    device: equal("index", device),
    within: where({
      value: prefixBits,
      reads: ["prefixLength", "attributes.address"],
      accepts: (wanted) => (length, address = "::") =>
        length >= wanted.length && beginsWith(wanted, address),
    }),
    label: equal("attributes.label", label),
  }, blankLabel);

/** Labels by which IPv6 chooses source addresses: `ip addrlabel`. */
export class AddressLabels extends Objects<
  AddressLabelMessage,
  AddressLabel,
  AddressLabelSpec,
  AddressLabelKey,
  AddressLabelFilter
> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      object: objects.addressLabel,
      codec: addressLabelMessage,
      reading: readingOf(addressLabelMessage, toAddressLabel),
      write: fromAddressLabel,
      name: nameAddressLabel,
      filter: addressLabelFilter,
      missing: ["ENOENT", "ESRCH"],
      changeFlags: NLM_F_REPLACE,
    });
  }

  /**
   * Changes a label, which has to be there: the kernel would add it, so that it
   * is asked before.
   *
   * @param spec The label as it shall be.
   * @param options How to ask.
   * @throws {NetlinkError} With code `ENOENT` if the prefix has none, or if the
   * kernel refuses.
   */
  override async change(
    spec: AddressLabelSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    fromAddressLabel(spec, FieldPath.unresolved);
    const { prefix, device } = spec;
    await this.get({ prefix, ...device !== undefined && { device } }, options);
    await super.change(spec, options);
  }

  /**
   * Gets the label of a prefix.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The label.
   * @throws {NetlinkError} With code `ENOENT` if the prefix has none.
   */
  override async get(
    key: AddressLabelKey,
    options: RequestOptions = {},
  ): Promise<AddressLabel> {
    // The kernel finds labels by address only.
    return await this.search(
      key,
      ({ index }) => index === 0 ? {} : { device: index },
      options,
      ({ message: { index, prefixLength, attributes } }, named) =>
        index === named.index && prefixLength === named.prefixLength &&
        isWithin(named.attributes.address!, attributes.address ?? "::"),
    );
  }

  /**
   * Finds the label that an address has: that of the longest prefix it is in.
   *
   * @param address The address, such as `2001:db8::1`.
   * @param on The device that has the address.
   * @param options How to ask.
   * @returns The label.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async resolve(
    address: string,
    on?: Device,
    options: RequestOptions = {},
  ): Promise<number> {
    using lookup = new Lookup(this.connection, options);
    const key = { prefix: address, ...on !== undefined && { device: on } };
    const message = await lookup.build(
      (fieldPath) => nameAddressLabel(key, fieldPath),
      describing(RTM_GETADDRLABEL),
    );
    const { attributes } = await this.connection.get({
      type: RTM_GETADDRLABEL,
      codec: addressLabelMessage,
      message: { ...message, attributes: { address } },
    }, options);
    if (attributes.label === undefined) {
      throw notFound("ENOENT", RTM_GETADDRLABEL, message, lookup.nameOf);
    }
    return attributes.label;
  }
}
