import {
  Mirror,
  type MirrorOptions,
  type UntilOptions,
} from "../../../api/monitor/mirror.ts";
import type { MonitorOptions } from "../../../api/monitor/monitor.ts";
import { FakeKernel } from "../../support/fake_kernel.ts";
import { at, type Case, net } from "../../support/mistyped.ts";

function emptyMirror(): Mirror<"link"> {
  const mirror = new Mirror(["link"], () => new FakeKernel());
  mirror.ready.catch(() => {});
  mirror.close();
  return mirror;
}

export const cases: Case[] = [
  ...at<MonitorOptions>(
    "options of monitor",
    {
      signal: new AbortController().signal,
      snapshot: true,
      stateless: false,
      verifyEvery: 5,
      receiveBuffer: 65536,
      allNamespaces: false,
      nonblocking: false,
    },
    (options) => net.monitor(["link"], options),
  ),
  ...at<MirrorOptions>(
    "options of mirror",
    {
      signal: new AbortController().signal,
      verifyEvery: 5,
      receiveBuffer: 65536,
      nonblocking: false,
    },
    (options) => net.mirror(["link"], options),
  ),
  ...at<UntilOptions>(
    "options of mirror.until",
    { signal: new AbortController().signal, timeout: 5 },
    (options) => emptyMirror().until(() => true, options),
  ),
];
