/**
 * The family of Multipath TCP.
 *
 * @module
 */

import {
  MPTCP_PM_CMD_ADD_ADDR,
  MPTCP_PM_CMD_DEL_ADDR,
  MPTCP_PM_CMD_FLUSH_ADDRS,
  MPTCP_PM_CMD_GET_ADDR,
  MPTCP_PM_CMD_GET_LIMITS,
  MPTCP_PM_CMD_SET_FLAGS,
  MPTCP_PM_CMD_SET_LIMITS,
  MPTCP_PM_NAME,
  MPTCP_PM_VER,
  type MptcpAttributes,
  mptcpMessage,
} from "../../messages/generic/mptcp.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";

/** The family `mptcp_pm`. */
export const mptcpFamily: FamilyDefinition<MptcpAttributes> = {
  name: MPTCP_PM_NAME,
  version: MPTCP_PM_VER,
  codec: mptcpMessage,
  actions: {
    [MPTCP_PM_CMD_ADD_ADDR]: "create MPTCP endpoint",
    [MPTCP_PM_CMD_DEL_ADDR]: "delete MPTCP endpoint",
    [MPTCP_PM_CMD_GET_ADDR]: "get MPTCP endpoint",
    [MPTCP_PM_CMD_FLUSH_ADDRS]: "delete MPTCP endpoints",
    [MPTCP_PM_CMD_SET_FLAGS]: "change MPTCP endpoint",
    [MPTCP_PM_CMD_SET_LIMITS]: "change MPTCP limits",
    [MPTCP_PM_CMD_GET_LIMITS]: "get MPTCP limits",
  },
  subject: ({ addr }) => {
    const { id, addr4, addr6 } = addr ?? {};
    return addr4 ?? addr6 ?? (id === undefined ? undefined : String(id));
  },
};
