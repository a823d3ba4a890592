/**
 * Requests of the family `ethtool`.
 *
 * @module
 */

import {
  ETHTOOL_FLAG_STATS,
  ETHTOOL_GENL_NAME,
  ETHTOOL_GENL_VERSION,
  type EthtoolHeader,
} from "../../messages/generic/ethtool/common.ts";
import {
  type GenericMessage,
  genericMessage,
} from "../../messages/generic/header.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import { briefLinkMessage } from "../../messages/link/common.ts";
import {
  RTEXT_FILTER_SKIP_STATS,
  RTM_GETLINK,
} from "../../messages/link/constants.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import {
  type FamilyInfo,
  GenericFamily,
  type KnownFamily,
  resolveFamily,
} from "../connection/generic_family.ts";
import { NetlinkError } from "../connection/errors.ts";
import { Links } from "../link/link.ts";
import { linkReference } from "../link/reference.ts";
import { type Device, device } from "../mapping/device.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { Lookup, UnknownDeviceError } from "../object/lookup.ts";
import {
  checkOptions,
  countOption,
  flagOption,
} from "../connection/options.ts";
import type { OpenTransport } from "../monitor/open.ts";
import type { AboutDevice } from "./setting.ts";

/** What else to ask for. */
export interface EthtoolDetails {
  /**
   * Whether counters are wanted, too, where a setting has some; settings that
   * have none refuse this, and so do old kernels (`ETHTOOL_FLAG_STATS`).
   *
   * @default {false}
   */
  statistics?: boolean;
  /**
   * Index of the PHY that is meant, where a device has several
   * (`ETHTOOL_A_HEADER_PHY_INDEX`).
   */
  phy?: number;
}

/** How to ask for a setting. */
export interface EthtoolOptions extends RequestOptions, EthtoolDetails {}

/** How to list a setting of all devices. */
export interface EthtoolListOptions
  extends DumpOptions, Pick<EthtoolDetails, "statistics"> {}

/**
 * What requests and their errors need of a setting.
 *
 * @typeParam A Its attributes.
 */
export interface EthtoolSubject<A> {
  /** What it is called in errors: `Cannot get … of eth0`. */
  readonly noun: string;
  /** Codec of its attributes. */
  readonly codec: Codec<A>;
  /** The command that asks for it, if there is one. */
  readonly get?: number;
  /** The command that changes it, if there is one. */
  readonly set?: number;
  /** What other commands do, as it follows "Cannot" in errors. */
  readonly actions?: Readonly<Record<number, string>>;
}

/** Sends requests of the family. */
export class EthtoolRequests {
  readonly #connection: Connection;
  readonly #routing: Connection;
  readonly #known: KnownFamily = {};
  readonly #families = new Map<EthtoolSubject<never>, GenericFamily<never>>();
  /** Opens a socket for reports. */
  readonly open: OpenTransport | undefined;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param routing A connection to `NETLINK_ROUTE`, where devices are looked
   * up.
   * @param open Opens a socket for reports in the same network namespace.
   */
  constructor(
    connection: Connection,
    routing: Connection,
    open?: OpenTransport,
  ) {
    this.#connection = connection;
    this.#routing = routing;
    this.open = open;
  }

  /**
   * Asks for the family.
   *
   * @param options How to ask.
   * @returns The family.
   */
  async info(options: RequestOptions): Promise<FamilyInfo> {
    return this.#known.info ??= await resolveFamily(
      this.#connection,
      ETHTOOL_GENL_NAME,
      options,
    );
  }

  /**
   * Sends a command about a device.
   *
   * @typeParam A The attributes.
   * @param subject What it is about.
   * @param command The command.
   * @param link The device; none for what is the same for all.
   * @param write Writes the other attributes.
   * @param options How to ask.
   * @returns The answers.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async send<A extends AboutDevice>(
    subject: EthtoolSubject<A>,
    command: number,
    link: Device | undefined,
    write: (fieldPath: FieldPath) => NoInfer<A>,
    options: EthtoolOptions,
  ): Promise<GenericMessage<A>[]> {
    const [details, rest] = split(options);
    const family = this.#family(subject);
    using lookup = new Lookup(this.#routing, rest);
    const attributes = await lookup.build(
      (fieldPath) => ({
        ...write(fieldPath),
        header: {
          ...link !== undefined && {
            devIndex: device.toKernel(link, fieldPath.at("device"))!,
          },
          ...details,
        },
      }),
      family.describing(command),
    );
    return await lookup.answer(
      family.request(command, attributes, rest, lookup.nameOf),
    );
  }

  /**
   * Lists what all devices have.
   *
   * @typeParam A The attributes.
   * @param subject What to list.
   * @param command The command.
   * @param attributes What to ask for.
   * @param options How to ask.
   * @returns The messages.
   */
  async *dump<A extends AboutDevice>(
    subject: EthtoolSubject<A>,
    command: number,
    attributes: A,
    options: EthtoolListOptions,
  ): AsyncGenerator<GenericMessage<A>, void> {
    const [details, rest] = split(options);
    yield* this.#family(subject).dump(
      command,
      { ...attributes, header: details },
      rest,
    );
  }

  /**
   * Finds the name of a device, for what is asked for without netlink.
   *
   * @param link The device.
   * @param action What is tried, for error messages.
   * @param options How to ask.
   * @returns Its name.
   * @throws {UnknownDeviceError} If there is no such device.
   */
  async nameOf(
    link: Device,
    action: string,
    options: RequestOptions,
  ): Promise<string> {
    const message = linkReference(link, FieldPath.root.at("device"));
    const device = typeof link === "object" ? link.index : link;
    message.attributes.extMask = RTEXT_FILTER_SKIP_STATS;
    try {
      const { attributes } = await this.#routing.get(
        {
          type: RTM_GETLINK,
          codec: briefLinkMessage,
          message,
          action: `${action} of ${device}`,
        },
        options,
      );
      return attributes.name ?? "";
    } catch (error) {
      if (!(error instanceof NetlinkError && error.code === "ENODEV")) {
        throw error;
      }
      throw new UnknownDeviceError(device, "", error.request);
    }
  }

  /**
   * Lists all devices.
   *
   * @param options How to ask.
   * @returns Their indices.
   */
  async devices(options: EthtoolOptions): Promise<number[]> {
    const [, rest] = split(options);
    const links = new Links(this.#routing).list({}, {
      ...rest,
      statistics: false,
    });
    return (await links.toArray()).map(({ index }) => index);
  }

  #family<A extends AboutDevice>(subject: EthtoolSubject<A>): GenericFamily<A> {
    const known = this.#families.get(
      subject as unknown as EthtoolSubject<never>,
    );
    if (known !== undefined) return known as unknown as GenericFamily<A>;
    const { noun, codec, get, set, actions } = subject;
    const family = new GenericFamily<A>(
      this.#connection,
      {
        name: ETHTOOL_GENL_NAME,
        version: ETHTOOL_GENL_VERSION,
        codec: genericMessage(codec),
        actions: {
          ...get !== undefined && { [get]: `get ${noun}` },
          ...set !== undefined && { [set]: `set ${noun}` },
          ...actions,
        },
        subject: ({ header }, nameOf) => nameIn(header, nameOf),
      },
      this.#known,
    );
    this.#families.set(
      subject as unknown as EthtoolSubject<never>,
      family as unknown as GenericFamily<never>,
    );
    return family;
  }
}

function nameIn(
  { devIndex }: EthtoolHeader = {},
  nameOf: (index: number) => string | undefined,
): string | undefined {
  return devIndex === undefined
    ? undefined
    : `of ${nameOf(devIndex) ?? devIndex}`;
}

/** Takes what the header has out of the options. */
function split<O extends EthtoolDetails>(
  options: O,
): [details: EthtoolHeader, rest: Omit<O, keyof EthtoolDetails>] {
  if (typeof options !== "object" || options === null) return [{}, options];
  const { statistics = false, phy, ...rest } = options;
  checkOptions<EthtoolDetails>(
    { statistics, ...phy !== undefined && { phy } },
    { statistics: flagOption, phy: countOption },
  );
  return [{
    ...statistics && { flags: ETHTOOL_FLAG_STATS },
    ...phy !== undefined && { phyIndex: phy },
  }, rest];
}
