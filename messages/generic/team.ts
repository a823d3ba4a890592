/**
 * Teams, which are links of several links, and their options, family `team`:
 * `TEAM_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/if_team.h | linux/if_team.h}
 * @see {@link https://docs.kernel.org/networking/netlink_spec/team.html | team netlink specification}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  flag,
  list,
  string,
  u32,
  u8,
} from "../codec/mod.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the family. */
export const TEAM_GENL_NAME = "team";
/** Version of the family's interface. */
export const TEAM_GENL_VERSION = 1;
/** Name of the multicast group of changes. */
export const TEAM_GENL_CHANGE_EVENT_MC_GRP_NAME = "change_event";
/** Bytes that names of options and texts can have, the NUL at the end included. */
export const TEAM_STRING_MAX_LEN = 32;

/** Does nothing, and is answered. */
export const TEAM_CMD_NOOP = 0;
/** Sets options. */
export const TEAM_CMD_OPTIONS_SET = 1;
/** Asks for options; reports of them have this number, too. */
export const TEAM_CMD_OPTIONS_GET = 2;
/** Asks for ports; reports of them have this number, too. */
export const TEAM_CMD_PORT_LIST_GET = 3;

/** Types of the values of options, numbered as `NLA_*` of the kernel are. */
export const TEAM_OPTION_TYPES = {
  /** A number of 32 bits (`NLA_U32`). */
  u32: 3,
  /** Text (`NLA_STRING`). */
  string: 5,
  /** A boolean (`NLA_FLAG`). */
  flag: 6,
  /** Bytes (`NLA_BINARY`). */
  binary: 11,
  /** A signed number of 32 bits (`NLA_S32`). */
  s32: 14,
} as const;

/** An option of a team, or of one of its ports: `TEAM_ATTR_OPTION_*`. */
export interface TeamOption extends Attributes {
  /** Name of the option (`TEAM_ATTR_OPTION_NAME`). */
  name?: string;
  /** It has changed; reports only (`TEAM_ATTR_OPTION_CHANGED`). */
  changed?: true;
  /**
   * Type of its value, one of {@linkcode TEAM_OPTION_TYPES}
   * (`TEAM_ATTR_OPTION_TYPE`).
   */
  type?: number;
  /**
   * Its value, in a form that its type decides about; a boolean that is true
   * has no bytes (`TEAM_ATTR_OPTION_DATA`).
   */
  data?: Uint8Array;
  /** It is gone; reports only (`TEAM_ATTR_OPTION_REMOVED`). */
  removed?: true;
  /** Index of the port that it belongs to (`TEAM_ATTR_OPTION_PORT_IFINDEX`). */
  portIfindex?: number;
  /** Which one of several of the same name (`TEAM_ATTR_OPTION_ARRAY_INDEX`). */
  arrayIndex?: number;
}

/** A port of a team: `TEAM_ATTR_PORT_*`. */
export interface TeamPort extends Attributes {
  /** Index of the link (`TEAM_ATTR_PORT_IFINDEX`). */
  ifindex?: number;
  /** It has changed; reports only (`TEAM_ATTR_PORT_CHANGED`). */
  changed?: true;
  /** It has a carrier (`TEAM_ATTR_PORT_LINKUP`). */
  linkup?: true;
  /** Speed in Mbit/s (`TEAM_ATTR_PORT_SPEED`). */
  speed?: number;
  /** Duplex, `DUPLEX_*` (`TEAM_ATTR_PORT_DUPLEX`). */
  duplex?: number;
  /** It is gone; reports only (`TEAM_ATTR_PORT_REMOVED`). */
  removed?: true;
}

/** What commands are about: `TEAM_ATTR_*`. */
export interface TeamAttributes extends Attributes {
  /** Index of the team (`TEAM_ATTR_TEAM_IFINDEX`). */
  teamIfindex?: number;
  /** Options (`TEAM_ATTR_LIST_OPTION`). */
  listOption?: TeamOption[];
  /** Ports (`TEAM_ATTR_LIST_PORT`). */
  listPort?: TeamPort[];
}

/** A message of the family `team`. */
export type TeamMessage = GenericMessage<TeamAttributes>;

/** Codec of {@linkcode TeamOption}. */
export const teamOption: Codec<TeamOption> = attributes({
  name: ["TEAM_ATTR_OPTION_NAME", 1, string],
  changed: ["TEAM_ATTR_OPTION_CHANGED", 2, flag],
  type: ["TEAM_ATTR_OPTION_TYPE", 3, u8],
  data: ["TEAM_ATTR_OPTION_DATA", 4, bytes],
  removed: ["TEAM_ATTR_OPTION_REMOVED", 5, flag],
  portIfindex: ["TEAM_ATTR_OPTION_PORT_IFINDEX", 6, u32],
  arrayIndex: ["TEAM_ATTR_OPTION_ARRAY_INDEX", 7, u32],
});

/** Codec of {@linkcode TeamPort}. */
export const teamPort: Codec<TeamPort> = attributes({
  ifindex: ["TEAM_ATTR_PORT_IFINDEX", 1, u32],
  changed: ["TEAM_ATTR_PORT_CHANGED", 2, flag],
  linkup: ["TEAM_ATTR_PORT_LINKUP", 3, flag],
  speed: ["TEAM_ATTR_PORT_SPEED", 4, u32],
  duplex: ["TEAM_ATTR_PORT_DUPLEX", 5, u8],
  removed: ["TEAM_ATTR_PORT_REMOVED", 6, flag],
});

/** Codec of {@linkcode TeamAttributes}. */
export const teamAttributes: Codec<TeamAttributes> = attributes(
  {
    teamIfindex: ["TEAM_ATTR_TEAM_IFINDEX", 1, u32],
    listOption: [
      "TEAM_ATTR_LIST_OPTION",
      2,
      list(teamOption, ["TEAM_ATTR_ITEM_OPTION", 1], { nestedFlag: false }),
    ],
    listPort: [
      "TEAM_ATTR_LIST_PORT",
      3,
      list(teamPort, ["TEAM_ATTR_ITEM_PORT", 1], { nestedFlag: false }),
    ],
  },
);

/** Codec of {@linkcode TeamMessage}. */
export const teamMessage: Codec<TeamMessage> = genericMessage(teamAttributes);
