/**
 * Names of the network namespaces that this one has ids for.
 *
 * @module
 */

import type { Connection } from "../../api/connection/connection.ts";
import type { Io } from "../runtime/io.ts";
import { isKernelError, refusal } from "../parse/errors.ts";
import { Unresolved } from "./link_map.ts";

/** Where `ip netns` keeps its namespaces. */
const NETNS_DIRECTORY = "/run/netns";

/** What it takes to look names up. */
interface Access {
  /** Where what the kernel refuses is reported. */
  readonly io: Io;
  /** Opens the connection to rtnetlink, or returns the one that is open. */
  connect(): Promise<Connection>;
}

/** Names of network namespaces. */
export class NamespaceNames {
  readonly #access: Access;
  readonly #names = new Map<number, string>();
  #loaded = false;
  /** Whether there was nothing to look up when that was last tried. */
  #absent = false;

  /**
   * Makes an empty map.
   *
   * @param access How to look names up.
   */
  constructor(access: Access) {
    this.#access = access;
  }

  /**
   * The name of a network namespace.
   *
   * @param nsid Its id here.
   * @returns Its name, or `undefined` if it has none.
   * @throws {Unresolved} If it was not looked up yet.
   */
  nameOf(nsid: number): string | undefined {
    const name = this.#names.get(nsid);
    if (name !== undefined || this.#loaded || this.#absent) return name;
    throw new Unresolved(() => this.load());
  }

  /**
   * Whether the name of a network namespace was looked up, and has been found.
   *
   * @param nsid Its id here.
   * @returns Whether it is known.
   */
  includes(nsid: number): boolean {
    return this.#names.has(nsid);
  }

  /** Looks up the names of all network namespaces, unless that was done before. */
  async load(): Promise<void> {
    if (this.#loaded) return;
    const found = await this.#find();
    this.#absent = found === undefined;
    this.#loaded = found !== undefined;
    for (const [nsid, name] of found ?? []) {
      if (!this.#names.has(nsid)) this.#names.set(nsid, name);
    }
  }

  /** Looks names up once more if there were none before. */
  retry(): void {
    this.#absent = false;
  }

  /**
   * Looks up the name of a network namespace that has just been given its id.
   *
   * @param nsid Its id here.
   */
  async learn(nsid: number): Promise<void> {
    const name = (await this.#find(nsid))?.get(nsid);
    if (name !== undefined) this.#names.set(nsid, name);
  }

  /**
   * Forgets the name of a network namespace.
   *
   * @param nsid Its id here.
   */
  forget(nsid: number): void {
    this.#names.delete(nsid);
  }

  /** Asks for the ids of all names, up to the one that has `last`. */
  async #find(last?: number): Promise<Map<number, string> | undefined> {
    const names = new Map<number, string>();
    const { fileIdentity, listDirectory } = await import(
      "../../socket/directory.ts"
    );
    try {
      fileIdentity(NETNS_DIRECTORY);
    } catch {
      return undefined;
    }
    for (const name of listDirectory(NETNS_DIRECTORY)) {
      const nsid = await this.idOf(name);
      if (nsid >= 0 && !names.has(nsid)) names.set(nsid, name);
      if (nsid === last) break;
    }
    return names;
  }

  /**
   * Opens a network namespace.
   *
   * @param name Its name, or a path.
   * @returns A descriptor of it, which whoever called has to close; `undefined` if there is none.
   */
  async open(name: string): Promise<number | undefined> {
    const { openNamespace } = await import("../../socket/namespace.ts");
    try {
      return openNamespace(
        name.includes("/") ? name : `${NETNS_DIRECTORY}/${name}`,
      );
    } catch {
      return undefined;
    }
  }

  /**
   * The id that this network namespace has for another one.
   *
   * @param name Name of the other one.
   * @returns The id; negative if there is none.
   */
  async idOf(name: string): Promise<number> {
    const descriptor = await this.open(name);
    if (descriptor === undefined) return -1;
    const { nsidMessage, RTM_GETNSID } = await import(
      "../../messages/nsid/mod.ts"
    );
    try {
      const connection = await this.#access.connect();
      const { attributes: { nsid } } = await connection.get({
        type: RTM_GETNSID,
        codec: nsidMessage,
        message: { family: 0, attributes: { descriptor } },
      });
      return nsid ?? -1;
    } catch (error) {
      if (!isKernelError(error)) throw error;
      // A file that is no namespace can be opened, too.
      this.#access.io.err(await refusal(error));
      return -1;
    } finally {
      const { closeFile } = await import("../../socket/system.ts");
      closeFile(descriptor);
    }
  }

  /**
   * The id that this network namespace has for another one; it gets one if it
   * has none.
   *
   * @param name Name of the other one.
   * @returns The id; negative if there is no such network namespace.
   */
  async idOrNewId(name: string): Promise<number> {
    const id = await this.idOf(name);
    const descriptor = id < 0 ? await this.open(name) : undefined;
    if (descriptor === undefined) return id;
    const { nsidMessage, RTM_NEWNSID } = await import(
      "../../messages/nsid/mod.ts"
    );
    try {
      const connection = await this.#access.connect();
      await connection.request({
        type: RTM_NEWNSID,
        codec: nsidMessage,
        message: { family: 0, attributes: { descriptor, nsid: -1 } },
      });
    } catch (error) {
      if (!isKernelError(error)) throw error;
      this.#access.io.err(await refusal(error));
    } finally {
      const { closeFile } = await import("../../socket/system.ts");
      closeFile(descriptor);
    }
    return this.idOf(name);
  }
}
