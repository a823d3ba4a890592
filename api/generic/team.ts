/**
 * Teams, which are links of several links: options and ports, family `team`.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/teamnl.8.html | teamnl(8)}
 *
 * @module
 */

import {
  TEAM_CMD_OPTIONS_GET,
  TEAM_CMD_OPTIONS_SET,
  TEAM_CMD_PORT_LIST_GET,
  TEAM_GENL_CHANGE_EVENT_MC_GRP_NAME,
  TEAM_GENL_NAME,
  TEAM_GENL_VERSION,
  type TeamAttributes,
  type TeamMessage,
  teamMessage,
} from "../../messages/generic/team.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { NetlinkError } from "../connection/errors.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";
import { type Device, device } from "../mapping/device.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { withMessage } from "../mapping/origin.ts";
import { type FamilyWatch, ReportingFamily } from "./family_monitor.ts";
import {
  fromTeamOption,
  type TeamOptionKey,
  type TeamOptionState,
  type TeamOptionValue,
  type TeamPortState,
  toTeamOption,
  toTeamPort,
} from "./team_spec.ts";

/** The family `team`. */
export const teamFamily: FamilyDefinition<TeamAttributes> = {
  name: TEAM_GENL_NAME,
  version: TEAM_GENL_VERSION,
  codec: teamMessage,
  actions: {
    [TEAM_CMD_OPTIONS_SET]: "set options",
    [TEAM_CMD_OPTIONS_GET]: "get options",
    [TEAM_CMD_PORT_LIST_GET]: "get ports",
  },
  subject: ({ teamIfindex, listOption = [] }, nameOf) => {
    const names = listOption.map(({ name }) => name);
    const what = names.length > 0 ? `${names.join(", ")} ` : "";
    return teamIfindex === undefined
      ? undefined
      : `${what}of ${nameOf(teamIfindex) ?? teamIfindex}`;
  },
};

/** What has changed about a team. */
export interface TeamEvent {
  /** What has happened. */
  kind: "options" | "ports";
  /** Index of the team (`TEAM_ATTR_TEAM_IFINDEX`). */
  team: number;
  /** The options: those that have changed are marked. */
  options: TeamOptionState[];
  /** The ports: those that have changed are marked. */
  ports: TeamPortState[];
  /** The message that this was read from. */
  readonly message: TeamMessage;
}

/**
 * Teams: options and ports: `teamnl`; {@linkcode Teams.monitor} reports those of
 * all teams.
 */
export class Teams extends ReportingFamily<TeamAttributes, TeamEvent> {
  /** The family. */
  protected override readonly definition: FamilyDefinition<TeamAttributes> =
    teamFamily;
  /** What it reports. */
  protected override readonly watch: FamilyWatch<TeamEvent> = {
    group: TEAM_GENL_CHANGE_EVENT_MC_GRP_NAME,
    read: readTeamEvent,
  };

  /**
   * Gets the options of a team and of its ports: `teamnl DEVICE options`.
   *
   * @param team The team.
   * @param options How to ask.
   * @returns The options.
   * @throws {TypeError} If the team is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is no team (`EINVAL`), or the kernel refuses
   * (`EPERM`).
   */
  async options(
    team: Device,
    options: RequestOptions = {},
  ): Promise<TeamOptionState[]> {
    const messages = await this.requests.sendAll(
      TEAM_CMD_OPTIONS_GET,
      (fieldPath) => teamOf(team, fieldPath),
      options,
    );
    return messages.flatMap(({ attributes: { listOption = [] } }) =>
      listOption.map(toTeamOption)
    );
  }

  /**
   * Gets the ports of a team: `teamnl DEVICE ports`.
   *
   * @param team The team.
   * @param options How to ask.
   * @returns The ports.
   * @throws {TypeError} If the team is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is no team (`EINVAL`), or the kernel refuses
   * (`EPERM`).
   */
  async ports(
    team: Device,
    options: RequestOptions = {},
  ): Promise<TeamPortState[]> {
    const messages = await this.requests.sendAll(
      TEAM_CMD_PORT_LIST_GET,
      (fieldPath) => teamOf(team, fieldPath),
      options,
    );
    return messages.flatMap(({ attributes: { listPort = [] } }) =>
      listPort.map(toTeamPort)
    );
  }

  /**
   * Gets an option: `teamnl DEVICE getoption`.
   *
   * @param team The team.
   * @param key The option.
   * @param options How to ask.
   * @returns The option; `undefined` if the team does not have it, as options
   * belong to modes, such as `activebackup`.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If it is no team (`EINVAL`), or the kernel refuses
   * (`EPERM`).
   */
  async getOption(
    team: Device,
    key: TeamOptionKey,
    options: RequestOptions = {},
  ): Promise<TeamOptionState | undefined> {
    let wanted: ReturnType<typeof fromTeamOption> = {};
    const messages = await this.requests.sendAll(
      TEAM_CMD_OPTIONS_GET,
      (fieldPath) => {
        wanted = fromTeamOption(key, undefined, fieldPath);
        return teamOf(team, fieldPath);
      },
      options,
    );
    return messages.flatMap(({ attributes: { listOption = [] } }) => listOption)
      .filter(({ name, portIfindex, arrayIndex }) =>
        name === wanted.name && portIfindex === wanted.portIfindex &&
        (arrayIndex ?? 0) === (wanted.arrayIndex ?? 0)
      ).map(toTeamOption)[0];
  }

  /**
   * Sets an option: `teamnl DEVICE setoption`. The mode can be set as long as a
   * team has no ports.
   *
   * @example Let one port of a team be active
   * ```ts ignore
   * await generic.team.setOption("team0", { name: "mode" }, "activebackup");
   * await generic.team.setOption("team0", { name: "activeport" }, 3);
   * await generic.team.setOption(
   *   "team0",
   *   { name: "enabled", port: "eth0" },
   *   false,
   * );
   * ```
   *
   * @param team The team.
   * @param key The option.
   * @param value Its value: text, a number, a boolean or bytes, as the option
   * has it. Numbers below 0 are signed for the kernel.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such option (`ENOENT`), it is no team
   * (`EINVAL`), or the kernel refuses.
   */
  async setOption(
    team: Device,
    key: TeamOptionKey,
    value: TeamOptionValue,
    options: RequestOptions = {},
  ): Promise<void> {
    const sent = this.requests.send(
      TEAM_CMD_OPTIONS_SET,
      (fieldPath) => ({
        ...teamOf(team, fieldPath),
        listOption: [fromTeamOption(key, value, fieldPath)],
      }),
      options,
    );
    try {
      await sent;
    } catch (error) {
      // The option is set, but nobody listens to the report of it.
      if (!(error instanceof NetlinkError && error.code === "ESRCH")) {
        throw error;
      }
    }
  }
}

function teamOf(team: Device, fieldPath: FieldPath): TeamAttributes {
  return { teamIfindex: device.toKernel(team, fieldPath.at("team"))! };
}

function readTeamEvent(
  view: DataView,
  start: number,
  end: number,
): TeamEvent | undefined {
  const message = teamMessage.decode(view, start, end);
  const { teamIfindex = 0, listOption = [], listPort = [] } =
    message.attributes;
  const kinds: Readonly<Record<number, TeamEvent["kind"]>> = {
    [TEAM_CMD_OPTIONS_GET]: "options",
    [TEAM_CMD_PORT_LIST_GET]: "ports",
  };
  const kind = kinds[message.cmd];
  if (kind === undefined) return undefined;
  return withMessage<TeamEvent>({
    kind,
    team: teamIfindex,
    options: listOption.map(toTeamOption),
    ports: listPort.map(toTeamPort),
  }, message);
}
