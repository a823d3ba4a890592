import type {
  HandshakeMonitorOptions,
  HandshakeResult,
} from "../../../api/generic/handshake.ts";
import { at, atRequests, type Case, generic } from "../../support/mistyped.ts";

const { handshake } = generic;

export const cases: Case[] = [
  ...at<HandshakeResult>(
    "handshake.done",
    { error: "EACCES", identities: [5] },
    (outcome) => handshake.done(5, outcome),
  ),
  ...at<HandshakeMonitorOptions>(
    "handshake.monitor",
    {
      handler: "tlshd",
      signal: new AbortController().signal,
      receiveBuffer: 5,
    },
    (options) => handshake.monitor(options),
  ),
  ...atRequests(
    (options) => handshake.accept("tlshd", options),
    (options) => handshake.done(5, {}, options),
  ),
];
