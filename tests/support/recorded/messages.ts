/**
 * Datagrams as names of messages, so that each message is written once.
 *
 * Sequence numbers and port ids are left out: requests of a socket are numbered
 * from 1, and answers have the number of the last request unless they state
 * otherwise (`NAME@5`).
 *
 * @module
 */
import { NLMSG_DONE, NLMSG_ERROR } from "../../../messages/header.ts";
import { messageType } from "../../../messages/registry.ts";

const TYPE = 4;
const SEQUENCE = 8;
const PORT = 12;
/** Size of a message's header, `struct nlmsghdr`. */
const HEADER = 16;
/** Sequence number of the request inside of an error. */
const SEQUENCE_IN_ERROR = HEADER + 4 + SEQUENCE;

/** Messages by their names, which are digests. */
export class MessagePool {
  readonly #messages = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #types = new Map<string, string>();

  /**
   * Names the messages of a datagram, and adds them.
   *
   * @param datagram The datagram.
   * @param protocol Netlink protocol, `NETLINK_*`.
   * @param next Sequence number of each message that is not to be noted.
   * @returns The names.
   */
  add(
    datagram: Uint8Array<ArrayBuffer>,
    protocol: number,
    next: (at: number) => number,
  ): string[] {
    return split(datagram).map((message, index) => {
      if (message.length < HEADER) return this.#name(message, "rest");
      const sequence = view(message).getUint32(SEQUENCE, true);
      const name = this.#name(
        renumber(message, sequence, 0),
        typeOf(message, protocol),
      );
      return sequence === next(index) ? name : `${name}@${sequence}`;
    });
  }

  #name(message: Uint8Array<ArrayBuffer>, type: string): string {
    for (let salt = 0;; salt++) {
      const name = digest(message, salt);
      const other = this.#messages.get(name);
      if (other === undefined) this.#messages.set(name, message);
      else if (other.toHex() !== message.toHex()) continue;
      this.#types.set(name, type);
      return name;
    }
  }

  /**
   * Makes a datagram.
   *
   * @param names Names of its messages.
   * @param next Sequence number of each message that has none noted.
   * @returns The datagram.
   */
  datagram(
    names: readonly string[],
    next: (at: number) => number,
  ): Uint8Array<ArrayBuffer> {
    const parts = names.map((word, index) => {
      const [name = "", number] = word.split("@");
      const message = this.#messages.get(name);
      if (message === undefined) throw new Error(`Cannot find message ${name}`);
      const sequence = number === undefined ? next(index) : Number(number);
      return [...renumber(message, 0, sequence)];
    });
    return Uint8Array.from(parts.flat());
  }

  /** @returns The messages as lines: name, type and bytes. */
  print(): string[] {
    return [...this.#messages]
      .map(([name, bytes]) =>
        `${name} ${this.#types.get(name)} ${printHex(bytes)}`
      )
      .sort();
  }

  /**
   * Reads a line that was printed.
   *
   * @param line The line.
   */
  parse(line: string): void {
    const [name = "", , hex = ""] = line.split(" ");
    this.#messages.set(name, parseHex(hex));
  }
}

/** What is no message, or not a whole one, stays with the one before. */
function split(datagram: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const messages: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < datagram.length;) {
    const rest = datagram.slice(at);
    const length = rest.length < HEADER ? 0 : view(rest).getUint32(0, true);
    const end = length < HEADER ? rest.length : (length + 3) & ~3;
    messages.push(rest.slice(0, end));
    at += end;
  }
  return messages;
}

function renumber(
  message: Uint8Array<ArrayBuffer>,
  from: number,
  to: number,
): Uint8Array<ArrayBuffer> {
  const copy = message.slice();
  if (copy.length < HEADER) return copy;
  const fields = view(copy);
  fields.setUint32(SEQUENCE, to, true);
  fields.setUint32(PORT, 0, true);
  if (
    fields.getUint16(TYPE, true) === NLMSG_ERROR &&
    copy.length >= SEQUENCE_IN_ERROR + 4 &&
    fields.getUint32(SEQUENCE_IN_ERROR, true) === from
  ) fields.setUint32(SEQUENCE_IN_ERROR, to, true);
  return copy;
}

function view(bytes: Uint8Array<ArrayBuffer>): DataView<ArrayBuffer> {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** FNV-1a. */
function digest(bytes: Uint8Array, salt: number): string {
  let hash = 0x811c9dc5 + salt;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** The name of a message's type, for whoever reads the file. */
function typeOf(bytes: Uint8Array<ArrayBuffer>, protocol: number): string {
  const type = view(bytes).getUint16(TYPE, true);
  if (type === NLMSG_ERROR) return "NLMSG_ERROR";
  if (type === NLMSG_DONE) return "NLMSG_DONE";
  return messageType(protocol, type)?.name ?? `${protocol}/${type}`;
}

/** Runs of zeros are written as their length in bytes, between underscores. */
function printHex(bytes: Uint8Array): string {
  return bytes.toHex()
    .replaceAll(/../g, "$& ")
    .replaceAll(/(?:00 ){4,}/g, (run) => `_${run.length / 3}_`)
    .replaceAll(" ", "");
}

function parseHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromHex(
    text.replaceAll(/_(\d+)_/g, (_, count) => "00".repeat(Number(count))),
  );
}
