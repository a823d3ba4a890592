/**
 * Fields of headers that the action `pedit` can change by their names.
 *
 * @module
 */

import { PEDIT_HEADERS } from "../../../messages/tc/actions/pedit.ts";

/** A field of a header. */
export interface PeditField {
  /** Where it is, in bytes from the start of the header. */
  readonly offset: number;
  /** How long it is, in bytes. */
  readonly bytes: number;
  /** Which of its bits change. */
  readonly retain: number;
  /** How its values are written. */
  readonly type: "number" | "ipv4" | "ipv6" | "mac";
  /** Whether it can be reduced by one. */
  readonly canDecrement?: boolean;
  /** Whether it is there only without `ex`. */
  readonly onlyPlain?: boolean;
  /** How many bits its value is shifted to the left. */
  readonly shift?: number;
}

/** The fields of a header. */
export interface PeditLayer {
  /** The header. */
  readonly header: number;
  /** Whether its fields can be changed without `ex`. */
  readonly plain?: boolean;
  /** Its fields, by keys as those of a grammar, in the order of trying. */
  readonly fields: Readonly<Record<string, PeditField>>;
}

const ALL_BITS = 0xffffffff;

function number(
  offset: number,
  bytes: 1 | 2 | 4,
  more: Partial<PeditField> = {},
): PeditField {
  const retain = bytes === 4 ? ALL_BITS : 2 ** (8 * bytes) - 1;
  return { offset, bytes, retain, type: "number", ...more };
}

function address(type: "ipv4" | "ipv6" | "mac", offset: number): PeditField {
  const bytes = { ipv4: 4, ipv6: 16, mac: 6 }[type];
  return { offset, bytes, retain: ALL_BITS, type };
}

const onlyPlain = true;
const canDecrement = true;

const PORTS = { "sport": number(0, 2), "dport": number(2, 2) };

/** The headers by their names. */
export const PEDIT_FIELDS: Readonly<Record<string, PeditLayer>> = {
  eth: {
    header: PEDIT_HEADERS.eth,
    fields: {
      "type": number(12, 2),
      "dst": address("mac", 0),
      "src": address("mac", 6),
    },
  },
  icmp: { header: PEDIT_HEADERS.network, plain: true, fields: {} },
  ip: {
    header: PEDIT_HEADERS.ipv4,
    plain: true,
    fields: {
      "src": address("ipv4", 12),
      "dst": address("ipv4", 16),
      "tos dsfield*": number(1, 1),
      "ihl": number(0, 1, { retain: 0x0f }),
      "ttl": number(8, 1, { canDecrement }),
      "protocol": number(9, 1),
      "precedence*": number(1, 1),
      "nofrag": number(6, 1, { retain: 0x3f }),
      "firstfrag": number(6, 1, { retain: 0x1f }),
      "ce": number(6, 1, { retain: 0x80 }),
      "df": number(6, 1, { retain: 0x40 }),
      "mf": number(6, 1, { retain: 0x20 }),
      "dport": number(22, 2, { onlyPlain }),
      "sport": number(20, 2, { onlyPlain }),
      "icmp_type": number(20, 1, { onlyPlain }),
      "icmp_code": number(20, 1, { onlyPlain }),
    },
  },
  ip6: {
    header: PEDIT_HEADERS.ipv6,
    fields: {
      "src": address("ipv6", 8),
      "dst": address("ipv6", 24),
      "flow_lbl": number(0, 4, { retain: 0x0007ffff }),
      "payload_len": number(4, 2),
      "nexthdr": number(6, 1),
      "hoplimit": number(7, 1, { canDecrement }),
      "traffic_class": number(1, 1, { shift: 4 }),
    },
  },
  tcp: {
    header: PEDIT_HEADERS.tcp,
    fields: { ...PORTS, "flags": number(13, 1) },
  },
  udp: { header: PEDIT_HEADERS.udp, fields: PORTS },
};
