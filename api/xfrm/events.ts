/**
 * What the kernel reports about states and policies, in people's terms.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import * as c from "../../messages/xfrm/constants.ts";
import * as m from "../../messages/xfrm/messages.ts";
import { xfrmAttributes } from "../../messages/xfrm/attributes.ts";
import { flagNames } from "../mapping/enumerations.ts";
import { toDefaults, type XfrmDefaults } from "./defaults.ts";
import { toTraffic, type XfrmTraffic } from "./limits.ts";
import {
  type XfrmPolicyKind,
  xfrmPolicyKind,
  type XfrmProtocol,
  xfrmProtocol,
} from "./names.ts";
import { toXfrmPolicy, type XfrmPolicy } from "./policy_spec.ts";
import { toSelector, type XfrmSelectorSpec } from "./selector.ts";
import { toXfrmState, type XfrmState } from "./state_spec.ts";

/** What identifies a state in reports. */
export interface XfrmStateReference {
  /** Source address, where it is reported. */
  source?: string;
  /** Destination address. */
  destination: string;
  /** Protocol. */
  protocol: XfrmProtocol;
  /** Security parameter index. */
  spi: number;
  /** Which templates it is for. */
  requestId: number;
}

/** Something that the kernel reports about states and policies. */
export type XfrmEvent =
  | {
    /** A state was added, changed or deleted. */
    kind: "state";
    /** What has become of it. */
    action: "new" | "updated" | "deleted";
    /** The state. */
    state: XfrmState;
  }
  | {
    /** A state has expired: gone if `hard`, otherwise to be replaced. */
    kind: "state-expired";
    /** Whether it is gone. */
    hard: boolean;
    /** The state. */
    state: XfrmState;
  }
  | {
    /** A policy was added, replaced or deleted. */
    kind: "policy";
    /** What has become of it. */
    action: "new" | "updated" | "deleted";
    /** The policy. */
    policy: XfrmPolicy;
  }
  | {
    /** A policy has expired. */
    kind: "policy-expired";
    /** Whether it is gone. */
    hard: boolean;
    /** The policy. */
    policy: XfrmPolicy;
  }
  | {
    /** All states were deleted, or all of a protocol. */
    kind: "states-flushed";
    /** The protocol; all if it is missing. */
    protocol?: XfrmProtocol;
  }
  | {
    /** All policies were deleted. */
    kind: "policies-flushed";
    /** Their type. */
    type: XfrmPolicyKind;
  }
  | {
    /** The kernel needs a state that is not there. */
    kind: "acquire";
    /** Number of the request, which the state is to have. */
    sequence: number;
    /** The state that is needed. */
    state: Omit<XfrmStateReference, "requestId">;
    /** The packet that needs it. */
    selector: XfrmSelectorSpec;
    /** The policy that asks for it. */
    policy: XfrmPolicy;
  }
  | {
    /** Replay counters or the use of a state. */
    kind: "counters";
    /** The state. */
    state: XfrmStateReference;
    /** Why they are reported. */
    cause: ("replay" | "timer" | "request" | number)[];
    /** How much it was used. */
    usage?: XfrmTraffic;
  }
  | {
    /** The peer's address or port behind a NAT has changed. */
    kind: "mapping";
    /** The state. */
    state: XfrmStateReference;
    /** Address and port before. */
    old: {
      /** The address. */
      address: string;
      /** The port. */
      port: number;
    };
    /** Address and port now. */
    current: {
      /** The address. */
      address: string;
      /** The port. */
      port: number;
    };
  }
  | {
    /** A packet of Mobile IPv6 fits no state. */
    kind: "report";
    /** Protocol. */
    protocol: XfrmProtocol;
    /** The packet. */
    selector: XfrmSelectorSpec;
  }
  | {
    /** States and policies have moved to other addresses. */
    kind: "migrate";
    /** The message. */
    message: m.XfrmPolicyIdMessage;
  }
  | {
    /** What happens to packets that no policy is for has changed. */
    kind: "defaults";
    /** What happens now. */
    defaults: XfrmDefaults;
  };

type Read = (view: DataView, start: number, end: number) => XfrmEvent;

function read<M>(codec: Codec<M>, make: (message: M) => XfrmEvent): Read {
  return (view, start, end) => make(codec.decode(view, start, end));
}

function stateWas(action: "new" | "updated"): Read {
  return read(m.xfrmStateMessage, (message) => ({
    kind: "state",
    action,
    state: toXfrmState(message),
  }));
}

function policyWas(action: "new" | "updated"): Read {
  return read(m.xfrmPolicyMessage, (message) => ({
    kind: "policy",
    action,
    policy: toXfrmPolicy(message),
  }));
}

const causes = flagNames({
  replay: c.XFRM_AE_CR,
  timer: c.XFRM_AE_CE,
  request: c.XFRM_AE_CU,
});
const CAUSES = c.XFRM_AE_CR | c.XFRM_AE_CE | c.XFRM_AE_CU;

/** How each message type is read. */
export const eventReaders: ReadonlyMap<number, Read> = new Map<number, Read>([
  [c.XFRM_MSG_NEWSA, stateWas("new")],
  [c.XFRM_MSG_UPDSA, stateWas("updated")],
  [
    c.XFRM_MSG_DELSA,
    read(m.xfrmStateIdMessage, ({ attributes: { state, ...attributes } }) => ({
      kind: "state",
      action: "deleted",
      state: toXfrmState({ ...state!, attributes }),
    })),
  ],
  [
    c.XFRM_MSG_EXPIRE,
    read(m.xfrmStateExpiryMessage, ({ state, hard, attributes }) => ({
      kind: "state-expired",
      hard: hard !== 0,
      state: toXfrmState({ ...state, attributes }),
    })),
  ],
  [c.XFRM_MSG_NEWPOLICY, policyWas("new")],
  [c.XFRM_MSG_UPDPOLICY, policyWas("updated")],
  [
    c.XFRM_MSG_DELPOLICY,
    read(
      m.xfrmPolicyIdMessage,
      ({ attributes: { policy, ...attributes } }) => ({
        kind: "policy",
        action: "deleted",
        policy: toXfrmPolicy({ ...policy!, attributes }),
      }),
    ),
  ],
  [
    c.XFRM_MSG_POLEXPIRE,
    read(m.xfrmPolicyExpiryMessage, ({ policy, hard, attributes }) => ({
      kind: "policy-expired",
      hard: hard !== 0,
      policy: toXfrmPolicy({ ...policy, attributes }),
    })),
  ],
  [
    c.XFRM_MSG_FLUSHSA,
    read(m.xfrmStateFlushMessage, ({ protocol }) => ({
      kind: "states-flushed",
      ...protocol !== 0 && { protocol: xfrmProtocol.fromKernel(protocol) },
    })),
  ],
  [
    c.XFRM_MSG_FLUSHPOLICY,
    read(xfrmAttributes, ({ policyType }) => ({
      kind: "policies-flushed",
      type: xfrmPolicyKind.fromKernel(policyType?.type ?? 0),
    })),
  ],
  [
    c.XFRM_MSG_ACQUIRE,
    read(m.xfrmAcquireMessage, (message) => {
      const { id, source, selector, policy, sequence, attributes } = message;
      return {
        kind: "acquire",
        sequence,
        state: {
          source,
          destination: id.destination,
          protocol: xfrmProtocol.fromKernel(id.protocol),
          spi: id.spi,
        },
        selector: toSelector(selector) ?? {},
        policy: toXfrmPolicy({ ...policy, attributes }),
      };
    }),
  ],
  [
    c.XFRM_MSG_NEWAE,
    read(m.xfrmEventMessage, (message) => {
      const { state, source, flags, requestId, attributes: { usage } } =
        message;
      return {
        kind: "counters",
        state: { source, ...reference(state), requestId },
        cause: causes.fromKernel(flags & CAUSES),
        ...usage && { usage: toTraffic(usage) },
      };
    }),
  ],
  [
    c.XFRM_MSG_MAPPING,
    read(m.xfrmMappingMessage, (message) => ({
      kind: "mapping",
      state: { ...reference(message.state), requestId: message.requestId },
      old: { address: message.oldSource, port: message.oldSourcePort },
      current: { address: message.newSource, port: message.newSourcePort },
    })),
  ],
  [
    c.XFRM_MSG_REPORT,
    read(m.xfrmReportMessage, ({ protocol, selector }) => ({
      kind: "report",
      protocol: xfrmProtocol.fromKernel(protocol),
      selector: toSelector(selector) ?? {},
    })),
  ],
  [
    c.XFRM_MSG_MIGRATE,
    read(m.xfrmPolicyIdMessage, (message) => ({ kind: "migrate", message })),
  ],
  [
    c.XFRM_MSG_GETDEFAULT,
    read(m.xfrmPolicyDefaultsMessage, (message) => ({
      kind: "defaults",
      defaults: toDefaults(message),
    })),
  ],
]);

function reference(
  { destination, protocol, spi }: m.XfrmStateIdMessage | {
    destination: string;
    protocol: number;
    spi: number;
  },
): Pick<XfrmStateReference, "destination" | "protocol" | "spi"> {
  return { destination, protocol: xfrmProtocol.fromKernel(protocol), spi };
}
