/**
 * The choice between the runtimes, where all of them are loaded: in the npm
 * package this takes the place of the choice in `ffi_deno.ts`.
 *
 * @module
 */

import { UnsupportedError } from "./error.ts";
import type { Ffi } from "./ffi.ts";
import { ffiOfBun } from "./ffi_bun.ts";
import { ffiOfDeno, isDeno } from "./ffi_deno.ts";
import { ffiOfNode } from "./ffi_node.ts";
import type { Host } from "./host.ts";
import { hostOfNode } from "./host_node.ts";

/** The oldest versions that this runs with. */
const OLDEST = { node: [22, 3], bun: [1, 2] } as const;

/** What a runtime reports about itself, as `process` has it. */
export interface Versions {
  /** Operating system, such as `linux`. */
  readonly platform: string;
  /** Versions of the runtime and its parts. */
  readonly versions: {
    readonly node?: string;
    readonly bun?: string;
    readonly deno?: string;
  };
}

let chosen: Ffi | undefined;
let around: Host | undefined;

/**
 * How this runtime calls C.
 *
 * @returns How.
 * @throws {UnsupportedError} If it cannot: it is too old, or no runtime that
 * has sockets.
 */
export function ffi(): Ffi {
  return chosen ??= choose();
}

/**
 * What the command line needs of this runtime.
 *
 * @returns It.
 * @throws {UnsupportedError} If it is too old, or no runtime that has it.
 */
export function host(): Host {
  if (around === undefined) {
    if (isDeno()) around = Deno;
    else {
      runtimeOf(processHere());
      around = hostOfNode();
    }
  }
  return around;
}

function choose(): Ffi {
  if (isDeno()) return ffiOfDeno;
  return runtimeOf(processHere()) === "bun" ? ffiOfBun() : ffiOfNode();
}

function processHere(): Versions | undefined {
  return (globalThis as { process?: Versions }).process;
}

/**
 * Finds out which runtime this is.
 *
 * @param process What it reports about itself, if anything.
 * @returns The runtime.
 * @throws {UnsupportedError} If it is too old, or unknown.
 */
export function runtimeOf(process: Versions | undefined): "node" | "bun" {
  const { node, bun } = process?.versions ?? {};
  if (process === undefined || (node === undefined && bun === undefined)) {
    throw new UnsupportedError(
      "platform",
      "Cannot open a netlink socket: this is neither Deno nor Node nor Bun",
    );
  }
  if (process.platform !== "linux" && process.platform !== "android") {
    throw new UnsupportedError(
      "platform",
      `Cannot open a netlink socket: netlink is a part of Linux, and this is ${process.platform}`,
    );
  }
  const [name, label, version] = bun !== undefined
    ? ["bun", "Bun", bun] as const
    : ["node", "Node", node!] as const;
  const [major, minor] = OLDEST[name];
  const [a = 0, b = 0] = version.split(".").map(Number);
  if (a < major || (a === major && b < minor)) {
    throw new UnsupportedError(
      "runtime",
      `Cannot open a netlink socket: ${label} ${version} is too old, ` +
        `it has to be ${major}.${minor} or newer`,
    );
  }
  return name;
}
