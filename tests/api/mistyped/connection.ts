import {
  Connection,
  type ConnectionOptions,
} from "../../../api/connection/connection.ts";
import { GenericNetlink } from "../../../api/generic_netlink.ts";
import { Rtnetlink, type RtnetlinkOptions } from "../../../api/rtnetlink.ts";
import { Xfrm } from "../../../api/xfrm/xfrm.ts";
import { FakeKernel } from "../../support/fake_kernel.ts";
import { at, type Case } from "../../support/mistyped.ts";

export const cases: Case[] = [
  ...at<ConnectionOptions>(
    "options of a connection",
    {
      timeout: 5,
      nonblocking: false,
      onWarning: () => {},
      debug: () => {},
      firstSequence: 1,
    },
    (options) => new Connection(new FakeKernel(), options),
  ),
  ...at<RtnetlinkOptions>(
    "options of open",
    {
      netns: "blue",
      strict: true,
      groups: [1],
      receiveBuffer: 65536,
      sendBuffer: 65536,
      room: 65536,
      timeout: 5,
      onWarning: () => {},
      nonblocking: false,
      debug: () => {},
      firstSequence: 1,
    },
    (options) => Rtnetlink.open(options),
    (options) => GenericNetlink.open(options),
    (options) => Xfrm.open(options),
  ),
];
