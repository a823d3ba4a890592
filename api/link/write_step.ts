/**
 * The single requests that changes of links are made of.
 *
 * @module
 */

import { RTM_NEWLINK } from "../../messages/link/constants.ts";
import { linkMessage } from "../../messages/link/link.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import type { Device } from "../mapping/device.ts";
import { NetlinkError } from "../connection/errors.ts";
import { Lookup } from "../mapping/lookup.ts";
import type { Place } from "../mapping/field_path.ts";
import { mayBeIgnored } from "./change_plan.ts";
import { ignored } from "./differences.ts";
import type { Namespaces } from "./namespaces.ts";
import { PartialChangeError } from "./partial_change_error.ts";
import { findLink } from "./read.ts";
import { isGroup, type LinkReference, target } from "./reference.ts";
import { fromLink, type LinkSettings, type LinkSpec, toLink } from "./spec.ts";

/** Where a change belongs, and what was done before it. */
export interface Context {
  /** Connection to the network namespace of the link. */
  readonly connection: Connection;
  /** Connections to other network namespaces. */
  readonly namespaces: Namespaces;
  /** How to ask. */
  readonly options: RequestOptions;
  /** The property that describes the link: empty, or such as `veth.peer`. */
  readonly path: string;
  /** What was done before, for errors; it grows. */
  readonly done: string[];
}

/**
 * The place of a property that has properties.
 *
 * @param place The place of the object that has the property.
 * @param path Path of the property; empty for the object itself.
 * @returns The property's place.
 */
export function within(place: Place, path: string): Place {
  if (path === "") return place;
  return path.split(".").reduce((place, name) => place.at(name), place);
}

/**
 * What a link is called in errors.
 *
 * @param link The link.
 * @returns Such as `link eth0`.
 */
export function nounOf(link: LinkReference): string {
  return isGroup(link)
    ? `links of group ${link.group}`
    : `link ${nameOf(link)}`;
}

/**
 * The name of a link in errors, or its index where it was not named.
 *
 * @param link The link.
 * @returns Such as `eth0`.
 */
export function nameOf(link: Device): string {
  if (typeof link !== "object") return String(link);
  return String("name" in link ? link.name : link.index);
}

/**
 * Carries out one of several requests: if the kernel refuses it, the error says
 * what was done before.
 *
 * @param noun What the link is called.
 * @param names The properties that it sets.
 * @param context Where it belongs.
 * @param act Carries it out.
 */
export async function attempt(
  noun: string,
  names: readonly string[],
  { path, done }: Context,
  act: () => Promise<unknown>,
): Promise<void> {
  const failed = names.map((name) => path === "" ? name : `${path}.${name}`);
  try {
    await act();
  } catch (error) {
    if (!(error instanceof NetlinkError) || done.length === 0) throw error;
    throw new PartialChangeError({ link: noun, failed, done, cause: error });
  }
  done.push(`set ${failed.join(", ")} of ${noun}`);
}

/**
 * Sends one request that changes a link, and looks whether the kernel ignored
 * some of it.
 *
 * @param link The link.
 * @param settings What to change.
 * @param context Where it belongs.
 */
export async function sendSettings(
  link: LinkReference,
  settings: LinkSettings,
  context: Context,
): Promise<void> {
  const { connection, options, path } = context;
  const names = Object.keys(settings).filter((name) =>
    settings[name as keyof LinkSettings] !== undefined
  );
  using lookup = new Lookup(connection, options, RTM_NEWLINK);
  const message = await lookup.build((place) => {
    const message = fromLink(settings, within(place, path));
    target(message, link, place);
    return message;
  });
  await attempt(
    nounOf(link),
    names,
    context,
    () =>
      lookup.answer(
        connection.request({
          type: RTM_NEWLINK,
          codec: linkMessage,
          message,
          nameOf: lookup.nameOf,
        }, options),
      ),
  );
  if (isGroup(link) || !mayBeIgnored(settings)) return;
  const { netns, newIndex, name } = settings;
  const there = context.namespaces.connection(netns);
  await verify(
    netns === undefined ? message.index : newIndex ?? name ?? link,
    settings,
    toLink(message),
    netns === undefined ? context : { ...context, connection: there },
  );
}

/**
 * Looks whether the kernel ignored some of a request that it accepted.
 *
 * @param link The link.
 * @param settings What was asked for.
 * @param sent The message that was sent, read.
 * @param context Where it belongs.
 * @throws {PartialChangeError} If it did.
 */
export async function verify(
  link: Device,
  settings: LinkSpec,
  sent: LinkSpec,
  { connection, options, path, done }: Context,
): Promise<void> {
  const current = await findLink(connection, link, options);
  // Somebody else may have renamed it.
  if (current === undefined) return;
  const names = ignored(settings, sent, current);
  if (names.length === 0) return;
  throw new PartialChangeError({
    link: nounOf(current),
    failed: names.map((name) => path === "" ? name : `${path}.${name}`),
    done,
  });
}
