/**
 * The extended match `meta`, which compares what the kernel has besides the
 * packet: `TCA_EM_META_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_ematch/tc_em_meta.h | linux/tc_ematch/tc_em_meta.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/em_meta.c | net/sched/em_meta.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  struct,
  u16,
  u8,
} from "../../codec/mod.ts";

/** Bits of a kind that are the type. */
export const TCF_META_TYPE_MASK = 0xf000;
/** Bits of a kind that are the object. */
export const TCF_META_ID_MASK = 0x7ff;
/** Text. */
export const TCF_META_TYPE_VAR = 0;
/** A number. */
export const TCF_META_TYPE_INT = 1;

/** Names of what can be compared (`TCF_META_ID_*`). */
export const META_OBJECTS = {
  /** A random number (`TCF_META_ID_RANDOM`). */
  random: 1,
  /** Load of the last minute, times 100 (`TCF_META_ID_LOADAVG_0`). */
  loadavg_1: 2,
  /** Load of the last five minutes, times 100 (`TCF_META_ID_LOADAVG_1`). */
  loadavg_5: 3,
  /** Load of the last fifteen minutes, times 100 (`TCF_META_ID_LOADAVG_2`). */
  loadavg_15: 4,
  /** The device of the packet (`TCF_META_ID_DEV`). */
  dev: 5,
  /** Priority of the packet (`TCF_META_ID_PRIORITY`). */
  priority: 6,
  /** EtherType (`TCF_META_ID_PROTOCOL`). */
  protocol: 7,
  /** Whom the packet is for, `PACKET_*` (`TCF_META_ID_PKTTYPE`). */
  pkt_type: 8,
  /** Bytes of the packet (`TCF_META_ID_PKTLEN`). */
  pkt_len: 9,
  /** Bytes of the packet in other buffers (`TCF_META_ID_DATALEN`). */
  data_len: 10,
  /** Bytes of the header of the link (`TCF_META_ID_MACLEN`). */
  mac_len: 11,
  /** Mark (`TCF_META_ID_NFMARK`). */
  nf_mark: 12,
  /** Index that `dsmark` or an action gave (`TCF_META_ID_TCINDEX`). */
  tc_index: 13,
  /** Realm that the routing table gives (`TCF_META_ID_RTCLASSID`). */
  rt_classid: 14,
  /** Index of the input device (`TCF_META_ID_RTIIF`). */
  rt_iif: 15,
  /** Address family of the socket (`TCF_META_ID_SK_FAMILY`). */
  sk_family: 16,
  /** State of the socket (`TCF_META_ID_SK_STATE`). */
  sk_state: 17,
  /** Whether the socket shares its address (`TCF_META_ID_SK_REUSE`). */
  sk_reuse: 18,
  /** Device that the socket is bound to (`TCF_META_ID_SK_BOUND_IF`). */
  sk_bind_if: 19,
  /** References to the socket (`TCF_META_ID_SK_REFCNT`). */
  sk_refcnt: 20,
  /** Which directions of the socket are shut down (`TCF_META_ID_SK_SHUTDOWN`). */
  sk_shutdown: 21,
  /** Protocol of the socket (`TCF_META_ID_SK_PROTO`). */
  sk_proto: 22,
  /** Type of the socket (`TCF_META_ID_SK_TYPE`). */
  sk_type: 23,
  /** Size of the receive buffer (`TCF_META_ID_SK_RCVBUF`). */
  sk_rcvbuf: 24,
  /** Bytes in the receive queue (`TCF_META_ID_SK_RMEM_ALLOC`). */
  sk_rmem: 25,
  /** Bytes in the send queue (`TCF_META_ID_SK_WMEM_ALLOC`). */
  sk_wmem: 26,
  /** Bytes of options (`TCF_META_ID_SK_OMEM_ALLOC`). */
  sk_omem: 27,
  /** Bytes in the persistent send queue (`TCF_META_ID_SK_WMEM_QUEUED`). */
  sk_wmem_queue: 28,
  /** Packets in the receive queue (`TCF_META_ID_SK_RCV_QLEN`). */
  sk_rcv_queue: 29,
  /** Packets in the send queue (`TCF_META_ID_SK_SND_QLEN`). */
  sk_snd_queue: 30,
  /** Packets in the error queue (`TCF_META_ID_SK_ERR_QLEN`). */
  sk_err_queue: 31,
  /** Bytes allocated in advance (`TCF_META_ID_SK_FORWARD_ALLOCS`). */
  sk_fwd_alloc: 32,
  /** Size of the send buffer (`TCF_META_ID_SK_SNDBUF`). */
  sk_sndbuf: 33,
  /** How memory is allocated (`TCF_META_ID_SK_ALLOCS`). */
  sk_allocs: 34,
  /** Hash of the socket (`TCF_META_ID_SK_HASH`). */
  sk_hash: 36,
  /** Linger time (`TCF_META_ID_SK_LINGERTIME`). */
  sk_lingertime: 37,
  /** Connections to be accepted (`TCF_META_ID_SK_ACK_BACKLOG`). */
  sk_ack_backlog: 38,
  /** Most connections to be accepted (`TCF_META_ID_SK_MAX_ACK_BACKLOG`). */
  sk_max_ack_backlog: 39,
  /** Priority of the socket (`TCF_META_ID_SK_PRIO`). */
  sk_prio: 40,
  /** Least bytes to receive (`TCF_META_ID_SK_RCVLOWAT`). */
  sk_rcvlowat: 41,
  /** Timeout of receiving (`TCF_META_ID_SK_RCVTIMEO`). */
  sk_rcvtimeo: 42,
  /** Timeout of sending (`TCF_META_ID_SK_SNDTIMEO`). */
  sk_sndtimeo: 43,
  /** Offset in a message that is being sent (`TCF_META_ID_SK_SENDMSG_OFF`). */
  sk_sendmsg_off: 44,
  /** Whether a write is pending (`TCF_META_ID_SK_WRITE_PENDING`). */
  sk_write_pending: 45,
  /** VLAN (`TCF_META_ID_VLAN_TAG`). */
  vlan: 46,
  /** Hash of the flow (`TCF_META_ID_RXHASH`). */
  rxhash: 47,
} as const;

/** One side of a comparison (`struct tcf_meta_val`). */
export interface MetaValue {
  /**
   * What it is, {@linkcode META_OBJECTS}, in the lower eleven bits, its type,
   * `TCF_META_TYPE_*`, in the upper four (`kind`).
   */
  kind: number;
  /** By how many bits it is shifted right (`shift`). */
  shift: number;
  /** The comparison, `TCF_EM_OPND_*` (`op`). */
  operator: number;
}

/** Both sides of a comparison (`struct tcf_meta_hdr`). */
export interface MetaHeader {
  /** The left side; its operator counts (`left`). */
  left: MetaValue;
  /** The right side (`right`). */
  right: MetaValue;
}

/** A comparison of what the kernel has (`TCA_EM_META_*`). */
export interface MetaEmatch extends Attributes {
  /** What is compared (`TCA_EM_META_HDR`). */
  header?: MetaHeader;
  /**
   * Of a constant, its value; of a number, the bits that count
   * (`TCA_EM_META_LVALUE`).
   */
  left?: Uint8Array;
  /** The same of the right side (`TCA_EM_META_RVALUE`). */
  right?: Uint8Array;
}

const metaValue: Codec<MetaValue> = struct({
  kind: u16,
  shift: u8,
  operator: u8,
});

/** Codec of {@linkcode MetaHeader}. */
export const metaHeader: Codec<MetaHeader> = struct({
  left: metaValue,
  right: metaValue,
});

/** Codec of {@linkcode MetaEmatch}. */
export const metaEmatch: Codec<MetaEmatch> = attributes({
  header: ["TCA_EM_META_HDR", 1, metaHeader],
  left: ["TCA_EM_META_LVALUE", 2, bytes],
  right: ["TCA_EM_META_RVALUE", 3, bytes],
});
