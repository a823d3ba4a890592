/**
 * Families of generic netlink.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import {
  type ControlAttributes,
  controlMessage,
  CTRL_CMD_GETFAMILY,
} from "../../messages/generic/control.ts";
import {
  type GenericMessage,
  GENL_ID_CTRL,
} from "../../messages/generic/header.ts";
import type {
  Connection,
  DumpOptions,
  Request,
  RequestOptions,
} from "./connection.ts";
import type { RequestDescription } from "./errors.ts";
import { describeRequest } from "./request_names.ts";
import type { NameOf } from "./subject.ts";

/** A command of a family. */
export interface FamilyCommand {
  /** Its number (`CTRL_ATTR_OP_ID`). */
  id: number;
  /** `GENL_ADMIN_PERM`, `GENL_CMD_CAP_*` (`CTRL_ATTR_OP_FLAGS`). */
  flags: number;
}

/** What the kernel reports of a family. */
export interface FamilyInfo {
  /** Name (`CTRL_ATTR_FAMILY_NAME`). */
  name: string;
  /** Message type (`CTRL_ATTR_FAMILY_ID`). */
  id: number;
  /** Version of the interface (`CTRL_ATTR_VERSION`). */
  version: number;
  /** Bytes between header and attributes (`CTRL_ATTR_HDRSIZE`). */
  headerSize: number;
  /** Greatest attribute type (`CTRL_ATTR_MAXATTR`). */
  maxAttribute: number;
  /** Commands (`CTRL_ATTR_OPS`). */
  commands: FamilyCommand[];
  /** Numbers of the multicast groups, by name (`CTRL_ATTR_MCAST_GROUPS`). */
  groups: Record<string, number>;
  /** What this was read from. */
  readonly attributes: ControlAttributes;
}

/**
 * A family of generic netlink, and how its messages are encoded.
 *
 * @typeParam A The attributes of its messages.
 */
export interface FamilyDefinition<A> {
  /** Name. */
  readonly name: string;
  /** Version of the interface that is spoken. */
  readonly version: number;
  /** Codec of the messages. */
  readonly codec: Codec<GenericMessage<A>>;
  /** What the commands do, as it follows "Cannot" in error messages. */
  readonly actions?: Readonly<Record<number, string>>;
  /** Which object a request is about, for error messages: no secrets. */
  readonly subject?: (
    attributes: A,
    nameOf: (index: number) => string | undefined,
  ) => string | undefined;
}

function question(action: string, attributes: ControlAttributes) {
  return {
    action,
    type: GENL_ID_CTRL,
    codec: controlMessage,
    message: { cmd: CTRL_CMD_GETFAMILY, version: 1, reserved: 0, attributes },
  };
}

/**
 * Converts what the controller reports of a family.
 *
 * @param attributes What it reports.
 * @returns The same.
 */
export function toFamilyInfo(attributes: ControlAttributes): FamilyInfo {
  const groups: Record<string, number> = {};
  for (const { name = "", id = 0 } of attributes.mcastGroups ?? []) {
    groups[name] = id;
  }
  return {
    name: attributes.familyName ?? "",
    id: attributes.familyId ?? 0,
    version: attributes.version ?? 0,
    headerSize: attributes.hdrsize ?? 0,
    maxAttribute: attributes.maxattr ?? 0,
    commands: (attributes.ops ?? []).map(({ id = 0, flags = 0 }) => ({
      id,
      flags,
    })),
    groups,
    attributes,
  };
}

/**
 * Asks for a family by name.
 *
 * @param connection Where to ask.
 * @param name The name.
 * @param options How to ask.
 * @returns The family.
 * @throws {NetlinkError} If there is no such family (`ENOENT`).
 */
export async function resolveFamily(
  connection: Connection,
  name: string,
  options: RequestOptions = {},
): Promise<FamilyInfo> {
  const { attributes } = await connection.get(
    question(`find family ${name}`, { familyName: name }),
    options,
  );
  return toFamilyInfo(attributes);
}

/**
 * Asks for all families.
 *
 * @param connection Where to ask.
 * @param options How to ask.
 * @returns The families.
 */
export async function* listFamilies(
  connection: Connection,
  options: DumpOptions = {},
): AsyncGenerator<FamilyInfo, void> {
  for await (
    const { attributes } of connection.dump(
      question("list families", {}),
      options,
    )
  ) {
    yield toFamilyInfo(attributes);
  }
}

/** What the kernel has reported of a family. */
export interface KnownFamily {
  /** The family; `undefined` before the first request. */
  info?: FamilyInfo;
}

/**
 * Sends requests to a family, whose message type is looked up before the first.
 *
 * @typeParam A The attributes of its messages.
 */
export class GenericFamily<A> {
  readonly #connection: Connection;
  readonly #definition: FamilyDefinition<A>;
  readonly #known: KnownFamily;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param definition The family.
   * @param known What was reported of the family, if other objects use it,
   * too: it is requested once for all of them.
   */
  constructor(
    connection: Connection,
    definition: FamilyDefinition<A>,
    known: KnownFamily = {},
  ) {
    this.#connection = connection;
    this.#definition = definition;
    this.#known = known;
  }

  /**
   * What the kernel reports of the family; it is requested once.
   *
   * @param options How to ask.
   * @returns The same.
   * @throws {NetlinkError} If there is no such family (`ENOENT`).
   */
  async info(options: RequestOptions = {}): Promise<FamilyInfo> {
    const { name } = this.#definition;
    return this.#known.info ??= await resolveFamily(
      this.#connection,
      name,
      options,
    );
  }

  /**
   * Has the family do something, and waits until it is done (`NLM_F_ACK`).
   *
   * @param command The command.
   * @param attributes What to do it with.
   * @param options How to ask.
   * @param nameOf Finds the names of devices, for error messages.
   * @returns The answers, if there were any.
   * @throws {NetlinkError} If the kernel refuses, or there is no such family.
   */
  async request(
    command: number,
    attributes: A,
    options: RequestOptions = {},
    nameOf?: (index: number) => string | undefined,
  ): Promise<GenericMessage<A>[]> {
    const request = await this.#request(command, attributes, options, nameOf);
    return await this.#connection.request(request, options);
  }

  /**
   * Asks the family for one object.
   *
   * @param command The command.
   * @param attributes What identifies the object.
   * @param options How to ask.
   * @returns The answer.
   * @throws {NetlinkError} If the kernel refuses, or there is no such family.
   */
  async get(
    command: number,
    attributes: A,
    options: RequestOptions = {},
  ): Promise<GenericMessage<A>> {
    const request = await this.#request(command, attributes, options);
    return await this.#connection.get(request, options);
  }

  /**
   * Asks the family for all objects.
   *
   * @param command The command.
   * @param attributes What narrows them down.
   * @param options How to ask.
   * @param nameOf Finds the names of devices, for error messages.
   * @returns The objects.
   * @throws {NetlinkError} If the kernel refuses, or there is no such family.
   */
  async *dump(
    command: number,
    attributes: A,
    options: DumpOptions = {},
    nameOf?: (index: number) => string | undefined,
  ): AsyncGenerator<GenericMessage<A>, void> {
    const request = await this.#request(command, attributes, options, nameOf);
    yield* this.#connection.dump(request, options);
  }

  async #request(
    command: number,
    attributes: A,
    options: RequestOptions,
    nameOf: NameOf = () => undefined,
  ): Promise<Request<GenericMessage<A>>> {
    const { id } = await this.info(options);
    const { codec } = this.#definition;
    return { type: id, codec, ...this.#put(command, attributes, nameOf) };
  }

  /** A message, and what it does. */
  #put(command: number, attributes: A, nameOf: NameOf) {
    const { name, version, actions, subject } = this.#definition;
    const message = { cmd: command, version, reserved: 0, attributes };
    const verb = actions?.[command] ?? `run command ${command} of ${name}`;
    const object = subject?.(attributes, nameOf);
    const action = object === undefined ? verb : `${verb} ${object}`;
    return { message, action };
  }

  /**
   * Describes requests that refer to devices which are not there.
   *
   * @param command The command.
   * @returns What describes one; its message type is 0 before the first request
   * of the family.
   */
  describing(
    command: number,
  ): (attributes: A, nameOf: NameOf) => RequestDescription {
    return (attributes, nameOf) =>
      describeRequest({
        type: this.#known.info?.id ?? 0,
        ...this.#put(command, attributes, nameOf),
      }, 0);
  }
}
