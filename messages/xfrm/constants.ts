/**
 * Constants of IPsec: `XFRM_*`, the types of its messages, and its multicast
 * groups.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/xfrm.h | linux/xfrm.h}
 *
 * @module
 */

// Message types.

/** Creates a state, or reports one. */
export const XFRM_MSG_NEWSA = 16;
/** Deletes a state, or reports that. */
export const XFRM_MSG_DELSA = 17;
/** Asks for states. */
export const XFRM_MSG_GETSA = 18;
/** Creates a policy, or reports one. */
export const XFRM_MSG_NEWPOLICY = 19;
/** Deletes a policy, or reports that. */
export const XFRM_MSG_DELPOLICY = 20;
/** Asks for policies. */
export const XFRM_MSG_GETPOLICY = 21;
/** Creates a state without keys, whose SPI the kernel chooses. */
export const XFRM_MSG_ALLOCSPI = 22;
/** The kernel needs a state that is not there. */
export const XFRM_MSG_ACQUIRE = 23;
/** A state has expired. */
export const XFRM_MSG_EXPIRE = 24;
/** Creates a policy or replaces it, or reports that. */
export const XFRM_MSG_UPDPOLICY = 25;
/** Changes a state, or reports that. */
export const XFRM_MSG_UPDSA = 26;
/** A policy has expired. */
export const XFRM_MSG_POLEXPIRE = 27;
/** Deletes all states of a protocol, or reports that. */
export const XFRM_MSG_FLUSHSA = 28;
/** Deletes all policies, or reports that. */
export const XFRM_MSG_FLUSHPOLICY = 29;
/** Changes replay counters and lifetimes of a state, or reports them. */
export const XFRM_MSG_NEWAE = 30;
/** Asks for replay counters and lifetimes of a state. */
export const XFRM_MSG_GETAE = 31;
/** A packet of Mobile IPv6 fitted no state. */
export const XFRM_MSG_REPORT = 32;
/** Moves a policy and its states to other addresses, or reports that. */
export const XFRM_MSG_MIGRATE = 33;
/** How many states there are. */
export const XFRM_MSG_NEWSADINFO = 34;
/** Asks how many states there are. */
export const XFRM_MSG_GETSADINFO = 35;
/**
 * How many policies there are; or sets from which lengths on they are hashed.
 */
export const XFRM_MSG_NEWSPDINFO = 36;
/** Asks how many policies there are. */
export const XFRM_MSG_GETSPDINFO = 37;
/** The peer's address or port behind a NAT has changed. */
export const XFRM_MSG_MAPPING = 38;
/** Sets what happens to packets that no policy is for. */
export const XFRM_MSG_SETDEFAULT = 39;
/** Asks what happens to packets that no policy is for, or reports it. */
export const XFRM_MSG_GETDEFAULT = 40;
/** Moves one state to other addresses, or reports that. */
export const XFRM_MSG_MIGRATE_STATE = 41;

// Multicast groups.

/** The kernel needs a state. */
export const XFRMNLGRP_ACQUIRE = 1;
/** States and policies expire. */
export const XFRMNLGRP_EXPIRE = 2;
/** States. */
export const XFRMNLGRP_SA = 3;
/** Policies. */
export const XFRMNLGRP_POLICY = 4;
/** Replay counters and lifetimes of states. */
export const XFRMNLGRP_AEVENTS = 5;
/** Packets of Mobile IPv6 that fit no state. */
export const XFRMNLGRP_REPORT = 6;
/** Policies and states that move to other addresses. */
export const XFRMNLGRP_MIGRATE = 7;
/** Addresses and ports of peers behind a NAT. */
export const XFRMNLGRP_MAPPING = 8;

// Numbers and limits.

/** No limit of bytes or packets. */
export const XFRM_INF = 0xffffffffffffffffn;
/** The largest replay window in packets. */
export const XFRMA_REPLAY_ESN_MAX = 4096;
/** The only domain of interpretation of security contexts: that of an LSM. */
export const XFRM_SC_DOI_LSM = 1;
/** Security contexts are those of SELinux. */
export const XFRM_SC_ALG_SELINUX = 1;

// Modes.

/** Only the payload of packets is transformed. */
export const XFRM_MODE_TRANSPORT = 0;
/** Whole packets are put into others. */
export const XFRM_MODE_TUNNEL = 1;
/** Route optimization of Mobile IPv6. */
export const XFRM_MODE_ROUTEOPTIMIZATION = 2;
/** Inbound trigger of Mobile IPv6. */
export const XFRM_MODE_IN_TRIGGER = 3;
/** Bound end-to-end tunnel: a tunnel without inner addresses. */
export const XFRM_MODE_BEET = 4;
/** Tunnel that aggregates and fragments packets, RFC 9347. */
export const XFRM_MODE_IPTFS = 5;

// What a state may be used for.

/** For everything. */
export const XFRM_SHARE_ANY = 0;
/** For one session. */
export const XFRM_SHARE_SESSION = 1;
/** For one user. */
export const XFRM_SHARE_USER = 2;
/** Once. */
export const XFRM_SHARE_UNIQUE = 3;

// Flags of states.

/** Congestion marks are not copied outside in. */
export const XFRM_STATE_NOECN = 1;
/** The DSCP of the outer header is copied to the inner one. */
export const XFRM_STATE_DECAP_DSCP = 2;
/** Outer packets may be fragmented: there is no path MTU discovery. */
export const XFRM_STATE_NOPMTUDISC = 4;
/** The source address of packets does not matter. */
export const XFRM_STATE_WILDRECV = 8;
/** ICMP errors about the packets are let in. */
export const XFRM_STATE_ICMP = 16;
/** The inner packets may be of the other family. */
export const XFRM_STATE_AF_UNSPEC = 32;
/** Headers of AH are aligned to 4 bytes, also with IPv6. */
export const XFRM_STATE_ALIGN4 = 64;
/** Extended sequence numbers of 64 bits. */
export const XFRM_STATE_ESN = 128;
/** The DSCP of the inner header is not copied to the outer one. */
export const XFRM_SA_XFLAG_DONT_ENCAP_DSCP = 1;
/** The sequence number of outgoing packets may start again. */
export const XFRM_SA_XFLAG_OSEQ_MAY_WRAP = 2;

// Directions of states.

/** For packets that come in. */
export const XFRM_SA_DIR_IN = 1;
/** For packets that go out. */
export const XFRM_SA_DIR_OUT = 2;

// Flags of offload.

/** Without meaning; old programs set it. */
export const XFRM_OFFLOAD_IPV6 = 1;
/** The state is for packets that come in. */
export const XFRM_OFFLOAD_INBOUND = 2;
/** The device processes whole packets, not only encryption. */
export const XFRM_OFFLOAD_PACKET = 4;

// Policies.

/** The usual policies. */
export const XFRM_POLICY_TYPE_MAIN = 0;
/** Policies of Mobile IPv6, which are looked at before the usual ones. */
export const XFRM_POLICY_TYPE_SUB = 1;
/** Policies of all types. */
export const XFRM_POLICY_TYPE_ANY = 255;
/** For packets to this machine. */
export const XFRM_POLICY_IN = 0;
/** For packets from this machine. */
export const XFRM_POLICY_OUT = 1;
/** For packets that are forwarded. */
export const XFRM_POLICY_FWD = 2;
/** How many directions there are; policies of sockets have them plus this. */
export const XFRM_POLICY_MAX = 3;
/** Packets pass, transformed by the templates. */
export const XFRM_POLICY_ALLOW = 0;
/** Packets are dropped. */
export const XFRM_POLICY_BLOCK = 1;
/** Policies of sockets may override it. */
export const XFRM_POLICY_LOCALOK = 1;
/** It is also for ICMP errors about packets that it is for. */
export const XFRM_POLICY_ICMP = 2;
/** States are acquired for one CPU each. */
export const XFRM_POLICY_CPU_ACQUIRE = 4;
/** The default for a direction is not changed. */
export const XFRM_USERPOLICY_UNSPEC = 0;
/** Packets that no policy is for are dropped. */
export const XFRM_USERPOLICY_BLOCK = 1;
/** Packets that no policy is for pass. */
export const XFRM_USERPOLICY_ACCEPT = 2;

// What reports of replay counters and lifetimes are about.

/** Nothing. */
export const XFRM_AE_UNSPEC = 0;
/** Replay threshold. */
export const XFRM_AE_RTHR = 1;
/** Replay counters. */
export const XFRM_AE_RVAL = 2;
/** Lifetime. */
export const XFRM_AE_LVAL = 4;
/** Threshold of the timer. */
export const XFRM_AE_ETHR = 8;
/** The replay counters caused it. */
export const XFRM_AE_CR = 16;
/** The timer caused it. */
export const XFRM_AE_CE = 32;
/** A request caused it. */
export const XFRM_AE_CU = 64;

// Moving single states.

/** The new state has none of the old one's offload. */
export const XFRM_MIGRATE_STATE_CLEAR_OFFLOAD = 1;
/** The selector between two hosts follows the addresses. */
export const XFRM_MIGRATE_STATE_UPDATE_H2H_SEL = 2;
