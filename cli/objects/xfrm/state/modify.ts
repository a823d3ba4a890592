/**
 * `ip xfrm state add`, `update` and `allocspi`.
 *
 * @module
 */

import { IPPROTO_COMP } from "../../../../messages/ip_protocols.ts";
import {
  duplicateArgument,
  exit,
  invalidArgument,
} from "../../../parse/errors.ts";
import type { Form } from "../../../parse/form.ts";
import {
  type Grammar,
  parse,
  takes,
  type Word,
} from "../../../parse/grammar.ts";
import { u32 } from "../../../parse/numbers.ts";
import type { Command } from "../../../runtime/context.ts";
import { answered } from "../../../runtime/generic.ts";
import {
  AF_INET,
  AF_UNSPEC,
  NETLINK_XFRM,
} from "../../../../messages/families.ts";
import {
  XFRM_MSG_ALLOCSPI,
  XFRM_MSG_NEWSA,
  XFRM_MSG_UPDSA,
} from "../../../../messages/xfrm/constants.ts";
import {
  xfrmSpiMessage,
  xfrmStateMessage,
} from "../../../../messages/xfrm/messages.ts";
import { formatState, showRecord } from "../format.ts";
import { addressOfPrefix, familyOfId, ID, takeId } from "../parse_id.ts";
import { finishState } from "./check.ts";
import {
  COMMON,
  noState,
  STATE,
  STATE_FORM,
  type StateArguments,
} from "./parse_state.ts";
import { blank } from "../../../../messages/codec/mod.ts";
import { xfrmLifetime } from "../../../../messages/xfrm/selector.ts";

/** What is no keyword has to be what names the state. */
const identity: Word<StateArguments> = (spec, { args, word }) => {
  if (spec.hasId) throw invalidArgument("unknown", word);
  spec.hasId = true;
  args.back();
  const id = takeId(args, spec.family);
  const { message } = spec;
  message.source = addressOfPrefix(id.source);
  message.id = {
    destination: addressOfPrefix(id.destination),
    spi: id.spi,
    protocol: id.protocol,
  };
  const family = familyOfId(id);
  if (family !== AF_UNSPEC) message.family = family;
  if (spec.family === AF_UNSPEC) spec.family = message.family;
};

/** Adds a state that is not there. */
export const add: Command = modify(XFRM_MSG_NEWSA);
/** Changes a state. */
export const update: Command = modify(XFRM_MSG_UPDSA);

function modify(type: number): Command {
  return takes(STATE_FORM, async (args, context) => {
    const spec = noState(context.family);
    await parse(STATE, spec, args, context, identity);
    finishState(spec);
    using connection = await context.open(NETLINK_XFRM);
    const { message } = spec;
    await answered(
      connection.request({ type, codec: xfrmStateMessage, message }),
    );
    return 0;
  });
}

/** A state whose index the kernel is to choose. */
interface SpiArguments extends StateArguments {
  min?: number;
  max?: number;
}

function bound(name: "min" | "max"): Word<SpiArguments> {
  return takes("SPI", (spec, { args, word }) => {
    if (spec[name] !== undefined) throw duplicateArgument(name, word);
    spec[name] = args.read(u32, `value after "${name}" is invalid`);
  });
}

const SPI: Grammar<SpiArguments> = {
  mode: COMMON.mode,
  mark: COMMON.mark,
  reqid: COMMON.reqid,
  seq: COMMON.seq,
  min: bound("min"),
  max: bound("max"),
  dir: COMMON.dir,
  "pcpu-num": COMMON["pcpu-num"],
};

/** Has the kernel choose an index. */
export const allocate: Command = takes(
  [ID, { options: SPI }] as Form,
  async (args, context) => {
    const spec: SpiArguments = noState(context.family);
    await parse(SPI, spec, args, context, (spec, step) => {
      identity(spec, step);
      if (spec.message.id.spi !== 0) throw exit(1, '"spi" is invalid');
    });
    const { message, mark, direction, cpu, min, max } = spec;
    if (!spec.hasId) throw exit(1, "Not enough information: ID is required");
    checkBounds(spec);
    const { attributes, ...state } = message;
    if (direction !== 0) attributes.direction = direction;
    if ((mark.mask & mark.value) !== 0) attributes.mark = mark;
    if (cpu !== undefined) attributes.cpu = cpu;
    if (state.family === AF_UNSPEC) state.family = AF_INET;
    const most = state.id.protocol === IPPROTO_COMP ? 0xffff : 0x0fffffff;
    using connection = await context.open(NETLINK_XFRM);
    const answer = await answered(
      connection.get({
        type: XFRM_MSG_ALLOCSPI,
        codec: xfrmSpiMessage,
        message: {
          // The kernel looks at no limits here.
          state: { ...state, lifetime: blank(xfrmLifetime) },
          min: min ?? 0x100,
          max: max ?? most,
          attributes,
        },
        reply: xfrmStateMessage,
      }),
    );
    await showRecord(
      context,
      () => formatState(context, answer, answer.attributes),
    );
    return 0;
  },
);

function checkBounds({ min, max }: SpiArguments): void {
  if (min === undefined) {
    if (max !== undefined) throw exit(1, '"min" is missing');
    return;
  }
  if (max === undefined) throw exit(1, '"max" is missing');
  if (min > max) {
    throw exit(1, 'value after "min" is larger than value after "max"');
  }
}
