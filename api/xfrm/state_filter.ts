/**
 * Which states to list, and what names one.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import type {
  XfrmStateIdMessage,
  XfrmStateMessage,
} from "../../messages/xfrm/messages.ts";
import type { XfrmAddressFilter } from "../../messages/xfrm/attribute_structs.ts";
import { ip } from "../mapping/address_conversions.ts";
import { uint32 } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { conditions } from "../mapping/conditions.ts";
import { checkNames, type Filter, filter } from "../mapping/filter.ts";
import {
  beginsWith,
  type PrefixBits,
  prefixBits,
} from "../mapping/prefixes.ts";
import { checkRequired } from "../mapping/properties.ts";
import {
  joinFamily,
  type XfrmFamily,
  xfrmFamily,
  type XfrmMode,
  xfrmMode,
  type XfrmProtocol,
  xfrmProtocol,
  type XfrmStateDirection,
  xfrmStateDirection,
  type XfrmStateFlag,
  xfrmStateFlags,
} from "./names.ts";
import { blankState, stateNames } from "./state_spec.ts";
import { type XfrmMarkSpec, xfrmMarkSpec } from "./values.ts";

/** Which states to list; what is not given does not matter. */
export interface XfrmStateFilter {
  /** States of this family. */
  family?: XfrmFamily;
  /** States whose source is in this prefix. */
  source?: string;
  /** States whose destination is in this prefix. */
  destination?: string;
  /** States of this protocol. */
  protocol?: XfrmProtocol;
  /** States with this security parameter index. */
  spi?: number;
  /** States of this mode. */
  mode?: XfrmMode;
  /** States for templates with this number. */
  requestId?: number;
  /** States that have one of these flags. */
  flags?: readonly XfrmStateFlag[];
  /** States of this xfrm interface; 0 for those of none. */
  interfaceId?: number;
  /** States for packets of this direction. */
  direction?: XfrmStateDirection;
}

const { equal, where } = conditions<XfrmStateMessage>();

/** The part of the request by which the kernel filters. */
function addressFilter({ attributes }: XfrmStateMessage): XfrmAddressFilter {
  return attributes.addressFilter ??= {
    source: "0.0.0.0",
    destination: "0.0.0.0",
    family: 0,
    sourceLength: 0,
    destinationLength: 0,
  };
}

/** A prefix, as the kernel filters by it. */
interface Wanted {
  readonly bits: PrefixBits;
  readonly address: string;
}

const wanted = {
  toKernel: (value: string, fieldPath: FieldPath): Wanted => ({
    bits: prefixBits.toKernel(value, fieldPath)!,
    address: value.split("/")[0]!,
  }),
};

function sendPrefix(
  request: XfrmStateMessage,
  end: "source" | "destination",
  { bits: { version, length }, address }: Wanted,
): void {
  const filter = addressFilter(request);
  const family = version === 6 ? AF_INET6 : AF_INET;
  // The kernel takes one family; of two, nothing passes the later test.
  if (filter.family !== 0 && filter.family !== family) return;
  filter.family = family;
  filter[end] = address;
  filter[`${end}Length`] = length;
}

/** How {@linkcode XfrmStateFilter} is put into the kernel's terms. */
export const xfrmStateFilter: Filter<XfrmStateFilter, XfrmStateMessage> =
  filter({
    family: where({
      value: xfrmFamily,
      send: (request, family) => {
        addressFilter(request).family = family;
      },
      reads: ["family"],
      accepts: (family) => (found) => found === family,
    }),
    source: where({
      value: wanted,
      send: (request, wanted) => sendPrefix(request, "source", wanted),
      reads: ["source"],
      accepts: ({ bits }) => (source) => beginsWith(bits, source),
    }),
    destination: where({
      value: wanted,
      send: (request, wanted) => sendPrefix(request, "destination", wanted),
      reads: ["id"],
      accepts: ({ bits }) => ({ destination }) => beginsWith(bits, destination),
    }),
    protocol: where({
      value: xfrmProtocol,
      send: ({ attributes }, protocol) => {
        attributes.protocol = protocol;
      },
      reads: ["id"],
      accepts: (protocol) => (id) =>
        id.protocol === protocol || isAnyIpsec(protocol, id.protocol),
    }),
    spi: where({
      value: uint32,
      reads: ["id"],
      accepts: (spi) => (id) => id.spi === spi,
    }),
    mode: equal("mode", xfrmMode),
    requestId: equal("requestId", uint32),
    flags: where({
      value: xfrmStateFlags,
      reads: ["flags"],
      accepts: (flags) => (found) => (found & flags) !== 0,
    }),
    interfaceId: equal("attributes.interfaceId", uint32, { missing: 0 }),
    direction: equal("attributes.direction", xfrmStateDirection),
  }, blankState);

const ANY_IPSEC = 255;

/** Whether a protocol is one of those that `ipsec-any` stands for. */
function isAnyIpsec(wanted: number, protocol: number): boolean {
  return wanted === ANY_IPSEC && [50, 51, 108].includes(protocol);
}

/** What identifies a state. */
export interface XfrmStateKey {
  /** Destination address (`daddr`). */
  destination: string;
  /** Protocol (`proto`). */
  protocol: XfrmProtocol;
  /** Security parameter index, of all but states of Mobile IPv6 (`spi`). */
  spi?: number;
  /** Source address, of states of Mobile IPv6 (`XFRMA_SRCADDR`). */
  source?: string;
  /** Which mark packets have to have (`XFRMA_MARK`). */
  mark?: XfrmMarkSpec;
}

/**
 * The message that names a state.
 *
 * @param key The state.
 * @param fieldPath Where it stands, for error messages.
 * @returns The message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function nameXfrmState(
  key: XfrmStateKey,
  fieldPath: FieldPath,
): XfrmStateIdMessage {
  checkNames(key, stateNames(), fieldPath, true);
  checkRequired<XfrmStateKey>(key, ["destination", "protocol"], fieldPath);
  const { destination, protocol, spi = 0, source, mark } = key;
  const message: XfrmStateIdMessage = {
    destination: ip.toKernel(destination, fieldPath.at("destination"))!,
    spi: uint32.toKernel(spi, fieldPath.at("spi"))!,
    family: 0,
    protocol: xfrmProtocol.toKernel(protocol, fieldPath.at("protocol"))!,
    attributes: {},
  };
  joinFamily(message, destination, fieldPath.at("destination"));
  if (source !== undefined) {
    message.attributes.source = ip.toKernel(source, fieldPath.at("source"))!;
    joinFamily(message, source, fieldPath.at("source"));
  }
  if (mark !== undefined) {
    message.attributes.mark = xfrmMarkSpec.toKernel(
      mark,
      fieldPath.at("mark"),
    )!;
  }
  return message;
}
