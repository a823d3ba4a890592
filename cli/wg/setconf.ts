/**
 * `wg setconf`, `wg addconf` and `wg syncconf`.
 *
 * @module
 */

import {
  type WgDevice,
  WGDEVICE_F_REPLACE_PEERS,
  type WgPeer,
  WGPEER_F_REMOVE_ME,
} from "../../messages/generic/wireguard.ts";
import { readConfig } from "./config_reader.ts";
import { getDevice, setDevice } from "./kernel.ts";
import { readFile } from "./read_file.ts";
import { nameOfDevice } from "./settings.ts";
import { keyText } from "./text.ts";
import { type Command, failure, type World } from "./world.ts";

/** Replaces the configuration of a device. */
export const setconf: Command = configuring("setconf");

/** Adds to the configuration of a device. */
export const addconf: Command = configuring("addconf");

/** Changes what differs from a configuration. */
export const syncconf: Command = configuring("syncconf");

function configuring(verb: "setconf" | "addconf" | "syncconf"): Command {
  return async (args, world) => {
    const [name, path] = args;
    if (name === undefined || path === undefined || args.length > 2) {
      throw failure(`Usage: wg ${verb} <interface> <configuration filename>`);
    }
    const { io } = world;
    const text = readFile(io, path);
    const device: WgDevice = {
      ifname: nameOfDevice(name),
      ...await readConfig(text, verb === "addconf", io),
    };
    if (verb === "syncconf") await keepSessions(world, device);
    await setDevice(world, device);
    return 0;
  };
}

/**
 * Removes only the peers that a configuration does not have: removing all of
 * them would end their sessions.
 */
async function keepSessions(world: World, device: WgDevice): Promise<void> {
  const { ifname = "", peers = [] } = device;
  if (peers.length === 0) return;
  const { peers: present = [] } = await getDevice(
    world,
    ifname,
    "Unable to retrieve current interface configuration",
  );
  if (present.length === 0) return;
  const keyOf = ({ publicKey = new Uint8Array() }: WgPeer) =>
    keyText(publicKey);
  const kept = new Set(peers.map(keyOf));
  const removed = present.filter((peer) => !kept.has(keyOf(peer)))
    .map(({ publicKey }) => ({
      publicKey: publicKey!,
      flags: WGPEER_F_REMOVE_ME,
    }));
  device.flags = (device.flags ?? 0) & ~WGDEVICE_F_REPLACE_PEERS;
  device.peers = [...removed, ...peers];
}
