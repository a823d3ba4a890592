/**
 * Reading single links, for changes that depend on them.
 *
 * @module
 */

import { RTM_GETLINK } from "../../messages/link/constants.ts";
import { linkMessage } from "../../messages/link/link.ts";
import type { Connection, RequestOptions } from "../connection.ts";
import type { Device } from "../device.ts";
import { NetlinkError } from "../error.ts";
import { Place } from "../place.ts";
import { type LinkDetails, requestDetails } from "./filter.ts";
import { linkReference } from "./reference.ts";
import { type Link, toLink } from "./spec.ts";

const ENODEV = 19;

/**
 * Reads a link, without its statistics.
 *
 * @param connection Where to ask.
 * @param link The link.
 * @param options How to ask.
 * @param details What to ask for.
 * @returns The link.
 * @throws {NetlinkError} If it is not there (`ENODEV`).
 */
export async function readLink(
  connection: Connection,
  link: Device,
  options: RequestOptions,
  { virtualFunctions = false }: LinkDetails = {},
): Promise<Link> {
  const message = linkReference(link, Place.root);
  const wanted = { virtualFunctions, statistics: false };
  requestDetails(message, wanted, Place.root);
  return toLink(
    await connection.get(
      { type: RTM_GETLINK, codec: linkMessage, message },
      options,
    ),
  );
}

/**
 * Reads a link that may be missing.
 *
 * @param connection Where to ask.
 * @param link The link.
 * @param options How to ask.
 * @param details What to ask for.
 * @returns The link, or `undefined` if there is none.
 */
export async function findLink(
  connection: Connection,
  link: Device,
  options: RequestOptions,
  details: LinkDetails = {},
): Promise<Link | undefined> {
  try {
    return await readLink(connection, link, options, details);
  } catch (error) {
    if (error instanceof NetlinkError && error.errno === ENODEV) return;
    throw error;
  }
}
