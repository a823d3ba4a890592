/**
 * The family of L2TP.
 *
 * @module
 */

import {
  L2TP_CMD_SESSION_CREATE,
  L2TP_CMD_SESSION_DELETE,
  L2TP_CMD_SESSION_GET,
  L2TP_CMD_SESSION_MODIFY,
  L2TP_CMD_TUNNEL_CREATE,
  L2TP_CMD_TUNNEL_DELETE,
  L2TP_CMD_TUNNEL_GET,
  L2TP_CMD_TUNNEL_MODIFY,
  L2TP_GENL_NAME,
  L2TP_GENL_VERSION,
  type L2tpAttributes,
  l2tpMessage,
} from "../../messages/generic/l2tp.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";

/** The family `l2tp`. */
export const l2tpFamily: FamilyDefinition<L2tpAttributes> = {
  name: L2TP_GENL_NAME,
  version: L2TP_GENL_VERSION,
  codec: l2tpMessage,
  actions: {
    [L2TP_CMD_TUNNEL_CREATE]: "create L2TP tunnel",
    [L2TP_CMD_TUNNEL_DELETE]: "delete L2TP tunnel",
    [L2TP_CMD_TUNNEL_MODIFY]: "change L2TP tunnel",
    [L2TP_CMD_TUNNEL_GET]: "get L2TP tunnel",
    [L2TP_CMD_SESSION_CREATE]: "create L2TP session",
    [L2TP_CMD_SESSION_DELETE]: "delete L2TP session",
    [L2TP_CMD_SESSION_MODIFY]: "change L2TP session",
    [L2TP_CMD_SESSION_GET]: "get L2TP session",
  },
  subject: ({ connId, sessionId }) =>
    sessionId === undefined
      ? connId?.toString()
      : `${sessionId} of tunnel ${connId}`,
};
