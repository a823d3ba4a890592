/**
 * Which codec belongs to which message type of `NETLINK_XFRM`.
 *
 * @module
 */

import { type MessageType, share } from "../message_type.ts";
import { xfrmAttributes } from "./attributes.ts";
import * as c from "./constants.ts";
import { xfrmPolicyInfoMessage, xfrmStateInfoMessage } from "./info.ts";
import * as m from "./messages.ts";

const {
  XFRM_MSG_NEWSA,
  XFRM_MSG_DELSA,
  XFRM_MSG_GETSA,
  XFRM_MSG_UPDSA,
  XFRM_MSG_ALLOCSPI,
  XFRM_MSG_EXPIRE,
  XFRM_MSG_FLUSHSA,
  XFRM_MSG_NEWPOLICY,
  XFRM_MSG_DELPOLICY,
  XFRM_MSG_GETPOLICY,
  XFRM_MSG_UPDPOLICY,
  XFRM_MSG_POLEXPIRE,
  XFRM_MSG_FLUSHPOLICY,
  XFRM_MSG_MIGRATE,
  XFRM_MSG_SETDEFAULT,
  XFRM_MSG_GETDEFAULT,
  XFRM_MSG_ACQUIRE,
  XFRM_MSG_REPORT,
  XFRM_MSG_NEWAE,
  XFRM_MSG_GETAE,
  XFRM_MSG_MAPPING,
  XFRM_MSG_MIGRATE_STATE,
  XFRM_MSG_NEWSADINFO,
  XFRM_MSG_GETSADINFO,
  XFRM_MSG_NEWSPDINFO,
  XFRM_MSG_GETSPDINFO,
} = c;

/** Requests for all objects have no header in front of the attributes. */
const dump = { dumpCodec: xfrmAttributes };

/** Every message type of `NETLINK_XFRM` that this library supports. */
export const xfrmMessageTypes: readonly MessageType[] = [
  ...share(m.xfrmStateMessage, { XFRM_MSG_NEWSA, XFRM_MSG_UPDSA }),
  ...share(m.xfrmStateIdMessage, { XFRM_MSG_DELSA }),
  ...share(m.xfrmStateIdMessage, { XFRM_MSG_GETSA }, dump),
  ...share(m.xfrmSpiMessage, { XFRM_MSG_ALLOCSPI }),
  ...share(m.xfrmStateExpiryMessage, { XFRM_MSG_EXPIRE }),
  ...share(m.xfrmStateFlushMessage, { XFRM_MSG_FLUSHSA }),
  ...share(m.xfrmPolicyMessage, { XFRM_MSG_NEWPOLICY, XFRM_MSG_UPDPOLICY }),
  ...share(m.xfrmPolicyIdMessage, { XFRM_MSG_DELPOLICY, XFRM_MSG_MIGRATE }),
  ...share(m.xfrmPolicyIdMessage, { XFRM_MSG_GETPOLICY }, dump),
  ...share(m.xfrmPolicyExpiryMessage, { XFRM_MSG_POLEXPIRE }),
  ...share(xfrmAttributes, { XFRM_MSG_FLUSHPOLICY }),
  ...share(m.xfrmPolicyDefaultsMessage, {
    XFRM_MSG_SETDEFAULT,
    XFRM_MSG_GETDEFAULT,
  }),
  ...share(m.xfrmAcquireMessage, { XFRM_MSG_ACQUIRE }),
  ...share(m.xfrmReportMessage, { XFRM_MSG_REPORT }),
  ...share(m.xfrmEventMessage, { XFRM_MSG_NEWAE, XFRM_MSG_GETAE }),
  ...share(m.xfrmMappingMessage, { XFRM_MSG_MAPPING }),
  ...share(m.xfrmStateMigrationMessage, { XFRM_MSG_MIGRATE_STATE }),
  ...share(xfrmStateInfoMessage, { XFRM_MSG_NEWSADINFO, XFRM_MSG_GETSADINFO }),
  ...share(xfrmPolicyInfoMessage, {
    XFRM_MSG_NEWSPDINFO,
    XFRM_MSG_GETSPDINFO,
  }),
];
