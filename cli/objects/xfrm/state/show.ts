/**
 * `ip xfrm state list` and `deleteall`.
 *
 * @module
 */

import { invalidArgument } from "../../../parse/errors.ts";
import type { Form } from "../../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
} from "../../../parse/grammar.ts";
import { u32 } from "../../../parse/numbers.ts";
import { beginsWith } from "../../../../api/mapping/prefixes.ts";
import type { Connection } from "../../../../api/connection/connection.ts";
import type { Command, Context } from "../../../runtime/context.ts";
import { AF_UNSPEC, NETLINK_XFRM } from "../../../../messages/families.ts";
import {
  type XfrmAttributes,
  xfrmAttributes,
} from "../../../../messages/xfrm/attributes.ts";
import {
  XFRM_MSG_DELSA,
  XFRM_MSG_GETSA,
} from "../../../../messages/xfrm/constants.ts";
import {
  xfrmStateIdMessage,
  type XfrmStateMessage,
  xfrmStateMessage,
} from "../../../../messages/xfrm/messages.ts";
import { XFRM_STATE_FLAGS } from "../../../../messages/xfrm/names.ts";
import { deleteRounds } from "../delete_all.ts";
import { formatState } from "../format.ts";
import { networkOf, showAll } from "../list.ts";
import {
  addressOfPrefix,
  familyOfId,
  ID,
  type IdArguments,
  takeId,
} from "../parse_id.ts";
import { flagWord, MODE, takeMode } from "../parse_values.ts";

/** Which states are meant. */
interface Selection {
  family: number;
  nokeys: boolean;
  id?: IdArguments;
  mode?: number;
  requestId?: number;
  flags?: number;
}

const FILTER: Grammar<Selection> = {
  mode: takes(MODE, (selection, { args }) => {
    selection.mode = takeMode(args);
  }),
  reqid: takes("REQID", (selection, { args }) => {
    selection.requestId = args.read(u32, "REQID value is invalid");
  }),
  flag: flagWord(XFRM_STATE_FLAGS, (selection) => selection),
};

const NOKEYS: Grammar<Selection> = {
  nokeys: (selection) => {
    selection.nokeys = true;
  },
};

const KEYWORDS: Grammar<Selection> = { ...NOKEYS, ...FILTER };
const CHOSEN: Form = [{ maybe: ID }, { options: FILTER }];

async function select(args: Arguments, context: Context): Promise<Selection> {
  const selection: Selection = { family: context.family, nokeys: false };
  await parse(KEYWORDS, selection, args, context, (selection, step) => {
    if (selection.id !== undefined) throw invalidArgument("unknown", step.word);
    step.args.back();
    selection.id = takeId(step.args, selection.family, true);
    const family = familyOfId(selection.id);
    if (family !== AF_UNSPEC) selection.family = family;
  });
  return selection;
}

/** Whether a state is meant. */
function matcher(
  { family, id, mode, requestId, flags }: Selection,
): (state: XfrmStateMessage) => boolean {
  const source = networkOf(id?.source);
  const destination = networkOf(id?.destination);
  return (state) =>
    (family === AF_UNSPEC || state.family === family) &&
    (source === undefined || beginsWith(source, state.source)) &&
    (destination === undefined ||
      beginsWith(destination, state.id.destination)) &&
    (id === undefined || id.protocol === 0 ||
      state.id.protocol === id.protocol) &&
    (id?.hasSpi !== true || state.id.spi === id.spi) &&
    (mode === undefined || state.mode === mode) &&
    (requestId === undefined || state.requestId === requestId) &&
    (flags === undefined || (state.flags & flags) !== 0);
}

function dump(
  connection: Connection,
  message: XfrmAttributes,
): Promise<XfrmStateMessage[]> {
  return connection.dumpAll({
    type: XFRM_MSG_GETSA,
    codec: xfrmAttributes,
    message,
    reply: xfrmStateMessage,
  });
}

/** Lists states. */
export const show: Command = takes(
  [{ options: NOKEYS }, CHOSEN] as Form,
  async (args, context) => {
    const selection = await select(args, context);
    const { id, family, nokeys } = selection;
    return await showAll(
      context,
      (connection) =>
        dump(connection, {
          ...id !== undefined && id.protocol !== 0 && { protocol: id.protocol },
          addressFilter: {
            source: addressOfPrefix(id?.source),
            destination: addressOfPrefix(id?.destination),
            family,
            sourceLength: id?.source?.length ?? 0,
            destinationLength: id?.destination?.length ?? 0,
          },
        }),
      matcher(selection),
      (state) => formatState(context, state, state.attributes, nokeys),
    );
  },
);

/** Protocols of states that the kernel makes for compression. */
const BY_KERNEL: readonly number[] = [4, 41];

/** Deletes states. */
export const removeAll: Command = takes(CHOSEN, async (args, context) => {
  const matches = matcher(await select(args, context));
  using connection = await context.open(NETLINK_XFRM);
  await deleteRounds(context, async () => {
    const states = await dump(connection, {});
    return states.filter((state) =>
      matches(state) && !BY_KERNEL.includes(state.id.protocol)
    );
  }, async ({ id, family, source, attributes: { mark } }) => {
    const { destination, spi, protocol } = id;
    await connection.request({
      type: XFRM_MSG_DELSA,
      codec: xfrmStateIdMessage,
      message: {
        destination,
        spi,
        family,
        protocol,
        attributes: { source, ...mark && { mark } },
      },
    });
  }, "Failed to send delete-all request\n");
  return 0;
});
