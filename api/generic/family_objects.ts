/**
 * Objects of families, declared property by property: lists, requests for one of
 * them, error messages and reports come from one table.
 *
 * @module
 */

import type { Attributes, Codec } from "../../messages/codec/mod.ts";
import { once } from "../../messages/codec/once.ts";
import {
  type GenericMessage,
  genericMessage,
} from "../../messages/generic/header.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import { missing, orUndefined } from "../connection/existence.ts";
import type {
  FamilyDefinition,
  FamilyInfo,
  KnownFamily,
} from "../connection/generic_family.ts";
import type { Listing } from "../connection/listing.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import {
  type Filter,
  filter,
  type FilterConditions,
} from "../mapping/filter.ts";
import {
  type Fields,
  type Mapping,
  mapping,
  originalMessage,
} from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { checkRequired } from "../mapping/properties.ts";
import { FamilyRequests } from "./family_requests.ts";

/**
 * What an object is read from.
 *
 * @typeParam A The attributes.
 */
export interface ReadFrom<A> {
  /** The message that this was read from. */
  readonly message: GenericMessage<A>;
}

/**
 * An object, as it is declared.
 *
 * @typeParam T The object.
 * @typeParam A Its attributes.
 * @typeParam F What it takes to list some.
 */
export interface FamilyObjectDeclaration<T, A, F> {
  /** Name of the family. */
  readonly family: string;
  /** Version of the family's interface that is spoken. */
  readonly version: number;
  /** What it is called in errors: `Cannot get …`. */
  readonly noun: string;
  /** Codec of the attributes. */
  readonly codec: Codec<A>;
  /** The command that asks for it. */
  readonly get: number;
  /** What other commands do, as it follows "Cannot" in errors. */
  readonly actions?: Readonly<Record<number, string>>;
  /** Which object a request is about, for error messages: no secrets. */
  readonly subject?: FamilyDefinition<A>["subject"];
  /** How its properties are read and written. */
  readonly fields: () => Fields<Omit<T, "message">, A>;
  /** Which properties name one, and the attributes that these become. */
  readonly key?: {
    readonly [P in keyof T]?: keyof A;
  };
  /** What lists are filtered by. */
  readonly filter: () => FilterConditions<F, GenericMessage<A>>;
  /** What every request for a list has. */
  readonly request?: () => A;
  /** Error codes that mean that there is none. */
  readonly missing?: readonly string[];
}

/**
 * An object.
 *
 * @typeParam T The object.
 * @typeParam A Its attributes.
 * @typeParam F What it takes to list some.
 */
export interface FamilyObject<T, A, F>
  extends Omit<FamilyObjectDeclaration<T, A, F>, "fields" | "filter"> {
  /** How its properties are read and written. */
  readonly mapping: Mapping<T, A>;
  /** What lists are filtered by. */
  readonly filter: Filter<F, GenericMessage<A>>;
  /** Its messages, and what its commands do. */
  readonly definition: FamilyDefinition<A>;
  /** Reads it. */
  readonly read: (message: GenericMessage<A>) => T;
}

/**
 * Declares an object.
 *
 * @typeParam T The object.
 * @typeParam A Its attributes.
 * @typeParam F What it takes to list some.
 * @param declaration The object.
 * @returns The object.
 */
export function familyObject<
  T extends ReadFrom<A>,
  A extends Attributes,
  F extends object = Record<never, never>,
>(declaration: FamilyObjectDeclaration<T, A, F>): FamilyObject<T, A, F> {
  const { fields, filter: conditions, ...rest } = declaration;
  const { family, version, codec, noun, get, actions, subject } = rest;
  const made = once(() =>
    mapping<T, A>(
      { ...fields(), message: originalMessage } as unknown as Fields<T, A>,
      codec,
    )
  );
  return {
    ...rest,
    get mapping() {
      return made();
    },
    filter: filter<F, GenericMessage<A>>(conditions, () => ({
      cmd: get,
      version,
      reserved: 0,
      attributes: rest.request?.() ?? {} as A,
    })),
    definition: {
      name: family,
      version,
      codec: genericMessage(codec),
      actions: { ...actions, [get]: `get ${noun}` },
      ...subject !== undefined && { subject },
    },
    read: (message) =>
      withMessage(made().fromKernel(message.attributes), message),
  };
}

/**
 * Objects of a family that can be listed.
 *
 * @typeParam T The objects.
 * @typeParam F What it takes to list some.
 * @typeParam A Their attributes.
 */
export class FamilyList<T, F extends object, A extends Attributes> {
  /** Requests of the family. */
  protected readonly requests: FamilyRequests<A>;
  /** How they are declared. */
  protected readonly object: FamilyObject<T, A, F>;

  /**
   * Makes the methods.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up.
   * @param object How they are declared.
   * @param known What was reported of the family: it is requested once for all
   * of its objects.
   */
  constructor(
    connection: Connection,
    routing: Connection,
    object: FamilyObject<T, A, F>,
    known?: KnownFamily,
  ) {
    this.requests = new FamilyRequests(
      connection,
      routing,
      object.definition,
      known,
    );
    this.object = object;
  }

  /**
   * Asks for the family; it is requested once.
   *
   * @param options How to ask.
   * @returns The family.
   * @throws {NetlinkError} If the kernel has no such family (`ENOENT`).
   */
  async info(options: RequestOptions = {}): Promise<FamilyInfo> {
    return await this.requests.family.info(options);
  }

  /**
   * Lists objects.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns The objects.
   * @throws {TypeError} If a condition is wrong.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel has no such family (`ENOENT`), or
   * refuses.
   */
  list(filter: F = {} as F, options: DumpOptions = {}): Listing<T> {
    const { get, filter: declared, read } = this.object;
    return this.requests.list(
      { command: get, filter: declared, read },
      filter,
      options,
    );
  }
}

/**
 * Objects of a family that can be listed, and asked for one by one.
 *
 * @typeParam T The objects.
 * @typeParam K What names one.
 * @typeParam F What it takes to list some.
 * @typeParam A Their attributes.
 */
export class FamilyObjects<
  T,
  K extends object,
  F extends object,
  A extends Attributes,
> extends FamilyList<T, F, A> {
  /**
   * Gets an object.
   *
   * @param key The object.
   * @param options How to ask.
   * @returns The object.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such object, or the kernel has no
   * such family (`ENOENT`).
   */
  async get(key: K, options: RequestOptions = {}): Promise<T> {
    const { get, read } = this.object;
    const reply = await this.requests.send(
      get,
      (fieldPath) => this.keyOf(key, fieldPath),
      options,
    );
    return read(reply!);
  }

  /**
   * Gets an object, if it is there.
   *
   * @param key The object.
   * @param options How to ask.
   * @returns The object; `undefined` if there is none.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(key: K, options: RequestOptions = {}): Promise<T | undefined> {
    return await orUndefined(
      this.get(key, options),
      missing(...this.object.missing ?? []),
    );
  }

  /**
   * The attributes that name an object.
   *
   * @param key The object; what else it has is checked, and not sent.
   * @param fieldPath Where it stands.
   * @returns The attributes.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   */
  protected keyOf(key: K, fieldPath: FieldPath): A {
    const { key: names = {}, mapping } = this.object;
    const all = mapping.toKernel(key as unknown as T, fieldPath);
    checkRequired(key, Object.keys(names) as never[], fieldPath);
    const attributes = {} as A;
    for (const name of Object.values(names) as (keyof A)[]) {
      attributes[name] = all[name];
    }
    return attributes;
  }
}
