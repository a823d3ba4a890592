/**
 * Records what commands exchange with the world.
 *
 * @module
 */
import { type Io, processIo } from "../../../cli/runtime/io.ts";
import type { AnyProgram, Open } from "../../../cli/runtime/context.ts";
import { hostByAddress } from "../../../cli/names/host_lookup.ts";
import {
  protocolName,
  protocolNumber,
} from "../../../cli/names/ip_protocols.ts";
import { connectionOn, openSocket } from "../../../cli/runtime/open.ts";
import { NETLINK_ROUTE } from "../../../messages/families.ts";
import { controlDevice } from "../../../socket/device_control.ts";
import type { Datagram, Transport } from "../../../socket/transport.ts";
import { runOurs } from "../../differential/ours.ts";
import type { Result } from "../../differential/theirs.ts";
import {
  describeRequest,
  type Input,
  type Session,
  type Tape,
} from "./recording.ts";

/** What a command did, and what it exchanged for that. */
export interface Taped extends Result {
  /** What it exchanged. */
  readonly tape: Tape;
}

/**
 * Runs our program and records what it exchanges.
 *
 * @param program The program.
 * @param words Its arguments.
 * @returns What it did.
 */
export async function runTaped(
  program: AnyProgram,
  words: readonly string[],
): Promise<Taped> {
  const tape: Tape = { sessions: [], inputs: new Map() };
  const open: Open = (options, io, protocol = NETLINK_ROUTE) => {
    const session: Session = {
      protocol,
      ...options.netns !== undefined && { netns: options.netns },
      turns: [],
    };
    tape.sessions.push(session);
    try {
      const socket = openSocket(options, protocol);
      return Promise.resolve(
        connectionOn(new Recorder(socket, session, tape), io),
      );
    } catch (error) {
      tape.problem ??= "cannot open a socket";
      return Promise.reject(error);
    }
  };
  return { ...await runOurs(program, words, recordingIo(tape), open), tape };
}

/** A socket that keeps what goes over it. */
class Recorder implements Transport {
  readonly #socket: Transport;
  readonly #session: Session;
  readonly #tape: Tape;

  constructor(socket: Transport, session: Session, tape: Tape) {
    this.#socket = socket;
    this.#session = session;
    this.#tape = tape;
  }

  send(datagram: Uint8Array<ArrayBuffer>): void {
    this.#session.turns.push({ sent: datagram.slice(), received: [] });
    this.#try("send", () => this.#socket.send(datagram));
  }

  tryReceive(): Datagram | undefined {
    const datagram = this.#try("receive", () => this.#socket.tryReceive());
    if (datagram === undefined) return undefined;
    if (datagram.sender !== 0 || datagram.groups !== 0) {
      this.#tape.problem ??= "receives notifications";
    }
    const turn = this.#session.turns.at(-1);
    if (turn === undefined) this.#tape.problem ??= "receives before it sends";
    else turn.received.push(datagram.bytes.slice());
    return datagram;
  }

  #try<T>(what: string, action: () => T): T {
    try {
      return action();
    } catch (error) {
      this.#tape.problem ??= `cannot ${what}`;
      throw error;
    }
  }

  readable(signal?: AbortSignal): Promise<void> {
    return this.#socket.readable(signal);
  }

  join(group: number): void {
    this.#tape.problem ??= "joins multicast groups";
    this.#socket.join(group);
  }

  leave(group: number): void {
    this.#socket.leave(group);
  }

  ref(): void {
    this.#socket.ref();
  }

  unref(): void {
    this.#socket.unref();
  }

  [Symbol.dispose](): void {
    this.#socket[Symbol.dispose]();
  }
}

/** The world of the process, of which is kept what is read. */
function recordingIo(tape: Tape): Io {
  const io = processIo();
  const keep = <T extends Input>(way: string, where: string, value: T): T => {
    const key = `${way} ${where}`;
    const { inputs } = tape;
    if (inputs.has(key) && `${inputs.get(key)}` !== `${value}`) {
      tape.problem ??= `reads ${where} twice, and gets different answers`;
    }
    inputs.set(key, value);
    return value;
  };
  return {
    ...io,
    env: (name) => keep("env", name, io.env(name)),
    mayRead: (path) => keep("readable", path, io.mayRead(path)),
    whyNot: (path) => keep("reason", path, io.whyNot!(path)),
    readTextFile: (path) => keep("file", path, io.readTextFile(path)),
    readFile(path) {
      const bytes = io.readFile!(path);
      keep("bytes", path, bytes?.toHex());
      return bytes;
    },
    lookup: {
      protocolNumber(name) {
        const number = protocolNumber(name);
        keep("protocol", name, number?.toString());
        return number;
      },
      protocolName: (number) =>
        keep("protocol-name", `${number}`, protocolName(number)),
      hostName: (address, family) =>
        keep("host", address.toHex(), hostByAddress(address, family)),
    },
    readDirectory: (path) => [
      ...keep("directory", path, io.readDirectory(path)),
    ],
    control(request) {
      const { errno, data } = controlDevice(request);
      keep("ioctl", describeRequest(request), `${errno} ${data.toHex()}`);
      return { errno, data };
    },
  };
}
