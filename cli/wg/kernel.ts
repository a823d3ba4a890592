/**
 * What `wg` asks the kernel.
 *
 * @module
 */

import { GenericFamily } from "../../api/connection/generic_family.ts";
import { wireguardFamily } from "../../api/wireguard/family.ts";
import { blank } from "../../messages/codec/message.ts";
import { errnoOf, errorText } from "../../messages/errno.ts";
import { NETLINK_GENERIC, NETLINK_ROUTE } from "../../messages/families.ts";
import {
  WG_CMD_GET_DEVICE,
  WG_CMD_SET_DEVICE,
  WG_GENL_NAME,
  type WgDevice,
} from "../../messages/generic/wireguard.ts";
import {
  joinWgDevice,
  splitWgDevice,
} from "../../messages/generic/wireguard_parts.ts";
import { isKernelError } from "../parse/errors.ts";
import { failure, type World } from "./world.ts";

/**
 * Lists the devices.
 *
 * @param world Where to ask.
 * @returns Their names.
 * @throws {CommandError} If the kernel refuses.
 */
export async function listDevices(world: World): Promise<string[]> {
  const { RTEXT_FILTER_SKIP_STATS, RTM_GETLINK } = await import(
    "../../messages/link/constants.ts"
  );
  const { linkMessage } = await import("../../messages/link/link.ts");
  const message = blank(linkMessage);
  message.attributes = {
    extMask: RTEXT_FILTER_SKIP_STATS,
    info: { kind: WG_GENL_NAME },
  };
  using connection = await world.open(NETLINK_ROUTE);
  return await explained("Unable to list interfaces", async () => {
    const names: string[] = [];
    const links = connection.dump({
      type: RTM_GETLINK,
      codec: linkMessage,
      message,
    });
    // The kernel does not filter by a kind that it has not loaded.
    for await (const { attributes: { info, name } } of links) {
      if (info?.kind === WG_GENL_NAME && name !== undefined) names.push(name);
    }
    return names;
  });
}

/**
 * Gets a device.
 *
 * @param world Where to ask.
 * @param name Its name.
 * @param action What cannot be done if the kernel refuses.
 * @returns The device.
 * @throws {CommandError} If the kernel refuses.
 */
export async function getDevice(
  world: World,
  name: string,
  action = "Unable to access interface",
): Promise<WgDevice> {
  using connection = await world.open(NETLINK_GENERIC);
  const family = new GenericFamily(connection, wireguardFamily);
  return await explained(action, async () => {
    const found = await Array.fromAsync(
      family.dump(WG_CMD_GET_DEVICE, { ifname: name }),
    );
    return joinWgDevice(found.map(({ attributes }) => attributes)) ?? {};
  });
}

/**
 * Changes a device.
 *
 * @param world Where to ask.
 * @param device The device, with its name, and what to change.
 * @throws {CommandError} If the kernel refuses.
 */
export async function setDevice(
  world: World,
  device: WgDevice,
): Promise<void> {
  using connection = await world.open(NETLINK_GENERIC);
  const family = new GenericFamily(connection, wireguardFamily);
  await explained("Unable to modify interface", async () => {
    for (const part of splitWgDevice(device)) {
      await family.request(WG_CMD_SET_DEVICE, part);
    }
  });
}

/** Puts refusals as `perror(3)` does. */
async function explained<T>(
  action: string,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isKernelError(error)) throw error;
    // There is no such family.
    const errno = error.code === "ENOENT"
      ? errnoOf("EPROTONOSUPPORT")
      : error.errno;
    throw failure(`${action}: ${errorText(errno)}`);
  }
}
