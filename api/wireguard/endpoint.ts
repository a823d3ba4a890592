/**
 * Endpoints of peers as text.
 *
 * @module
 */

import { ipVersion } from "../../messages/codec/mod.ts";
import type { SocketAddress } from "../../messages/codec/socket_address.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import type { Conversion } from "../mapping/mapping.ts";

/** An IPv6 address in brackets, perhaps with a link, and a port. */
const IPV6 = /^\[([^\]%]+)(?:%([^\]]+))?\]:(\d{1,5})$/;
/** An IPv4 address and a port. */
const IPV4 = /^([^:]+):(\d{1,5})$/;

const EXPECTED =
  "an IP address and a port such as 192.0.2.1:51820 or [2001:db8::1]:51820 are expected";

/**
 * An IP address and a port, such as `192.0.2.1:51820` or `[2001:db8::1]:51820`;
 * links of link-local addresses are read as their index.
 */
export const endpoint: Conversion<string, SocketAddress> = {
  fromKernel: endpointText,
  toKernel: (value, fieldPath) => {
    const text = typeof value === "string" ? value : "";
    const [, ipv6, link, port6] = IPV6.exec(text) ?? [];
    const [, ipv4, port4] = IPV4.exec(text) ?? [];
    const address = ipv6 ?? ipv4 ?? "";
    const version = ipVersion(address);
    if (version === undefined || version !== (ipv6 === undefined ? 4 : 6)) {
      throw fieldPath.wrong(value, EXPECTED);
    }
    const port = Number(port6 ?? port4);
    if (port > 0xffff) {
      throw fieldPath.outside(value, "the port is not between 0 and 65535");
    }
    const family = version === 4 ? AF_INET : AF_INET6;
    if (link === undefined) return { family, port, address };
    const scopeId = /^\d+$/.test(link)
      ? Number(link)
      : fieldPath.references.device(link, fieldPath.path);
    return { family, port, address, scopeId };
  },
};

/**
 * Formats an endpoint.
 *
 * @param endpoint The address.
 * @returns The text.
 */
export function endpointText(
  { family, address, port, scopeId }: SocketAddress,
): string {
  if (family !== AF_INET6) return `${address}:${port}`;
  const scope = scopeId === undefined ? "" : `%${scopeId}`;
  return `[${address}${scope}]:${port}`;
}
