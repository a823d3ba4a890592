/**
 * Recipes for fixtures: what to set up, and of which commands to keep the
 * datagrams. `tests/fixtures/recipes.txt` has them.
 *
 * @module
 */
import {
  annotate,
  decode,
  type DecodedDatagram,
  GENL_ID_CTRL,
  LITTLE_ENDIAN,
  NETLINK_GENERIC,
  NETLINK_ROUTE,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  RTM_GETLINK,
  RTM_NEWLINK,
} from "../../messages/mod.ts";
import { printHex, printJson } from "./fixture.ts";
import { type Reader, readerOf } from "./reader.ts";
import { trace, type Traced } from "./strace.ts";

/** A fixture and how to make it. */
export interface Recipe {
  /** Path of the fixture in `tests/fixtures/`, without an ending. */
  readonly name: string;
  /**
   * Lines: `> command` keeps the last request, `< command` the answers to the
   * first, `! command` those to the last, `= command` all requests and answers,
   * `~ command` what is reported without a request; others prepare.
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
  const reader = readerOf(name);
  const blocks: string[] = [];
  const datagrams: DecodedDatagram["messages"][] = [];
  for (const line of lines) {
    const sign = line[0];
    const command = line.slice(1).trim();
    if (!isSign(sign)) {
      prepare(line);
      continue;
    }
    const kept = keep(trace(command), sign, reader);
    if (kept.length === 0) {
      throw new Error(`Cannot capture ${command}: nothing`);
    }
    for (const { sent, bytes } of kept) {
      if (sent) clearPadding(bytes, reader);
      const title = titleOf(sign, command, sent);
      blocks.push(
        printHex(bytes, `${title} (Linux ${Deno.osRelease()})`, reader),
      );
      datagrams.push(reader.decode(bytes).messages);
    }
  }
  return { hex: blocks.join("\n"), json: printJson(datagrams) };
}

/** Clears the padding of attributes: ip sends whatever is in its memory. */
function clearPadding(bytes: Uint8Array<ArrayBuffer>, reader: Reader): void {
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { header } of reader.decode(bytes).messages) {
    const start = at + NLMSG_HDRLEN;
    const end = at + view.getUint32(at, LITTLE_ENDIAN);
    const command = start < end ? view.getUint8(start) : 0;
    const codec = reader.codecOf(header, 0, end - start, command);
    for (const part of annotate(codec, view, { start, end })) {
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

const SIGNS = [">", "<", "!", "=", "~"] as const;

type Sign = typeof SIGNS[number];

function isSign(sign: string | undefined): sign is Sign {
  return SIGNS.some((known) => known === sign);
}

/** How each datagram of a command is introduced. */
function titleOf(sign: Sign, command: string, sent: boolean): string {
  if (sign === ">" || sign === "=" && sent) return command;
  return sign === "~" ? `reported during ${command}` : `answer to ${command}`;
}

/**
 * Message types of each protocol that only look up names or numbers, of links
 * and of families.
 */
const LOOKUPS: Readonly<Record<number, number>> = {
  [NETLINK_ROUTE]: RTM_GETLINK,
  [NETLINK_GENERIC]: GENL_ID_CTRL,
};

/**
 * The last request, the answers to the first, or those to the last, but for
 * acknowledgements; or reports. Lookups do not count where there is something
 * else.
 */
function keep(
  traced: readonly Traced[],
  sign: Sign,
  reader: Reader,
): Traced[] {
  if (sign === "~") {
    return traced.filter(({ sent, bytes }) =>
      // Answers have the number or the port of a request.
      !sent && new DataView(bytes.buffer).getBigUint64(8) === 0n
    );
  }
  if (sign === "=") {
    return traced.filter(({ bytes }) =>
      reader.decode(bytes).messages.some(({ header: { type }, body }) =>
        type > GENL_ID_CTRL ||
        type === NLMSG_ERROR && (body as { error?: number }).error !== 0
      )
    );
  }
  const all = traced.filter(isRequest);
  const others = all.filter(({ bytes }) =>
    reader.decode(bytes).messages[0]?.header.type !== LOOKUPS[reader.protocol]
  );
  // Where a family is missing, looking it up is all that ip does.
  const isOther = others.length > 0 || reader.protocol === NETLINK_GENERIC;
  const requests = isOther ? others : all;
  const request = sign === "<" ? requests[0] : requests.at(-1);
  if (request === undefined) return [];
  if (sign === ">") return [request];
  const after = traced.slice(traced.indexOf(request) + 1);
  const next = after.findIndex(({ sent }) => sent);
  return after.slice(0, next < 0 ? undefined : next).filter(({ bytes }) =>
    !reader.decode(bytes).messages.every(({ header: { type }, body }) =>
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
