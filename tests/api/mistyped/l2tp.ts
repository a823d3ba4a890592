import type {
  L2tpSessionChange,
  L2tpSessionFilter,
  L2tpSessionKey,
  L2tpSessionSpec,
} from "../../../api/generic/l2tp_session.ts";
import type {
  L2tpTunnelFilter,
  L2tpTunnelKey,
  L2tpTunnelSpec,
} from "../../../api/generic/l2tp_tunnel.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { l2tp } = generic;

export const cases: Case[] = [
  ...at<L2tpTunnelSpec>(
    "l2tp.tunnel.add",
    {
      id: 5,
      peerId: 5,
      local: "192.0.2.1",
      remote: "192.0.2.2",
      encapsulation: "udp",
      localPort: 5,
      remotePort: 5,
      checksum: true,
      zeroChecksum6Tx: true,
      zeroChecksum6Rx: true,
    },
    (spec) => l2tp.tunnel.add(spec),
  ),
  ...at<L2tpTunnelKey>(
    "l2tp.tunnel.get",
    { id: 5 },
    (key) => l2tp.tunnel.get(key),
    (key) => l2tp.tunnel.find(key),
    (key) => l2tp.tunnel.delete(key),
  ),
  ...at<L2tpTunnelFilter>(
    "l2tp.tunnel.list",
    { peerId: 5 },
    (filter) => l2tp.tunnel.list(filter).toArray(),
  ),
  ...at<L2tpSessionSpec>(
    "l2tp.session.add",
    {
      tunnelId: 5,
      id: 5,
      peerId: 5,
      name: "l2tp0",
      sublayer: "none",
      cookie: new Uint8Array(4),
      peerCookie: new Uint8Array(8),
      sendSequence: true,
      receiveSequence: true,
      reorderTimeout: 5,
    },
    (spec) => l2tp.session.add(spec),
  ),
  ...at<L2tpSessionKey>(
    "l2tp.session.get",
    { tunnelId: 5, id: 5 },
    (key) => l2tp.session.get(key),
    (key) => l2tp.session.find(key),
    (key) => l2tp.session.delete(key),
    (key) => l2tp.session.change(key, { sendSequence: true }),
  ),
  ...at<L2tpSessionChange>(
    "l2tp.session.change",
    { sendSequence: true, receiveSequence: true, reorderTimeout: 5 },
    (change) => l2tp.session.change({ tunnelId: 5, id: 5 }, change),
  ),
  ...at<L2tpSessionFilter>(
    "l2tp.session.list",
    { tunnelId: 5 },
    (filter) => l2tp.session.list(filter).toArray(),
  ),
  ...atLists(
    (options) => l2tp.tunnel.list({}, options).toArray(),
    (options) => l2tp.session.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => l2tp.tunnel.get({ id: 5 }, options),
  ),
  ...atDeletes(
    (options) => l2tp.tunnel.delete({ id: 5 }, options),
    (options) => l2tp.session.delete({ tunnelId: 5, id: 5 }, options),
  ),
];
