/**
 * `ip xfrm policy flush`, `count`, `set`, `setdefault` and `getdefault`.
 *
 * @module
 */

import { duplicateArgument, invalidArgument } from "../../../parse/errors.ts";
import {
  type Grammar,
  parse,
  takes,
  type Word,
} from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import type { Command, Context } from "../../../runtime/context.ts";
import { answered } from "../../../runtime/generic.ts";
import { NETLINK_XFRM } from "../../../../messages/families.ts";
import {
  type XfrmAttributes,
  xfrmAttributes,
} from "../../../../messages/xfrm/attributes.ts";
import {
  XFRM_MSG_FLUSHPOLICY,
  XFRM_MSG_GETDEFAULT,
  XFRM_MSG_GETSPDINFO,
  XFRM_MSG_NEWSPDINFO,
  XFRM_MSG_SETDEFAULT,
  XFRM_USERPOLICY_ACCEPT,
  XFRM_USERPOLICY_BLOCK,
  XFRM_USERPOLICY_UNSPEC,
} from "../../../../messages/xfrm/constants.ts";
import {
  type XfrmPolicyCounts,
  xfrmPolicyInfoMessage,
  type XfrmPolicyThreshold,
} from "../../../../messages/xfrm/info.ts";
import { xfrmPolicyDefaultsMessage } from "../../../../messages/xfrm/messages.ts";
import type { XfrmPolicyDefaults } from "../../../../messages/xfrm/policy.ts";
import { lineEnd } from "../text.ts";
import { PTYPE, single, takeType, typeOf } from "./parse_policy.ts";

const TYPE: Grammar<XfrmAttributes> = {
  ptype: single(PTYPE, (attributes, { args }) => {
    attributes.policyType = typeOf(takeType(args));
  }),
};

function unknown(_: unknown, { word }: { word: string }): never {
  throw invalidArgument("unknown", word);
}

/** Deletes all policies, or all of a type. */
export const flush: Command = takes(
  { options: TYPE },
  async (args, context) => {
    const message: XfrmAttributes = {};
    await parse(TYPE, message, args, context, unknown);
    using connection = await context.open(NETLINK_XFRM);
    if (context.options.stats > 1) context.io.err("Flush policy\n");
    await answered(
      connection.request({
        type: XFRM_MSG_FLUSHPOLICY,
        codec: xfrmAttributes,
        message,
      }),
    );
    return 0;
  },
);

/** Counts policies. */
export const count: Command = takes([], async (_, context) => {
  using connection = await context.open(NETLINK_XFRM);
  const { attributes } = await answered(
    connection.get({
      type: XFRM_MSG_GETSPDINFO,
      codec: xfrmPolicyInfoMessage,
      message: { flags: 0xffffffff, attributes: {} },
    }),
  );
  context.io.out(formatCounts(context, attributes));
  return 0;
});

function formatCounts(context: Context, attributes: XfrmPolicyCounts): string {
  const { options: { stats, oneline } } = context;
  const end = lineEnd(context);
  const { count, table, ipv4Threshold, ipv6Threshold } = attributes;
  let text = "\t SPD";
  if (count !== undefined) {
    text += ` IN  ${count.in} OUT ${count.out} FWD ${count.forward}`;
    if (stats > 0) {
      text += ` (Sock: IN ${count.socketIn} OUT ${count.socketOut} ` +
        `FWD ${count.socketForward})`;
    }
    text += end;
  }
  if (stats > 1) {
    if (table !== undefined) {
      text += `\t SPD buckets: count ${table.buckets} ` +
        `Max ${table.maxBuckets}${end}`;
    }
    const threshold = (name: string, found?: XfrmPolicyThreshold) =>
      found === undefined
        ? ""
        : `\t SPD ${name} thresholds: local ${found.local} ` +
          `remote ${found.remote}${end}`;
    text += threshold("IPv4", ipv4Threshold) +
      threshold("IPv6", ipv6Threshold);
  }
  return oneline ? `${text}\n` : text;
}

function threshold(
  property: "ipv4Threshold" | "ipv6Threshold",
  most: number,
): Word<XfrmPolicyCounts> {
  return single("LBITS RBITS", (counts, { args, word }) => {
    const bits = (name: string) => {
      const given = args.take();
      const value = unsigned(given, 8);
      if (value !== undefined && value <= most) return value;
      throw invalidArgument(`${word} ${name} value is invalid`, given);
    };
    counts[property] = { local: bits("LBITS"), remote: bits("RBITS") };
  });
}

const THRESHOLDS: Grammar<XfrmPolicyCounts> = {
  hthresh4: threshold("ipv4Threshold", 32),
  hthresh6: threshold("ipv6Threshold", 128),
};

/** Sets from which prefix lengths on policies are hashed. */
export const set: Command = takes(
  { options: THRESHOLDS },
  async (args, context) => {
    const attributes: XfrmPolicyCounts = {};
    await parse(THRESHOLDS, attributes, args, context, unknown);
    using connection = await context.open(NETLINK_XFRM);
    await answered(
      connection.request({
        type: XFRM_MSG_NEWSPDINFO,
        codec: xfrmPolicyInfoMessage,
        message: { flags: 0xffffffff, attributes },
      }),
    );
    return 0;
  },
);

const DEFAULTS: Readonly<Record<string, number>> = {
  block: XFRM_USERPOLICY_BLOCK,
  accept: XFRM_USERPOLICY_ACCEPT,
  allow: XFRM_USERPOLICY_ACCEPT,
};
const NAMES = ["unspec", "block", "accept"];

function direction(
  property: keyof XfrmPolicyDefaults,
): Word<XfrmPolicyDefaults> {
  return takes("ACTION", (defaults, { args, word }) => {
    if (defaults[property] !== XFRM_USERPOLICY_UNSPEC) {
      throw duplicateArgument(word, word);
    }
    defaults[property] = args.oneOf(
      DEFAULTS,
      `${word} policy value is invalid`,
    );
  });
}

const DIRECTIONS: Grammar<XfrmPolicyDefaults> = {
  in: direction("in"),
  fwd: direction("forward"),
  out: direction("out"),
};

/** Sets what happens to packets that no policy is for. */
export const setDefault: Command = takes(
  { options: DIRECTIONS },
  async (args, context) => {
    const defaults: XfrmPolicyDefaults = { in: 0, forward: 0, out: 0 };
    await parse(DIRECTIONS, defaults, args, context, (_, { word }) => {
      throw invalidArgument("unknown direction", word);
    });
    using connection = await context.open(NETLINK_XFRM);
    await answered(
      connection.request({
        type: XFRM_MSG_SETDEFAULT,
        codec: xfrmPolicyDefaultsMessage,
        message: { ...defaults, attributes: {} },
      }),
    );
    return 0;
  },
);

/** Shows what happens to packets that no policy is for. */
export const getDefault: Command = takes([], async (_, context) => {
  using connection = await context.open(NETLINK_XFRM);
  const defaults = await answered(
    connection.get({
      type: XFRM_MSG_GETDEFAULT,
      codec: xfrmPolicyDefaultsMessage,
      message: { in: 0, forward: 0, out: 0, attributes: {} },
    }),
  );
  context.io.out(formatDefaults(defaults));
  return 0;
});

/**
 * What happens to packets that no policy is for.
 *
 * @param defaults What happens.
 * @returns The lines.
 */
export function formatDefaults(
  { in: input, forward, out }: XfrmPolicyDefaults,
): string {
  const name = (value: number) => NAMES[value] ?? "unknown";
  return `Default policies:\n in:  ${name(input)}\n fwd: ${name(forward)}\n` +
    ` out: ${name(out)}\n`;
}
