/**
 * Methods of objects of families that are declared by `familyObject()`.
 *
 * @module
 */

import type { Attributes } from "../../messages/codec/mod.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import {
  type DeleteOptions,
  type IsMissing,
  missing,
  orUndefined,
} from "../object/existence.ts";
import type { FamilyInfo } from "../connection/generic_family.ts";
import type { Listing } from "../connection/listing.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { FamilyObject } from "./family_object.ts";
import type { FamilyRequests } from "./family_requests.ts";

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
   * @param requests Requests of the family.
   * @param object How they are declared.
   */
  constructor(requests: FamilyRequests<A>, object: FamilyObject<T, A, F>) {
    this.requests = requests;
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
    return this.requests.list(this.object, filter, options);
  }
}

/**
 * Objects of a family that can be listed, and asked for one by one.
 *
 * @typeParam T The objects.
 * @typeParam K What identifies one.
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
    return await orUndefined(this.get(key, options), this.isMissing);
  }

  /** Recognizes the errors that mean that there is no such object. */
  protected get isMissing(): IsMissing {
    return missing(...this.object.missing ?? []);
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
    const { key: names = {}, optional = [], mapping } = this.object;
    const all = mapping.toKernel(key as unknown as T, fieldPath);
    const required = Object.keys(names).filter((name) =>
      !optional.includes(name as keyof T)
    );
    checkRequired(key, required as never[], fieldPath);
    const attributes = {} as A;
    for (const name of Object.values(names).flat() as (keyof A)[]) {
      if (all[name] !== undefined) attributes[name] = all[name];
    }
    return attributes;
  }
}

/**
 * How objects are added and deleted.
 *
 * @typeParam S What it takes to add one.
 * @typeParam A Its attributes.
 */
export interface FamilyEdits<S, A> {
  /** The command that adds one. */
  readonly add: number;
  /** What a new one has to have. */
  readonly required: readonly (keyof S & string)[];
  /** What is sent of a new one beside its properties. */
  readonly complete?: (attributes: A) => A;
  /** The command that deletes one. */
  readonly delete: number;
}

/**
 * Objects of a family that can be listed, asked for one by one, added and
 * deleted.
 *
 * @typeParam T The objects.
 * @typeParam S What it takes to add one.
 * @typeParam K What identifies one.
 * @typeParam F What it takes to list some.
 * @typeParam A Their attributes.
 */
export class EditableFamilyObjects<
  T,
  S extends object,
  K extends object,
  F extends object,
  A extends Attributes,
> extends FamilyObjects<T, K, F, A> {
  readonly #edits: FamilyEdits<S, A>;

  /**
   * Makes the methods.
   *
   * @param requests Requests of the family.
   * @param object How they are declared.
   * @param edits How they are added and deleted.
   */
  constructor(
    requests: FamilyRequests<A>,
    object: FamilyObject<T, A, F>,
    edits: FamilyEdits<S, A>,
  ) {
    super(requests, object);
    this.#edits = edits;
  }

  /**
   * Adds an object.
   *
   * @param spec The object.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is one (`EEXIST`), what it belongs to is
   * not there, the kernel has no such family (`ENOENT`), or refuses.
   */
  async add(spec: S, options: RequestOptions = {}): Promise<void> {
    await this.requests.send(
      this.#edits.add,
      (fieldPath) => this.specOf(spec, fieldPath),
      options,
    );
  }

  /**
   * Deletes an object, and what belongs to it.
   *
   * @param key The object.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such object, or the kernel has no
   * such family (`ENOENT`).
   */
  async delete(key: K, options: DeleteOptions = {}): Promise<boolean> {
    return await this.requests.delete(
      this.#edits.delete,
      (fieldPath) => this.keyOf(key, fieldPath),
      options,
      this.isMissing,
    );
  }

  /**
   * The attributes of an object to be added.
   *
   * @param spec The object.
   * @param fieldPath Where it stands.
   * @returns The attributes.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   */
  protected specOf(spec: S, fieldPath: FieldPath): A {
    const { required, complete } = this.#edits;
    const attributes = this.object.mapping.toKernel(
      spec as unknown as T,
      fieldPath,
    );
    checkRequired(spec, required, fieldPath);
    return complete?.(attributes) ?? attributes;
  }
}
