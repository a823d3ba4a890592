/**
 * Links, which are network devices: `ip link`.
 *
 * @module
 */

import { RTM_DELLINK, RTM_GETLINK } from "../../messages/link/constants.ts";
import { NLM_F_DUMP } from "../../messages/header.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/link.ts";
import type { Transport } from "../../socket/transport.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import type { Device } from "../mapping/device.ts";
import { checkObject, FieldPath } from "../mapping/field_path.ts";
import { NO_OPTIONS } from "../connection/direct.ts";
import {
  deleteObject,
  type DeleteOptions,
  orUndefined,
} from "../object/existence.ts";
import {
  type LinkDetails,
  type LinkFilter,
  linkFilter,
  makeRoom,
  requestDetails,
  withoutDetails,
} from "./filter.ts";
import { isMissing, noSuchLink } from "./missing.ts";
import { changeNames } from "./names.ts";
import {
  isGroup,
  type LinkReference,
  linkReference,
  target,
} from "./reference.ts";
import type { OpenGeneric, Writer } from "./generic.ts";
import { type Link, links, type LinkSettings, type LinkSpec } from "./spec.ts";
import { checkCondition, type LinkCondition, waitForLink } from "./wait.ts";
import type { LinkWriter } from "./writer.ts";
import type { LinkStats } from "./link_stats.ts";
import { listDump } from "../object/list_dump.ts";
import type { Listing } from "../connection/listing.ts";
import { describeRequest, describing } from "../connection/request_names.ts";
import { Lookup } from "../object/lookup.ts";
import { onFirstUse } from "../object/on_first_use.ts";
import {
  checkOptions,
  secondsOption,
  signalOption,
} from "../connection/options.ts";
import { type Verb, Verbs } from "../object/verbs.ts";
import { blank } from "../../messages/codec/mod.ts";

/** Options of {@linkcode Links.list}. */
export interface LinkListOptions extends DumpOptions, LinkDetails {}

/** Options of {@linkcode Links.get}. */
export interface LinkGetOptions extends RequestOptions, LinkDetails {}

/** Options of {@linkcode Links.waitFor}. */
export interface LinkWaitOptions {
  /** Gives up waiting: the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /**
   * How long to wait, in seconds. `Infinity` waits for ever.
   *
   * @default {Infinity}
   */
  timeout?: number;
}

/** How a link is asked for. */
const GETTING: Verb<{ device: Device; options: LinkGetOptions }, LinkMessage> =
  {
    type: RTM_GETLINK,
    codec: linkMessage,
    write: ({ device, options }, fieldPath) => {
      const message = linkReference(device, fieldPath);
      requestDetails(message, options, fieldPath);
      return message;
    },
    explain: (error, { device }) => noSuchLink(error, device),
  };

/**
 * Links: `ip link`.
 *
 * @example Make a bridge and put a link into it
 * ```ts ignore
 * using net = Rtnetlink.open();
 * await net.link.add({ name: "br0", bridge: { stp: true }, up: true });
 * await net.link.set("eth0", { master: "br0" });
 * ```
 */
export class Links {
  readonly #connection: Connection;
  readonly #verbs: Verbs;
  #writer: Promise<LinkWriter> | undefined;
  readonly #openTransport: (() => Transport) | undefined;
  readonly #openGeneric: OpenGeneric | undefined;
  /** Statistics of links: `ip stats`. */
  readonly stats: LinkStats;

  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   * @param openTransport Opens a socket for notifications in the same network
   * namespace.
   * @param openGeneric Opens a socket of generic netlink, for links of
   * WireGuard.
   */
  constructor(
    connection: Connection,
    openTransport?: () => Transport,
    openGeneric?: OpenGeneric,
  ) {
    this.#connection = connection;
    this.#openGeneric = openGeneric;
    this.#verbs = new Verbs(connection);
    this.#openTransport = openTransport;
    this.stats = onFirstUse(async () => {
      const { LinkStats } = await import("./link_stats.ts");
      return new LinkStats(connection);
    }, { list: "listing" });
  }

  /** What makes and changes links: more code than all that lists them. */
  #loadWriter(): Promise<LinkWriter> {
    return this.#writer ??= import("./writer.ts").then(({ LinkWriter }) =>
      new LinkWriter(this.#connection)
    );
  }

  /** What makes and changes a link: those of WireGuard take more steps. */
  async #writerOf(spec: LinkSpec): Promise<Writer> {
    const writer = await this.#loadWriter();
    const { wireguard } = spec ?? {};
    if (typeof wireguard !== "object" || wireguard === null) return writer;
    if (Object.keys(wireguard).length === 0) return writer;
    const { WireguardLinkWriter } = await import("../wireguard/link.ts");
    return new WireguardLinkWriter(
      writer,
      this.#connection,
      this.#openGeneric,
    );
  }

  /**
   * Lists links.
   *
   * @param filter Which ones; all of them if it is not given.
   * @param options What to report of them, and how to ask.
   * @returns The links. Iterating them throws an {@linkcode UnknownDeviceError}
   * if there is no master of that name.
   */
  list(
    filter: LinkFilter = {},
    options: LinkListOptions = {},
  ): Listing<Link> {
    const rest = withoutDetails(options);
    const type = RTM_GETLINK;
    return listDump<LinkMessage, Link>(this.#connection, async (lookup) => {
      const selection = await lookup.build((fieldPath) => {
        const selection = linkFilter.select(filter, fieldPath);
        requestDetails(selection.message, options, fieldPath);
        makeRoom(selection.message);
        return selection;
      }, ({ message }) => describeRequest({ type, message }, NLM_F_DUMP));
      const { message } = selection;
      const reply = links.replies(selection);
      return { type, codec: linkMessage, message, reply };
    }, rest);
  }

  /**
   * Gets one link.
   *
   * @param device Its name, one of its alternative names, or its index.
   * @param options What to report of it, and how to ask.
   * @returns The link.
   * @throws {UnknownDeviceError} If there is no such link.
   */
  get(device: Device, options: LinkGetOptions = NO_OPTIONS): Promise<Link> {
    const rest = withoutDetails(options);
    return this.#verbs.get(GETTING, { device, options }, rest, links.replies());
  }

  /**
   * Gets one link, if it is there.
   *
   * @param device Its name, one of its alternative names, or its index.
   * @param options What to report of it, and how to ask.
   * @returns The link; `undefined` if there is none.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  async find(
    device: Device,
    options: LinkGetOptions = {},
  ): Promise<Link | undefined> {
    return await orUndefined(this.get(device, options), isMissing);
  }

  /**
   * Makes a link. What the kernel takes only of links that exist, such as an
   * alias, settings of a port or most settings of a peer, follows in more
   * requests. Where the kernel can ignore a property, the link is looked at.
   *
   * @param spec The link. What {@linkcode Links.list} yields makes an equal
   * link, but for the state of a bridge's port, which the bridge decides.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If the link refers to one that is not there.
   * @throws {NetlinkError} If there is one of that name (`EEXIST`), or the
   * kernel refuses for another reason.
   * @throws {PartialChangeError} If the link was made, and something else was
   * refused or ignored.
   */
  async add(spec: LinkSpec, options: RequestOptions = {}): Promise<void> {
    const writer = await this.#writerOf(spec);
    await writer.add(spec, options);
  }

  /**
   * Makes a link, or changes what differs about the one that has its index or
   * name. What counts only when a link is made and is not reported, such as the
   * sockets of `gtp`, is not compared.
   *
   * @param spec The link.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If the link refers to one that is not there.
   * @throws {NetlinkError} If the kernel refuses.
   * @throws {PartialChangeError} If only a part was done.
   */
  async replace(spec: LinkSpec, options: RequestOptions = {}): Promise<void> {
    const writer = await this.#writerOf(spec);
    await writer.replace(spec, options);
  }

  /**
   * Changes a link, which has to be there.
   *
   * @param spec The link's name or index, and what to change.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such link.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async change(spec: LinkSpec, options: RequestOptions = {}): Promise<void> {
    checkObject(spec, FieldPath.root);
    const { index, ...settings } = spec;
    const device = index ?? settings.name;
    if (device === undefined) {
      throw new TypeError("Cannot change a link: it has no name and no index");
    }
    await this.set(device, settings, options);
  }

  /**
   * Changes a link, or all links of a group.
   *
   * @param link The link.
   * @param settings What to change; what is not given stays as it is. Of a link
   * that was read, only what differs is sent.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such link, or the settings
   * refer to one that is not there.
   * @throws {NetlinkError} If the kernel refuses.
   * @throws {PartialChangeError} If only a part was done.
   */
  async set(
    link: LinkReference,
    settings: LinkSettings,
    options: RequestOptions = {},
  ): Promise<void> {
    const writer = await this.#writerOf(settings);
    await writer.set(link, settings, options);
  }

  /**
   * Deletes a link, or all links of a group.
   *
   * @param link The link.
   * @param options How to ask, and whether there has to be one.
   * @returns Whether there was one: always, unless it need not be there.
   * @throws {UnknownDeviceError} If there is no such link.
   * @throws {NetlinkError} If the kernel keeps it.
   */
  async delete(
    link: LinkReference,
    options: DeleteOptions = {},
  ): Promise<boolean> {
    return await deleteObject(
      (rest) => this.#delete(link, rest),
      options,
      isMissing,
    );
  }

  async #delete(link: LinkReference, options: RequestOptions): Promise<void> {
    using lookup = new Lookup(this.#connection, options);
    const message = await lookup.build((fieldPath) => {
      if (!isGroup(link)) return linkReference(link, fieldPath);
      const message = blank(linkMessage);
      target(message, link, fieldPath);
      return message;
    }, describing(RTM_DELLINK));
    try {
      await this.#connection.request(
        { type: RTM_DELLINK, codec: linkMessage, message, long: true },
        options,
      );
    } catch (error) {
      throw isGroup(link) ? error : noSuchLink(error, link);
    }
  }

  /**
   * Gives a link more names: `ip link property add`.
   *
   * @param link The link.
   * @param names The names, of 127 bytes at most.
   * @param options How to ask.
   * @throws {UnknownDeviceError} If there is no such link.
   * @throws {NetlinkError} If a link has one of the names already (`EEXIST`).
   */
  async addNames(
    link: Device,
    names: readonly string[],
    options: RequestOptions = {},
  ): Promise<void> {
    await changeNames(this.#connection, { link, add: names }, options);
  }

  /**
   * Takes names from a link: `ip link property del`.
   *
   * @param link The link.
   * @param names The names.
   * @param options How to ask.
   * @throws {UnknownDeviceError} If there is no such link.
   * @throws {NetlinkError} If the link does not have one of the names.
   */
  async deleteNames(
    link: Device,
    names: readonly string[],
    options: RequestOptions = {},
  ): Promise<void> {
    await changeNames(this.#connection, { link, remove: names }, options);
  }

  /**
   * Waits until a link is in a state, is there, or is gone.
   *
   * @param link The link, which need not be there yet.
   * @param condition What to wait for.
   * @param options How long to wait.
   * @returns The link as it was then; `undefined` if there is none.
   * @throws {TypeError} If there is no such condition or option.
   * @throws {LinkTimeoutError} If that takes longer than `timeout`.
   */
  async waitFor(
    link: Device,
    condition: LinkCondition,
    options: LinkWaitOptions = {},
  ): Promise<Link | undefined> {
    checkOptions(options, { signal: signalOption, timeout: secondsOption });
    checkCondition(condition);
    linkReference(link, FieldPath.unresolved);
    const { signal, timeout = Infinity } = options;
    if (this.#openTransport === undefined) {
      throw new TypeError(
        "Cannot wait for a link: there is no socket for notifications",
      );
    }
    return await waitForLink(
      this.#openTransport(),
      (signal) => this.find(link, { signal }),
      { link, condition, signal, timeout },
    );
  }
}
