/**
 * Names of the links that link-local endpoints belong to.
 *
 * @module
 */

import { blank } from "../../messages/codec/message.ts";
import { NETLINK_ROUTE } from "../../messages/families.ts";
import type { WgDevice } from "../../messages/generic/wireguard.ts";
import { isKernelError } from "../parse/errors.ts";
import type { World } from "./world.ts";

/**
 * Looks up the names of the links that endpoints of a device refer to.
 *
 * @param world Where to ask.
 * @param device The device.
 * @returns Finds a name by the index of the link; `undefined` for a link that
 * is not there.
 */
export async function linkNames(
  world: World,
  { peers = [] }: WgDevice,
): Promise<(index: number) => string | undefined> {
  const indices = new Set(
    peers.map(({ endpoint }) => endpoint?.scopeId)
      .filter((index) => index !== undefined),
  );
  const names = new Map<number, string>();
  if (indices.size === 0) return () => undefined;
  const { RTM_GETLINK } = await import("../../messages/link/constants.ts");
  const { briefLinkMessage } = await import("../../messages/link/common.ts");
  using connection = await world.open(NETLINK_ROUTE);
  for (const index of indices) {
    try {
      const { attributes } = await connection.get({
        type: RTM_GETLINK,
        codec: briefLinkMessage,
        message: blank(briefLinkMessage, { index }),
      });
      if (attributes.name !== undefined) names.set(index, attributes.name);
    } catch (error) {
      if (!isKernelError(error)) throw error;
    }
  }
  return (index) => names.get(index);
}
