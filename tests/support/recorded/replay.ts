/**
 * Plays recordings back: our program talks to what was recorded.
 *
 * @module
 */
import type { AnyProgram, Open } from "../../../cli/runtime/context.ts";
import type { Io } from "../../../cli/runtime/io.ts";
import { connectionOn } from "../../../cli/runtime/open.ts";
import { NETLINK_ROUTE } from "../../../messages/families.ts";
import type { Datagram, Transport } from "../../../socket/transport.ts";
import { difference, mask } from "../../differential/compare.ts";
import { runOurs } from "../../differential/ours.ts";
import {
  describeRequest,
  type Input,
  type Inputs,
  type Recording,
  type Session,
} from "./recording.ts";

/**
 * Plays a recording back.
 *
 * @param program The program.
 * @param recording The recording.
 * @returns What was different, or `undefined` if all was equal.
 */
export async function replay(
  program: AnyProgram,
  recording: Recording,
): Promise<string | undefined> {
  const { words, masked, expected, sessions, inputs } = recording;
  let first: string | undefined;
  const differ = (what: string) => void (first ??= what);
  const transports: Player[] = [];
  const open: Open = ({ netns }, io, protocol = NETLINK_ROUTE) => {
    const session = sessions[transports.length];
    if (session?.protocol !== protocol || session.netns !== netns) {
      differ(`opens a socket of protocol ${protocol} in ${netns ?? "place"}`);
    }
    const player = new Player(session?.turns ?? [], differ);
    transports.push(player);
    return Promise.resolve(connectionOn(player, io));
  };
  const { code, stdout, stderr } = await runOurs(
    program,
    words,
    replayIo(inputs, differ),
    open,
  );
  if (transports.length < sessions.length) differ("opens fewer sockets");
  for (const player of transports) player.end();
  for (const [name, output] of Object.entries({ stdout, stderr })) {
    const what = difference(
      expected[name as "stdout" | "stderr"],
      mask(output, masked),
    );
    if (what !== undefined) differ(`${name}, ${what}`);
  }
  if (code !== expected.code) differ(`exit code ${code}, not ${expected.code}`);
  return first;
}

/** How many turns of the event loop nothing may come. */
const PATIENCE = 20;

/** A socket that expects what was sent, and hands out what was received. */
class Player implements Transport {
  readonly #turns: Session["turns"];
  readonly #differ: (what: string) => void;
  readonly #queue: Uint8Array<ArrayBuffer>[] = [];
  #at = 0;

  constructor(turns: Session["turns"], differ: (what: string) => void) {
    this.#turns = turns;
    this.#differ = differ;
  }

  send(datagram: Uint8Array<ArrayBuffer>): void {
    const turn = this.#turns[this.#at++];
    const expected = turn?.sent.toHex() ?? "nothing";
    const sent = datagram.toHex();
    if (sent !== expected) {
      this.#differ(`request ${this.#at}, ${difference(expected, sent)}`);
    }
    this.#queue.push(...turn?.received ?? []);
  }

  tryReceive(): Datagram | undefined {
    const bytes = this.#queue.shift()?.slice();
    return bytes && { bytes, sender: 0, groups: 0 };
  }

  async readable(): Promise<void> {
    for (let i = 0; i < PATIENCE && this.#queue.length === 0; i++) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (this.#queue.length > 0) return;
    this.#differ("waits for more than was recorded");
    throw new Error("Cannot wait: nothing comes any more");
  }

  /** Checks that all was sent and received. */
  end(): void {
    if (this.#at < this.#turns.length) {
      this.#differ(`sends ${this.#at} requests of ${this.#turns.length}`);
    }
  }

  join(): void {
    this.#differ("joins a multicast group");
  }

  leave(): void {}
  ref(): void {}
  unref(): void {}
  [Symbol.dispose](): void {}
}

/** A world that has what was read, and nothing else. */
function replayIo(inputs: Inputs, differ: (what: string) => void): Io {
  const find = (way: string, where: string): Input => {
    const key = `${way} ${where}`;
    if (!inputs.has(key)) differ(`reads ${key}`);
    return inputs.get(key);
  };
  const text = (way: string, where: string) =>
    find(way, where) as string | undefined;
  return {
    isTerminal: false,
    inputIsTerminal: false,
    out: () => {},
    err: () => {},
    lines: () => [],
    input: () => new Uint8Array(),
    env: (name) => text("env", name),
    mayRead: (path) => find("readable", path) === true,
    whyNot: (path) => text("reason", path) ?? "",
    readTextFile: (path) => text("file", path),
    readFile: (path) => {
      const hex = text("bytes", path);
      return hex === undefined ? undefined : Uint8Array.fromHex(hex);
    },
    lookup: {
      protocolNumber(name) {
        const number = text("protocol", name);
        return number === undefined ? undefined : Number(number);
      },
      protocolName: (number) => text("protocol-name", `${number}`),
      hostName: (address) => text("host", address.toHex()),
    },
    readDirectory: (path) => [
      ...find("directory", path) as readonly string[] ?? [],
    ],
    control(request) {
      const [errno = "", data = ""] =
        text("ioctl", describeRequest(request))?.split(" ") ?? [];
      return { errno: Number(errno), data: Uint8Array.fromHex(data) };
    },
  };
}
