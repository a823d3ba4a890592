/**
 * What requests are called, for error messages: `create link`, `list routes`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../messages/families.ts";
import {
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_DUMP,
  NLM_F_REPLACE,
} from "../../messages/header.ts";
import {
  messageTypeName,
  objectOf,
  objects,
  operationOf,
} from "../../messages/objects.ts";
import type { RequestDescription } from "./errors.ts";
import type { AnyRequest } from "./request.ts";
import { type NameOf, subjectOf } from "./subject.ts";

/**
 * Returns what kind of object a message of rtnetlink is about.
 *
 * @param type The message type, `RTM_*`.
 * @param message The message: entries of bridges come in those of neighbors.
 * @returns The object in people's terms, such as `link`, if it is known.
 */
export function objectName(
  type: number,
  message?: unknown,
): string | undefined {
  const object = objectOf(type);
  return object === objects.neighbor &&
      (message as { family?: number } | undefined)?.family === AF_BRIDGE
    ? "forwarding entry"
    : object?.noun;
}

/**
 * Returns what a request of rtnetlink does, as it follows "Cannot".
 *
 * @param type The message type, `RTM_*`.
 * @param flags The flags, `NLM_F_*`.
 * @param message The message.
 * @returns What it does, such as `create link`; `send type 99` for a message
 * type that is not known.
 */
export function actionName(
  type: number,
  flags: number,
  message?: unknown,
): string {
  const object = objectName(type, message);
  if (object === undefined) return `send ${messageTypeName(type)}`;
  switch (operationOf(type)) {
    case "DEL":
      return `delete ${object}`;
    case "GET":
      return (flags & NLM_F_DUMP) === NLM_F_DUMP
        ? `list ${plural(object)}`
        : `get ${object}`;
    case "SET":
      return `change ${object}`;
    default:
      return `${creation(flags)} ${object}`;
  }
}

/**
 * Describes a request for error messages.
 *
 * @param request The request.
 * @param flags All of its flags, `NLM_F_*`.
 * @returns The description.
 */
export function describeRequest(
  { type, message, action, nameOf }: Described,
  flags: number,
): RequestDescription {
  const isRouting = action === undefined;
  return {
    type,
    name: isRouting ? messageTypeName(type) : `type ${type}`,
    flags,
    action: action ?? actionName(type, flags, message),
    object: isRouting ? objectName(type, message) : undefined,
    subject: isRouting && (flags & NLM_F_DUMP) !== NLM_F_DUMP
      ? subjectOf(type, message, nameOf)
      : undefined,
    message,
  };
}

/**
 * Describes a request whose message could not be made in the end.
 *
 * @typeParam T What was to be made.
 * @param made The same, with numbers that stand for devices that are not there.
 * @param nameOf Finds the names of devices, those included.
 * @param path The property that refers to a device which is not there.
 * @returns The description.
 */
export type DescribeMade<T> = (
  made: T,
  nameOf: NameOf,
  path: string,
) => RequestDescription;

/**
 * Describes requests of rtnetlink: see {@linkcode DescribeMade}.
 *
 * @param type The message type, `RTM_*`.
 * @param flags The flags, `NLM_F_*`.
 * @returns What describes one.
 */
export function describing(
  type: number,
  flags = 0,
): (message: unknown, nameOf: NameOf) => RequestDescription {
  return (message, nameOf) => describeRequest({ type, message, nameOf }, flags);
}

/** What is looked at of a request. */
type Described = Pick<AnyRequest, "type" | "message" | "action" | "nameOf">;

function creation(flags: number): string {
  if (flags & NLM_F_REPLACE) return flags & NLM_F_CREATE ? "replace" : "change";
  if (flags & NLM_F_APPEND) return "append";
  return flags & NLM_F_CREATE ? "create" : "change";
}

function plural(noun: string): string {
  if (noun.endsWith("y")) return `${noun.slice(0, -1)}ies`;
  return /(s|x)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
