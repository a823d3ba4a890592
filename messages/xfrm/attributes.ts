/**
 * Attributes of states and policies: `XFRMA_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/net/xfrm/xfrm_user.c | net/xfrm/xfrm_user.c}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  type Codec,
  flag,
  u16,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";
import { anyXfrmAddress } from "./address.ts";
import {
  type XfrmAeadAlgorithm,
  xfrmAeadAlgorithm,
  type XfrmAlgorithm,
  xfrmAlgorithm,
  type XfrmAuthAlgorithm,
  xfrmAuthAlgorithm,
} from "./algorithm.ts";
import {
  type XfrmAddressFilter,
  xfrmAddressFilter,
  type XfrmEncapsulation,
  xfrmEncapsulation,
  type XfrmMark,
  xfrmMark,
  type XfrmOffload,
  xfrmOffload,
  type XfrmSecurityContext,
  xfrmSecurityContext,
} from "./attribute_structs.ts";
import {
  type XfrmManagerAddresses,
  xfrmManagerAddresses,
  type XfrmMigration,
  xfrmMigration,
} from "./migrate.ts";
import {
  type XfrmPolicyInfo,
  xfrmPolicyInfo,
  type XfrmPolicyType,
  xfrmPolicyType,
  type XfrmTemplate,
  xfrmTemplate,
} from "./policy.ts";
import {
  type XfrmReplay,
  xfrmReplay,
  type XfrmReplayEsn,
  xfrmReplayEsn,
} from "./replay.ts";
import { type XfrmUsage, xfrmUsage } from "./selector.ts";
import { type XfrmStateInfo, xfrmStateInfo } from "./state.ts";

/** Attributes of states and policies (`XFRMA_*`). */
export interface XfrmAttributes extends Attributes {
  /**
   * Algorithm of authentication; with {@linkcode XfrmAttributes.authTruncated},
   * the kernel repeats it in this older form (`XFRMA_ALG_AUTH`).
   */
  auth?: XfrmAlgorithm;
  /** Algorithm of encryption (`XFRMA_ALG_CRYPT`). */
  encryption?: XfrmAlgorithm;
  /** Algorithm of compression (`XFRMA_ALG_COMP`). */
  compression?: XfrmAlgorithm;
  /** What packets of ESP are put into (`XFRMA_ENCAP`). */
  encapsulation?: XfrmEncapsulation;
  /** Which states the packets of a policy need (`XFRMA_TMPL`). */
  templates?: XfrmTemplate[];
  /** The state that a message is about (`XFRMA_SA`). */
  state?: XfrmStateInfo;
  /** The policy that a message is about (`XFRMA_POLICY`). */
  policy?: XfrmPolicyInfo;
  /** Security context (`XFRMA_SEC_CTX`). */
  securityContext?: XfrmSecurityContext;
  /** How much a state was used (`XFRMA_LTIME_VAL`). */
  usage?: XfrmUsage;
  /** Replay counters of 32 bits (`XFRMA_REPLAY_VAL`). */
  replay?: XfrmReplay;
  /**
   * After how many packets replay counters are reported
   * (`XFRMA_REPLAY_THRESH`).
   */
  replayThreshold?: number;
  /**
   * After which time counters are reported, in tenths of a second
   * (`XFRMA_ETIMER_THRESH`).
   */
  timerThreshold?: number;
  /** Source address of the state to find (`XFRMA_SRCADDR`). */
  source?: string;
  /** Care-of address of Mobile IPv6 (`XFRMA_COADDR`). */
  careOfAddress?: string;
  /**
   * When the state was used last, in seconds since 1970 (`XFRMA_LASTUSED`).
   */
  lastUsed?: bigint;
  /** Type of the policy (`XFRMA_POLICY_TYPE`). */
  policyType?: XfrmPolicyType;
  /** Where states move to (`XFRMA_MIGRATE`). */
  migrations?: XfrmMigration[];
  /** Algorithm of authenticated encryption (`XFRMA_ALG_AEAD`). */
  aead?: XfrmAeadAlgorithm;
  /** Addresses of the key managers (`XFRMA_KMADDRESS`). */
  managers?: XfrmManagerAddresses;
  /**
   * Algorithm of authentication and how much of its value is sent
   * (`XFRMA_ALG_AUTH_TRUNC`).
   */
  authTruncated?: XfrmAuthAlgorithm;
  /** Which marks packets have to have (`XFRMA_MARK`). */
  mark?: XfrmMark;
  /** Packets are padded to this length in bytes (`XFRMA_TFCPAD`). */
  padding?: number;
  /** Replay counters with a large window or of 64 bits (`XFRMA_REPLAY_ESN_VAL`). */
  replayEsn?: XfrmReplayEsn;
  /** `XFRM_SA_XFLAG_*` (`XFRMA_SA_EXTRA_FLAGS`). */
  extraFlags?: number;
  /** Protocol of the states to list, `IPPROTO_*` (`XFRMA_PROTO`). */
  protocol?: number;
  /** Addresses of the states to list (`XFRMA_ADDRESS_FILTER`). */
  addressFilter?: XfrmAddressFilter;
  /** Which device does the work (`XFRMA_OFFLOAD_DEV`). */
  offload?: XfrmOffload;
  /** Mark that packets get (`XFRMA_SET_MARK`). */
  outputMark?: number;
  /** Which bits of that mark they get (`XFRMA_SET_MARK_MASK`). */
  outputMarkMask?: number;
  /** Id of the xfrm interface (`XFRMA_IF_ID`). */
  interfaceId?: number;
  /**
   * How long to wait before another change of the peer's port is reported, in
   * seconds (`XFRMA_MTIMER_THRESH`).
   */
  mappingThreshold?: number;
  /** `XFRM_SA_DIR_*` (`XFRMA_SA_DIR`). */
  direction?: number;
  /**
   * How often to send a packet that keeps a NAT's mapping, in seconds
   * (`XFRMA_NAT_KEEPALIVE_INTERVAL`).
   */
  natKeepalive?: number;
  /** The CPU that a state is for (`XFRMA_SA_PCPU`). */
  cpu?: number;
  /**
   * How long to wait for a missing packet, in microseconds
   * (`XFRMA_IPTFS_DROP_TIME`).
   */
  iptfsDropTime?: number;
  /** How many packets may be out of order (`XFRMA_IPTFS_REORDER_WINDOW`). */
  iptfsReorderWindow?: number;
  /** Whether packets are not fragmented (`XFRMA_IPTFS_DONT_FRAG`). */
  iptfsDontFragment?: true;
  /**
   * How long to wait for more packets, in microseconds
   * (`XFRMA_IPTFS_INIT_DELAY`).
   */
  iptfsInitialDelay?: number;
  /** Most bytes that wait (`XFRMA_IPTFS_MAX_QSIZE`). */
  iptfsQueueSize?: number;
  /**
   * Size of outer packets in bytes, 0 for the path MTU
   * (`XFRMA_IPTFS_PKT_SIZE`).
   */
  iptfsPacketSize?: number;
}

/** Codec of {@linkcode XfrmAttributes}. */
export const xfrmAttributes: Codec<XfrmAttributes> = attributes(
  () => ({
    auth: ["XFRMA_ALG_AUTH", 1, xfrmAlgorithm],
    encryption: ["XFRMA_ALG_CRYPT", 2, xfrmAlgorithm],
    compression: ["XFRMA_ALG_COMP", 3, xfrmAlgorithm],
    encapsulation: ["XFRMA_ENCAP", 4, xfrmEncapsulation],
    templates: ["XFRMA_TMPL", 5, array(xfrmTemplate)],
    state: ["XFRMA_SA", 6, xfrmStateInfo],
    policy: ["XFRMA_POLICY", 7, xfrmPolicyInfo],
    securityContext: ["XFRMA_SEC_CTX", 8, xfrmSecurityContext],
    usage: ["XFRMA_LTIME_VAL", 9, xfrmUsage],
    replay: ["XFRMA_REPLAY_VAL", 10, xfrmReplay],
    replayThreshold: ["XFRMA_REPLAY_THRESH", 11, u32],
    timerThreshold: ["XFRMA_ETIMER_THRESH", 12, u32],
    source: ["XFRMA_SRCADDR", 13, anyXfrmAddress],
    careOfAddress: ["XFRMA_COADDR", 14, anyXfrmAddress],
    lastUsed: ["XFRMA_LASTUSED", 15, u64],
    policyType: ["XFRMA_POLICY_TYPE", 16, xfrmPolicyType],
    migrations: ["XFRMA_MIGRATE", 17, array(xfrmMigration)],
    aead: ["XFRMA_ALG_AEAD", 18, xfrmAeadAlgorithm],
    managers: ["XFRMA_KMADDRESS", 19, xfrmManagerAddresses],
    authTruncated: ["XFRMA_ALG_AUTH_TRUNC", 20, xfrmAuthAlgorithm],
    mark: ["XFRMA_MARK", 21, xfrmMark],
    padding: ["XFRMA_TFCPAD", 22, u32],
    replayEsn: ["XFRMA_REPLAY_ESN_VAL", 23, xfrmReplayEsn],
    extraFlags: ["XFRMA_SA_EXTRA_FLAGS", 24, u32],
    protocol: ["XFRMA_PROTO", 25, u8],
    addressFilter: ["XFRMA_ADDRESS_FILTER", 26, xfrmAddressFilter],
    offload: ["XFRMA_OFFLOAD_DEV", 28, xfrmOffload],
    outputMark: ["XFRMA_SET_MARK", 29, u32],
    outputMarkMask: ["XFRMA_SET_MARK_MASK", 30, u32],
    interfaceId: ["XFRMA_IF_ID", 31, u32],
    mappingThreshold: ["XFRMA_MTIMER_THRESH", 32, u32],
    direction: ["XFRMA_SA_DIR", 33, u8],
    natKeepalive: ["XFRMA_NAT_KEEPALIVE_INTERVAL", 34, u32],
    cpu: ["XFRMA_SA_PCPU", 35, u32],
    iptfsDropTime: ["XFRMA_IPTFS_DROP_TIME", 36, u32],
    iptfsReorderWindow: ["XFRMA_IPTFS_REORDER_WINDOW", 37, u16],
    iptfsDontFragment: ["XFRMA_IPTFS_DONT_FRAG", 38, flag],
    iptfsInitialDelay: ["XFRMA_IPTFS_INIT_DELAY", 39, u32],
    iptfsQueueSize: ["XFRMA_IPTFS_MAX_QSIZE", 40, u32],
    iptfsPacketSize: ["XFRMA_IPTFS_PKT_SIZE", 41, u32],
  }),
  { pad: ["XFRMA_PAD", 27] },
);
