import type {
  IoamNamespaceSpec,
  IoamSchemaSpec,
} from "../../../api/generic/ioam.ts";
import type { EventMonitorOptions } from "../../../api/monitor/event_monitor.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { ioam } = generic;

export const cases: Case[] = [
  ...at<EventMonitorOptions>(
    "options of monitors of families",
    { signal: new AbortController().signal, receiveBuffer: 5 },
    (options) => ioam.monitor(options),
  ),
  ...at<IoamNamespaceSpec>(
    "ioam.addNamespace",
    { id: 5, data: 5, wideData: 5n },
    (spec) => ioam.addNamespace(spec),
  ),
  ...at<IoamSchemaSpec>(
    "ioam.addSchema",
    { id: 5, data: new Uint8Array(4) },
    (spec) => ioam.addSchema(spec),
  ),
  ...atLists(
    (options) => ioam.listNamespaces(options).toArray(),
    (options) => ioam.listSchemas(options).toArray(),
  ),
  ...atRequests(
    (options) => ioam.addNamespace({ id: 5 }, options),
    (options) => ioam.setSchema(5, null, options),
  ),
  ...atDeletes(
    (options) => ioam.deleteNamespace(5, options),
    (options) => ioam.deleteSchema(5, options),
  ),
];
