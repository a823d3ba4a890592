/**
 * A kernel with one family of generic netlink, at the level of its messages:
 * it answers what a test gives it, or what a fixture has recorded.
 *
 * @module
 */
import { Connection } from "../../api/connection/connection.ts";
import { GenericNetlink } from "../../api/generic_netlink.ts";
import type { Writer } from "../../messages/codec/mod.ts";
import {
  controlMessage,
  CTRL_CMD_NEWFAMILY,
} from "../../messages/generic/control.ts";
import { GENL_ID_CTRL } from "../../messages/generic/header.ts";
import { genericCodec } from "../../messages/generic/registry.ts";
import {
  NLM_F_DUMP,
  NLM_F_REQUEST,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
} from "../../messages/header.ts";
import { parseHex } from "../../tools/capture/fixture.ts";
import { readerOf } from "../../tools/capture/reader.ts";
import {
  ack,
  done,
  FakeKernel,
  type FakeRequest,
  message,
} from "./fake_kernel.ts";
import { LinkKernel } from "./link_kernel.ts";

const FAMILY = 40;
const GROUP = 9;

/** Attributes by the names of their schema. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A request of the family. */
export interface FamilyRequest {
  /** The command. */
  readonly cmd: number;
  /** Whether all objects are asked for (`NLM_F_DUMP`). */
  readonly dump: boolean;
  /** The attributes. */
  readonly attributes: Attributes;
}

/** A message of the family; its command is that of the request by default. */
export interface FamilyReply {
  /** The command. */
  readonly cmd?: number;
  /** The attributes. */
  readonly attributes: Attributes;
}

/** What a request gets: messages, or an error number. */
export type FamilyAnswer = readonly FamilyReply[] | number;

/** A kernel with one family. */
export class FamilyKernel {
  readonly #family: string;
  /** The requests of the family. */
  readonly requests: FamilyRequest[] = [];
  /** The sockets for reports. */
  readonly sockets: FakeKernel[] = [];
  /** What talks to it; its links are those of {@linkcode LinkKernel}. */
  readonly generic: GenericNetlink;
  /** Answers a request. */
  answer: (request: FamilyRequest) => FamilyAnswer;

  /**
   * Makes a kernel.
   *
   * @param family Name of the family.
   * @param answer Answers a request; it is acknowledged by default.
   * @param groups Names of the family's groups, which are numbered from 9 on.
   */
  constructor(
    family: string,
    answer: (request: FamilyRequest) => FamilyAnswer = () => [],
    groups: readonly string[] = [],
  ) {
    this.#family = family;
    this.answer = answer;
    const mcastGroups = groups.map((name, i) => ({ id: GROUP + i, name }));
    const kernel = new FakeKernel((request) =>
      request.type === GENL_ID_CTRL
        ? [
          message(
            { type: GENL_ID_CTRL, sequence: request.sequence },
            (writer) =>
              controlMessage.encode(writer, {
                cmd: CTRL_CMD_NEWFAMILY,
                version: 2,
                reserved: 0,
                attributes: {
                  familyId: FAMILY,
                  familyName: family,
                  mcastGroups,
                },
              }),
          ),
          ack(request),
        ]
        : this.#serve(request)
    );
    this.generic = new GenericNetlink(
      new Connection(kernel),
      new Connection(new LinkKernel()),
      () => {
        const socket = new FakeKernel((request) => this.#serve(request));
        this.sockets.push(socket);
        return socket;
      },
    );
  }

  /** The last request of the family. */
  get last(): FamilyRequest | undefined {
    return this.requests.at(-1);
  }

  #serve(request: FakeRequest): Uint8Array<ArrayBuffer>[] {
    const { bytes, sequence, flags } = request;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const codec = genericCodec(this.#family, bytes[NLMSG_HDRLEN]!, true)!;
    const { cmd, attributes } = codec.decode(
      view,
      NLMSG_HDRLEN,
      bytes.length,
    ) as FamilyRequest;
    const dump = (flags & NLM_F_DUMP) === NLM_F_DUMP;
    const asked = { cmd, dump, attributes };
    this.requests.push(asked);
    const answer = this.answer(asked);
    if (typeof answer === "number") return [ack(request, answer)];
    return [
      ...answer.map((reply) =>
        this.#encode(reply, cmd, dump ? 2 : 0, sequence)
      ),
      dump ? done(request) : ack(request),
    ];
  }

  #encode(
    { cmd, attributes }: FamilyReply,
    command: number,
    flags: number,
    sequence: number,
  ): Uint8Array<ArrayBuffer> {
    const body = { cmd: cmd ?? command, version: 1, reserved: 0, attributes };
    const codec = genericCodec(this.#family, body.cmd, false)!;
    return message(
      { type: FAMILY, flags, sequence },
      (writer: Writer) => codec.encode(writer, body),
    );
  }

  /**
   * Reports something to all sockets for reports.
   *
   * @param cmd The command.
   * @param attributes The attributes.
   */
  report(cmd: number, attributes: Attributes): void {
    for (const socket of this.sockets) {
      if (!socket.closed) {
        socket.deliver(this.#encode({ cmd, attributes }, cmd, 0, 0));
      }
    }
  }
}

/** What a program has asked the kernel, and got. */
interface Exchange {
  readonly title: string;
  readonly request: FamilyRequest;
  readonly replies: FamilyReply[];
  error: number;
}

/** Reads the exchanges of a fixture. */
function exchangesOf(family: string): Exchange[] {
  const url = new URL(`../fixtures/generic/${family}.hex`, import.meta.url);
  const reader = readerOf(`generic/${family}`);
  const bySequence = new Map<number, Exchange>();
  let last = "";
  const all: Exchange[] = [];
  for (const block of Deno.readTextFileSync(url).split(/\n{2,}/)) {
    const title = /^# (.*?) \(Linux/.exec(block)?.[1] ?? "";
    for (const bytes of parseHex(block)) {
      // Programs that look at a datagram before they receive it get it twice.
      const hex = bytes.toHex();
      if (hex === last) continue;
      last = hex;
      for (const { header, body } of reader.decode(bytes).messages) {
        const known = bySequence.get(header.sequence);
        if (header.type === NLMSG_ERROR && known !== undefined) {
          known.error = -(body as { error: number }).error;
        }
        if (header.type <= GENL_ID_CTRL) continue;
        const { cmd, attributes } = body as FamilyRequest;
        if ((header.flags & NLM_F_REQUEST) === 0) {
          known?.replies.push({ cmd, attributes });
          continue;
        }
        const dump = (header.flags & NLM_F_DUMP) === NLM_F_DUMP;
        const request = { cmd, dump, attributes };
        const exchange = { title, request, replies: [], error: 0 };
        bySequence.set(header.sequence, exchange);
        all.push(exchange);
      }
    }
  }
  return all;
}

/** A kernel that answers only what programs have asked a real one. */
export class RecordedKernel extends FamilyKernel {
  /** The commands of which the requests were the same, one a request. */
  readonly commands: string[] = [];

  /**
   * Makes a kernel.
   *
   * @param family Name of the family, and of its fixture.
   * @param groups Names of the family's groups.
   */
  constructor(family: string, groups: readonly string[] = []) {
    const exchanges = exchangesOf(family);
    super(family, (request) => {
      const text = canonical(request);
      const found = exchanges.find(({ request }) =>
        canonical(request) === text
      );
      if (found === undefined) {
        throw new Error(`Cannot answer ${text}: no program has asked for it`);
      }
      this.commands.push(found.title);
      return found.error || found.replies;
    }, groups);
  }
}

/** Text that is equal for requests that are equal, in whatever order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, value) => {
    if (typeof value === "bigint") return `${value}n`;
    if (value instanceof Uint8Array) return value.toHex();
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return value;
    }
    return Object.fromEntries(
      Object.entries(value).filter(([, part]) => part !== undefined)
        .toSorted(([a], [b]) => a < b ? -1 : 1),
    );
  });
}

/**
 * An object without the message that it was read from.
 *
 * @param object The object.
 * @returns What else it has.
 */
export function plain<T extends object>(object: T): Omit<T, "message"> {
  const { message: _, ...rest } = object as T & { message?: unknown };
  return { ...rest } as Omit<T, "message">;
}
