/** What `net.tc.action` asks the kernel, and makes of its answers. */
import { assertEquals, assertRejects } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { NetlinkError } from "../../api/connection/errors.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import type { TrafficActionSpec } from "../../api/tc/action.ts";
import { ACTION_KIND_NAMES } from "../../api/tc/action_spec.ts";
import { decode } from "../../messages/datagram.ts";
import {
  NLM_F_ACK,
  NLM_F_CREATE,
  NLM_F_DUMP,
  NLM_F_ECHO,
  NLM_F_EXCL,
  NLM_F_REPLACE,
  NLM_F_REQUEST,
  NLM_F_ROOT,
} from "../../messages/header.ts";
import {
  type ActionEntry,
  type TcActionMessage,
  tcActionMessage,
} from "../../messages/tc/action.ts";
import {
  RTM_DELACTION,
  RTM_GETACTION,
  RTM_NEWACTION,
} from "../../messages/tc/constants.ts";
import {
  ack,
  done,
  FakeKernel,
  type FakeRequest,
  object,
} from "../support/fake_kernel.ts";

const ENOENT = 2;
const EEXIST = 17;

interface Asked {
  type: number;
  flags: number;
  attributes: TcActionMessage["attributes"];
}

/** A kernel with actions. */
class ActionKernel extends FakeKernel {
  readonly asked: Asked[] = [];
  readonly actions: ActionEntry[] = [];
  #next = 1;

  constructor() {
    super((request) => this.#serve(request));
  }

  #serve(request: FakeRequest): Uint8Array<ArrayBuffer>[] {
    const { type, flags } = request;
    const body = decode(request.bytes).messages[0]!.body as TcActionMessage;
    const { attributes } = body;
    this.asked.push({ type, flags, attributes });
    const entries = attributes.actions ?? [];
    const found = this.actions.find((action) =>
      action.kind === entries[0]?.kind && indexOf(action) === entries[0]?.index
    );
    if (type === RTM_NEWACTION) {
      if (entries.some((entry) => indexOf(entry) === 99)) {
        return [ack(request, EEXIST)];
      }
      const made = entries.map((entry) => this.#made(entry));
      this.actions.push(...made);
      return [this.#answer(request, made), ack(request)];
    }
    if (type === RTM_DELACTION && (flags & NLM_F_ROOT) !== 0) {
      const count = new Uint8Array([this.actions.length, 0, 0, 0]);
      const [{ kind } = {}] = entries;
      const counted = [{ kind, cookie: count } as ActionEntry];
      return [this.#answer(request, counted), ack(request)];
    }
    if ((flags & NLM_F_DUMP) === NLM_F_DUMP) {
      const listed = this.actions.filter(({ kind }) =>
        kind === entries[0]?.kind
      );
      return [this.#answer(request, listed, 2), done(request)];
    }
    if (found === undefined) return [ack(request, ENOENT)];
    return [this.#answer(request, [found]), ack(request)];
  }

  /** Gives an action a number. */
  #made(entry: ActionEntry): ActionEntry {
    const { gact } = entry;
    return {
      ...entry,
      gact: {
        ...gact,
        parameters: { ...gact!.parameters!, index: this.#next++ },
      },
    };
  }

  #answer(
    request: FakeRequest,
    actions: ActionEntry[],
    flags = 0,
  ): Uint8Array<ArrayBuffer> {
    return object(request, tcActionMessage, {
      family: 0,
      attributes: { actions },
    }, { type: RTM_NEWACTION, flags });
  }
}

function indexOf({ gact }: ActionEntry): number | undefined {
  return gact?.parameters?.index;
}

function open(): { net: Rtnetlink; kernel: ActionKernel } {
  const kernel = new ActionKernel();
  return { kernel, net: new Rtnetlink(new Connection(kernel)) };
}

const MAKE = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_ECHO;

Deno.test("tc.action.add() and replace() return what was made", async () => {
  const { net, kernel } = open();
  const made = await net.tc.action.add({ then: "drop" });
  assertEquals([made.kind, made.index, made.then], ["gact", 1, "drop"]);
  const changed = await net.tc.action.replace({ then: { goto: 7 } });
  assertEquals([changed.index, changed.then], [2, { goto: 7 }]);
  assertEquals(kernel.asked.map(({ type, flags }) => [type, flags]), [
    [RTM_NEWACTION, MAKE | NLM_F_EXCL],
    [RTM_NEWACTION, MAKE | NLM_F_REPLACE],
  ]);
  const [entry] = kernel.asked[1]!.attributes.actions!;
  assertEquals(entry!.gact?.parameters?.control, 0x20000007);
});

Deno.test("tc.action.addAll() sends 32 actions with each request", async () => {
  const { net, kernel } = open();
  const specs = Array.from({ length: 70 }, () => ({ then: "pipe" as const }));
  const made = await net.tc.action.addAll(specs);
  assertEquals(
    made.map(({ index }) => index),
    specs.map((_, i) => i + 1),
  );
  assertEquals(
    kernel.asked.map(({ attributes }) => attributes.actions!.length),
    [32, 32, 6],
  );
});

Deno.test("tc.action.addAll() names the action that is wrong, and sends nothing", async () => {
  const { net, kernel } = open();
  const specs = [{ then: "pass" }, { then: "never" }] as TrafficActionSpec[];
  await assertRejects(
    () => net.tc.action.addAll(specs),
    TypeError,
    '"never" as [1].then',
  );
  assertEquals(kernel.asked, []);
});

Deno.test("tc.action.get() and find() ask for one by kind and number", async () => {
  const { net, kernel } = open();
  await net.tc.action.add({ then: "pass" });
  const key = { kind: "gact", index: 1 };
  assertEquals((await net.tc.action.get(key)).then, "pass");
  assertEquals((await net.tc.action.find(key))?.then, "pass");
  assertEquals(await net.tc.action.find({ ...key, index: 2 }), undefined);
  const error = await assertRejects(
    () => net.tc.action.get({ ...key, index: 2 }),
    NetlinkError,
  );
  assertEquals(error.code, "ENOENT");
  const { type, attributes } = kernel.asked[1]!;
  assertEquals([type, attributes.actions], [RTM_GETACTION, [key]]);
});

Deno.test("tc.action.find() passes other errors on", async () => {
  const kernel = new FakeKernel((request) => [ack(request, 1)]);
  const net = new Rtnetlink(new Connection(kernel));
  const error = await assertRejects(
    () => net.tc.action.find({ kind: "gact", index: 1 }),
    NetlinkError,
  );
  assertEquals(error.code, "EPERM");
});

Deno.test("tc.action.list() asks kind by kind, with the time of use", async () => {
  const { net, kernel } = open();
  await net.tc.action.addAll([{ then: "pass" }, { then: "drop" }]);
  kernel.asked.length = 0;
  const all = await net.tc.action.list().toArray();
  assertEquals(all.map(({ then }) => then), ["pass", "drop"]);
  assertEquals(
    kernel.asked.map(({ attributes }) => attributes.actions![0]!.kind),
    [...ACTION_KIND_NAMES],
  );
  kernel.asked.length = 0;
  const some = { kind: "mirred", usedWithin: 1.5 };
  assertEquals(await net.tc.action.list(some).toArray(), []);
  const [{ attributes }] = kernel.asked as [Asked];
  assertEquals(attributes.actions, [{ kind: "mirred" }]);
  assertEquals(attributes.timeDelta, 1500);
});

Deno.test("tc.action.delete() and flush() delete one, or those of a kind", async () => {
  const { net, kernel } = open();
  await net.tc.action.addAll([{ then: "pass" }, { then: "drop" }]);
  kernel.asked.length = 0;
  await net.tc.action.delete({ kind: "gact", index: 2 });
  assertEquals(await net.tc.action.flush({ kind: "gact" }), 2);
  assertEquals(
    kernel.asked.map(({ type, flags, attributes }) => [
      type,
      flags,
      attributes.actions,
    ]),
    [
      [
        RTM_DELACTION,
        NLM_F_REQUEST | NLM_F_ACK,
        [{ kind: "gact", index: 2 }],
      ],
      [
        RTM_DELACTION,
        NLM_F_REQUEST | NLM_F_ACK | NLM_F_ROOT | NLM_F_ECHO,
        [{ kind: "gact" }],
      ],
    ],
  );
  kernel.serve = (request) => [ack(request)];
  assertEquals(await net.tc.action.flush({ kind: "gact" }), 0);
});

Deno.test("tc.action refuses keys and filters by name, and sends nothing", async () => {
  const { net, kernel } = open();
  const { action } = net.tc;
  const calls: [() => Promise<unknown>, string][] = [
    [() => action.get({ kind: "gact", index: 0 }), "0 as index"],
    [() => action.get({ kind: "gact", index: 2 ** 32 }), "4294967296 as index"],
    [() => action.find({ kind: 5 as never, index: 1 }), "5 as kind"],
    [
      () => action.delete({ kind: "gact", index: "1" as never }),
      '"1" as index',
    ],
    [() => action.flush({ kind: 7 as never }), "7 as kind"],
    [() => action.list(5 as never).toArray(), "5: an object is expected"],
    [
      () => action.list({ kinds: "gact" } as never).toArray(),
      '"gact" as kinds',
    ],
    [() => action.list({ usedWithin: -1 }).toArray(), "-1 as usedWithin"],
    [() => action.add({ then: { goto: 2 ** 28 } }), "268435456 as then.goto"],
  ];
  for (const [call, text] of calls) {
    await assertRejects(async () => await call(), Error, text);
  }
  assertEquals(kernel.asked, []);
});
