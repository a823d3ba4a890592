/**
 * Requests of families whose objects are read and written by mappings.
 *
 * @module
 */

import type { GenericMessage } from "../../messages/generic/header.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import {
  deleteObject,
  type DeleteOptions,
  type IsMissing,
} from "../object/existence.ts";
import {
  type FamilyDefinition,
  GenericFamily,
  type KnownFamily,
} from "../connection/generic_family.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Filter } from "../mapping/filter.ts";
import { Lookup } from "../object/lookup.ts";

/**
 * Which objects to list, and how they are read.
 *
 * @typeParam A The attributes of the family's messages.
 * @typeParam F What it takes to list some.
 * @typeParam T The objects.
 */
export interface FamilyListing<A, F, T> {
  /** The command that lists them. */
  readonly get: number;
  /** Which ones. */
  readonly filter: Filter<F, GenericMessage<A>>;
  /** Reads one of them. */
  readonly read: (message: GenericMessage<A>) => T;
}

/**
 * Requests of a family; devices are looked up.
 *
 * @typeParam A The attributes of the family's messages.
 */
export class FamilyRequests<A> {
  /** The family. */
  readonly family: GenericFamily<A>;
  readonly #routing: Connection;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up.
   * @param definition The family.
   * @param known What was reported of the family, if other objects talk to it,
   * too: it is requested once for all of them.
   */
  constructor(
    connection: Connection,
    routing: Connection,
    definition: FamilyDefinition<A>,
    known?: KnownFamily,
  ) {
    this.family = new GenericFamily(connection, definition, known);
    this.#routing = routing;
  }

  /**
   * Lists all objects.
   *
   * @typeParam T The objects.
   * @param command The command that lists them.
   * @param read Reads one of them.
   * @param options How to ask.
   * @returns The objects.
   */
  all<T>(
    command: number,
    read: (message: GenericMessage<A>) => T,
    options: DumpOptions,
  ): Listing<T> {
    const { family } = this;
    return listingOf(async function* () {
      const found = family.dump(command, {} as A, options);
      for await (const message of found) yield read(message);
    });
  }

  /**
   * Lists objects.
   *
   * @param listing Which command lists them, and how they are read.
   * @param wanted Which ones.
   * @param options How to ask.
   * @returns The objects.
   */
  list<F, T>(
    listing: FamilyListing<A, F, T>,
    wanted: F,
    options: DumpOptions,
  ): Listing<T> {
    return listingOf(() => this.#listed(listing, wanted, options));
  }

  async *#listed<F, T>(
    { get, filter, read }: FamilyListing<A, F, T>,
    wanted: F,
    options: DumpOptions,
  ): AsyncGenerator<T, void> {
    using lookup = new Lookup(this.#routing, options);
    const describe = this.family.describing(get);
    const { message: request, test = () => true } = await lookup.build(
      (fieldPath) => filter.select(wanted, fieldPath),
      ({ message }, nameOf) => describe(message.attributes as A, nameOf),
    );
    const messages = this.family.dump(
      get,
      request.attributes as A,
      options,
      lookup.nameOf,
    );
    for await (const message of messages) {
      if (test(message)) yield read(message);
    }
  }

  /**
   * Sends a command.
   *
   * @param command The command.
   * @param write What to do it with.
   * @param options How to ask.
   * @returns The answer, if there is one.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async send(
    command: number,
    write: (fieldPath: FieldPath) => A,
    options: RequestOptions,
  ): Promise<GenericMessage<A> | undefined> {
    const [reply] = await this.sendAll(command, write, options);
    return reply;
  }

  /**
   * Sends a command that is answered by several messages.
   *
   * @param command The command.
   * @param write What to do it with.
   * @param options How to ask.
   * @returns The answers.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async sendAll(
    command: number,
    write: (fieldPath: FieldPath) => A,
    options: RequestOptions,
  ): Promise<GenericMessage<A>[]> {
    using lookup = new Lookup(this.#routing, options);
    const attributes = await lookup.build(
      write,
      this.family.describing(command),
    );
    return await lookup.answer(
      this.family.request(command, attributes, options, lookup.nameOf),
    );
  }

  /**
   * Deletes an object, which need not be there with `ifExists`.
   *
   * @param command The command.
   * @param write What identifies the object.
   * @param options How to ask, and whether it has to be there.
   * @param isMissing Recognizes the errors that mean that there is none.
   * @returns Whether it was there.
   */
  async delete(
    command: number,
    write: (fieldPath: FieldPath) => A,
    options: DeleteOptions,
    isMissing: IsMissing,
  ): Promise<boolean> {
    return await deleteObject(
      (rest) => this.send(command, write, rest),
      options,
      isMissing,
    );
  }
}
