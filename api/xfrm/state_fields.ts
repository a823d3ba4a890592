/**
 * How the properties of states are stored.
 *
 * @module
 */

import type { XfrmAttributes } from "../../messages/xfrm/attributes.ts";
import type { XfrmStateMessage } from "../../messages/xfrm/messages.ts";
import { ip } from "../mapping/address_conversions.ts";
import { seconds, uint32 } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import {
  type Field,
  type Stored,
  unlessZero,
  within,
} from "../mapping/mapping.ts";
import {
  fromAuthentication,
  toAuthentication,
  xfrmAead,
  type XfrmAuthentication,
  xfrmCompression,
  xfrmEncryption,
} from "./algorithms.ts";
import { iptfs, IPTFS_ATTRIBUTES, type XfrmIptfs } from "./iptfs.ts";
import { fromLimits, toLimits } from "./limits.ts";
import {
  joinFamily,
  xfrmExtraFlags,
  xfrmMode,
  xfrmProtocol,
  xfrmStateDirection,
  xfrmStateFlags,
} from "./names.ts";
import { fromSelector, toSelector } from "./selector.ts";
import type { XfrmStateSpec } from "./state_spec.ts";
import {
  securityContext,
  xfrmEncapsulationSpec,
  type XfrmMarkSpec,
  xfrmMarkSpec,
  xfrmOffloadSpec,
} from "./values.ts";

type M = XfrmStateMessage;

/** A field of a state. */
type StateField<K extends keyof XfrmStateSpec> = Field<
  Stored<XfrmStateSpec[K]>,
  M
>;

const source: StateField<"source"> = {
  from: ["source"],
  read: (message) => message.source,
  write: (message, value, fieldPath) => {
    message.source = ip.toKernel(value, fieldPath)!;
    joinFamily(message, value, fieldPath);
  },
};

const destination: StateField<"destination"> = {
  from: ["id"],
  read: ({ id }) => id.destination,
  write: (message, value, fieldPath) => {
    message.id.destination = ip.toKernel(value, fieldPath)!;
    joinFamily(message, value, fieldPath);
  },
};

const protocol: StateField<"protocol"> = {
  from: ["id"],
  read: ({ id }) => xfrmProtocol.fromKernel(id.protocol),
  write: (message, value, fieldPath) => {
    message.id.protocol = xfrmProtocol.toKernel(value, fieldPath)!;
  },
};

const spi: StateField<"spi"> = {
  from: ["id"],
  read: ({ id }) => id.spi,
  write: (message, value, fieldPath) => {
    message.id.spi = uint32.toKernel(value, fieldPath)!;
  },
};

/** Fields that are in the header of messages about states. */
export const stateHeader: {
  readonly [
    P in
      | "source"
      | "destination"
      | "protocol"
      | "spi"
      | "requestId"
      | "sequence"
      | "flags"
      | "mode"
      | "selector"
      | "limits"
  ]: StateField<P>;
} = {
  source,
  destination,
  protocol,
  spi,
  requestId: unlessZero("requestId", uint32),
  sequence: unlessZero("sequence", uint32),
  flags: unlessZero("flags", xfrmStateFlags),
  mode: {
    from: ["mode"],
    read: ({ mode }) => xfrmMode.fromKernel(mode),
    write: (message, value, fieldPath) => {
      message.mode = xfrmMode.toKernel(value, fieldPath)!;
    },
  },
  selector: {
    from: ["selector"],
    read: ({ selector }) => toSelector(selector),
    write: (message, value, fieldPath) => {
      message.selector = fromSelector(value, fieldPath);
    },
  },
  limits: {
    from: ["lifetime"],
    read: ({ lifetime }) => toLimits(lifetime),
    write: (message, value, fieldPath) => {
      message.lifetime = fromLimits(value, fieldPath);
    },
  },
};

const authentication: Field<XfrmAuthentication, XfrmAttributes> = {
  // The kernel reports both forms.
  from: ["authTruncated", "auth"],
  read: ({ authTruncated, auth }) => {
    const algorithm = authTruncated ?? auth;
    return algorithm && toAuthentication(algorithm);
  },
  write: (attributes, value, fieldPath) => {
    const algorithm = fromAuthentication(value, fieldPath);
    if ("truncationLength" in algorithm) attributes.authTruncated = algorithm;
    else attributes.auth = algorithm;
  },
};

const ALL_BITS = 0xffffffff;

const outputMark: Field<XfrmMarkSpec, XfrmAttributes> = {
  from: ["outputMark", "outputMarkMask"],
  read: ({ outputMark: value, outputMarkMask: mask = ALL_BITS }) =>
    value === undefined ? undefined : xfrmMarkSpec.fromKernel({ value, mask }),
  write: (attributes, given, fieldPath) => {
    const { value, mask } = xfrmMarkSpec.toKernel(given, fieldPath)!;
    attributes.outputMark = value;
    if (mask !== ALL_BITS) attributes.outputMarkMask = mask;
  },
};

const iptfsField: Field<XfrmIptfs, XfrmAttributes> = {
  from: IPTFS_ATTRIBUTES,
  read: (attributes) => {
    const own = Object.fromEntries(
      IPTFS_ATTRIBUTES.map((name) => [name, attributes[name]]),
    );
    const value = iptfs.fromKernel(own);
    return Object.keys(value).length === 0 ? undefined : value;
  },
  write: (attributes, value, fieldPath: FieldPath) => {
    iptfs.toKernel(value, fieldPath, attributes);
  },
};

type Attribute =
  | "authentication"
  | "encryption"
  | "aead"
  | "compression"
  | "extraFlags"
  | "encapsulation"
  | "careOfAddress"
  | "securityContext"
  | "mark"
  | "outputMark"
  | "interfaceId"
  | "padding"
  | "offload"
  | "direction"
  | "natKeepalive"
  | "mappingThreshold"
  | "cpu"
  | "iptfs";

/** Fields that are attributes. */
export const stateAttributes: {
  readonly [P in Attribute]: StateField<P>;
} = within<M, "attributes", Required<Pick<XfrmStateSpec, Attribute>>>(
  "attributes",
  {
    authentication,
    encryption: xfrmEncryption,
    aead: xfrmAead,
    compression: xfrmCompression,
    extraFlags: xfrmExtraFlags,
    encapsulation: xfrmEncapsulationSpec,
    careOfAddress: ip,
    securityContext: securityContext,
    mark: xfrmMarkSpec,
    outputMark,
    interfaceId: uint32,
    padding: uint32,
    offload: xfrmOffloadSpec,
    direction: xfrmStateDirection,
    natKeepalive: seconds,
    mappingThreshold: seconds,
    cpu: uint32,
    iptfs: iptfsField,
  },
);
