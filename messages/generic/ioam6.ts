/**
 * In-situ OAM with IPv6: namespaces and schemas, family `IOAM6`: `IOAM6_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ioam6_genl.h | linux/ioam6_genl.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv6/ioam6.c | net/ipv6/ioam6.c}
 * @see {@link https://man7.org/linux/man-pages/man8/ip-ioam.8.html | ip-ioam(8)}
 * @see {@link https://datatracker.ietf.org/doc/html/rfc9197 | RFC 9197}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  flag,
  u16,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the family. */
export const IOAM6_GENL_NAME = "IOAM6";
/** Version of the family's interface. */
export const IOAM6_GENL_VERSION = 1;
/** Name of the multicast group of events. */
export const IOAM6_GENL_EV_GRP_NAME = "ioam6_events";

/** Adds a namespace. */
export const IOAM6_CMD_ADD_NAMESPACE = 1;
/** Deletes a namespace. */
export const IOAM6_CMD_DEL_NAMESPACE = 2;
/** Asks for namespaces. */
export const IOAM6_CMD_DUMP_NAMESPACES = 3;
/** Adds a schema. */
export const IOAM6_CMD_ADD_SCHEMA = 4;
/** Deletes a schema. */
export const IOAM6_CMD_DEL_SCHEMA = 5;
/** Asks for schemas. */
export const IOAM6_CMD_DUMP_SCHEMAS = 6;
/** Gives a namespace a schema, or none. */
export const IOAM6_CMD_NS_SET_SCHEMA = 7;

/** Bytes that the data of a schema can have. */
export const IOAM6_MAX_SCHEMA_DATA_LEN = 1020;

/** A packet with a trace has arrived: the number of the event. */
export const IOAM6_EVENT_TRACE = 1;

/** A namespace or a schema: `IOAM6_ATTR_*`. */
export interface Ioam6Attributes extends Attributes {
  /** Identifier of the namespace (`IOAM6_ATTR_NS_ID`). */
  nsId?: number;
  /** Data of the namespace (`IOAM6_ATTR_NS_DATA`). */
  nsData?: number;
  /** Wide data of the namespace (`IOAM6_ATTR_NS_DATA_WIDE`). */
  nsDataWide?: bigint;
  /** Identifier of the schema, 24 bits (`IOAM6_ATTR_SC_ID`). */
  scId?: number;
  /** Data of the schema (`IOAM6_ATTR_SC_DATA`). */
  scData?: Uint8Array;
  /** The namespace shall have no schema (`IOAM6_ATTR_SC_NONE`). */
  scNone?: true;
}

/** A trace in a packet: `IOAM6_EVENT_ATTR_*`. */
export interface Ioam6EventAttributes extends Attributes {
  /** Identifier of the namespace (`IOAM6_EVENT_ATTR_TRACE_NAMESPACE`). */
  traceNamespace?: number;
  /** Length of the data of a node, in 4 bytes (`IOAM6_EVENT_ATTR_TRACE_NODELEN`). */
  traceNodelen?: number;
  /** What each node has written (`IOAM6_EVENT_ATTR_TRACE_TYPE`). */
  traceType?: number;
  /** Data of all nodes (`IOAM6_EVENT_ATTR_TRACE_DATA`). */
  traceData?: Uint8Array;
}

/** A message of the family `IOAM6`. */
export type Ioam6Message = GenericMessage<Ioam6Attributes>;

/**
 * An event of the family `IOAM6`. Its number is that of a command, too: a
 * message is an event because it comes from the group.
 */
export type Ioam6EventMessage = GenericMessage<Ioam6EventAttributes>;

/** Codec of {@linkcode Ioam6Attributes}. */
export const ioam6Attributes: Codec<Ioam6Attributes> = attributes({
  nsId: ["IOAM6_ATTR_NS_ID", 1, u16],
  nsData: ["IOAM6_ATTR_NS_DATA", 2, u32],
  nsDataWide: ["IOAM6_ATTR_NS_DATA_WIDE", 3, u64],
  scId: ["IOAM6_ATTR_SC_ID", 4, u32],
  scData: ["IOAM6_ATTR_SC_DATA", 5, bytes],
  scNone: ["IOAM6_ATTR_SC_NONE", 6, flag],
}, { pad: ["IOAM6_ATTR_PAD", 7] });

/** Codec of {@linkcode Ioam6EventAttributes}. */
export const ioam6EventAttributes: Codec<Ioam6EventAttributes> = attributes({
  traceNamespace: ["IOAM6_EVENT_ATTR_TRACE_NAMESPACE", 1, u16],
  traceNodelen: ["IOAM6_EVENT_ATTR_TRACE_NODELEN", 2, u8],
  traceType: ["IOAM6_EVENT_ATTR_TRACE_TYPE", 3, u32],
  traceData: ["IOAM6_EVENT_ATTR_TRACE_DATA", 4, bytes],
});

/** Codec of {@linkcode Ioam6Message}. */
export const ioam6Message: Codec<Ioam6Message> = genericMessage(
  ioam6Attributes,
);

/** Codec of {@linkcode Ioam6EventMessage}. */
export const ioam6Event: Codec<Ioam6EventMessage> = genericMessage(
  ioam6EventAttributes,
);
