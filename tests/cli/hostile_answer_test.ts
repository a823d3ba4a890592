import { assertEquals } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { run } from "../support/ip.ts";
import { NLM_F_DUMP, NLM_F_MULTI } from "../../messages/header.ts";
import { RTM_GETLINK } from "../../messages/link/constants.ts";
import { routeMessageType } from "../../messages/registry.ts";
import {
  ack,
  done,
  FakeKernel,
  type FakeRequest,
  message,
} from "../support/fake_kernel.ts";
import { hostile } from "../support/hostile.ts";
import { testIo } from "../support/io.ts";
import { processorTime } from "../support/processor.ts";
import { SeededRandom } from "../support/seeded_random.ts";

/** How often each command is run. */
const ROUNDS = Number(Deno.env.get("FUZZ") ?? 15);
/** How many objects a list has. */
const OBJECTS = 6;
const ENODEV = 19;
/** No command takes longer, in ms of processor time. */
const LONGEST_MS = 2000;
/** What only a mistake of ours writes; kernels do not send half of a struct. */
const MISTAKE = /\[object|at fault/;

/** Commands that show something, with what options. */
const COMMANDS = [
  "link show",
  "-details link show",
  "-json -details link show",
  "-statistics -statistics link show",
  "-brief link show",
  "-0 link show",
  "address show",
  "-json -details address show",
  "-brief address show",
  "-4 -oneline address show",
  "addrlabel list",
  "-json addrlabel list",
  "route show table all",
  "-json -details route show table all",
  "-statistics route show cache",
  "-6 route show table all",
  "-f mpls route show",
  "route get 192.0.2.1",
  "rule list",
  "-json -details rule list",
  "-6 rule list",
  "neighbor show nud all",
  "-json -statistics neighbor show nud all",
  "neighbor show proxy",
  "neighbor get 192.0.2.1 proxy 192.0.2.1",
  "ntable show",
  "-json -statistics ntable show",
  "nexthop list",
  "-json -details nexthop list",
  "nexthop get id 7",
  "nexthop bucket list",
  "-json nexthop bucket list",
  "netconf show",
  "-json netconf show",
  "mroute show table all",
  "-json -statistics mroute show",
  "mrule list",
  "token list",
  "-json token list",
  "vrf show",
  "stats show",
  "-json stats show",
  "tuntap list",
];

/** A kernel that answers with hostile messages. */
function serve(random: SeededRandom) {
  const answer = (request: FakeRequest, flags: number) => {
    // Types come in groups of four, of which the first is what is answered with.
    const type = request.type & ~3;
    const codec = routeMessageType(type)?.codec;
    if (codec === undefined) return ack(request, ENODEV);
    const body = hostile(codec, random, { wellFormed: true });
    const { sequence } = request;
    return message({ type, flags, sequence }, (writer) => writer.bytes(body));
  };
  return (request: FakeRequest) => {
    if ((request.flags & NLM_F_DUMP) === NLM_F_DUMP) {
      const objects = Array.from(
        { length: OBJECTS },
        () => answer(request, NLM_F_MULTI),
      );
      return [...objects, done(request)];
    }
    return request.type === RTM_GETLINK
      ? [ack(request, ENODEV)]
      : [answer(request, 0), ack(request)];
  };
}

for (const command of COMMANDS) {
  Deno.test(`ip ${command} bears hostile answers`, async () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const io = testIo();
      const kernel = new FakeKernel(serve(new SeededRandom(seed)));
      const open = () => Promise.resolve(new Connection(kernel));
      const start = processorTime();
      await run(command.split(" "), io, open);
      const time = processorTime() - start;
      const text = new TextDecoder().decode(io.written) + io.errors;
      const mistake = MISTAKE.exec(text)?.[0];
      assertEquals(mistake, undefined, `seed ${seed}: ${text}`);
      assertEquals(time < LONGEST_MS, true, `seed ${seed} takes ${time} ms`);
    }
  });
}
