/**
 * `ip nexthop bucket`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { invalidArgument, usage } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import { type Verbs, verbs } from "../../runtime/verbs.ts";
import { type Grammar, parse, takes } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import { RTM_GETNEXTHOPBUCKET } from "../../../messages/nexthop/constants.ts";
import { formatBucket } from "./format.ts";
import { dump, question } from "./show.ts";
import {
  BUCKET_SELECTORS,
  idOf,
  type Selection,
  unknownArgument,
} from "./parse_nexthop.ts";

const BUCKETS: Form = {
  name: "BUCKET_SELECTOR",
  means: { options: BUCKET_SELECTORS },
};

const list: Command = takes(BUCKETS, async (args, context) => {
  const selection: Selection = { attributes: {} };
  await parse(BUCKET_SELECTORS, selection, args, context, unknownArgument);
  const { printer } = context;
  printer.begin();
  const buckets = await dump(
    context,
    selection.attributes,
    "Dump terminated",
    RTM_GETNEXTHOPBUCKET,
  );
  await context.renderAll(buckets, (message) => formatBucket(context, message));
  printer.end();
  return 0;
});

interface Question {
  id: number;
  index?: number;
}

const QUESTION: Grammar<Question> = {
  "id": takes("ID", (question, { args }) => {
    question.id = idOf(args.take());
  }),
  "index": takes("INDEX", (question, { args }) => {
    question.index = indexOf(args.take());
  }),
};

const get: Command = takes({ options: QUESTION }, async (args, context) => {
  const asked: Question = { id: 0 };
  await parse(QUESTION, asked, args, context, () => {
    throw usage("nexthop");
  });
  const { id, index } = asked;
  if (id === 0 || index === undefined) throw usage("nexthop");
  const attributes = { id, resilientBucket: { index } };
  const message = await context.talk((kernel) =>
    kernel.get(question(context, attributes, RTM_GETNEXTHOPBUCKET))
  );
  const { printer } = context;
  printer.begin();
  formatBucket(context, message);
  printer.end();
  return 0;
});

function indexOf(arg: string): number {
  const index = unsigned(arg, 16);
  if (index === undefined) {
    throw invalidArgument("invalid bucket index value", arg);
  }
  return index;
}

/** What can be done with buckets, in the order of trying. */
const VERBS: Verbs = {
  "list* show* lst*": () => Promise.resolve(list),
  "get*": () => Promise.resolve(get),
};

/** Shows buckets of resilient groups. */
export const bucket: Command = verbs("nexthop", "list", VERBS);
