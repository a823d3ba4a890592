/**
 * The single requests that changes of links are made of.
 *
 * @module
 */

import { RTM_NEWLINK } from "../../messages/link/constants.ts";
import { linkMessage } from "../../messages/link/link.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import type { Device } from "../mapping/device.ts";
import { NetlinkError, type RequestDescription } from "../connection/errors.ts";
import { describeRequest } from "../connection/request_names.ts";
import { Lookup } from "../object/lookup.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { mayBeIgnored } from "./change_plan.ts";
import { ignored } from "./differences.ts";
import type { Namespaces } from "./namespaces.ts";
import { PartialChangeError } from "./partial_change_error.ts";
import { findLink } from "./read.ts";
import {
  isGroup,
  type LinkReference,
  linkReference,
  target,
} from "./reference.ts";
import { fromLink, type LinkSettings, type LinkSpec, toLink } from "./spec.ts";
import { blank } from "../../messages/codec/mod.ts";

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
 * @param fieldPath The place of the object that has the property.
 * @param path Path of the property; empty for the object itself.
 * @returns The property's place.
 */
export function within(fieldPath: FieldPath, path: string): FieldPath {
  if (path === "") return fieldPath;
  return path.split(".").reduce(
    (fieldPath, name) => fieldPath.at(name),
    fieldPath,
  );
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
 * Carries out one of several requests: if the kernel refuses it, the error
 * reports what was done before.
 *
 * @param noun What the link is called.
 * @param names The properties that it sets.
 * @param context Where it belongs.
 * @param act Carries it out.
 */
export async function attempt(
  noun: string,
  names: readonly string[],
  context: Context,
  act: () => Promise<unknown>,
): Promise<void> {
  const { path, done } = context;
  try {
    await act();
  } catch (error) {
    if (!(error instanceof NetlinkError) || done.length === 0) throw error;
    const failed = names.map((name) => pathOf(name, path));
    throw new PartialChangeError({ link: noun, failed, done, cause: error });
  }
  note(noun, names, context);
}

/** Notes that properties were set. */
function note(
  noun: string,
  names: readonly string[],
  { path, done }: Context,
): void {
  if (names.length === 0) return;
  const set = names.map((name) => pathOf(name, path));
  done.push(`set ${set.join(", ")} of ${noun}`);
}

function pathOf(name: string, path: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** The properties that were set, without those that the kernel ignored. */
function heeded(
  settings: LinkSettings,
  ignored: readonly string[],
): readonly string[] {
  return namesOf(settings).flatMap((name) => {
    if (ignored.includes(name)) return [];
    if (!ignored.some((path) => path.startsWith(`${name}.`))) return [name];
    return namesOf(settings[name as keyof LinkSettings] as object)
      .map((option) => `${name}.${option}`)
      .filter((path) => !ignored.includes(path));
  });
}

/** Names of the properties that are given. */
function namesOf(object: object): readonly string[] {
  return Object.entries(object).filter(([, value]) => value !== undefined)
    .map(([name]) => name);
}

/**
 * Describes a change of a link, for error messages.
 *
 * @param link The link.
 * @returns The description.
 */
export function describeChange(link: LinkReference): RequestDescription {
  const message = isGroup(link)
    ? blank(linkMessage)
    : linkReference(link, FieldPath.unresolved);
  if (isGroup(link)) target(message, link, FieldPath.root);
  return describeRequest({ type: RTM_NEWLINK, message }, 0);
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
  using lookup = new Lookup(connection, options);
  const message = await lookup.build((fieldPath) => {
    const message = fromLink(settings, within(fieldPath, path));
    target(message, link, fieldPath);
    return message;
  }, () => describeChange(link));
  const noun = nounOf(link);
  await attempt(
    noun,
    namesOf(settings),
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
    (ignored) => {
      context.done.pop();
      note(noun, heeded(settings, ignored), context);
    },
  );
}

/**
 * Looks whether the kernel ignored some of a request that it accepted.
 *
 * @param link The link.
 * @param settings What was asked for.
 * @param sent The message that was sent, read.
 * @param context Where it belongs.
 * @param correct Corrects what was noted as done, if some was ignored.
 * @throws {PartialChangeError} If it did.
 */
export async function verify(
  link: Device,
  settings: LinkSpec,
  sent: LinkSpec,
  { connection, options, path, done }: Context,
  correct?: (ignored: readonly string[]) => void,
): Promise<void> {
  const current = await findLink(connection, link, options);
  // Somebody else may have renamed it.
  if (current === undefined) return;
  const names = ignored(settings, sent, current);
  if (names.length === 0) return;
  correct?.(names);
  throw new PartialChangeError({
    link: nounOf(current),
    failed: names.map((name) => pathOf(name, path)),
    done,
  });
}
