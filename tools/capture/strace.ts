/**
 * Reads what `strace -e read=all -e write=all` prints of netlink sockets.
 *
 * @module
 */

/** A datagram that a traced program sent or received. */
export interface Traced {
  /** Whether the program sent it. */
  readonly sent: boolean;
  /** The bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Runs a program and notes its datagrams.
 *
 * @param command Command in the language of `sh`.
 * @returns The datagrams in order.
 * @throws {Error} If there is no `strace`.
 */
export function trace(command: string): Traced[] {
  const file = Deno.makeTempFileSync({ prefix: "trace-" });
  try {
    new Deno.Command("strace", {
      args: [
        ...["-f", "-o", file, "-e", "trace=sendmsg,sendto,recvmsg,recvfrom"],
        ...["-e", "read=all", "-e", "write=all", "sh", "-c", command],
      ],
      stdin: "null",
    }).outputSync();
    return parseTrace(Deno.readTextFileSync(file));
  } finally {
    Deno.removeSync(file);
  }
}

/**
 * Reads the output of `strace`.
 *
 * @param text The output.
 * @returns The datagrams of netlink sockets in order.
 */
export function parseTrace(text: string): Traced[] {
  const result: Traced[] = [];
  let open: { sent: boolean; bytes: number[] } | undefined;
  const close = () => {
    if (open !== undefined && open.bytes.length > 0) {
      result.push({ sent: open.sent, bytes: new Uint8Array(open.bytes) });
    }
    open = undefined;
  };
  for (const line of text.split("\n")) {
    const [, row = ""] = line.match(/^ \| [\da-f]+ {2}(.{49})/) ?? [];
    if (row !== "") {
      open?.bytes.push(
        ...row.trim().split(/\s+/).map((hex) => Number.parseInt(hex, 16)),
      );
    } else if (!line.startsWith(" ")) {
      close();
      const [, call = ""] =
        line.match(/\b(sendto|sendmsg|recvfrom|recvmsg)\(/) ??
          [];
      if (call !== "" && /nlmsg_len|AF_NETLINK/.test(line)) {
        open = { sent: call.startsWith("send"), bytes: [] };
      }
    }
  }
  close();
  return result;
}
