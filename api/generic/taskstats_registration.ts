/**
 * Sockets that the kernel reports exiting tasks to: it sends the reports to
 * those that have asked for them, and not to a multicast group.
 *
 * @module
 */

import { LITTLE_ENDIAN, Writer } from "../../messages/codec/mod.ts";
import {
  type GenericMessage,
  genericMessage,
} from "../../messages/generic/header.ts";
import {
  TASKSTATS_CMD_GET,
  TASKSTATS_GENL_VERSION,
  type TaskstatsRequest,
  taskstatsRequest,
} from "../../messages/generic/taskstats.ts";
import { NLMSG_HDRLEN } from "../../messages/header.ts";
import { readWholeFile } from "../../socket/read_file.ts";
import type { Datagram, Transport } from "../../socket/transport.ts";
import { Connection } from "../connection/connection.ts";
import { type Request, writeRequest } from "../connection/request.ts";
import type { RequestOptions } from "../connection/connection.ts";

const codec = genericMessage(taskstatsRequest);

function requestOf(
  type: number,
  attributes: TaskstatsRequest,
): Request<GenericMessage<TaskstatsRequest>> {
  return {
    type,
    codec,
    message: {
      cmd: TASKSTATS_CMD_GET,
      version: TASKSTATS_GENL_VERSION,
      reserved: 0,
      attributes,
    },
    action: `watch tasks that exit on processors ${
      attributes.registerCpumask ?? attributes.deregisterCpumask
    }`,
  };
}

/**
 * Names all processors that there can be.
 *
 * @returns Their numbers, such as `0-7`; `all`, which Linux 5.13 and newer
 * support, if they cannot be read.
 */
export function possibleProcessors(): string {
  try {
    const bytes = readWholeFile("/sys/devices/system/cpu/possible");
    return new TextDecoder().decode(bytes).trim() || "all";
  } catch {
    return "all";
  }
}

/** A socket that the kernel reports exiting tasks to, as long as it is open. */
export class TaskRegistration implements Transport {
  readonly #transport: Transport;
  readonly #family: number;
  readonly #processors: string;
  /** Reports that came before the kernel's answer. */
  readonly #early: Datagram[] = [];
  #registered = false;

  private constructor(
    transport: Transport,
    family: number,
    processors: string,
  ) {
    this.#transport = transport;
    this.#family = family;
    this.#processors = processors;
  }

  /**
   * Has the kernel report to a socket.
   *
   * @param transport The socket; it is closed with the registration, and if
   * the kernel refuses.
   * @param family Message type of the family.
   * @param processors The processors whose tasks to report, such as `0-3,7`.
   * @param options How to ask.
   * @returns What receives the reports.
   * @throws {NetlinkError} If the kernel refuses.
   */
  static async start(
    transport: Transport,
    family: number,
    processors: string,
    options: RequestOptions,
  ): Promise<TaskRegistration> {
    const made = new TaskRegistration(transport, family, processors);
    try {
      await new Connection(made).request(
        requestOf(family, { registerCpumask: processors }),
        options,
      );
    } catch (error) {
      transport[Symbol.dispose]();
      throw error;
    }
    made.#registered = true;
    return made;
  }

  /** Sends a datagram. */
  send(datagram: Uint8Array<ArrayBuffer>): void {
    this.#transport.send(datagram);
  }

  /** Takes a datagram if one is waiting. */
  tryReceive(): Datagram | undefined {
    if (this.#registered) {
      return this.#early.shift() ?? this.#transport.tryReceive();
    }
    for (;;) {
      const datagram = this.#transport.tryReceive();
      if (datagram === undefined || !this.#isReport(datagram)) return datagram;
      this.#early.push({ ...datagram, bytes: datagram.bytes.slice() });
    }
  }

  #isReport({ bytes }: Datagram): boolean {
    return bytes.length >= NLMSG_HDRLEN &&
      new DataView(bytes.buffer, bytes.byteOffset)
          .getUint16(4, LITTLE_ENDIAN) === this.#family;
  }

  /** Waits until a receive may succeed. */
  async readable(signal?: AbortSignal): Promise<void> {
    if (this.#registered && this.#early.length > 0) return;
    await this.#transport.readable(signal);
  }

  /** Joins a multicast group. */
  join(group: number): void {
    this.#transport.join(group);
  }

  /** Leaves a multicast group. */
  leave(group: number): void {
    this.#transport.leave(group);
  }

  /** Lets waiting keep the process alive. */
  ref(): void {
    this.#transport.ref();
  }

  /** Keeps waiting from keeping the process alive. */
  unref(): void {
    this.#transport.unref();
  }

  /** Ends the reports, and closes the socket. */
  [Symbol.dispose](): void {
    if (this.#registered) {
      this.#registered = false;
      const writer = new Writer();
      const attributes = { deregisterCpumask: this.#processors };
      writeRequest(writer, requestOf(this.#family, attributes), 0);
      try {
        this.#transport.send(writer.finish());
      } catch {
        // The kernel forgets sockets that are closed, too.
      }
    }
    this.#transport[Symbol.dispose]();
  }
}
