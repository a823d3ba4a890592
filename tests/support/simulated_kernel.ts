/**
 * A kernel with a state of its own: it notifies listeners of changes, loses
 * notifications when they do not read, and dumps its objects a few at a time,
 * so that they can change meanwhile.
 *
 * @module
 */

import {
  type AddressMessage,
  addressMessage,
} from "../../messages/address/mod.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/mod.ts";
import {
  type NexthopMessage,
  nexthopMessage,
} from "../../messages/nexthop/mod.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/mod.ts";
import { type RuleMessage, ruleMessage } from "../../messages/rule/mod.ts";
import {
  datagram,
  done,
  FakeKernel,
  type FakeRequest,
  message,
  object,
  overflow,
} from "./fake_kernel.ts";

/** A table of the kernel's objects. */
export class Table<M> {
  readonly #kernel: SimulatedKernel;
  readonly #codec: Codec<M>;
  readonly #type: number;
  readonly #group: (message: M) => number;
  /** The objects, by the key that the test gives them. */
  readonly objects = new Map<string, M>();

  constructor(
    kernel: SimulatedKernel,
    codec: Codec<M>,
    type: number,
    group: (message: M) => number,
  ) {
    this.#kernel = kernel;
    this.#codec = codec;
    this.#type = type;
    this.#group = group;
  }

  /**
   * Adds or changes an object, and notifies the listeners unless it is quiet.
   */
  set(key: string, object: M, { flags = 0, quiet = false } = {}): void {
    this.objects.set(key, object);
    if (!quiet) this.notify(object, flags);
  }

  /** Deletes an object, and notifies the listeners unless it is quiet. */
  delete(key: string, { quiet = false } = {}): void {
    const object = this.objects.get(key);
    this.objects.delete(key);
    if (object !== undefined && !quiet) this.notify(object, 0, true);
  }

  /** Notifies the listeners about an object. */
  notify(object: M, flags = 0, deleted = false): void {
    this.#kernel.notify(
      this.#group(object),
      message(
        { type: this.#type + (deleted ? 1 : 0), flags, portId: 4242 },
        (writer) => this.#codec.encode(writer, object),
      ),
    );
  }

  /** Answers a dump: a few objects with each receive, as they are then. */
  dump(request: FakeRequest): (() => Uint8Array<ArrayBuffer>)[] {
    const keys = [...this.objects.keys()].sort();
    const chunks = Math.ceil(keys.length / this.#kernel.chunk);
    const parts = Array.from({ length: chunks }, (_, i) => () => {
      this.#kernel.onChunk(i);
      const from = keys[i * this.#kernel.chunk]!;
      const to = keys[(i + 1) * this.#kernel.chunk];
      // What is there now between the first key and the first of the next one.
      return datagram(
        ...[...this.objects.keys()].sort()
          .filter((key) => key >= from && (to === undefined || key < to))
          .map((key) =>
            object(request, this.#codec, this.objects.get(key)!, {
              type: this.#type,
              flags: 2 | this.#kernel.dumpFlags,
            })
          ),
      );
    });
    return [...parts, () => {
      this.#kernel.onChunk(chunks);
      return done(request, { flags: this.#kernel.dumpFlags });
    }];
  }
}

/** A kernel with a state of its own. */
export class SimulatedKernel {
  readonly link: Table<LinkMessage> = new Table(this, linkMessage, 16, () => 1);
  readonly address: Table<AddressMessage> = new Table(
    this,
    addressMessage,
    20,
    ({ family }) => family === 2 ? 5 : 9,
  );
  readonly route: Table<RouteMessage> = new Table(
    this,
    routeMessage,
    24,
    ({ family }) => family === 2 ? 7 : 11,
  );
  readonly rule: Table<RuleMessage> = new Table(
    this,
    ruleMessage,
    32,
    () => 8,
  );
  readonly nexthop: Table<NexthopMessage> = new Table(
    this,
    nexthopMessage,
    104,
    () => 32,
  );
  /** How many objects a datagram of a dump has. */
  chunk = 3;
  /** Flags of dumps, such as `NLM_F_DUMP_INTR`. */
  dumpFlags = 0;
  /** How many notifications wait for a listener at most. */
  capacity = Infinity;
  /** How many dumps have been asked for. */
  dumps = 0;
  /** The sockets that have been opened. */
  readonly sockets: FakeKernel[] = [];
  /** Those of them that lose everything until they have read all. */
  readonly #congested = new Set<FakeKernel>();
  /** Called before each part of a dump. */
  onChunk: (part: number) => void = () => {};

  /** Opens a socket. */
  readonly open = (): FakeKernel => {
    const socket = new FakeKernel((request) => {
      const table = [
        this.link,
        this.address,
        this.route,
        this.rule,
        this.nexthop,
      ].find((_, i) => [18, 22, 26, 34, 106][i] === request.type);
      this.dumps++;
      return table?.dump(request) ?? [done(request)];
    });
    this.sockets.push(socket);
    return socket;
  };

  /** The sockets that listen to a group. */
  #listeners(group: number): FakeKernel[] {
    return this.sockets.filter(({ groups, closed }) =>
      !closed && groups.has(group)
    );
  }

  /** Notifies the listeners of a group. */
  notify(group: number, bytes: Uint8Array<ArrayBuffer>): void {
    for (const socket of this.#listeners(group)) {
      if (socket.queued === 0) this.#congested.delete(socket);
      if (this.#congested.has(socket)) continue;
      if (socket.queued < this.capacity) {
        socket.deliver({ bytes, groups: 1 << (group - 1) });
      } else {
        this.#congested.add(socket);
        // The kernel reports the loss before what it still has.
        socket.deliverFirst(overflow());
      }
    }
  }
}

/** A link. */
export function link(
  index: number,
  more: Partial<LinkMessage> = {},
): LinkMessage {
  return {
    family: 0,
    type: 1,
    index,
    flags: 0x11043,
    change: 0,
    attributes: { name: `eth${index}`, mtu: 1500 },
    ...more,
  };
}

/** A route to an IPv4 destination, `a.b.c.d/n`. */
export function route(
  to: string,
  more: Partial<RouteMessage["attributes"]> = {},
  header: Partial<RouteMessage> = {},
): RouteMessage {
  const [destination, length] = to.split("/");
  return {
    family: to.includes(":") ? 10 : 2,
    destinationLength: Number(length),
    sourceLength: 0,
    tos: 0,
    table: 254,
    protocol: 3,
    scope: 0,
    type: 1,
    flags: 0,
    ...header,
    attributes: { table: 254, destination: destination!, ...more },
  };
}
