/**
 * The family of IOAM with IPv6.
 *
 * @module
 */

import {
  IOAM6_CMD_ADD_NAMESPACE,
  IOAM6_CMD_ADD_SCHEMA,
  IOAM6_CMD_DEL_NAMESPACE,
  IOAM6_CMD_DEL_SCHEMA,
  IOAM6_CMD_DUMP_NAMESPACES,
  IOAM6_CMD_DUMP_SCHEMAS,
  IOAM6_CMD_NS_SET_SCHEMA,
  IOAM6_GENL_NAME,
  IOAM6_GENL_VERSION,
  type Ioam6Attributes,
  ioam6Message,
} from "../../messages/generic/ioam6.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";

/** The family `IOAM6`. */
export const ioam6Family: FamilyDefinition<Ioam6Attributes> = {
  name: IOAM6_GENL_NAME,
  version: IOAM6_GENL_VERSION,
  codec: ioam6Message,
  actions: {
    [IOAM6_CMD_ADD_NAMESPACE]: "create IOAM namespace",
    [IOAM6_CMD_DEL_NAMESPACE]: "delete IOAM namespace",
    [IOAM6_CMD_DUMP_NAMESPACES]: "list IOAM namespaces",
    [IOAM6_CMD_ADD_SCHEMA]: "create IOAM schema",
    [IOAM6_CMD_DEL_SCHEMA]: "delete IOAM schema",
    [IOAM6_CMD_DUMP_SCHEMAS]: "list IOAM schemas",
    [IOAM6_CMD_NS_SET_SCHEMA]: "set schema of IOAM namespace",
  },
  subject: ({ nsId, scId }) => (nsId ?? scId)?.toString(),
};
