import type { WireguardMonitorOptions } from "../../../api/wireguard/monitor.ts";
import type {
  WireguardConfig,
  WireguardFilter,
  WireguardSettings,
} from "../../../api/wireguard/spec.ts";
import {
  at,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { wireguard } = generic;

const wireguardKey = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

export const cases: Case[] = [
  ...at<WireguardFilter>(
    "wireguard.list",
    {
      listenPort: 5,
      firewallMark: 5,
      publicKey: wireguardKey,
      peer: wireguardKey,
    },
    (filter) => wireguard.list(filter).toArray(),
  ),
  ...at<WireguardSettings>(
    "wireguard.set",
    {
      privateKey: wireguardKey,
      listenPort: 5,
      firewallMark: 5,
      peers: [],
      replacePeers: true,
    },
    (settings) => wireguard.set(1, settings),
  ),
  ...at<WireguardConfig>(
    "wireguard.apply",
    { privateKey: wireguardKey, listenPort: 5, firewallMark: 5, peers: [] },
    (config) => wireguard.apply(1, config),
  ),
  ...at<WireguardMonitorOptions>(
    "wireguard.monitor",
    { interval: 1, counters: true, signal: AbortSignal.abort() },
    (options) => wireguard.monitor(1, options),
  ),
  ...atLists(
    (options) => wireguard.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => wireguard.get(1, options),
    (options) => wireguard.find(1, options),
    (options) => wireguard.set(1, {}, options),
    (options) => wireguard.apply(1, {}, options),
  ),
];
