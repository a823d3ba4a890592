/**
 * What `ip` refuses of a state before it asks the kernel, and how a state is
 * put together when all arguments are there.
 *
 * @module
 */

import {
  IPPROTO_AH,
  IPPROTO_COMP,
  IPPROTO_ESP,
} from "../../../../messages/ip_protocols.ts";
import { exit } from "../../../parse/errors.ts";
import { AF_INET, AF_UNSPEC } from "../../../../messages/families.ts";
import {
  XFRM_MODE_BEET,
  XFRM_MODE_IN_TRIGGER,
  XFRM_MODE_ROUTEOPTIMIZATION,
  XFRM_MODE_TRANSPORT,
  XFRM_MODE_TUNNEL,
  XFRM_OFFLOAD_INBOUND,
  XFRM_OFFLOAD_PACKET,
  XFRM_SA_DIR_IN,
  XFRM_SA_DIR_OUT,
  XFRM_STATE_ESN,
  XFRMA_REPLAY_ESN_MAX,
} from "../../../../messages/xfrm/constants.ts";
import { isIpsec } from "../format.ts";
import { isMobile } from "../parse_id.ts";
import { protocolText } from "../text.ts";
import type { StateArguments } from "./parse_state.ts";

/** The window that fits into the message itself. */
const SHORT_WINDOW = 32;

/**
 * Finishes a state.
 *
 * @param spec The state; its message is completed.
 * @throws {CommandError} If arguments do not fit together.
 */
export function finishState(spec: StateArguments): void {
  checkWindow(spec);
  writeOffload(spec);
  writeReplay(spec);
  const { message: { attributes }, extraFlags, mark, padding } = spec;
  if (extraFlags !== 0) attributes.extraFlags = extraFlags;
  if (!spec.hasId) throw exit(1, "Not enough information: ID is required");
  if (mark.mask !== 0) attributes.mark = mark;
  if (padding !== 0) attributes.padding = padding;
  checkProtocol(spec);
  writeRest(spec);
}

function checkWindow({ message, direction, replay }: StateArguments): void {
  const { window } = replay;
  const isExtended = (message.flags & XFRM_STATE_ESN) !== 0;
  if (isExtended && window === 0 && direction !== XFRM_SA_DIR_OUT) {
    throw exit(255, "Error: esn flag set without replay-window.");
  }
  if (window > XFRMA_REPLAY_ESN_MAX) {
    throw exit(
      255,
      `Error: replay-window (${window}) > ` +
        `XFRMA_REPLAY_ESN_MAX (${XFRMA_REPLAY_ESN_MAX}).`,
    );
  }
}

function writeOffload({ message, direction, offload }: StateArguments): void {
  if (offload === undefined) return;
  const { index, isPacket } = offload;
  message.attributes.offload = {
    index,
    flags: (direction === XFRM_SA_DIR_IN ? XFRM_OFFLOAD_INBOUND : 0) |
      (isPacket ? XFRM_OFFLOAD_PACKET : 0),
  };
}

function writeReplay({ message, replay }: StateArguments): void {
  const { window, sequence, outputSequence } = replay;
  const { attributes } = message;
  if ((message.flags & XFRM_STATE_ESN) !== 0 || window > SHORT_WINDOW) {
    attributes.replayEsn = {
      bitmapLength: Math.ceil(window / 32),
      outputSequence,
      sequence,
      outputSequenceHigh: replay.outputSequenceHigh,
      sequenceHigh: replay.sequenceHigh,
      replayWindow: window,
      // The kernel takes one without a bitmap for one of zeros.
      bitmap: [],
    };
    return;
  }
  if (sequence !== 0 || outputSequence !== 0) {
    attributes.replay = { sequence, outputSequence, bitmap: 0 };
  }
  message.replayWindow = window;
}

/** Which modes and algorithms each protocol has. */
function checkProtocol(spec: StateArguments): void {
  const { message: { id, mode }, algorithms, hasCareOf } = spec;
  const name = protocolText(id.protocol);
  const invalid = (what: string) =>
    exit(1, `${what} invalid with XFRM-PROTO value "${name}"`);
  if (isIpsec(id.protocol)) {
    const isPlain = mode === XFRM_MODE_TRANSPORT || mode === XFRM_MODE_TUNNEL;
    if (!isPlain && !(mode === XFRM_MODE_BEET && id.protocol === IPPROTO_ESP)) {
      throw invalid("MODE value is");
    }
    checkAlgorithms(id.protocol, name, algorithms);
  } else if (algorithms.size > 0) throw invalid("ALGO is");
  if (isMobile(id.protocol)) {
    if (mode === XFRM_MODE_TRANSPORT) {
      throw exit(1, `"mode" is required with XFRM-PROTO value "${name}"`);
    }
    if (
      mode !== XFRM_MODE_ROUTEOPTIMIZATION && mode !== XFRM_MODE_IN_TRIGGER
    ) throw invalid("MODE value is");
    if (!hasCareOf) {
      throw exit(1, `"coa" is required with XFRM-PROTO value "${name}"`);
    }
  } else if (hasCareOf) throw invalid('"coa" is');
}

function checkAlgorithms(
  protocol: number,
  name: string,
  algorithms: StateArguments["algorithms"],
): void {
  const has = (...kinds: ("enc" | "auth" | "aead" | "comp")[]) =>
    kinds.some((kind) => algorithms.has(kind));
  const refuse = (what: string) =>
    exit(1, `ALGO-TYPE ${what} with XFRM-PROTO value "${name}"`);
  switch (protocol) {
    case IPPROTO_ESP:
      if (has("comp")) throw refuse('value "comp" is invalid');
      if (!has("enc", "aead")) {
        throw refuse('value "enc" or "aead" is required');
      }
      break;
    case IPPROTO_AH:
      if (has("enc", "aead", "comp")) {
        throw refuse('values "enc", "aead", and "comp" are invalid');
      }
      if (!has("auth")) {
        throw refuse('value "auth" or "auth-trunc" is required');
      }
      break;
    case IPPROTO_COMP:
      if (has("enc", "auth", "aead")) {
        throw refuse(
          'values "enc", "auth", "auth-trunc", and "aead" are invalid',
        );
      }
      if (!has("comp")) throw refuse('value "comp" is required');
  }
}

function writeRest(
  { message, outputMark, direction, cpu }: StateArguments,
): void {
  const { attributes } = message;
  if (outputMark.value !== 0) attributes.outputMark = outputMark.value;
  if (outputMark.mask !== 0) attributes.outputMarkMask = outputMark.mask;
  if (direction !== 0) attributes.direction = direction;
  if (cpu !== undefined) attributes.cpu = cpu;
  if (message.family === AF_UNSPEC) message.family = AF_INET;
}
