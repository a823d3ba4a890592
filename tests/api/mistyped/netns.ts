import type { DeleteOptions } from "../../../api/object/existence.ts";
import type { NamespaceIdFilter } from "../../../api/netns.ts";
import type { DirectoryWatchOptions } from "../../../socket/directory_watch.ts";
import {
  at,
  atLists,
  atRequests,
  type Case,
  net,
} from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<NamespaceIdFilter>(
    "netns.ids",
    { target: 5 },
    (filter) => net.netns.ids(filter).toArray(),
  ),
  ...at<DirectoryWatchOptions>(
    "options of netns.watch",
    { signal: new AbortController().signal },
    (options) => net.netns.watch(options),
  ),
  ...at<Pick<DeleteOptions, "ifExists">>(
    "options of netns.delete",
    { ifExists: true },
    (options) => net.netns.delete("nosuch", options),
  ),
  ...atLists(
    (options) => net.netns.ids({}, options).toArray(),
    (options) => net.netns.list(options).toArray(),
  ),
  ...atRequests(
    (options) => net.netns.getId("/proc/self/ns/net", options),
    (options) => net.netns.setId("/proc/self/ns/net", 5, options),
  ),
];
