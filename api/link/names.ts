/**
 * Alternative names of links: `ip link property`.
 *
 * @module
 */

import {
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_EXCL,
} from "../../messages/header.ts";
import {
  RTM_DELLINKPROP,
  RTM_NEWLINKPROP,
} from "../../messages/link/constants.ts";
import { linkMessage } from "../../messages/link/link.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import type { Device } from "../mapping/device.ts";
import { describing } from "../connection/request_names.ts";
import { Lookup } from "../object/lookup.ts";
import { target } from "./reference.ts";
import { checkAlternativeNames } from "./spec.ts";
import { blank } from "../../messages/codec/mod.ts";

/** Names to give to a link, or to take from it. */
export type NameChange =
  | {
    /** The link. */
    readonly link: Device;
    /** Names to give. */
    readonly add: readonly string[];
  }
  | {
    /** The link. */
    readonly link: Device;
    /** Names to take. */
    readonly remove: readonly string[];
  };

/**
 * Gives alternative names to a link, or takes them from it.
 *
 * @param connection Where to send the request.
 * @param change The names.
 * @param options How to ask.
 */
export async function changeNames(
  connection: Connection,
  change: NameChange,
  options: RequestOptions,
): Promise<void> {
  const adds = "add" in change;
  const type = adds ? RTM_NEWLINKPROP : RTM_DELLINKPROP;
  const flags = adds ? NLM_F_CREATE | NLM_F_EXCL | NLM_F_APPEND : 0;
  using lookup = new Lookup(connection, options);
  const message = await lookup.build((fieldPath) => {
    const message = blank(linkMessage);
    message.attributes.alternativeNames = checkAlternativeNames(
      adds ? change.add : change.remove,
      fieldPath.at("alternativeNames"),
    );
    target(message, change.link, fieldPath);
    return message;
  }, describing(type, flags));
  await connection.request(
    { type, flags, codec: linkMessage, message, nameOf: lookup.nameOf },
    options,
  );
}
