/**
 * What `ip address help` prints.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { usage } from "../../parse/errors.ts";
import type { Words } from "../../parse/grammar.ts";
import { LINK_HELP, LINK_TYPES } from "../link/help.ts";

/** Usage of `ip address`. */
const ADDRESS_HELP: string = `\
Usage: ip address {add|change|replace} IFADDR dev IFNAME [ LIFETIME ]
                                                      [ CONFFLAG-LIST ]
       ip address del IFADDR dev IFNAME [mngtmpaddr]
       ip address {save|flush} [ dev IFNAME ] [ scope SCOPE-ID ]
                            [ to PREFIX ] [ FLAG-LIST ] [ label LABEL ] [up]
       ip address [ show [ dev IFNAME ] [ scope SCOPE-ID ] [ master DEVICE ]
                         [ nomaster ]
                         [ type TYPE ] [ to PREFIX ] [ FLAG-LIST ]
                         [ label LABEL ] [up] [ vrf NAME ] ]
       ip address {showdump|restore}
IFADDR := PREFIX | ADDR peer PREFIX
          [ broadcast ADDR ] [ anycast ADDR ]
          [ label IFNAME ] [ scope SCOPE-ID ] [ metric METRIC ]
SCOPE-ID := [ host | link | global | NUMBER ]
FLAG-LIST := [ FLAG-LIST ] FLAG
FLAG  := [ permanent | dynamic | secondary | primary |
           [-]tentative | [-]deprecated | [-]dadfailed | temporary |
           CONFFLAG-LIST ]
CONFFLAG-LIST := [ CONFFLAG-LIST ] CONFFLAG
CONFFLAG  := [ home | nodad | mngtmpaddr | noprefixroute | autojoin ]
LIFETIME := [ valid_lft LFT ] [ preferred_lft LFT ]
LFT := forever | SECONDS
${LINK_TYPES}`;

/**
 * What `ip address help` prints.
 *
 * @param context The command's context.
 * @returns The text; that of links if a batch has shown links.
 */
export function addressHelp({ asLink }: Pick<Context, "asLink">): string {
  return asLink ? LINK_HELP : ADDRESS_HELP;
}

/** Runs `ip address help`. */
export function help(_words: Words, { asLink }: Context): Promise<number> {
  return Promise.reject(usage(addressHelp({ asLink })));
}
