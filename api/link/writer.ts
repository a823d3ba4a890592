/**
 * Making and changing links, in as many requests as it takes.
 *
 * @module
 */

import { NLM_F_CREATE, NLM_F_EXCL } from "../../messages/header.ts";
import { RTM_NEWLINK } from "../../messages/link/constants.ts";
import { linkMessage } from "../../messages/link/link.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { type Device, linkByName } from "../mapping/device.ts";
import { NetlinkError, type RequestDescription } from "../connection/errors.ts";
import { describeRequest } from "../connection/request_names.ts";
import { Lookup } from "../object/lookup.ts";
import { missingLink } from "./missing.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { retraced } from "../connection/stack.ts";
import * as plan from "./change_plan.ts";
import {
  type LaterStep,
  pairs,
  planCreation,
  propertiesOf,
} from "./creation_plan.ts";
import { differences } from "./differences.ts";
import type { LinkDetails } from "./filter.ts";
import { changeNames } from "./names.ts";
import { Namespaces } from "./namespaces.ts";
import { PartialChangeError } from "./partial_change_error.ts";
import { withoutReadOnly } from "./readd.ts";
import { isGroup, type LinkReference } from "./reference.ts";
import { findLink, readLink } from "./read.ts";
import { nameUnknownKind } from "./unknown_kind.ts";
import { fromLink, type Link, type LinkSpec, toLink } from "./spec.ts";
import {
  attempt,
  type Context,
  describeChange,
  nounOf,
  sendSettings,
  verify,
  within,
} from "./write_step.ts";
import { blank } from "../../messages/codec/mod.ts";

/** Checks values, and nothing that depends on the kernel. */
function checkValues(spec: LinkSpec): void {
  try {
    fromLink(spec, FieldPath.unresolved);
  } catch (error) {
    throw retraced(error);
  }
}

/** Makes and changes links. */
export class LinkWriter {
  readonly #connection: Connection;

  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Makes a link.
   *
   * @param spec The link.
   * @param options How to ask.
   */
  async add(spec: LinkSpec, options: RequestOptions): Promise<void> {
    using namespaces = new Namespaces(this.#connection);
    await add(spec, this.#context(namespaces, options));
  }

  /**
   * Makes a link, or changes what differs about the one that there is.
   *
   * @param spec The link.
   * @param options How to ask.
   */
  async replace(spec: LinkSpec, options: RequestOptions): Promise<void> {
    using namespaces = new Namespaces(this.#connection);
    const context = this.#context(namespaces, options);
    checkValues(spec);
    if (await changePresent(spec, context)) return;
    try {
      await add(spec, context);
    } catch (error) {
      const isThere = error instanceof NetlinkError &&
        error.code === "EEXIST" &&
        context.done.length === 0;
      // It may have come in the meantime.
      if (isThere && await changePresent(spec, context)) return;
      throw error;
    }
  }

  /**
   * Changes a link, or all links of a group.
   *
   * @param link The link.
   * @param settings What to change.
   * @param options How to ask.
   */
  async set(
    link: LinkReference,
    settings: LinkSpec,
    options: RequestOptions,
  ): Promise<void> {
    using namespaces = new Namespaces(this.#connection);
    const context = this.#context(namespaces, options);
    checkValues(settings);
    if (isGroup(link)) {
      plan.checkGroup(settings);
      await sendSettings(link, settings, context);
    } else if (plan.needsPresent(settings)) {
      const details = detailsFor(settings);
      const current = await findLink(this.#connection, link, options, details);
      if (current === undefined) throw missingLink(link, RTM_NEWLINK);
      await changeToMatch(link, settings, current, context);
    } else {
      await change(link, settings, context);
    }
  }

  #context(namespaces: Namespaces, options: RequestOptions): Context {
    const connection = this.#connection;
    return { connection, namespaces, options, path: "", done: [] };
  }
}

/** Makes a link. */
async function add(whole: LinkSpec, context: Context): Promise<void> {
  const { connection, namespaces, options, done } = context;
  // Values are looked at, and names looked up, before anything is done.
  checkValues(whole);
  const { spec, later } = planCreation(withoutReadOnly(whole));
  const type = RTM_NEWLINK;
  const flags = NLM_F_CREATE | NLM_F_EXCL;
  const { index, name } = spec;
  const describe = () => {
    const message = name === undefined ? blank(linkMessage) : linkByName(name);
    return describeRequest({ type, message }, flags);
  };
  for (const step of later) await check(step, context, describe);
  using lookup = new Lookup(connection, options);
  const message = await lookup.build(
    (fieldPath) => fromLink(spec, fieldPath),
    describe,
  );
  try {
    await lookup.answer(
      connection.request({
        type,
        codec: linkMessage,
        message,
        flags,
        nameOf: lookup.nameOf,
      }, options),
    );
  } catch (error) {
    throw nameUnknownKind(error, message);
  }
  done.push(`create ${nounOf(name ?? index ?? "")}`.trimEnd());
  const link = index ?? name;
  const there = namespaces.connection(spec.netns);
  for (const step of later) await take(step, there, spec, context);
  // Kinds that make an address of their own, or take the MTU from the link
  // below, ignore what is given.
  const { address, mtu } = spec;
  const isSafe = address === undefined && mtu === undefined &&
    !plan.mayBeIgnored(spec);
  if (link === undefined || isSafe) return;
  await verify(link, spec, toLink(message), { ...context, connection: there });
}

/** Looks up the names in settings that are for later. */
async function check(
  { settings, path, netns }: LaterStep,
  { namespaces, options }: Context,
  describe: () => RequestDescription,
): Promise<void> {
  using lookup = new Lookup(namespaces.connection(netns), options);
  await lookup.build(
    (fieldPath) => fromLink(settings, within(fieldPath, path)),
    describe,
  );
}

/** Does what had to wait until a link was there. */
async function take(
  step: LaterStep,
  there: Connection,
  spec: LinkSpec,
  context: Context,
): Promise<void> {
  const { path, netns, settings, names = [] } = step;
  const connection = context.namespaces.connection(netns);
  const link = step.name ?? await peerOf(spec, there, step, context);
  const inner = { ...context, connection, path };
  await change(link, settings, inner);
  if (names.length > 0) {
    await attempt(
      nounOf(link),
      ["alternativeNames"],
      inner,
      () => changeNames(connection, { link, add: names }, context.options),
    );
  }
}

/** Finds the other end of a pair that was made just now. */
async function peerOf(
  { name }: LinkSpec,
  there: Connection,
  step: LaterStep,
  { options, done }: Context,
): Promise<number> {
  const { link } = await readLink(there, name!, options);
  if (typeof link === "number") return link;
  throw new PartialChangeError({
    link: nounOf(name!),
    failed: propertiesOf(step),
    done,
  });
}

/** Changes the link that a description is about, if there is one. */
async function changePresent(
  whole: LinkSpec,
  context: Context,
): Promise<boolean> {
  const { name, index, netns, ...rest } = plan.withoutUnreported(whole);
  const link = index ?? name;
  if (link === undefined) return false;
  const { namespaces, connection: home, options } = context;
  const details = detailsFor(whole);
  if (netns !== undefined) {
    const connection = namespaces.connection(netns);
    const current = await findLink(connection, link, options, details);
    if (current !== undefined) {
      const inner = { ...context, connection };
      await changeToMatch(
        link,
        { ...plan.comparable(rest, current), ...renamed(whole, current) },
        current,
        inner,
      );
      return true;
    }
  }
  const current = await findLink(home, link, options, details);
  if (current === undefined) return false;
  const there = netns === undefined ? {} : { netns };
  const settings = {
    ...plan.comparable(rest, current),
    ...there,
    ...renamed(whole, current),
  };
  await changeToMatch(current.index, settings, current, context);
  return true;
}

/** What has to be read of a link to compare it with settings. */
function detailsFor({ virtualFunctions }: LinkSpec): LinkDetails {
  return { virtualFunctions: virtualFunctions !== undefined };
}

/** The new name of a link that was found by its index. */
function renamed({ name, index }: LinkSpec, current: Link): LinkSpec {
  return index === undefined || name === undefined || name === current.name
    ? {}
    : { name };
}

/** Changes what differs about a link, and about the other end of a pair. */
async function changeToMatch(
  link: Device,
  wanted: LinkSpec,
  current: Link,
  context: Context,
): Promise<void> {
  const { connection, options, path } = context;
  const fieldPath = within(FieldPath.root, path);
  plan.checkKind(wanted, current, fieldPath);
  using lookup = new Lookup(connection, options);
  const sent = await lookup.build(
    (fieldPath) => toLink(fromLink(wanted, within(fieldPath, path))),
    () => describeChange(link),
  );
  const { alternativeNames: names, ...settings } = differences(
    wanted,
    sent,
    current,
  );
  const peers = takePeers(settings);
  plan.checkFixed(settings, current, fieldPath);
  await change(link, plan.completed(settings, current), context, current);
  if (names !== undefined) await rename(current, names, context);
  for (const [kind, peer] of peers) {
    await changePeer(`${kind}.peer`, peer, current, context);
  }
}

/** Takes the other ends of pairs out of settings. */
function takePeers(settings: LinkSpec): [kind: string, peer: LinkSpec][] {
  const peers: [string, LinkSpec][] = [];
  for (const kind of pairs) {
    const { peer, ...rest } = settings[kind] ?? {};
    if (peer === undefined) continue;
    peers.push([kind, peer]);
    if (Object.keys(rest).length > 0) settings[kind] = rest;
    else delete settings[kind];
  }
  return peers;
}

/** Changes what differs about the other end of a pair. */
async function changePeer(
  path: string,
  { netns, ...wanted }: LinkSpec,
  { link, linkNetnsId }: Link,
  context: Context,
): Promise<void> {
  const isHere = netns === undefined;
  if (typeof link !== "number" || isHere && linkNetnsId !== undefined) {
    throw within(FieldPath.root, path).wrong(
      wanted,
      link == null
        ? "the link has no other end"
        : "the other end is in another network namespace, which netns has to name",
    );
  }
  const connection = isHere
    ? context.connection
    : context.namespaces.connection(netns);
  const current = await readLink(connection, link, context.options);
  await changeToMatch(link, wanted, current, { ...context, connection, path });
}

/** Gives a link the alternative names that it lacks, and takes the others. */
async function rename(
  current: Link,
  wanted: readonly string[],
  context: Context,
): Promise<void> {
  const { add, remove } = plan.nameChanges(wanted, current);
  const { connection, options } = context;
  const link = current.index;
  const noun = nounOf(current);
  for (const change of [{ link, add }, { link, remove }]) {
    if ("add" in change ? add.length === 0 : remove.length === 0) continue;
    await attempt(
      noun,
      ["alternativeNames"],
      context,
      () => changeNames(connection, change, options),
    );
  }
}

/** Changes a link, in as many requests as it takes. */
async function change(
  link: Device,
  settings: LinkSpec,
  context: Context,
  current?: Link,
): Promise<void> {
  plan.checkMove(settings, within(FieldPath.root, context.path));
  const { first, next } = plan.divideChange(settings);
  const hasNext = Object.keys(next).length > 0;
  let later = context;
  let name = first.name ?? link;
  if (hasNext) {
    const { netns, newIndex } = first;
    if (netns !== undefined) {
      const connection = context.namespaces.connection(netns);
      later = { ...context, connection };
      name = newIndex ?? first.name ?? current?.name ??
        (await readLink(context.connection, link, context.options)).name;
    }
    await check(
      {
        path: context.path,
        settings: next,
        ...netns !== undefined && { netns },
      },
      context,
      () => describeChange(link),
    );
  }
  if (Object.keys(first).length > 0) await sendSettings(link, first, context);
  if (hasNext) await change(name, next, later);
}
