/**
 * Reading single links, for changes that depend on them.
 *
 * @module
 */

import { RTM_GETLINK } from "../../messages/link/constants.ts";
import { linkMessage } from "../../messages/link/link.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import type { Device } from "../mapping/device.ts";
import { orUndefined } from "../object/existence.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { type LinkDetails, requestDetails } from "./filter.ts";
import { isMissing, noSuchLink } from "./missing.ts";
import { linkReference } from "./reference.ts";
import { type Link, toLink } from "./spec.ts";

/**
 * Reads a link, without its statistics.
 *
 * @param connection Where to ask.
 * @param link The link.
 * @param options How to ask.
 * @param details What to ask for.
 * @returns The link.
 * @throws {UnknownDeviceError} If it is not there.
 */
export async function readLink(
  connection: Connection,
  link: Device,
  options: RequestOptions,
  { virtualFunctions = false }: LinkDetails = {},
): Promise<Link> {
  const message = linkReference(link, FieldPath.root);
  const wanted = { virtualFunctions, statistics: false };
  requestDetails(message, wanted, FieldPath.root);
  try {
    return toLink(
      await connection.get(
        { type: RTM_GETLINK, codec: linkMessage, message },
        options,
      ),
    );
  } catch (error) {
    throw noSuchLink(error, link);
  }
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
  return await orUndefined(
    readLink(connection, link, options, details),
    isMissing,
  );
}
