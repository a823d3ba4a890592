/**
 * The programs at the end of links.
 *
 * @module
 */

import { host } from "../../../socket/ffi_deno.ts";
import type { Context } from "../../runtime/context.ts";
import type { Io } from "../../runtime/io.ts";

/**
 * Writes which processes are attached to a link.
 *
 * @param link The link's name.
 */
export function formatProcesses({ printer, io }: Context, link: string): void {
  printer.array("processes", () => {
    for (const pid of numbers(io, "/proc")) {
      if (pid === `${host().pid}`) continue;
      for (const fd of numbers(io, `/proc/${pid}/fd`)) {
        const info = io.readTextFile(`/proc/${pid}/fdinfo/${fd}`) ?? "";
        // Only descriptors of `/dev/net/tun` name an interface.
        if (/^iff:\s*(\S+)/m.exec(info)?.[1] !== link) continue;
        const text = io.readTextFile(`/proc/${pid}/comm`);
        const program = text?.replace(/\n.*/s, "") ?? "<NULL>";
        printer.value("name", program, program);
        printer.value("pid", Number(pid), `(${pid})`);
      }
    }
  });
}

function numbers(io: Io, path: string): string[] {
  return io.readDirectory(path).filter((name) => /^\d+$/.test(name));
}
