/**
 * BPF programs that links refer to.
 *
 * @see {@link https://man7.org/linux/man-pages/man2/bpf.2.html | bpf(2)}
 *
 * @module
 */

import type { Printer } from "../print/printer.ts";
import type { Options } from "../runtime/options.ts";
import { hexString } from "../print/format.ts";
import { Unresolved } from "./link_map.ts";

/** What is written about a program. */
export interface ProgramInfo {
  /** Name, up to 15 characters. */
  name: string;
  /** Digest of its instructions. */
  tag: Uint8Array;
  /** Whether it was compiled. */
  compiled: boolean;
  /** When it was loaded, in nanoseconds since the machine was started. */
  loadTime: bigint;
  /** Who loaded it. */
  userId: number;
  /** Id of the description of its types; 0 for none. */
  btfId: number;
}

/** Where and how programs are written. */
interface Target {
  /** Where to. */
  readonly printer: Printer;
  /** How. */
  readonly options: Pick<Options, "details">;
}

/** Writes programs, each of which is looked up once. */
export class Programs {
  readonly #known: Map<number, ProgramInfo | undefined> = new Map();

  /**
   * Writes a program.
   *
   * @param target Where and how.
   * @param id Its id.
   * @throws {Unresolved} If it was not looked up yet.
   */
  print({ printer, options }: Target, id: number): void {
    if (!this.#known.has(id)) {
      throw new Unresolved(async () => {
        const { readProgram } = await import("./bpf.ts");
        this.#known.set(id, readProgram(id));
      });
    }
    const info = this.#known.get(id);
    printer.object("prog", () => {
      printer.named("id", id);
      if (info === undefined) return;
      printer.named("name", info.name);
      printer.named("tag", hexString(info.tag));
      printer.field("jited", info.compiled ? 1 : 0);
      if (info.compiled) printer.text("jited ");
      if (!options.details) return;
      if (info.loadTime !== 0n) {
        printer.named("load_time", info.loadTime);
        printer.named("created_by_uid", info.userId);
      }
      if (info.btfId !== 0) printer.named("btf_id", info.btfId);
    });
  }
}
