/**
 * `ip xfrm state get`, `delete`, `count` and `flush`.
 *
 * @module
 */

import { duplicateArgument, invalidArgument } from "../../../parse/errors.ts";
import type { Form } from "../../../parse/form.ts";
import { type Grammar, parse, takes } from "../../../parse/grammar.ts";
import type { Command, Context } from "../../../runtime/context.ts";
import { answered } from "../../../runtime/generic.ts";
import type { Arguments } from "../../../parse/arguments.ts";
import {
  AF_INET,
  AF_UNSPEC,
  NETLINK_XFRM,
} from "../../../../messages/families.ts";
import {
  XFRM_MSG_DELSA,
  XFRM_MSG_FLUSHSA,
  XFRM_MSG_GETSA,
  XFRM_MSG_GETSADINFO,
} from "../../../../messages/xfrm/constants.ts";
import { xfrmStateInfoMessage } from "../../../../messages/xfrm/info.ts";
import {
  xfrmStateFlushMessage,
  type XfrmStateIdMessage,
  xfrmStateIdMessage,
  xfrmStateMessage,
} from "../../../../messages/xfrm/messages.ts";
import type { XfrmMark } from "../../../../messages/xfrm/attribute_structs.ts";
import { formatState, showRecord } from "../format.ts";
import {
  addressOfPrefix,
  familyOfId,
  ID,
  type IdArguments,
  takeId,
  takeProtocol,
  XFRM_PROTO,
} from "../parse_id.ts";
import { MARK, takeMark } from "../parse_values.ts";
import { protocolText } from "../text.ts";

interface Named {
  id?: IdArguments;
  mark: XfrmMark;
}

const MARKED: Grammar<Named> = {
  mark: takes(MARK, (named, { args }) => {
    named.mark = takeMark(args);
  }),
};
const NAMED: Form = [ID, { options: MARKED }];

async function nameState(
  args: Arguments,
  context: Context,
): Promise<XfrmStateIdMessage> {
  const named: Named = { mark: { value: 0, mask: 0 } };
  await parse(MARKED, named, args, context, (named, { args, word }) => {
    if (named.id !== undefined) throw invalidArgument("unknown", word);
    args.back();
    named.id = takeId(args, context.family);
  });
  const { id, mark } = named;
  const own = id === undefined ? AF_UNSPEC : familyOfId(id);
  const family = own || context.family || AF_INET;
  return {
    destination: addressOfPrefix(id?.destination),
    spi: id?.spi ?? 0,
    family,
    protocol: id?.protocol ?? 0,
    attributes: {
      ...id && { source: addressOfPrefix(id.source) },
      ...(mark.mask & mark.value) !== 0 && { mark },
    },
  };
}

/** Shows a state. */
export const get: Command = takes(NAMED, async (args, context) => {
  const message = await nameState(args, context);
  using connection = await context.open(NETLINK_XFRM);
  const state = await answered(
    connection.get({
      type: XFRM_MSG_GETSA,
      codec: xfrmStateIdMessage,
      message,
      reply: xfrmStateMessage,
    }),
  );
  await showRecord(
    context,
    () => formatState(context, state, state.attributes),
  );
  return 0;
});

/** Deletes a state. */
export const remove: Command = takes(NAMED, async (args, context) => {
  const message = await nameState(args, context);
  using connection = await context.open(NETLINK_XFRM);
  await answered(
    connection.request({
      type: XFRM_MSG_DELSA,
      codec: xfrmStateIdMessage,
      message,
    }),
  );
  return 0;
});

/** Counts states. */
export const count: Command = takes([], async (_, context) => {
  using connection = await context.open(NETLINK_XFRM);
  const { attributes: { count = 0, table } } = await answered(
    connection.get({
      type: XFRM_MSG_GETSADINFO,
      codec: xfrmStateInfoMessage,
      message: { flags: 0xffffffff, attributes: {} },
    }),
  );
  const more = context.options.stats > 0 && table !== undefined
    ? ` (buckets count ${table.buckets} Max ${table.maxBuckets})`
    : "";
  context.io.out(`\t SAD count ${count}${more}\n`);
  return 0;
});

const PROTOCOL: Grammar<{ protocol?: number }> = {
  proto: takes(XFRM_PROTO, (spec, { args, word }) => {
    if (spec.protocol !== undefined) throw duplicateArgument("proto", word);
    spec.protocol = takeProtocol(args);
  }),
};

/** Deletes all states, or all of a protocol. */
export const flush: Command = takes(
  { options: PROTOCOL },
  async (args, context) => {
    const spec: { protocol?: number } = {};
    await parse(PROTOCOL, spec, args, context, (_, { word }) => {
      throw invalidArgument("unknown", word);
    });
    const { protocol = 0 } = spec;
    using connection = await context.open(NETLINK_XFRM);
    if (context.options.stats > 1) {
      const name = protocolText(protocol);
      context.io.err(`Flush state with XFRM-PROTO value "${name}"\n`);
    }
    await answered(
      connection.request({
        type: XFRM_MSG_FLUSHSA,
        codec: xfrmStateFlushMessage,
        message: { protocol, attributes: {} },
      }),
    );
    return 0;
  },
);
