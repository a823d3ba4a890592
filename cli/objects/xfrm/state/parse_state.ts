/**
 * The keywords that make a state.
 *
 * @module
 */

import { duplicateArgument, invalidArgument } from "../../../parse/errors.ts";
import type { Form } from "../../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  takes,
  type Word,
} from "../../../parse/grammar.ts";
import { u32, unsigned } from "../../../parse/numbers.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { blankState } from "../../../../api/xfrm/state_spec.ts";
import { AF_UNSPEC } from "../../../../messages/families.ts";
import type { XfrmMark } from "../../../../messages/xfrm/attribute_structs.ts";
import type { XfrmStateMessage } from "../../../../messages/xfrm/messages.ts";
import {
  XFRM_ENCAPSULATIONS,
  XFRM_EXTRA_FLAGS,
  XFRM_STATE_DIRECTIONS,
  XFRM_STATE_FLAGS,
} from "../../../../messages/xfrm/names.ts";
import {
  ALGO_LIST,
  ALGORITHMS,
  type WithAlgorithms,
} from "../parse_algorithm.ts";
import { addressOfPrefix, ID, takeNetwork } from "../parse_id.ts";
import { SELECTOR, takeSelector } from "../parse_selector.ts";
import {
  flagList,
  flagWord,
  LIMIT_LIST,
  MARK,
  MODE,
  securityContextOf,
  takeFlags,
  takeLimit,
  takeMark,
  takeMode,
} from "../parse_values.ts";

/** A state that is put together. */
export interface StateArguments extends WithAlgorithms {
  /** The message. */
  readonly message: XfrmStateMessage;
  /** The family that addresses have to be of, or 0. */
  family: number;
  /** Whether an identity was given. */
  hasId: boolean;
  /** Whether a care-of address was given. */
  hasCareOf: boolean;
  /** Direction; 0 for none. */
  direction: number;
  /** Replay window and counters. */
  readonly replay: {
    window: number;
    sequence: number;
    outputSequence: number;
    sequenceHigh: number;
    outputSequenceHigh: number;
  };
  /** Mark that packets have to have. */
  mark: XfrmMark;
  /** Mark that packets get. */
  outputMark: XfrmMark;
  /** The device that does the work. */
  offload?: { index: number; isPacket: boolean };
  /** More flags. */
  extraFlags: number;
  /** Length to pad to; 0 for none. */
  padding: number;
  /** The CPU. */
  cpu?: number;
}

/**
 * A state that no argument has set anything of.
 *
 * @param family The family that addresses have to be of, or 0.
 * @returns The state.
 */
export function noState(family: number): StateArguments {
  return {
    message: { ...blankState(), family },
    algorithms: new Set(),
    family,
    hasId: false,
    hasCareOf: false,
    direction: 0,
    replay: {
      window: 0,
      sequence: 0,
      outputSequence: 0,
      sequenceHigh: 0,
      outputSequenceHigh: 0,
    },
    mark: { value: 0, mask: 0 },
    outputMark: { value: 0, mask: 0 },
    extraFlags: 0,
    padding: 0,
  };
}

const ALL_BITS = 0xffffffff;

/** Four bytes the other way round. */
function swapped(value: number): number {
  return new DataView(new Uint32Array([value]).buffer).getUint32(0);
}

/** A counter. */
function counter(
  name: keyof StateArguments["replay"],
): Word<StateArguments> {
  return takes("SEQ", ({ replay }, { args, word }) => {
    replay[name] = args.read(u32, `value after "${word}" is invalid`);
  });
}

const takeDirection = (args: Arguments) =>
  args.oneOf(XFRM_STATE_DIRECTIONS, 'DIR value is not "in" or "out"');

/** Keywords that states of whatever origin have. */
export const COMMON = {
  mode: takes(
    MODE,
    ({ message }: StateArguments, { args }: { args: Arguments }) => {
      message.mode = takeMode(args);
    },
  ),
  mark: takes(MARK, (spec: StateArguments, { args }: { args: Arguments }) => {
    spec.mark = takeMark(args);
  }),
  reqid: takes("REQID", ({ message }: StateArguments, { args }) => {
    message.requestId = args.read(u32, "REQID value is invalid");
  }),
  seq: takes("SEQ", ({ message }: StateArguments, { args }) => {
    // The number is of the network's byte order here, and of the host's
    // elsewhere.
    message.sequence = swapped(args.read(u32, "SEQ value is invalid"));
  }),
  dir: takes(
    { name: "DIR", means: "{ in | out }" },
    (spec: StateArguments, { args }) => {
      spec.direction = takeDirection(args);
    },
  ),
  "pcpu-num": takes("CPUNUM", (spec: StateArguments, { args, word }) => {
    const cpu = args.read(u32, `value after "${word}" is invalid`);
    if (cpu === ALL_BITS) delete spec.cpu;
    else spec.cpu = cpu;
  }),
} satisfies Grammar<StateArguments>;

const encap: Word<StateArguments> = ({ message }, { args }) => {
  const type = args.oneOf(
    XFRM_ENCAPSULATIONS,
    "ENCAP-TYPE value is invalid",
  );
  const port = (name: string) => {
    const arg = args.take();
    const value = unsigned(arg, 16);
    if (value !== undefined) return value;
    throw invalidArgument(`${name} value after "encap" is invalid`, arg);
  };
  const sourcePort = port("SPORT");
  const destinationPort = port("DPORT");
  message.attributes.encapsulation = {
    type,
    sourcePort,
    destinationPort,
    originalAddress: addressOfPrefix(addressOf(args.take(), AF_UNSPEC)),
  };
};

const coa: Word<StateArguments> = (spec, { args, word }) => {
  if (spec.hasCareOf) throw duplicateArgument("coa", word);
  spec.hasCareOf = true;
  spec.message.attributes.careOfAddress = addressOfPrefix(
    takeNetwork(args, "coa", spec.family),
  );
};

const offload: Word<StateArguments> = async (spec, { args, context }) => {
  const isPacket = args.peek() === "packet";
  if (isPacket || args.peek() === "crypto") args.take();
  const dev = args.take();
  if (dev !== "dev") throw invalidArgument("Missing dev keyword", dev);
  const name = args.take();
  const index = await context.links.indexOf(name);
  if (index === 0) throw invalidArgument("Invalid device name", name);
  const dir = args.take();
  if (dir !== "dir") throw invalidArgument("Missing DIR keyword", dir);
  spec.direction = takeDirection(args);
  spec.offload = { index, isPacket };
};

/** What is no list. */
const SINGLE: Grammar<StateArguments> = {
  mode: COMMON.mode,
  mark: COMMON.mark,
  reqid: COMMON.reqid,
  dir: COMMON.dir,
  seq: COMMON.seq,
  "replay-window": takes("SIZE", ({ replay }, { args, word }) => {
    replay.window = args.read(u32, `value after "${word}" is invalid`);
  }),
  "replay-seq": counter("sequence"),
  "replay-oseq": counter("outputSequence"),
  "replay-seq-hi": counter("sequenceHigh"),
  "replay-oseq-hi": counter("outputSequenceHigh"),
  flag: flagWord(XFRM_STATE_FLAGS, ({ message }) => message),
  sel: takes(SELECTOR, async (spec, { args, context }) => {
    if (args.left === 0) args.take();
    const { selector } = spec.message;
    await takeSelector(args, selector, AF_UNSPEC, context);
    spec.family = selector.family;
  }),
  encap: takes(
    {
      name: "ENCAP",
      means: `{ ${
        Object.keys(XFRM_ENCAPSULATIONS).reverse().join(" | ")
      } } SPORT DPORT OADDR`,
    },
    encap,
  ),
  coa: takes("ADDR[/PLEN]", coa),
  ctx: takes("CTX", (spec, { args, word, seen }) => {
    if (seen.has("ctx")) throw duplicateArgument("ctx", word);
    seen.add("ctx");
    spec.message.attributes.securityContext = securityContextOf(args.take());
  }),
  "extra-flag": takes(
    flagList("EXTRA-FLAG", XFRM_EXTRA_FLAGS),
    (spec, { args }) => {
      spec.extraFlags = takeFlags(
        args,
        XFRM_EXTRA_FLAGS,
        32,
        '"EXTRA-FLAG" is invalid',
        spec.extraFlags,
      );
    },
  ),
  offload: takes("[ crypto | packet ] dev DEV dir DIR", offload),
  "output-mark": takes("OUTPUT-MARK [ mask MASK ]", (spec, { args, word }) => {
    spec.outputMark.value = args.read(u32, `value after "${word}" is invalid`);
    if (args.takeIf("mask")) {
      spec.outputMark.mask = args.read(u32, "mask value is invalid\n");
    }
  }),
  if_id: takes("IF_ID", ({ message }, { args, word }) => {
    message.attributes.interfaceId = args.read(
      u32,
      `value after "${word}" is invalid`,
    );
  }),
  tfcpad: takes("LENGTH", (spec, { args, word }) => {
    spec.padding = args.read(u32, `value after "${word}" is invalid`);
  }),
  "pcpu-num": COMMON["pcpu-num"],
};

/** The keywords that make a state. */
export const STATE: Grammar<StateArguments> = {
  ...SINGLE,
  limit: ({ message }, { args }) => takeLimit(args, message.lifetime),
  ...ALGORITHMS,
};

/** What may follow `ip xfrm state add`. */
export const STATE_FORM: Form = {
  anyOrder: [
    ID,
    { maybe: ALGO_LIST },
    { options: SINGLE },
    { maybe: LIMIT_LIST },
  ],
};
