/**
 * A specification that has everything that specifications can have, in words of
 * its own: of a family that no kernel has.
 *
 * @module
 */

import { correct } from "../../ynl/corrections.ts";
import { resolve } from "../../ynl/resolve/resolve.ts";
import type { Spec } from "../../ynl/spec.ts";

const int = (name: string, type: string, more: object = {}) => ({
  name,
  type,
  ...more,
});

/** The specification, as a parser would return it. */
export const TRIAL_DOCUMENT = {
  name: "trial",
  doc: "What an orchard has.",
  protocol: "genetlink-legacy",
  version: 3,
  definitions: [
    { name: "color", type: "enum", entries: ["red", "green", "blue"] },
    {
      name: "marks",
      type: "flags",
      entries: ["ripe", "sweet", { name: "rare", value: 31 }],
    },
    {
      name: "row-header",
      type: "struct",
      members: [int("row", "s32"), int("side", "u8", { enum: "color" })],
    },
    {
      name: "spot",
      type: "struct",
      members: [
        int("x", "u8"),
        int("gap", "pad", { len: 2 }),
        int("y", "u16", { "byte-order": "big-endian" }),
        int("tag", "binary", { len: 6, "display-hint": "mac" }),
        int("label", "string", { len: 8 }),
        int("marks", "u32", { enum: "marks" }),
        int("weight", "u64"),
        int("bits", "bitfield32"),
      ],
    },
    {
      name: "pair",
      type: "struct",
      members: [
        int("first", "binary", { struct: "spot" }),
        int("rest", "binary", { len: 5 }),
      ],
    },
  ],
  "attribute-sets": [
    {
      name: "tree",
      attributes: [
        int("pad", "pad"),
        int("old", "unused"),
        int("index", "u32", { checks: { min: 1 } }),
        int("name", "string", { checks: { "max-len": 15 } }),
        int("present", "flag"),
        int("height", "uint"),
        int("slope", "sint"),
        int("port", "u16", { "byte-order": "big-endian" }),
        int("total", "u64", { "byte-order": "big-endian" }),
        int("offset", "s32", { "byte-order": "big-endian" }),
        int("small", "u32", { "byte-order": "little-endian" }),
        int("color", "u8", { enum: "color" }),
        int("colors", "u32", { enum: "color", "enum-as-flags": true }),
        int("marks", "u32", {
          enum: "marks",
          checks: { "flags-mask": "marks" },
        }),
        int("wide-marks", "uint", { enum: "marks" }),
        int("address", "binary", { "display-hint": "ipv4-or-v6" }),
        int("router", "u32", {
          "byte-order": "big-endian",
          "display-hint": "ipv4",
        }),
        int("mac", "binary", {
          "display-hint": "mac",
          checks: { "exact-len": 6 },
        }),
        int("serial", "binary", { "display-hint": "uuid" }),
        int("data", "binary", { checks: { "max-len": 20 } }),
        int("counts", "binary", { "sub-type": "u16" }),
        int("spot", "binary", { struct: "spot" }),
        int("pair", "binary", { struct: "pair" }),
        int("alias", "string", { "multi-attr": true }),
        int("branch", "nest", {
          "nested-attributes": "tree",
          "multi-attr": true,
        }),
        int("twigs", "indexed-array", {
          "sub-type": "nest",
          "nested-attributes": "tree",
        }),
        int("levels", "indexed-array", { "sub-type": "u32" }),
        int("states", "bitfield32", { enum: "marks" }),
        int("plain", "bitfield32"),
        int("rules", "nest-type-value", {
          "type-value": ["day", "hour"],
          "nested-attributes": "fruit",
        }),
        int("kind", "string"),
        int("details", "sub-message", {
          "sub-message": "details",
          selector: "kind",
        }),
        int("extra", "sub-message", {
          "sub-message": "details",
          selector: "kind",
        }),
        int("unknown", "u8"),
        int("store", "nest", { "nested-attributes": "store" }),
        int("opaque", "nest"),
        int("strange", "quaternion"),
      ],
    },
    {
      name: "fruit",
      attributes: [int("seeds", "u32"), int("skin", "string")],
    },
    {
      name: "seedless",
      "subset-of": "fruit",
      attributes: [{ name: "skin" }],
    },
    {
      name: "store",
      attributes: [
        int("app", "sub-message", {
          "sub-message": "details",
          selector: "kind",
        }),
      ],
    },
  ],
  "sub-messages": [{
    name: "details",
    formats: [
      { value: "apple", "attribute-set": "fruit" },
      { value: "name", "attribute-set": "seedless" },
      { value: "stone-fruit", "fixed-header": "row-header" },
      {
        value: "berry",
        "fixed-header": "row-header",
        "attribute-set": "fruit",
      },
      { value: "none" },
    ],
  }],
  operations: {
    list: [
      {
        name: "get",
        doc: "Returns trees.",
        "attribute-set": "tree",
        do: {
          request: { attributes: ["index"] },
          reply: { attributes: ["index", "name"] },
        },
        dump: { reply: { attributes: ["index", "name"] } },
      },
      {
        name: "changed",
        doc: "A tree is another.",
        notify: "get",
        mcgrp: "news",
      },
      {
        name: "plant",
        "attribute-set": "tree",
        flags: ["admin-perm"],
        do: { request: { attributes: ["name", "kind", "details"] } },
      },
      {
        name: "row-get",
        "fixed-header": "row-header",
        "attribute-set": "fruit",
        do: { request: {}, reply: {} },
      },
      {
        name: "storm",
        "attribute-set": "fruit",
        event: { attributes: ["seeds"] },
        mcgrp: "news",
      },
    ],
  },
  "mcast-groups": { list: [{ name: "news" }] },
} as const;

/** The specification. */
export const trialSpec: Spec = resolve(correct(TRIAL_DOCUMENT));
