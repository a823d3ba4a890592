/**
 * `ip stats`.
 *
 * @module
 */

import { complete } from "../../runtime/complete.ts";
import type { Cases, Form } from "../../parse/form.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { deviceName } from "../../parse/device_name.ts";
import {
  CommandError,
  duplicateOrGarbage,
  exit,
  fail,
  isKernelError,
  noDevice,
  refusal,
} from "../../parse/errors.ts";
import { takeOnOff } from "../../parse/choices.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  type Step,
  takes,
} from "../../parse/grammar.ts";
import { type Group, STATISTICS } from "./groups.ts";
import { LEVELS, type Selected, Selection } from "./parse_selection.ts";
import {
  RTM_GETSTATS,
  RTM_SETSTATS,
} from "../../../messages/stats/constants.ts";
import {
  statsAttributes,
  type StatsFilters,
  type StatsMessage,
  statsMessage,
  type StatsRequest,
  statsRequest,
} from "../../../messages/stats/stats.ts";
import { attributeType, blank } from "../../../messages/codec/mod.ts";

/** Exit code of arguments that do not fit: `EINVAL`. */
const EINVAL = 22;
/** All parts of the statistics of hardware. */
const ALL_PARTS = 7;

/** What is shown. */
interface Query {
  device?: string;
  readonly selection: Selection;
}

/** What is to count. */
interface Change {
  device?: string;
  on?: boolean;
}

const DEVICE: Grammar<Query | Change> = {
  "dev": takes("DEV", (spec, { args }) => {
    spec.device = takeDevice(args, spec.device);
  }),
};

const SUITE: Grammar<Change> = {
  "l3_stats": takes("{ on | off }", (change, { args }) => {
    if (change.on !== undefined) {
      args.take();
      throw new CommandError(
        EINVAL,
        false,
        "A statistics suite to toggle was already given.\n",
      );
    }
    change.on = takeOnOff(args, "l3_stats");
  }),
};

const HELP: Grammar<unknown> = {
  "help": () => {
    throw help();
  },
};

const LEVEL_KEYWORDS: Grammar<Query> = Object.fromEntries(
  LEVELS.map((name, level) => [
    name,
    ({ selection }: Query, { args }: Step) =>
      selection.select(level, args.take()),
  ]),
);

const SHOW: Form = {
  anyOrder: [
    { options: DEVICE },
    {
      maybe: [
        "group",
        {
          name: "GROUP",
          rest: "[ subgroup SUBGROUP [ suite SUITE ] ]",
          cases: casesOf(STATISTICS, 1),
        },
      ],
    },
  ],
};

/** What can follow the names of a level. */
function casesOf({ members }: Group, level: number): Cases["cases"] {
  return Object.fromEntries(members.map((member) => {
    if (!("members" in member)) return [member.name, []];
    const { name } = member;
    const cases = casesOf(member, level + 1);
    const inner = Object.entries(cases).map(([word, form]) => [word, { form }]);
    return [name, {
      maybe: [LEVELS[level]!, { oneOf: Object.fromEntries(inner) }],
    }];
  }));
}

/** Runs `ip stats`. */
export const command: Command = takes(
  {
    maybe: {
      oneOf: {
        show: { form: SHOW },
        set: { form: [{ oneOf: DEVICE }, { oneOf: SUITE }] },
        help: {},
      },
    },
  },
  (args, context) => {
    const verb = args.left === 0 ? undefined : args.take();
    switch (verb) {
      case undefined:
        return show(args, context);
      case "help":
        throw help();
      case "show":
        context.options.stats += context.options.details ? 2 : 1;
        return show(args, context);
      case "set":
        return set(args, context);
      default:
        throw fail(1, `Command "${verb}" is unknown, try "ip stats help".`);
    }
  },
);

/** The usage ends the command with success, and a batch goes on. */
function help(): CommandError {
  return new CommandError(0, false, "", "stats");
}

function takeDevice(args: Arguments, before: string | undefined): string {
  const name = args.take();
  if (before !== undefined) throw duplicateOrGarbage("dev", name);
  return deviceName(name, '"dev"');
}

function unknown(_: unknown, { word }: Step): never {
  throw new CommandError(EINVAL, false, `What is "${word}"?\n`, "stats");
}

async function show(args: Arguments, context: Context): Promise<number> {
  const query: Query = { selection: new Selection() };
  const words = { ...DEVICE, ...HELP, ...LEVEL_KEYWORDS };
  await parse<Query>(words, query, args, context, unknown);
  const { device, selection } = query;
  const selected = selection.finish();
  const index = device === undefined ? 0 : await context.links.indexOf(device);
  if (device !== undefined && index === 0) throw noDevice(device);
  const { printer } = context;
  printer.begin();
  try {
    if (index === 0) return await showAll(context, selected);
    const message = await context.talk((connection) =>
      connection.get<StatsRequest, StatsMessage>({
        type: RTM_GETSTATS,
        codec: statsRequest,
        reply: statsMessage,
        message: question(index, selected),
      })
    );
    await context.render(() => print(context, message, selected));
    return 0;
  } finally {
    printer.end();
  }
}

async function showAll(
  context: Context,
  selected: readonly Selected[],
): Promise<number> {
  const connection = await context.connect();
  try {
    const messages = await connection.dumpAll<StatsRequest, StatsMessage>({
      type: RTM_GETSTATS,
      codec: statsRequest,
      reply: statsMessage,
      message: question(0, selected),
    });
    await context.renderAll(messages, (message) => {
      print(context, message, selected);
      context.printer.newline();
    });
    return 0;
  } catch (error) {
    if (!isKernelError(error)) throw error;
    throw new CommandError(
      2,
      false,
      `${await refusal(error)}Dump terminated\n`,
    );
  }
}

function question(
  index: number,
  selected: readonly Selected[],
): StatsRequest {
  let filterMask = 0;
  const filters: StatsFilters = {};
  for (const { leaf: { group, parts } } of selected) {
    filterMask |= 1 << (attributeType(statsAttributes, group) - 1);
    if (parts === undefined) continue;
    filters.offloadXstats = (filters.offloadXstats ?? 0) | parts;
  }
  const narrow = filters.offloadXstats !== undefined &&
    filters.offloadXstats !== ALL_PARTS;
  return blank(statsRequest, {
    index,
    filterMask,
    attributes: narrow ? { filters } : {},
  });
}

/**
 * Writes the statistics of a link.
 *
 * @param message The statistics.
 * @param selected Which of them.
 */
export function print(
  context: Context,
  message: StatsMessage,
  selected: readonly Selected[],
): void {
  const { printer, links } = context;
  const { index, attributes } = complete(statsMessage, message);
  const name = links.nameOf(index);
  for (const { leaf, path } of selected) {
    printer.object(null, () => {
      printer.value("ifindex", index | 0, `${index | 0}:`);
      printer.colored("ifname", "ifname", name, ` ${name}:`);
      for (const [level, name] of path.entries()) {
        printer.value(LEVELS[level]!, name, ` ${LEVELS[level]} ${name}`);
      }
      leaf.print(context, attributes);
    });
    printer.newline();
  }
}

async function set(args: Arguments, context: Context): Promise<number> {
  const words = { ...DEVICE, ...SUITE, ...HELP };
  const change: Change = {};
  await parse<Change>(words, change, args, context, unknown);
  const { device, on } = change;
  if (device === undefined) {
    throw exit(255, 'Not enough information: "dev" argument is required.');
  }
  if (on === undefined) {
    throw exit(255, "Not enough information: stat type to toggle is required.");
  }
  const index = await context.links.indexOf(device);
  if (index === 0) throw noDevice(device);
  await context.talk((connection) =>
    connection.request({
      type: RTM_SETSTATS,
      codec: statsRequest,
      message: blank(statsRequest, {
        index,
        attributes: { setL3Stats: on ? 1 : 0 },
      }),
    })
  );
  return 0;
}
