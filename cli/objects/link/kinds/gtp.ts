/**
 * `ip link … type gtp`.
 *
 * @module
 */

import { CommandError, fail, invalidArgument } from "../../../parse/errors.ts";
import { type Grammar, parse } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { type Kind, printNumbers, unique } from "./kind.ts";
import {
  GTP_ROLE_GGSN,
  GTP_ROLE_SGSN,
  type GtpData,
} from "../../../../messages/link/kinds/gtp.ts";

const ROLES: Readonly<Record<string, number>> = {
  sgsn: GTP_ROLE_SGSN,
  ggsn: GTP_ROLE_GGSN,
};

const HELP = `\
Usage: ... gtp role ROLE
		[ hsize HSIZE ]
		[ restart_count RESTART_COUNT ]

Where:	ROLE		:= { sgsn | ggsn }
	HSIZE		:= 1-131071
	RESTART_COUNT	:= 0-255
`;

const grammar: Grammar<GtpData> = {
  role: unique("role", (data, { words }) => {
    const word = words.take();
    if (!Object.hasOwn(ROLES, word)) {
      throw invalidArgument("invalid role, use sgsn or ggsn", word);
    }
    data.role = ROLES[word]!;
  }, "role"),
  hsize: unique("hsize", (data, { words }) => {
    const word = words.take();
    const size = unsigned(word, 32);
    if (size === undefined) {
      throw invalidArgument("invalid PDP hash size", word);
    }
    if (size >= 1 << 17) throw invalidArgument("PDP hash size too big", word);
    data.pdpHashsize = size;
  }, "hsize"),
  restart_count: unique("restart_count", (data, { words }) => {
    const word = words.take();
    const count = unsigned(word, 8, 10);
    if (count === undefined) {
      throw invalidArgument("invalid restart_count", word);
    }
    data.restartCount = count;
  }, "restart_count"),
};

/** GPRS tunnels. */
export const kind: Kind<GtpData> = {
  help: HELP,
  print({ printer }, data) {
    const { role } = data;
    if (role !== undefined) {
      const name = Object.keys(ROLES).find((name) => ROLES[name] === role);
      printer.named("role", name ?? "unknown");
    }
    printNumbers(printer, data, {
      pdpHashsize: "hsize",
      restartCount: "restart_count",
    });
  },
  async parse(words, { context }) {
    const data: GtpData = { createSockets: 1 };
    await parse(grammar, data, words, context, (_, { word }) => {
      if (word === "help") throw new CommandError(1, false, HELP);
    });
    if (data.role === undefined) {
      throw fail(1, "gtp: role of the gtp device was not specified");
    }
    data.pdpHashsize ??= 1024;
    return data;
  },
};
