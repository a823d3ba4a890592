/**
 * Names of values of IPsec, as `ip xfrm` has them.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/ip-xfrm.8.html | ip-xfrm(8)}
 *
 * @module
 */

import {
  IPPROTO_AH,
  IPPROTO_COMP,
  IPPROTO_DSTOPTS,
  IPPROTO_ESP,
  IPPROTO_ROUTING,
} from "../ip_protocols.ts";
import * as c from "./constants.ts";

/** Protocols of states (`IPPROTO_*`). */
export const XFRM_PROTOCOLS = {
  /** Encapsulating Security Payload (`IPPROTO_ESP`). */
  esp: IPPROTO_ESP,
  /** Authentication Header (`IPPROTO_AH`). */
  ah: IPPROTO_AH,
  /** IP Payload Compression (`IPPROTO_COMP`). */
  comp: IPPROTO_COMP,
  /** Routing header of type 2, of Mobile IPv6 (`IPPROTO_ROUTING`). */
  route2: IPPROTO_ROUTING,
  /** Home address option of Mobile IPv6 (`IPPROTO_DSTOPTS`). */
  hao: IPPROTO_DSTOPTS,
  /** ESP, AH or compression, in requests only (`IPSEC_PROTO_ANY`). */
  "ipsec-any": 255,
} as const;

/** What packets become (`XFRM_MODE_*`). */
export const XFRM_MODES = {
  /** Only the payload is transformed. */
  transport: c.XFRM_MODE_TRANSPORT,
  /** Whole packets are put into others. */
  tunnel: c.XFRM_MODE_TUNNEL,
  /** Route optimization of Mobile IPv6. */
  ro: c.XFRM_MODE_ROUTEOPTIMIZATION,
  /** Inbound trigger of Mobile IPv6. */
  in_trigger: c.XFRM_MODE_IN_TRIGGER,
  /** A tunnel without inner addresses. */
  beet: c.XFRM_MODE_BEET,
  /** A tunnel that aggregates and fragments packets. */
  iptfs: c.XFRM_MODE_IPTFS,
} as const;

/** Flags of states (`XFRM_STATE_*`). */
export const XFRM_STATE_FLAGS = {
  /** Congestion marks are not copied outside in. */
  noecn: c.XFRM_STATE_NOECN,
  /** The outer DSCP is copied inwards. */
  "decap-dscp": c.XFRM_STATE_DECAP_DSCP,
  /** There is no path MTU discovery. */
  nopmtudisc: c.XFRM_STATE_NOPMTUDISC,
  /** The source address of packets does not matter. */
  wildrecv: c.XFRM_STATE_WILDRECV,
  /** ICMP errors about the packets are let in. */
  icmp: c.XFRM_STATE_ICMP,
  /** Inner packets may be of the other family. */
  "af-unspec": c.XFRM_STATE_AF_UNSPEC,
  /** Headers of AH are aligned to 4 bytes. */
  align4: c.XFRM_STATE_ALIGN4,
  /** Sequence numbers of 64 bits. */
  esn: c.XFRM_STATE_ESN,
} as const;

/** More flags of states (`XFRM_SA_XFLAG_*`). */
export const XFRM_EXTRA_FLAGS = {
  /** The inner DSCP is not copied outwards. */
  "dont-encap-dscp": c.XFRM_SA_XFLAG_DONT_ENCAP_DSCP,
  /** Outgoing sequence numbers may start again. */
  "oseq-may-wrap": c.XFRM_SA_XFLAG_OSEQ_MAY_WRAP,
} as const;

/** Directions of states (`XFRM_SA_DIR_*`). */
export const XFRM_STATE_DIRECTIONS = {
  /** For packets that come in. */
  in: c.XFRM_SA_DIR_IN,
  /** For packets that go out. */
  out: c.XFRM_SA_DIR_OUT,
} as const;

/** What packets of ESP are put into (`UDP_ENCAP_*`, `TCP_ENCAP_*`). */
export const XFRM_ENCAPSULATIONS = {
  /** UDP in the way of early drafts (`UDP_ENCAP_ESPINUDP_NON_IKE`). */
  "espinudp-nonike": 1,
  /** UDP (`UDP_ENCAP_ESPINUDP`). */
  espinudp: 2,
  /** TCP (`TCP_ENCAP_ESPINTCP`). */
  espintcp: 7,
} as const;

/** Directions of policies (`XFRM_POLICY_*`). */
export const XFRM_POLICY_DIRECTIONS = {
  /** For packets to this machine. */
  in: c.XFRM_POLICY_IN,
  /** For packets from this machine. */
  out: c.XFRM_POLICY_OUT,
  /** For packets that are forwarded. */
  fwd: c.XFRM_POLICY_FWD,
} as const;

/** Types of policies (`XFRM_POLICY_TYPE_*`). */
export const XFRM_POLICY_TYPES = {
  /** The usual ones. */
  main: c.XFRM_POLICY_TYPE_MAIN,
  /** Those of Mobile IPv6. */
  sub: c.XFRM_POLICY_TYPE_SUB,
} as const;

/** What policies do (`XFRM_POLICY_*`). */
export const XFRM_POLICY_ACTIONS = {
  /** Packets pass, transformed by the templates. */
  allow: c.XFRM_POLICY_ALLOW,
  /** Packets are dropped. */
  block: c.XFRM_POLICY_BLOCK,
} as const;

/** Flags of policies (`XFRM_POLICY_*`). */
export const XFRM_POLICY_FLAGS = {
  /** Policies of sockets may override it. */
  localok: c.XFRM_POLICY_LOCALOK,
  /** It is also for ICMP errors about packets that it is for. */
  icmp: c.XFRM_POLICY_ICMP,
  /** States are acquired for one CPU each. */
  "cpu-acquire": c.XFRM_POLICY_CPU_ACQUIRE,
} as const;

/** What happens to packets that no policy is for (`XFRM_USERPOLICY_*`). */
export const XFRM_DEFAULT_ACTIONS = {
  /** They are dropped. */
  block: c.XFRM_USERPOLICY_BLOCK,
  /** They pass. */
  accept: c.XFRM_USERPOLICY_ACCEPT,
} as const;

/** What states may be used for (`XFRM_SHARE_*`). */
export const XFRM_SHARES = {
  /** Everything. */
  any: c.XFRM_SHARE_ANY,
  /** One session. */
  session: c.XFRM_SHARE_SESSION,
  /** One user. */
  user: c.XFRM_SHARE_USER,
  /** One packet. */
  unique: c.XFRM_SHARE_UNIQUE,
} as const;
