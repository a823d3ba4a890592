/**
 * Network namespaces, their names and their ids: `ip netns`.
 *
 * @module
 */

import { RTM_GETNSID, RTM_NEWNSID } from "../messages/nsid/constants.ts";
import { type NsidMessage, nsidMessage } from "../messages/nsid/nsid.ts";
import {
  type DirectoryChange,
  type DirectoryWatchOptions,
  watchDirectory,
} from "../socket/directory_watch.ts";
import { SocketError } from "../socket/error.ts";
import {
  addNamespace,
  attachNamespace,
  deleteNamespace,
  identifyNamespace,
  listNamespaces,
  namespaceProcesses,
  NETNS_DIRECTORY,
} from "../socket/named_namespace.ts";
import {
  inNamespace,
  type NetworkNamespace,
  openNamespace,
} from "../socket/namespace.ts";
import { closeFile } from "../socket/system.ts";
import type { InNamespace } from "./link/tuntap.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "./connection/connection.ts";
import { listDump } from "./object/list_dump.ts";
import { type Listing, listingOf } from "./connection/listing.ts";
import { readingOf } from "./reading/reading.ts";
import { integer } from "./mapping/conversions.ts";
import type { DeleteOptions } from "./object/existence.ts";
import { conditions } from "./mapping/conditions.ts";
import { type Filter, filter } from "./mapping/filter.ts";
import {
  checkOptions,
  checkRequestOptions,
  flagOption,
  signalOption,
} from "./connection/options.ts";
import { FieldPath } from "./mapping/field_path.ts";
import { withMessage } from "./mapping/origin.ts";

/** A network namespace that has a name. */
export interface NamedNamespace {
  /** Its name. */
  name: string;
  /** Its id in the namespace that was asked, if it has one there. */
  id?: number;
}

/** An id that one network namespace has for another one. */
export interface NamespaceId {
  /** The id, in the namespace that was asked about. */
  id: number;
  /** The id in the namespace that was asked, where that is another one. */
  currentId?: number;
  /** The message that this was read from. */
  readonly message: NsidMessage;
}

/** Whose ids are asked for. */
export interface NamespaceIdFilter {
  /** Id of the namespace whose ids are asked for, instead of this one's. */
  target?: number;
}

const { ask } = conditions<NsidMessage>();

const namespaceIdFilter: Filter<NamespaceIdFilter, NsidMessage> = filter({
  target: ask(
    integer(0, 0x7fffffff),
    ({ attributes }, id) => attributes.targetNsid = id,
  ),
}, () => ({ family: 0, attributes: {} }));

const processNumber = integer(1, 0x7fffffff);

/** The kernel's number for "no id yet: choose one". */
const NOT_ASSIGNED = -1;

/**
 * Network namespaces.
 *
 * Names are files in `/run/netns`; to add and delete them needs
 * `CAP_SYS_ADMIN`. Ids come from the kernel.
 *
 * @example Run a program in a new namespace
 * ```ts ignore
 * import { Rtnetlink } from "@netlink/netlink";
 *
 * using net = Rtnetlink.open();
 * net.netns.add("blue");
 * // In Node and Bun: { spawn: () => spawn("ping", ["-c1", "127.0.0.1"]) }
 * const ping = new Deno.Command("ping", { args: ["-c1", "127.0.0.1"] });
 * await net.netns.spawn("blue", ping).status;
 * ```
 */
export class NetworkNamespaces {
  readonly #connection: Connection;
  readonly #inNamespace: InNamespace;

  /**
   * Makes the object.
   *
   * @param connection Where to ask for ids.
   * @param inNamespace Enters the network namespace of the connection.
   */
  constructor(connection: Connection, inNamespace: InNamespace) {
    this.#connection = connection;
    this.#inNamespace = inNamespace;
  }

  /**
   * Lists the network namespaces that have names.
   *
   * @param options How to ask for their ids.
   * @returns Names and ids.
   */
  list(options: RequestOptions = {}): Listing<NamedNamespace> {
    return listingOf(() => this.#named(options));
  }

  async *#named(
    options: RequestOptions,
  ): AsyncGenerator<NamedNamespace, void> {
    checkRequestOptions(options);
    for (const name of listNamespaces()) {
      let id: number | undefined;
      try {
        id = await this.getId(`${NETNS_DIRECTORY}/${name}`, options);
      } catch {
        // Whatever the file is, it is no namespace (any more).
      }
      yield { name, ...id !== undefined && { id } };
    }
  }

  /**
   * Makes a network namespace.
   *
   * @param name Its name.
   * @throws {TypeError} If it cannot be a name.
   * @throws {SocketError} If there is one of the name (`EEXIST`), or without
   * the right to (`EPERM`).
   */
  add(name: string): void {
    addNamespace(name);
  }

  /**
   * Gives a name to the network namespace of a process.
   *
   * @param name The name.
   * @param pid The process.
   * @throws {TypeError} If it cannot be a name, or the process is no number.
   * @throws {SocketError} If there is one of the name, or no such process.
   */
  attach(name: string, pid: number): void {
    processNumber.toKernel(pid, FieldPath.root.at("pid"));
    attachNamespace(name, pid);
  }

  /**
   * Deletes the name of a network namespace; the namespace goes away with the
   * last process or socket in it.
   *
   * @param name The name.
   * @param options Whether there has to be one.
   * @returns Whether there was one: always, unless it need not be there.
   * @throws {SocketError} If there is none (`ENOENT`), or without the right to.
   */
  delete(
    name: string,
    options: Pick<DeleteOptions, "ifExists"> = {},
  ): boolean {
    checkOptions(options, { ifExists: flagOption });
    try {
      deleteNamespace(name);
      return true;
    } catch (error) {
      const isMissing = error instanceof SocketError && error.code === "ENOENT";
      if (options.ifExists && isMissing) return false;
      throw error;
    }
  }

  /**
   * Finds the names of a process's network namespace.
   *
   * @param pid The process; this one if it is missing.
   * @returns The names.
   * @throws {TypeError} If the process is no number.
   * @throws {SocketError} If there is no such process.
   */
  identify(pid?: number): string[] {
    if (pid !== undefined) {
      processNumber.toKernel(pid, FieldPath.root.at("pid"));
    }
    return identifyNamespace(pid);
  }

  /**
   * Finds the processes in a network namespace.
   *
   * @param name The namespace's name.
   * @returns Their numbers.
   * @throws {SocketError} If there is no such namespace.
   */
  pids(name: string): number[] {
    return namespaceProcesses(name);
  }

  /**
   * Starts a program in a network namespace. It sees the `/sys` of this
   * process; what it needs of that has to be mounted anew.
   *
   * @typeParam P The process, as the runtime has it.
   * @param netns The namespace.
   * @param command The program, such as a `Deno.Command`.
   * @returns The process.
   * @throws {SocketError} If the namespace cannot be entered.
   */
  spawn<P>(netns: NetworkNamespace, command: { spawn(): P }): P;
  /**
   * Starts a program in the network namespace of this object.
   *
   * @typeParam P The process, as the runtime has it.
   * @param command The program, such as a `Deno.Command`.
   * @returns The process.
   * @throws {SocketError} If the namespace cannot be entered.
   */
  spawn<P>(command: { spawn(): P }): P;
  spawn<P>(
    ...[first, second]:
      | [command: { spawn(): P }]
      | [netns: NetworkNamespace, command: { spawn(): P }]
  ): P {
    if (isCommand(first)) return this.#inNamespace(() => first.spawn());
    if (!isCommand(second)) {
      throw FieldPath.root.at("command").wrong(
        second,
        "an object with a method spawn() is expected",
      );
    }
    const netns = first as NetworkNamespace;
    if (netns === undefined) {
      throw FieldPath.root.at("netns").wrong(netns, "it has to be given");
    }
    return inNamespace(netns, () => second.spawn());
  }

  /**
   * The id that this network namespace has for another one.
   *
   * @param netns The other one.
   * @param options How to ask.
   * @returns The id, or `undefined` if it has none.
   * @throws {SocketError} If there is no such namespace.
   */
  async getId(
    netns: NetworkNamespace,
    options: RequestOptions = {},
  ): Promise<number | undefined> {
    const descriptor = openNamespace(netns);
    try {
      const { attributes: { nsid = NOT_ASSIGNED } } = await this.#connection
        .get({
          type: RTM_GETNSID,
          codec: nsidMessage,
          message: { family: 0, attributes: { descriptor } },
        }, options);
      return nsid < 0 ? undefined : nsid;
    } finally {
      closeFile(descriptor);
    }
  }

  /**
   * Gives another network namespace an id in this one.
   *
   * @param netns The other one.
   * @param id The id, or `auto` for one that the kernel chooses.
   * @param options How to ask.
   * @throws {RangeError} If the id is negative or too large.
   * @throws {SocketError} If there is no such namespace.
   * @throws {NetlinkError} If it has an id already (`EEXIST`), or the id is
   * taken (`ENOSPC`).
   */
  async setId(
    netns: NetworkNamespace,
    id: number | "auto",
    options: RequestOptions = {},
  ): Promise<void> {
    if (id !== "auto" && !(Number.isInteger(id) && id >= 0 && id < 2 ** 31)) {
      throw new RangeError(
        `Cannot use ${id} as the id of a network namespace: it is not between 0 and 2147483647`,
      );
    }
    const descriptor = openNamespace(netns);
    const nsid = id === "auto" ? NOT_ASSIGNED : id;
    try {
      await this.#connection.request({
        type: RTM_NEWNSID,
        codec: nsidMessage,
        message: { family: 0, attributes: { descriptor, nsid } },
      }, options);
    } finally {
      closeFile(descriptor);
    }
  }

  /**
   * Lists the ids that a network namespace has for others.
   *
   * @param filter Whose ids; this one's by default.
   * @param options How to ask.
   * @returns The ids.
   */
  ids(
    filter: NamespaceIdFilter = {},
    options: DumpOptions = {},
  ): Listing<NamespaceId> {
    return listDump(this.#connection, () => ({
      type: RTM_GETNSID,
      codec: nsidMessage,
      reply: readingOf(nsidMessage, toNamespaceId).replies(),
      message: namespaceIdFilter.select(filter, FieldPath.root).message,
    }), options);
  }

  /**
   * Watches names come and go.
   *
   * @param options When to stop.
   * @returns Changes as they happen.
   * @throws {TypeError} If an option is unknown or of the wrong sort.
   * @throws {SocketError} If names have never been used here.
   */
  watch(
    options: DirectoryWatchOptions = {},
  ): AsyncGenerator<DirectoryChange, void> {
    checkOptions(options, { signal: signalOption });
    return watchDirectory(NETNS_DIRECTORY, options);
  }
}

/** Whether a value can start a program. */
function isCommand<P>(value: unknown): value is { spawn(): P } {
  return typeof value === "object" && value !== null && "spawn" in value &&
    typeof value.spawn === "function";
}

function toNamespaceId(message: NsidMessage): NamespaceId {
  const { nsid = NOT_ASSIGNED, currentNsid } = message.attributes;
  return withMessage({
    id: nsid,
    ...currentNsid !== undefined && { currentId: currentNsid },
  }, message);
}
