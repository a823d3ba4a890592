/**
 * Names of the network namespaces that this one has ids for.
 *
 * @module
 */

import type { Context } from "./context.ts";
import { isKernelError } from "./errors.ts";
import { Unresolved } from "./link_map.ts";

/** Where `ip netns` keeps its namespaces. */
const DIRECTORY = "/var/run/netns";

/** Names of network namespaces. */
export class NamespaceNames {
  readonly #context: Context;
  #names: Map<number, string> | undefined;

  /**
   * Makes a map that knows nothing yet.
   *
   * @param context The command's context.
   */
  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * The name of a network namespace.
   *
   * @param nsid Its id here.
   * @returns Its name, or `undefined` if it has none.
   * @throws {Unresolved} If it was not looked up yet.
   */
  nameOf(nsid: number): string | undefined {
    if (this.#names !== undefined) return this.#names.get(nsid);
    throw new Unresolved(async () => {
      this.#names = await this.#load();
    });
  }

  async #load(): Promise<Map<number, string>> {
    const names = new Map<number, string>();
    const { listDirectory } = await import("./directory.ts");
    for (const name of listDirectory(DIRECTORY)) {
      const nsid = await this.#idOf(name);
      if (nsid >= 0 && !names.has(nsid)) names.set(nsid, name);
    }
    return names;
  }

  async #idOf(name: string): Promise<number> {
    const { openNamespace } = await import("../socket/namespace.ts");
    const { closeFile } = await import("../socket/system.ts");
    const { nsidMessage, RTM_GETNSID } = await import(
      "../messages/nsid/mod.ts"
    );
    let descriptor: number | undefined;
    try {
      descriptor = openNamespace(`${DIRECTORY}/${name}`);
      const connection = await this.#context.connect();
      const { attributes: { nsid } } = await connection.get({
        type: RTM_GETNSID,
        codec: nsidMessage,
        message: { family: 0, attributes: { descriptor } },
      });
      return nsid ?? -1;
    } catch (error) {
      if (!isKernelError(error) && descriptor !== undefined) throw error;
      return -1;
    } finally {
      if (descriptor !== undefined) closeFile(descriptor);
    }
  }
}
