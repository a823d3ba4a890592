/**
 * Recipes for fixtures: what to set up, and of which commands to keep the
 * datagrams. `tests/fixtures/recipes.txt` has them.
 *
 * @module
 */
import {
  annotate,
  codecOf,
  decode,
  LITTLE_ENDIAN,
  NETLINK_ROUTE,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  RTM_GETLINK,
  RTM_NEWLINK,
} from "../../messages/mod.ts";
import { printHex, printJson, protocolOf } from "./fixture.ts";
import { trace, type Traced } from "./strace.ts";

/** A fixture and how to make it. */
export interface Recipe {
  /** Path of the fixture in `tests/fixtures/`, without an ending. */
  readonly name: string;
  /**
   * Lines: `> command` keeps the last request, `< command` the answers to the
   * first, `! command` those to the last; others prepare.
   */
  readonly lines: readonly string[];
}

/** A fixture's two files. */
export interface Fixture {
  /** The bytes, commented. */
  readonly hex: string;
  /** What they mean. */
  readonly json: string;
}

/**
 * Reads recipes.
 *
 * @param text Text of the file.
 * @returns The recipes.
 */
export function parseRecipes(text: string): Recipe[] {
  return text.split(/^# /m).slice(1).map((block) => {
    const [name = "", ...lines] = block.split("\n").map((line) => line.trim());
    return {
      name,
      lines: lines.filter((line) => line !== "" && !line.startsWith("//")),
    };
  });
}

/**
 * Follows a recipe in this thread's namespace.
 *
 * @param recipe The recipe.
 * @returns The fixture.
 * @throws {Error} If a command of the preparation fails.
 */
export function capture({ name, lines }: Recipe): Fixture {
  const protocol = protocolOf(name);
  const blocks: string[] = [];
  const datagrams: ReturnType<typeof decode>["messages"][] = [];
  for (const line of lines) {
    const sign = line[0];
    const command = line.slice(1).trim();
    if (sign !== ">" && sign !== "<" && sign !== "!") {
      prepare(line);
      continue;
    }
    const kept = keep(trace(command), sign, protocol);
    if (kept.length === 0) {
      throw new Error(`Cannot capture ${command}: nothing`);
    }
    for (const { sent, bytes } of kept) {
      if (sent) clearPadding(bytes, protocol);
      const title = sign === ">" ? command : `answer to ${command}`;
      blocks.push(
        printHex(bytes, `${title} (Linux ${Deno.osRelease()})`, protocol),
      );
      datagrams.push(decode(bytes, protocol).messages);
    }
  }
  return { hex: blocks.join("\n"), json: printJson(datagrams) };
}

/** Clears the padding of attributes: ip sends whatever is in its memory. */
function clearPadding(
  bytes: Uint8Array<ArrayBuffer>,
  protocol: number,
): void {
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { header } of decode(bytes, protocol).messages) {
    const start = at + NLMSG_HDRLEN;
    const end = at + view.getUint32(at, LITTLE_ENDIAN);
    for (
      const part of annotate(codecOf(header, 0, end - start, protocol), view, {
        start,
        end,
      })
    ) {
      if (part.label === "padding") bytes.fill(0, part.start, part.end);
    }
    at = end + 3 & ~3;
  }
}

function prepare(command: string): void {
  const { success, stderr } = new Deno.Command("sh", {
    args: ["-c", command],
    stdin: "null",
  }).outputSync();
  if (!success) {
    throw new Error(
      `Cannot prepare ${command}: ${new TextDecoder().decode(stderr)}`,
    );
  }
}

type Sign = ">" | "<" | "!";

/**
 * The last request, the answers to the first, or those to the last; but for
 * acknowledgements. Questions about links do not count where there are others:
 * they only look up names.
 */
function keep(
  traced: readonly Traced[],
  sign: Sign,
  protocol: number,
): Traced[] {
  const all = traced.filter(isRequest);
  const others = protocol === NETLINK_ROUTE
    ? all.filter(({ bytes }) =>
      decode(bytes).messages[0]?.header.type !== RTM_GETLINK
    )
    : all;
  const requests = others.length > 0 ? others : all;
  const request = sign === "<" ? requests[0] : requests.at(-1);
  if (request === undefined) return [];
  if (sign === ">") return [request];
  const after = traced.slice(traced.indexOf(request) + 1);
  const next = after.findIndex(({ sent }) => sent);
  return after.slice(0, next < 0 ? undefined : next).filter(({ bytes }) =>
    !decode(bytes, protocol).messages.every(({ header: { type }, body }) =>
      type === NLMSG_DONE ||
      type === NLMSG_ERROR && (body as { error?: number }).error === 0
    )
  );
}

/** Leaves out the empty request by which ip finds out what the kernel can. */
function isRequest({ sent, bytes }: Traced): boolean {
  const [message] = decode(bytes).messages;
  return sent &&
    !(message?.header.type === RTM_NEWLINK && message.header.length === 32);
}
