/**
 * Links of WireGuard that are made and configured in one call: the link is one
 * of rtnetlink, and its settings are those of a family of generic netlink.
 *
 * @module
 */

import { blank } from "../../messages/codec/message.ts";
import { RTM_DELLINK } from "../../messages/link/constants.ts";
import { linkMessage } from "../../messages/link/link.ts";
import type { NetworkNamespace } from "../../socket/namespace.ts";
import { Connection, type RequestOptions } from "../connection/connection.ts";
import type { OpenGeneric, Writer } from "../link/generic.ts";
import { Namespaces } from "../link/namespaces.ts";
import { linkByName } from "../mapping/device.ts";
import { isGroup, type LinkReference } from "../link/reference.ts";
import type { LinkSpec } from "../link/spec.ts";
import type { Device } from "../mapping/device.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { fromWireguardSettings } from "./mapping.ts";
import type { WireguardSettings } from "./spec.ts";
import { Wireguard } from "./wireguard.ts";

/** Makes and changes links of WireGuard, and sets their settings then. */
export class WireguardLinkWriter implements Writer {
  readonly #writer: Writer;
  readonly #connection: Connection;
  readonly #open: OpenGeneric | undefined;

  /**
   * Makes the object.
   *
   * @param writer Makes and changes links.
   * @param connection A connection to `NETLINK_ROUTE`.
   * @param open Opens a socket of generic netlink.
   */
  constructor(
    writer: Writer,
    connection: Connection,
    open: OpenGeneric | undefined,
  ) {
    this.#writer = writer;
    this.#connection = connection;
    this.#open = open;
  }

  /**
   * Makes a link; if its settings are refused, it is deleted.
   *
   * @param spec The link.
   * @param options How to ask.
   */
  async add(spec: LinkSpec, options: RequestOptions): Promise<void> {
    const [rest, settings] = this.#take(spec);
    const link = nameOf(rest);
    const { netns } = rest;
    using namespaces = new Namespaces(this.#connection);
    await this.#writer.add({ ...rest, wireguard: {} }, options);
    const there = namespaces.connection(netns);
    try {
      await this.#configure(link, settings, there, options, netns);
    } catch (error) {
      const message = typeof link === "string"
        ? linkByName(link)
        : blank(linkMessage, { index: link });
      const request = { type: RTM_DELLINK, codec: linkMessage, message };
      // That it cannot be deleted is not the reason.
      await there.request(request).catch(() => {});
      throw error;
    }
  }

  /**
   * Makes a link, or changes what differs about the one that there is.
   *
   * @param spec The link.
   * @param options How to ask.
   */
  async replace(spec: LinkSpec, options: RequestOptions): Promise<void> {
    const [rest, settings] = this.#take(spec);
    const link = nameOf(rest);
    const { netns } = rest;
    using namespaces = new Namespaces(this.#connection);
    await this.#writer.replace({ ...rest, wireguard: {} }, options);
    const there = namespaces.connection(netns);
    await this.#configure(link, settings, there, options, netns);
  }

  /**
   * Changes a link: first its settings of WireGuard, as it may get another name
   * or go elsewhere then.
   *
   * @param link The link.
   * @param spec What to change.
   * @param options How to ask.
   */
  async set(
    link: LinkReference,
    spec: LinkSpec,
    options: RequestOptions,
  ): Promise<void> {
    const [rest, settings] = this.#take(spec);
    if (isGroup(link)) {
      throw FieldPath.root.at("wireguard").wrong(
        "…",
        "links of a group are not configured at once",
      );
    }
    await this.#configure(link, settings, this.#connection, options);
    if (Object.keys(rest).length === 0) return;
    await this.#writer.set(link, rest, options);
  }

  /** Takes the settings out of a link, and checks them. */
  #take(spec: LinkSpec): [rest: LinkSpec, settings: WireguardSettings] {
    const { wireguard = {}, ...rest } = spec;
    fromWireguardSettings(wireguard, FieldPath.unresolved.at("wireguard"));
    return [rest, wireguard];
  }

  async #configure(
    link: Device,
    settings: WireguardSettings,
    routing: Connection,
    options: RequestOptions,
    netns?: NetworkNamespace,
  ): Promise<void> {
    if (this.#open === undefined) {
      throw new TypeError(
        "Cannot set wireguard: there is no way to open a socket of generic netlink",
      );
    }
    using generic = new Connection(this.#open(netns));
    await new Wireguard(generic, routing).set(link, settings, options);
  }
}

/** The name or index of a link that is to be made. */
function nameOf({ name, index }: LinkSpec): string | number {
  if (name !== undefined && !name.includes("%")) return name;
  if (index !== undefined) return index;
  throw new TypeError(
    "Cannot create link: wireguard can be set only if it has a name",
  );
}
