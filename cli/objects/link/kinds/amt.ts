/**
 * `ip link … type amt`.
 *
 * @module
 */

import { addRaw } from "../../../parse/address_attribute.ts";
import { AF_INET, AF_INET6, AF_UNSPEC } from "../../../../messages/families.ts";
import {
  AMT_MODES,
  type AmtData,
  amtData,
} from "../../../../messages/link/kinds/amt.ts";
import { addressOf, type Prefix } from "../../../parse/prefixes.ts";
import { device, lowerDevice, oneOf } from "./notations.ts";
import { failWithUsage, type Kind, unique } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

/** Adds an address; what the kernel makes of one of IPv6 is up to it. */
function put(
  data: AmtData,
  key: "localIp" | "discoveryIp",
  { family, address, bytes }: Prefix,
): void {
  if (bytes.length === 0 && family === AF_UNSPEC) return;
  if (family === AF_INET && bytes.length > 0) data[key] = address;
  else addRaw(amtData, data, key, bytes);
}

/** Automatic multicast tunnels. */
export const kind: Kind<AmtData> = kindOfSettings(amtData, {
  mode: {
    word: "mode",
    json: "mode",
    text: "",
    ...oneOf(AMT_MODES, { unknown: "", error: failWithUsage("amt") }),
  },
  gatewayPort: "gateway_port PORT",
  relayPort: "relay_port PORT",
  localIp: {
    word: "local",
    argument: { name: "ADDR", means: "IP_ADDRESS" },
    take: unique("local", (data, { args }) => {
      const family = data.unknown?.length
        ? AF_INET6
        : data.discoveryIp === undefined
        ? AF_UNSPEC
        : AF_INET;
      put(data, "localIp", addressOf(args.take(), family));
    }, "local"),
  },
  remoteIp: { json: "remote" },
  discoveryIp: {
    word: "discovery IP_ADDRESS",
    take: unique("discovery", (data, { args }) => {
      put(data, "discoveryIp", addressOf(args.take(), AF_UNSPEC));
    }, "discovery"),
  },
  link: { ...lowerDevice, word: "dev", print: device.print },
  maxTunnels: "max_tunnels NUMBER",
}, { problem: (name) => name, wholeHelp: true });
