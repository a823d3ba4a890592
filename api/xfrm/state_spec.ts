/**
 * What states look like, in people's terms and the kernel's.
 *
 * @module
 */

import { blank } from "../../messages/codec/mod.ts";
import { AF_INET } from "../../messages/families.ts";
import { XFRMA_REPLAY_ESN_MAX } from "../../messages/xfrm/constants.ts";
import {
  type XfrmStateMessage,
  xfrmStateMessage,
} from "../../messages/xfrm/messages.ts";
import type { XfrmStatistics } from "../../messages/xfrm/replay.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { integer } from "../mapping/conversions.ts";
import { mapping, originalMessage } from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import { type Reading, reading } from "../reading/reading.ts";
import type { XfrmAead, XfrmAuthentication } from "./algorithms.ts";
import type { XfrmCompression, XfrmEncryption } from "./algorithms.ts";
import type { XfrmIptfs } from "./iptfs.ts";
import {
  noLimits,
  toTraffic,
  type XfrmLimits,
  type XfrmTraffic,
} from "./limits.ts";
import type {
  XfrmExtraFlag,
  XfrmFamily,
  XfrmMode,
  XfrmProtocol,
  XfrmStateDirection,
  XfrmStateFlag,
} from "./names.ts";
import { xfrmFamily } from "./names.ts";
import {
  toSequenceNumbers,
  toWindow,
  writeReplay,
  type XfrmSequenceNumbers,
} from "./replay.ts";
import { anySelector, type XfrmSelectorSpec } from "./selector.ts";
import { stateAttributes, stateHeader } from "./state_fields.ts";
import type {
  XfrmEncapsulationSpec,
  XfrmMarkSpec,
  XfrmOffloadSpec,
} from "./values.ts";

/**
 * A state to be added or updated: how packets between two addresses are
 * transformed.
 */
export interface XfrmStateSpec {
  /** Source address (`saddr`). */
  source: string;
  /** Destination address (`id.daddr`). */
  destination: string;
  /** Protocol (`id.proto`). */
  protocol: XfrmProtocol;
  /** Security parameter index (`id.spi`). */
  spi?: number;
  /**
   * What packets become (`mode`).
   *
   * @default {"transport"}
   */
  mode?: XfrmMode;
  /** Which templates of policies it is for (`reqid`). */
  requestId?: number;
  /** Number of the kernel's request for it (`seq`). */
  sequence?: number;
  /** Algorithm of encryption (`XFRMA_ALG_CRYPT`). */
  encryption?: XfrmEncryption;
  /** Algorithm of authentication (`XFRMA_ALG_AUTH`, `XFRMA_ALG_AUTH_TRUNC`). */
  authentication?: XfrmAuthentication;
  /** Algorithm of authenticated encryption (`XFRMA_ALG_AEAD`). */
  aead?: XfrmAead;
  /** Algorithm of compression (`XFRMA_ALG_COMP`). */
  compression?: XfrmCompression;
  /** Which inner packets it is for (`sel`). */
  selector?: XfrmSelectorSpec;
  /** When it expires (`lft`). */
  limits?: XfrmLimits;
  /** Flags (`flags`). */
  flags?: readonly XfrmStateFlag[];
  /** More flags (`XFRMA_SA_EXTRA_FLAGS`). */
  extraFlags?: readonly XfrmExtraFlag[];
  /** How many packets may be late, up to 4096 (`replay_window`). */
  replayWindow?: number;
  /** Sequence numbers (`XFRMA_REPLAY_VAL`, `XFRMA_REPLAY_ESN_VAL`). */
  sequenceNumbers?: XfrmSequenceNumbers;
  /** What packets of ESP are put into (`XFRMA_ENCAP`). */
  encapsulation?: XfrmEncapsulationSpec;
  /** Care-of address of Mobile IPv6 (`XFRMA_COADDR`). */
  careOfAddress?: string;
  /** Security context (`XFRMA_SEC_CTX`). */
  securityContext?: string;
  /** Which mark packets have to have (`XFRMA_MARK`). */
  mark?: XfrmMarkSpec;
  /** Mark that packets get (`XFRMA_SET_MARK`, `XFRMA_SET_MARK_MASK`). */
  outputMark?: XfrmMarkSpec;
  /** Id of the xfrm interface that it belongs to (`XFRMA_IF_ID`). */
  interfaceId?: number;
  /** Packets are padded to this length in bytes (`XFRMA_TFCPAD`). */
  padding?: number;
  /** Which device does the work (`XFRMA_OFFLOAD_DEV`). */
  offload?: XfrmOffloadSpec;
  /** Which packets it is for; for both if missing (`XFRMA_SA_DIR`). */
  direction?: XfrmStateDirection;
  /**
   * How often to send a packet that keeps a NAT's mapping, in seconds
   * (`XFRMA_NAT_KEEPALIVE_INTERVAL`).
   */
  natKeepalive?: number;
  /**
   * How long to wait before another change of the peer's port is reported, in
   * seconds (`XFRMA_MTIMER_THRESH`).
   */
  mappingThreshold?: number;
  /** The CPU that it is for (`XFRMA_SA_PCPU`). */
  cpu?: number;
  /** Settings of the mode `iptfs` (`XFRMA_IPTFS_*`). */
  iptfs?: XfrmIptfs;
}

/** A state, also called a security association. */
export interface XfrmState extends XfrmStateSpec {
  /** Address family of source and destination. */
  readonly family: XfrmFamily;
  /** Security parameter index. */
  spi: number;
  /** What packets become. */
  mode: XfrmMode;
  /** How much it was used (`curlft`). */
  readonly usage: XfrmTraffic;
  /** Packets that were dropped (`stats`). */
  readonly statistics: XfrmStatistics;
  /** When it was used last, in seconds since 1970 (`XFRMA_LASTUSED`). */
  readonly lastUsed?: number;
  /** The message that this was read from; copies do not have it. */
  readonly message: XfrmStateMessage;
}

/** What is in every state, whoever made it. */
export type MappedState = XfrmStateSpec & Omit<XfrmState, keyof XfrmStateSpec>;

const readOnly = { write: () => {}, readOnly: true } as const;

const fields = mapping<MappedState, XfrmStateMessage>(
  () => ({
    family: {
      from: ["family"],
      read: ({ family }) => xfrmFamily.fromKernel(family),
      ...readOnly,
    },
    ...stateHeader,
    // Written by fromState(), when all flags are there.
    replayWindow: {
      from: ["replayWindow", "attributes.replayEsn"],
      read: toWindow,
      write: () => {},
    },
    sequenceNumbers: {
      from: ["attributes.replay", "attributes.replayEsn"],
      read: toSequenceNumbers,
      write: () => {},
    },
    ...stateAttributes,
    usage: {
      from: ["usage"],
      read: ({ usage }) => toTraffic(usage),
      ...readOnly,
    },
    statistics: {
      from: ["statistics"],
      read: ({ statistics }) => statistics,
      ...readOnly,
    },
    lastUsed: {
      from: ["attributes.lastUsed"],
      read: ({ attributes: { lastUsed } }) =>
        lastUsed === undefined ? undefined : Number(lastUsed),
      ...readOnly,
    },
    message: originalMessage,
  }),
  blankState,
  { secret: true },
);

/**
 * A message about no state.
 *
 * @returns The message.
 */
export function blankState(): XfrmStateMessage {
  return blank(xfrmStateMessage, {
    selector: anySelector(),
    id: { destination: "0.0.0.0", spi: 0, protocol: 0 },
    source: "0.0.0.0",
    lifetime: noLimits(),
  });
}

/**
 * Names of all properties that states have.
 *
 * @returns The names.
 */
export function stateNames(): ReadonlySet<string> {
  return fields.names;
}

/** How states are read. */
export const xfrmStates: Reading<XfrmStateMessage, XfrmState> = reading(
  xfrmStateMessage,
  fields,
);

/**
 * Converts a state to people's terms.
 *
 * @param message The state's message.
 * @returns The state.
 */
export function toXfrmState(message: XfrmStateMessage): XfrmState {
  return xfrmStates.read(message);
}

const window = integer(0, XFRMA_REPLAY_ESN_MAX);

/**
 * Puts a state into the kernel's terms.
 *
 * @param spec The state.
 * @param fieldPath Where it stands, for error messages.
 * @returns The state's message.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromXfrmState(
  spec: XfrmStateSpec,
  fieldPath: FieldPath,
): XfrmStateMessage {
  const message = fields.toKernel(spec as MappedState, fieldPath);
  checkRequired<XfrmStateSpec>(
    spec,
    ["source", "destination", "protocol"],
    fieldPath,
  );
  if (message.family === 0) message.family = AF_INET;
  const { replayWindow = 0, sequenceNumbers } = spec;
  writeReplay(
    message,
    window.toKernel(replayWindow, fieldPath.at("replayWindow"))!,
    sequenceNumbers,
    fieldPath.at("sequenceNumbers"),
  );
  return message;
}
