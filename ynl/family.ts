/**
 * A family by its specification.
 *
 * @module
 */

import type { Connection } from "../api/connection/connection.ts";
import type {
  DumpOptions,
  Request,
  RequestOptions,
} from "../api/connection/connection.ts";
import {
  type FamilyInfo,
  resolveFamily,
} from "../api/connection/generic_family.ts";
import { type Listing, listingOf } from "../api/connection/listing.ts";
import { checkOptions } from "../api/connection/options.ts";
import {
  EventMonitor,
  eventMonitorChecks,
  type EventMonitorOptions,
} from "../api/monitor/event_monitor.ts";
import type { OpenTransport } from "../api/monitor/open.ts";
import { blank } from "../messages/codec/mod.ts";
import { NETLINK_GENERIC } from "../messages/families.ts";
import { RequestChecker } from "./check/check.ts";
import { SpecCodecs, type ValuesMessage } from "./compile/compile.ts";
import type { Values } from "./compile/values.ts";
import { describe } from "./describe.ts";
import type { AnyFamily, FamilyTypes } from "./family_types.ts";
import { proposals } from "./nearest.ts";
import { findOperation, reportedOperations } from "./operations.ts";
import type { Operation, Spec } from "./spec.ts";

/** Options of {@linkcode SpecFamily.do}. */
export interface DoOptions extends RequestOptions {
  /**
   * `NLM_F_*` besides `NLM_F_REQUEST` and `NLM_F_ACK`, such as `NLM_F_CREATE`
   * (`nlmsg_flags`).
   */
  flags?: number;
}

/**
 * Something that the kernel has reported.
 *
 * @typeParam E The values by operation.
 */
export type SpecEvent<E extends FamilyTypes["events"]> = {
  [N in keyof E]: {
    /** What has happened. */
    kind: "event";
    /** The operation that it is of. */
    operation: N;
    /** What was reported. */
    values: E[N];
  };
}[keyof E];

/**
 * A family of netlink by its specification: requests are checked before they are
 * sent, and answers have the names that the specification has, in camelCase.
 *
 * Integers of 64 bits are `bigint`, and values of enumerations and flags their
 * names, or numbers where they have none. Where messages have a header of their
 * own, values are its members and `attributes`; requests may have both side by
 * side. What is chosen by another attribute, as the data of links by their kind,
 * has a property for each choice.
 *
 * @typeParam F What it takes and returns, if types have been generated.
 */
export class SpecFamily<F extends FamilyTypes = AnyFamily>
  implements Disposable {
  /** The specification. */
  readonly spec: Spec;
  readonly #connection: Connection;
  readonly #open: OpenTransport | undefined;
  readonly #codecs: SpecCodecs;
  readonly #checker: RequestChecker;
  #info: Promise<FamilyInfo> | undefined;

  /**
   * Makes the object.
   *
   * @param spec The specification.
   * @param connection A connection to its netlink protocol; it is closed with
   * this object.
   * @param open Opens a socket for reports in the same network namespace.
   */
  constructor(spec: Spec, connection: Connection, open?: OpenTransport) {
    this.spec = spec;
    this.#connection = connection;
    this.#open = open;
    this.#codecs = new SpecCodecs(spec);
    this.#checker = new RequestChecker(spec, this.#codecs);
  }

  /**
   * Has the kernel do something, or asks for one object.
   *
   * @param operation The operation.
   * @param values What to do it with.
   * @param options How to ask.
   * @returns What the kernel answers, if it does; of several answers, the first.
   * @throws {TypeError} If there is no such operation or attribute, or a value is
   * of the wrong sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses, or there is no such family.
   */
  async do<N extends keyof F["do"] & string>(
    operation: N,
    values?: F["do"][N]["request"],
    options: DoOptions = {},
  ): Promise<F["do"][N]["reply"]> {
    const { flags = 0, ...rest } = options;
    const request = this.#prepare(operation, "do", values ?? {});
    const type = await this.#type(request, rest);
    const [reply] = await this.#connection.request(
      { ...request.request, type, flags },
      rest,
    );
    return (reply && this.#values(request.operation, reply)) as F["do"][N][
      "reply"
    ];
  }

  /**
   * Asks for all objects.
   *
   * @param operation The operation.
   * @param values What narrows them down.
   * @param options How to ask.
   * @returns The objects.
   * @throws {TypeError} If there is no such operation or attribute, or a value is
   * of the wrong sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses, or there is no such family.
   */
  dump<N extends keyof F["dump"] & string>(
    operation: N,
    values?: F["dump"][N]["request"],
    options: DumpOptions = {},
  ): Listing<F["dump"][N]["reply"]> {
    const request = this.#prepare(operation, "dump", values ?? {});
    return listingOf(() => this.#dumped(request, options));
  }

  async *#dumped(
    prepared: Prepared,
    options: DumpOptions,
  ): AsyncGenerator<unknown, void> {
    const type = await this.#type(prepared, options);
    const { request, operation } = prepared;
    for await (
      const message of this.#connection.dump({ ...request, type }, options)
    ) {
      yield this.#values(operation, message);
    }
  }

  /**
   * Watches what the family reports.
   *
   * @param groups Name of a multicast group, or several; all of them by default.
   * @param options How to watch.
   * @returns The monitor, to be iterated over; it is closed when the loop over
   * it ends.
   * @throws {TypeError} If there is no such group, or an option is wrong.
   * @throws {NetlinkError} If there is no such family.
   * @throws {SocketError} If the kernel refuses.
   */
  async events(
    groups?: string | readonly string[],
    options: EventMonitorOptions = {},
  ): Promise<EventMonitor<SpecEvent<F["events"]>>> {
    checkOptions(options, eventMonitorChecks);
    if (this.#open === undefined) {
      throw new TypeError(
        "Cannot watch events: there is no way to open a socket for reports",
      );
    }
    const { signal } = options;
    const numbers = await this.#groups(signal === undefined ? {} : { signal });
    const names = groups === undefined ? Object.keys(numbers) : [groups].flat();
    const wanted = names.map((name) => {
      if (Object.hasOwn(numbers, name)) return numbers[name]!;
      throw new TypeError(
        `Cannot watch ${this.spec.name}: there is no group ${name}${
          proposals(name, Object.keys(numbers))
        }`,
      );
    });
    const operations = reportedOperations(this.spec);
    const id = this.#isGeneric ? (await this.#family({})).id : undefined;
    return new EventMonitor(
      {
        groups: wanted,
        load: () => (type, view, start, end) => {
          if (id !== undefined && (type !== id || end <= start)) {
            return undefined;
          }
          const number = id === undefined ? type : view.getUint8(start);
          const operation = operations.get(number);
          if (operation === undefined) return undefined;
          const message = this.#codecs.message(operation)
            .decode(view, start, end);
          return {
            kind: "event",
            operation: operation.name,
            values: this.#values(operation, message),
          } as unknown as SpecEvent<F["events"]>;
        },
      },
      this.#open,
      options,
    );
  }

  /**
   * Describes the family, or an operation: what it takes and returns, with the
   * texts that the specification has.
   *
   * @param operation Name of an operation; the family if it is not given.
   * @returns The description, in lines.
   * @throws {TypeError} If there is no such operation.
   */
  describe(operation?: string): string {
    return describe(this.spec, operation);
  }

  /** Whether it is a family of generic netlink. */
  get #isGeneric(): boolean {
    return this.spec.protonum === NETLINK_GENERIC;
  }

  /** A checked request without its type. */
  #prepare(name: string, mode: "do" | "dump", values: unknown): Prepared {
    const { spec } = this;
    const { operation, request: number } = findOperation(spec, name, mode);
    const { header, attributes } = this.#checker.check(operation, values);
    const codec = this.#codecs.message(operation);
    const message = blank(codec, { ...header, attributes });
    if (this.#isGeneric) {
      Object.assign(message, {
        cmd: number,
        version: spec.version ?? 1,
        reserved: 0,
      });
    }
    const action = `run ${operation.name} of ${spec.name}`;
    return { operation, number, request: { codec, message, action } };
  }

  async #type({ number }: Prepared, options: RequestOptions): Promise<number> {
    return this.#isGeneric ? (await this.#family(options)).id : number;
  }

  /** Asks for the family once, and again if that failed. */
  async #family({ signal, timeout }: RequestOptions): Promise<FamilyInfo> {
    this.#info ??= resolveFamily(this.#connection, this.spec.name, {
      ...signal && { signal },
      ...timeout !== undefined && { timeout },
    });
    try {
      return await this.#info;
    } catch (error) {
      this.#info = undefined;
      throw error;
    }
  }

  async #groups(options: RequestOptions): Promise<Record<string, number>> {
    if (this.#isGeneric) return (await this.#family(options)).groups;
    return Object.fromEntries(
      (this.spec.mcastGroups?.list ?? []).map(({ name, value = 0 }) => [
        name,
        value,
      ]),
    );
  }

  /** What a message has besides the header of generic netlink. */
  #values({ fixedHeader }: Operation, message: ValuesMessage): Values {
    if (fixedHeader === undefined) return message.attributes;
    if (!this.#isGeneric) return message;
    const { cmd: _cmd, version: _version, reserved: _reserved, ...values } =
      message;
    return values;
  }

  /** Closes the socket; requests that wait fail. */
  close(): void {
    this.#connection.close();
  }

  /** Same as {@linkcode SpecFamily.close}. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/** A checked request, whose type the controller has. */
interface Prepared {
  readonly operation: Operation;
  /** Number of the request. */
  readonly number: number;
  readonly request: Omit<Request<ValuesMessage>, "type">;
}
