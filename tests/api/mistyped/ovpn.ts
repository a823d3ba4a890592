import type {
  OvpnKeyOwner,
  OvpnKeySpec,
} from "../../../api/generic/ovpn_key_spec.ts";
import type {
  OvpnPeerKey,
  OvpnPeerSettings,
  OvpnPeerSpec,
} from "../../../api/generic/ovpn_peer_spec.ts";
import type { EventMonitorOptions } from "../../../api/monitor/event_monitor.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { peers, keys } = generic.ovpn;
const peer = { device: 1, id: 5 } as const;
const owner = { device: 1, peer: 5 } as const;
const key = { ...owner, slot: "primary" } as const;

const settings = {
  remote: "2001:db8::1",
  remotePort: 5,
  remoteScope: 1,
  local: "2001:db8::2",
  vpnIpv4: "192.0.2.1",
  vpnIpv6: "2001:db8::3",
  keepalive: { interval: 5, timeout: 5 },
  txId: 5,
} as const;

const direction = {
  key: new Uint8Array(32),
  nonceTail: new Uint8Array(8),
} as const;

const spec: OvpnKeySpec = {
  ...key,
  id: 5,
  cipher: "aes-gcm",
  encrypt: direction,
  decrypt: direction,
};

export const cases: Case[] = [
  ...at<OvpnPeerKey>(
    "ovpn.peers.get",
    peer,
    (key) => peers.get(key),
    (key) => peers.find(key),
    (key) => peers.set(key, {}),
    (key) => peers.delete(key),
  ),
  ...at<OvpnPeerSpec>(
    "ovpn.peers.add",
    { ...peer, ...settings, socket: 5 },
    (spec) => peers.add(spec),
  ),
  ...at<OvpnPeerSettings>(
    "ovpn.peers.set",
    settings,
    (settings) => peers.set(peer, settings),
  ),
  ...at<typeof key>(
    "ovpn.keys.get",
    key,
    (key) => keys.get(key),
    (key) => keys.find(key),
    (key) => keys.delete(key),
  ),
  ...at<OvpnKeyOwner>("ovpn.keys.swap", owner, (owner) => keys.swap(owner)),
  ...at<OvpnKeySpec>("ovpn.keys.add", spec, (spec) => keys.add(spec)),
  ...at<EventMonitorOptions>(
    "options of monitors of ovpn",
    { signal: new AbortController().signal, receiveBuffer: 5 },
    (options) => generic.ovpn.monitor(options),
  ),
  ...atLists((options) => peers.list(1, options).toArray()),
  ...atRequests(
    (options) => peers.get(peer, options),
    (options) => peers.add({ ...peer, socket: 5 }, options),
    (options) => peers.set(peer, {}, options),
    (options) => keys.get(key, options),
    (options) => keys.add(spec, options),
    (options) => keys.swap(owner, options),
  ),
  ...atDeletes(
    (options) => peers.delete(peer, options),
    (options) => keys.delete(key, options),
  ),
];
