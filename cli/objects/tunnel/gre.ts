/**
 * What tunnels of both families have in common: key, sequence and checksum of
 * GRE, their name and their lower device.
 *
 * @module
 */

import {
  IPPROTO_ESP,
  IPPROTO_GRE,
  IPPROTO_IPIP,
  IPPROTO_IPV6,
  IPPROTO_MPLS,
} from "../../../messages/ip_protocols.ts";
import { LITTLE_ENDIAN } from "../../../messages/codec/mod.ts";
import {
  GRE_CSUM,
  GRE_KEY,
  GRE_SEQ,
} from "../../../messages/link/kinds/gre.ts";
import { deviceName } from "../../parse/device_name.ts";
import { duplicateOrGarbage, noDevice } from "../../parse/errors.ts";
import type { Argument } from "../../parse/form.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import { KEY, readKey } from "../link/kinds/tunnel.ts";

/**
 * The lowest bit, which stands for `VTI_ISVTI` and `SIT_ISATAP`: other than
 * those of `GRE_*`, in the byte order of the machine.
 */
export const LOWEST_FLAG = LITTLE_ENDIAN ? 0x100 : 0x1;

/** Names of what tunnels carry. */
const PROTOCOLS: Readonly<Record<number, string>> = {
  0: "any",
  [IPPROTO_IPIP]: "ip",
  [IPPROTO_IPV6]: "ipv6",
  [IPPROTO_GRE]: "gre",
  [IPPROTO_ESP]: "esp",
  [IPPROTO_MPLS]: "mpls",
};

/** A tunnel as the kernel has it. */
export interface Tunnel {
  /** Its name. */
  name: string;
  /** Index of the lower device. */
  link: number;
  /** `GRE_*` of incoming packets. */
  iflags: number;
  /** `GRE_*` of outgoing packets. */
  oflags: number;
  /** Key of incoming packets. */
  ikey: number;
  /** Key of outgoing packets. */
  okey: number;
}

/** A tunnel as it is put together. */
export interface Spec<P extends Tunnel> {
  /** The tunnel. */
  tunnel: P;
  /** Name of the lower device. */
  device?: string;
}

/** The name of a tunnel in usage texts. */
export const NAME: Argument = { name: "NAME", means: "STRING" };

/**
 * What a tunnel carries.
 *
 * @param protocol `IPPROTO_*`.
 * @returns The name.
 */
export function protocolName(protocol: number): string {
  return PROTOCOLS[protocol] ?? "unknown";
}

/**
 * Arguments about the GRE header, and the lower device.
 *
 * @typeParam S What they change.
 * @returns The keywords.
 */
export function commonKeywords<S extends Spec<Tunnel>>(): Grammar<S> {
  const flag = (bit: number, sides: string): Word<S> => ({ tunnel }) => {
    if (sides.includes("i")) tunnel.iflags |= bit;
    if (sides.includes("o")) tunnel.oflags |= bit;
  };
  const key = (sides: string): Word<S> =>
    takes(KEY, (spec, step) => {
      flag(GRE_KEY, sides)(spec, step);
      const key = readKey(step.args.take(), step.name);
      if (sides.includes("i")) spec.tunnel.ikey = key;
      if (sides.includes("o")) spec.tunnel.okey = key;
    });
  return {
    "key": key("io"),
    "ikey": key("i"),
    "okey": key("o"),
    "seq": flag(GRE_SEQ, "io"),
    "iseq": flag(GRE_SEQ, "i"),
    "oseq": flag(GRE_SEQ, "o"),
    "csum": flag(GRE_CSUM, "io"),
    "icsum": flag(GRE_CSUM, "i"),
    "ocsum": flag(GRE_CSUM, "o"),
    "dev": takes("PHYS_DEV:device", (spec, { args }) => {
      spec.device = args.take();
    }),
  };
}

/**
 * Takes the name of a tunnel.
 *
 * @param name The argument.
 * @param known The name that it has so far.
 * @returns The name.
 * @throws {CommandError} If it has one, or the argument can be none.
 */
export function tunnelName(name: string, known: string): string {
  if (known !== "") throw duplicateOrGarbage("name", name);
  return deviceName(name, '"name"');
}

/**
 * Looks the lower device up.
 *
 * @param spec The tunnel.
 * @throws {CommandError} If there is no such device.
 */
export async function resolveDevice(
  { links }: Context,
  { tunnel, device }: Spec<Tunnel>,
): Promise<void> {
  if (device === undefined) return;
  tunnel.link = await links.indexOf(device);
  if (tunnel.link === 0) throw noDevice(device);
}

/** What packets may need, and what is written about it. */
const FLAGS: readonly (readonly [
  side: "iflags" | "oflags",
  bit: number,
  json: string,
  text: string,
])[] = [
  ["iflags", GRE_SEQ, "rx_drop_ooseq", "Drop packets out of sequence."],
  [
    "iflags",
    GRE_CSUM,
    "rx_csum",
    "Checksum in received packet is required.",
  ],
  ["oflags", GRE_SEQ, "tx_seq", "Sequence packets on output."],
  ["oflags", GRE_CSUM, "tx_csum", "Checksum output packets."],
];

/**
 * Writes keys and flags.
 *
 * @param printer Where to.
 * @param protocol What the tunnel carries, `IPPROTO_*`.
 * @param tunnel The tunnel.
 */
export function formatGre(
  printer: Printer,
  protocol: number,
  tunnel: Tunnel,
): void {
  const { iflags, oflags, ikey, okey } = tunnel;
  if (iflags & oflags & GRE_KEY && ikey === okey) {
    printer.spaced("key", ikey);
  } else {
    if (iflags & GRE_KEY) printer.spaced("ikey", ikey);
    if (oflags & GRE_KEY) printer.spaced("okey", okey);
  }
  if (protocol !== IPPROTO_GRE) return;
  printer.array("flags", () => {
    for (const [side, bit, json, text] of FLAGS) {
      if (tunnel[side] & bit) {
        printer.value(null, json, `${printer.line}  ${text}`);
      }
    }
  });
}
