/**
 * Actions that several filters can share: `tc actions`.
 *
 * @module
 */

import { blank, LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import {
  NLM_F_CREATE,
  NLM_F_ECHO,
  NLM_F_EXCL,
  NLM_F_REPLACE,
  NLM_F_ROOT,
} from "../../messages/header.ts";
import {
  type ActionEntry,
  type TcActionMessage,
  tcActionMessage,
} from "../../messages/tc/action.ts";
import {
  RTM_DELACTION,
  RTM_GETACTION,
  RTM_NEWACTION,
  TCA_FLAG_LARGE_DUMP_ON,
} from "../../messages/tc/constants.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import { NetlinkError } from "../connection/errors.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import { checkInteger, milliseconds, text } from "../mapping/conversions.ts";
import { checkIterable, FieldPath } from "../mapping/field_path.ts";
import { checkNames } from "../mapping/filter.ts";
import { Lookup } from "../object/lookup.ts";
import {
  action,
  ACTION_KIND_NAMES,
  actionNames,
  type TrafficAction,
  type TrafficActionKey,
  type TrafficActionSpec,
} from "./action_spec.ts";
import { Requester } from "../object/requester.ts";

export type * from "./action_spec.ts";

/** Which actions to list. */
export interface TrafficActionFilter {
  /** Those of this kind; by default, those of all kinds that this library has. */
  kind?: string;
  /** Those that were used in the last seconds. */
  usedWithin?: number;
}

const FILTER_NAMES: ReadonlySet<string> = new Set(
  ["kind", "usedWithin"] satisfies (keyof TrafficActionFilter)[],
);

/** The most actions of one request (`TCA_ACT_MAX_PRIO`). */
const MOST_ACTIONS = 32;

/** Actions that several filters can share: `tc actions`. */
export class TrafficActions extends Requester<Connection> {
  /**
   * Lists actions, those of one kind after those of another.
   *
   * @param filter Which ones.
   * @param options How to dump them.
   * @returns The actions.
   * @throws {TypeError} If the filter has other properties.
   */
  list(
    filter: TrafficActionFilter = {},
    options: DumpOptions = {},
  ): Listing<TrafficAction> {
    const requests = requestsOf(filter);
    const connection = this.requests;
    return listingOf(async function* () {
      for (const message of requests) {
        const request = {
          type: RTM_GETACTION,
          codec: tcActionMessage,
          message,
        };
        for await (const { attributes } of connection.dump(request, options)) {
          yield* (attributes.actions ?? []).map(action.fromKernel);
        }
      }
    });
  }

  /**
   * Gets one action.
   *
   * @param key Its kind and its number.
   * @param options How to ask.
   * @returns The action.
   * @throws {NetlinkError} If there is none (`ENOENT`).
   */
  async get(
    key: TrafficActionKey,
    options: RequestOptions = {},
  ): Promise<TrafficAction> {
    const [answer] = await this.requests.request({
      type: RTM_GETACTION,
      codec: tcActionMessage,
      message: messageOf([entryOf(key)]),
    }, options);
    return action.fromKernel(answer!.attributes.actions![0]!);
  }

  /**
   * Gets one action, if it is there.
   *
   * @param key Its kind and its number.
   * @param options How to ask.
   * @returns The action; `undefined` if there is none.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(
    key: TrafficActionKey,
    options: RequestOptions = {},
  ): Promise<TrafficAction | undefined> {
    try {
      return await this.get(key, options);
    } catch (error) {
      if (error instanceof NetlinkError && error.code === "ENOENT") {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * Makes an action.
   *
   * @param spec The action.
   * @param options How to ask.
   * @returns The action, with the number that it got.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If there is one of that number (`EEXIST`), or the
   * kernel refuses it for another reason.
   */
  async add(
    spec: TrafficActionSpec,
    options: RequestOptions = {},
  ): Promise<TrafficAction> {
    const [made] = await this.#make([spec], NLM_F_EXCL, options, true);
    return made!;
  }

  /**
   * Makes an action, or changes the one of that number.
   *
   * @param spec The action.
   * @param options How to ask.
   * @returns The action.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses it.
   */
  async replace(
    spec: TrafficActionSpec,
    options: RequestOptions = {},
  ): Promise<TrafficAction> {
    const [made] = await this.#make([spec], NLM_F_REPLACE, options, true);
    return made!;
  }

  /**
   * Makes many actions, 32 with each request: all of one request, or none.
   *
   * @param specs The actions.
   * @param options How to ask.
   * @returns The actions, with the numbers that they got.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses one.
   */
  async addAll(
    specs: readonly TrafficActionSpec[],
    options: RequestOptions = {},
  ): Promise<TrafficAction[]> {
    checkIterable(specs, FieldPath.root);
    return await this.#make([...specs], NLM_F_EXCL, options, false);
  }

  async #make(
    specs: readonly TrafficActionSpec[],
    flags: number,
    options: RequestOptions,
    isOne: boolean,
  ): Promise<TrafficAction[]> {
    using lookup = new Lookup(this.requests, options);
    const entries = await lookup.build((fieldPath) =>
      specs.map((spec, i) =>
        action.toKernel(spec, isOne ? fieldPath : fieldPath.at(i))
      )
    );
    const made: TrafficAction[] = [];
    for (let at = 0; at < entries.length; at += MOST_ACTIONS) {
      const answers = await this.requests.request({
        type: RTM_NEWACTION,
        flags: NLM_F_CREATE | NLM_F_ECHO | flags,
        codec: tcActionMessage,
        message: messageOf(entries.slice(at, at + MOST_ACTIONS)),
      }, options);
      for (const { attributes } of answers) {
        made.push(...(attributes.actions ?? []).map(action.fromKernel));
      }
    }
    return made;
  }

  /**
   * Deletes an action that no filter uses.
   *
   * @param key Its kind and its number.
   * @param options How to ask.
   * @throws {NetlinkError} If there is none (`ENOENT`), or a filter uses it
   * (`EPERM`).
   */
  async delete(
    key: TrafficActionKey,
    options: RequestOptions = {},
  ): Promise<void> {
    await this.requests.request({
      type: RTM_DELACTION,
      codec: tcActionMessage,
      message: messageOf([entryOf(key)]),
    }, options);
  }

  /**
   * Deletes all actions of a kind that no filter uses.
   *
   * @param filter The kind.
   * @param options How to ask.
   * @returns How many were deleted.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: Pick<TrafficActionKey, "kind">,
    options: RequestOptions = {},
  ): Promise<number> {
    checkNames(filter, new Set(["kind"]), FieldPath.root);
    const kind = text.toKernel(filter.kind, FieldPath.root.at("kind"))!;
    const [answer] = await this.requests.request({
      type: RTM_DELACTION,
      flags: NLM_F_ROOT | NLM_F_ECHO,
      codec: tcActionMessage,
      message: messageOf([{ kind }]),
    }, options);
    // The number comes in the attribute that is a cookie elsewhere.
    const bytes = answer?.attributes.actions?.[0]?.cookie;
    if (bytes === undefined) return 0;
    const { buffer, byteOffset } = bytes;
    return new DataView(buffer, byteOffset).getUint32(0, LITTLE_ENDIAN);
  }
}

function messageOf(
  actions: ActionEntry[],
  more: TcActionMessage["attributes"] = {},
): TcActionMessage {
  return blank(tcActionMessage, { attributes: { actions, ...more } });
}

/** What identifies an action in requests. */
function entryOf(key: TrafficActionKey): ActionEntry {
  const fieldPath = FieldPath.root;
  checkNames(key, actionNames(), fieldPath);
  const { kind, index } = key;
  return {
    kind: text.toKernel(kind, fieldPath.at("kind"))!,
    index: checkInteger(index, 1, 0xffffffff, fieldPath.at("index")),
  };
}

/** What asks for the actions of each kind. */
function requestsOf(filter: TrafficActionFilter): TcActionMessage[] {
  const fieldPath = FieldPath.root;
  checkNames(filter, FILTER_NAMES, fieldPath);
  const { kind, usedWithin } = filter;
  const kinds = kind === undefined
    ? ACTION_KIND_NAMES
    : [text.toKernel(kind, fieldPath.at("kind"))!];
  const timeDelta = usedWithin === undefined
    ? undefined
    : milliseconds.toKernel(usedWithin, fieldPath.at("usedWithin"));
  return kinds.map((kind) =>
    messageOf([{ kind }], {
      flags: {
        value: TCA_FLAG_LARGE_DUMP_ON,
        selector: TCA_FLAG_LARGE_DUMP_ON,
      },
      ...timeDelta !== undefined && { timeDelta },
    })
  );
}
