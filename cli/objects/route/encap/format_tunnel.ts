/**
 * How tunnels that routes lead into are shown.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import type { Printer } from "../../../print/printer.ts";
import type { Ip6Encap, IpEncap } from "../../../../messages/route/encap/ip.ts";
import type {
  ErspanTunnelOptions,
  GeneveOption,
  TunnelOptions,
} from "../../../../messages/route/encap/tunnel_options.ts";

/** Flags of tunnels (`TUNNEL_*`). */
const FLAGS: readonly (readonly [flag: number, name: string])[] = [
  [0x04, "key"],
  [0x01, "csum"],
  [0x08, "seq"],
];

/**
 * Writes an IPv4 tunnel.
 *
 * @param encap The tunnel.
 */
export function formatIpEncap({ printer }: Context, encap: IpEncap): void {
  formatEnds(printer, encap, "inet");
  if (encap.ttl !== undefined) printer.named("ttl", encap.ttl);
  if (encap.tos !== undefined) printer.named("tos", encap.tos);
  formatTail(printer, encap);
}

/**
 * Writes an IPv6 tunnel.
 *
 * @param encap The tunnel.
 */
export function formatIp6Encap({ printer }: Context, encap: Ip6Encap): void {
  formatEnds(printer, encap, "inet6");
  if (encap.hopLimit !== undefined) printer.named("hoplimit", encap.hopLimit);
  if (encap.trafficClass !== undefined) {
    printer.named("tc", encap.trafficClass);
  }
  formatTail(printer, encap);
}

function formatEnds(
  printer: Printer,
  { id, source, destination }: IpEncap | Ip6Encap,
  color: "inet" | "inet6",
): void {
  if (id !== undefined) printer.named("id", id);
  if (source !== undefined) {
    printer.colored(color, "src", source, `src ${source} `);
  }
  if (destination !== undefined) {
    printer.colored(color, "dst", destination, `dst ${destination} `);
  }
}

function formatTail(
  printer: Printer,
  { flags = 0, options }: IpEncap | Ip6Encap,
): void {
  for (const [flag, name] of FLAGS) {
    if (flags & flag) printer.value(name, true, `${name} `);
  }
  if (options !== undefined) formatOptions(printer, options);
}

function formatOptions(
  printer: Printer,
  { geneve, vxlan, erspan }: TunnelOptions,
): void {
  if (geneve !== undefined) formatGeneve(printer, geneve[0] ?? []);
  else if (vxlan !== undefined) {
    const { groupPolicy = 0 } = vxlan;
    startOptions(printer, "vxlan_opts");
    printer.object(
      null,
      () => printer.value("gbp", groupPolicy, `${groupPolicy} `),
    );
    printer.closeArray();
  } else if (erspan !== undefined) formatErspan(printer, erspan);
}

function startOptions(printer: Printer, name: string): void {
  printer.newline();
  printer.text(`\t${name} `);
  printer.openArray(name);
}

function formatGeneve(
  printer: Printer,
  options: readonly GeneveOption[],
): void {
  startOptions(printer, "geneve_opts");
  for (const [at, option] of options.entries()) {
    const { class: optionClass = 0, type = 0, data } = option;
    const digits = Array.from(
      data ?? [],
      (byte) => byte.toString(16).padStart(2, "0"),
    ).join("");
    printer.object(null, () => {
      printer.value("class", optionClass, String(optionClass));
      printer.value("type", type, `:${type}`);
      const end = at < options.length - 1 ? "," : " ";
      printer.value("data", digits, `:${digits}${end}`);
    });
  }
  printer.closeArray();
}

function formatErspan(printer: Printer, options: ErspanTunnelOptions): void {
  const { version = 0, index = 0, direction = 0, hardwareId = 0 } = options;
  const first = version === 1;
  startOptions(printer, "erspan_opts");
  printer.object(null, () => {
    const [row, way, id] = first ? [index, 0, 0] : [0, direction, hardwareId];
    printer.value("ver", version, String(version));
    printer.value("index", row, `:${row}`);
    printer.value("dir", way, `:${way}`);
    printer.value("hwid", id, `:${id} `);
  });
  printer.closeArray();
}
