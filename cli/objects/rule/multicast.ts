/**
 * `ip mrule`: rules of multicast routing.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { exit } from "../../parse/errors.ts";
import { takes } from "../../parse/arguments.ts";
import { command as rule } from "./mod.ts";
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
} from "../../../messages/families.ts";

/** Runs `ip mrule`. */
export const command: Command = takes(rule.form!, (args, context) => {
  switch (context.family) {
    case AF_UNSPEC:
    case AF_INET:
      context.family = RTNL_FAMILY_IPMR;
      break;
    case AF_INET6:
      context.family = RTNL_FAMILY_IP6MR;
      break;
    default:
      return Promise.reject(exit(
        255,
        `Multicast rules are only supported for IPv4/IPv6, was: ${context.family}`,
      ));
  }
  return rule(args, context);
});
