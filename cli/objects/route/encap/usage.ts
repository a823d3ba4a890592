/**
 * What may follow `encap`.
 *
 * @module
 */

import { SEG6_MODES } from "../../../../messages/route/encap/seg6.ts";
import type { Argument, Cases, Form } from "../../../parse/form.ts";
import { IOAM6_MODES } from "./names.ts";
import { SEG6_LOCAL } from "./parse_seg6_local.ts";

/** Segments of a path. */
const SEGMENTS = "ADDR1,ADDRi,ADDRn";

const SEGMODE: Argument = {
  name: "SEGMODE",
  means: `{ ${Object.keys(SEG6_MODES).join(" | ")} }`,
};

const TUNNEL = "[ id ID ] [ dst ADDRESS ] [ src ADDRESS ]";
const TUNNEL_FLAGS = "[ key ] [ csum ] [ seq ]";
const TUNNEL_OPTIONS = "[ { geneve_opts | vxlan_opts | erspan_opts } OPTS ]";

const BPF: Argument = {
  name: "BPF",
  means: "obj FILE [ section NAME ] [ verbose ]",
};

/** What may follow `encap bpf`. */
export const BPF_PROGRAMS: Form = [
  "[ headroom SIZE ]",
  { maybe: ["in", BPF] },
  { maybe: ["out", BPF] },
  { maybe: ["xmit", BPF] },
];

/** What may follow `encap xfrm`. */
export const XFRM = "if_id IF_ID [ link_dev LINK:device ]";

const CASES: Cases["cases"] = {
  mpls: "MPLSLABEL [ ttl TTL ]",
  ip: `${TUNNEL} [ tos TOS ] [ ttl TTL ] ${TUNNEL_FLAGS} ${TUNNEL_OPTIONS}`,
  ip6:
    `${TUNNEL} [ tc TC ] [ hoplimit HOPS ] ${TUNNEL_FLAGS} ${TUNNEL_OPTIONS}`,
  ila:
    "LOCATOR [ csum-mode { adj-transport | neutral-map | neutral-map-auto | no-action } ] [ ident-type { luid | use-format } ] [ hook-type { input | output } ]",
  bpf: BPF_PROGRAMS,
  seg6: {
    name: "SEG6HDR",
    means: [
      { maybe: ["mode", SEGMODE] },
      `segs ${SEGMENTS} [ hmac HMACKEYID ] [ tunsrc ADDRESS ] [ lookup TABLEID:table ]`,
    ],
  },
  seg6local: { name: "SEG6LOCAL", means: SEG6_LOCAL },
  rpl: `segs ${SEGMENTS}`,
  ioam6: {
    name: "IOAM6HDR",
    means: `[ freq K/N ] [ mode { ${
      IOAM6_MODES.filter(Boolean).join(" | ")
    } } ] [ tunsrc ADDRESS ] [ tundst ADDRESS ] trace prealloc type IOAM6_TRACE_TYPE ns IOAM6_NAMESPACE size IOAM6_TRACE_SIZE`,
  },
  xfrm: { name: "XFRMINFO", means: XFRM },
};

/** What may follow `encap`. */
export const ENCAPSULATION: Cases = {
  name: "ENCAPTYPE",
  rest: "ENCAPHDR",
  cases: CASES,
};

/** What `encap help` shows. */
export const ENCAPSULATION_TYPES: Cases = {
  name: "TYPE",
  rest: "OPTIONS",
  cases: CASES,
  brief: true,
};
