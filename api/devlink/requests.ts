/**
 * Requests of the family `devlink`.
 *
 * @module
 */

import type { DevlinkAttributes } from "../../messages/generic/devlink/attribute_list.ts";
import {
  DEVLINK_GENL_NAME,
  DEVLINK_GENL_VERSION,
  type DevlinkMessage,
  devlinkMessage,
} from "../../messages/generic/devlink/commands.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import {
  type FamilyInfo,
  GenericFamily,
  type KnownFamily,
} from "../connection/generic_family.ts";
import { FieldPath } from "../mapping/field_path.ts";
import type { OpenTransport } from "../monitor/open.ts";

/** Sends requests of the family. */
export class DevlinkRequests {
  readonly #connection: Connection;
  readonly #known: KnownFamily = {};
  /** Opens a socket for reports. */
  readonly open: OpenTransport | undefined;

  /**
   * Makes the object.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param open Opens a socket for reports in the same network namespace.
   */
  constructor(connection: Connection, open?: OpenTransport) {
    this.#connection = connection;
    this.open = open;
  }

  /**
   * Asks for the family.
   *
   * @param options How to ask.
   * @returns The family.
   */
  async info(options: RequestOptions): Promise<FamilyInfo> {
    return await this.#family(0, "").info(options);
  }

  /**
   * Sends a command.
   *
   * @param verb What it does, as it follows "Cannot" in errors.
   * @param command The command.
   * @param write Writes the attributes.
   * @param options How to ask.
   * @returns The answers.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async send(
    verb: string,
    command: number,
    write: (fieldPath: FieldPath) => DevlinkAttributes,
    options: RequestOptions,
  ): Promise<DevlinkMessage[]> {
    const attributes = write(FieldPath.root);
    return await this.#family(command, verb).request(
      command,
      attributes,
      options,
    );
  }

  /**
   * Lists objects.
   *
   * @param verb What it does, as it follows "Cannot" in errors.
   * @param command The command.
   * @param write Writes the attributes.
   * @param options How to ask.
   * @returns The messages.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async *dump(
    verb: string,
    command: number,
    write: (fieldPath: FieldPath) => DevlinkAttributes,
    options: DumpOptions,
  ): AsyncGenerator<DevlinkMessage, void> {
    const attributes = write(FieldPath.root);
    yield* this.#family(command, verb).dump(command, attributes, options);
  }

  #family(command: number, verb: string): GenericFamily<DevlinkAttributes> {
    return new GenericFamily<DevlinkAttributes>(
      this.#connection,
      {
        name: DEVLINK_GENL_NAME,
        version: DEVLINK_GENL_VERSION,
        codec: devlinkMessage,
        actions: { [command]: verb },
        subject,
      },
      this.#known,
    );
  }
}

/** What a request is about: the device, the port, and what of it. */
function subject(
  {
    busName,
    devName,
    portIndex,
    paramName,
    regionName,
    healthReporterName,
    trapName,
    trapGroupName,
    trapPolicerId,
    rateNodeName,
    dpipeTableName,
  }: DevlinkAttributes,
): string | undefined {
  if (busName === undefined) return undefined;
  const port = portIndex === undefined ? "" : `/${portIndex}`;
  const part = paramName ?? regionName ?? healthReporterName ?? trapName ??
    trapGroupName ?? trapPolicerId ?? rateNodeName ?? dpipeTableName;
  const of = `${busName}/${devName}${port}`;
  return part === undefined ? of : `${part} of ${of}`;
}
