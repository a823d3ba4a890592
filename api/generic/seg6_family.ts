/**
 * The family of segment routing with IPv6.
 *
 * @module
 */

import {
  SEG6_CMD_DUMPHMAC,
  SEG6_CMD_GET_TUNSRC,
  SEG6_CMD_SET_TUNSRC,
  SEG6_CMD_SETHMAC,
  SEG6_GENL_NAME,
  SEG6_GENL_VERSION,
  type Seg6Attributes,
  seg6Message,
} from "../../messages/generic/seg6.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";

/** The family `SEG6`. */
export const seg6Family: FamilyDefinition<Seg6Attributes> = {
  name: SEG6_GENL_NAME,
  version: SEG6_GENL_VERSION,
  codec: seg6Message,
  actions: {
    [SEG6_CMD_SETHMAC]: "set HMAC key",
    [SEG6_CMD_DUMPHMAC]: "list HMAC keys",
    [SEG6_CMD_SET_TUNSRC]: "set source address of segment routing",
    [SEG6_CMD_GET_TUNSRC]: "get source address of segment routing",
  },
  subject: ({ hmackeyid, dst }) => hmackeyid?.toString() ?? dst,
};
