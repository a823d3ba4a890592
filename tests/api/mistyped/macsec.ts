import type {
  MacsecAssociationSpec,
  MacsecChannelSpec,
  MacsecFilter,
} from "../../../api/generic/macsec.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const association: Required<MacsecAssociationSpec> = {
  number: 0,
  active: true,
  packetNumber: 1,
  key: "0123456789abcdef0123456789abcdef",
  keyId: "01",
  salt: "000000000000000000000000",
  ssci: 1,
};

const channel = { sci: "0200000000020001" };

export const cases: Case[] = [
  ...at<MacsecFilter>(
    "macsec.list",
    { device: 1 },
    (filter) => generic.macsec.list(filter).toArray(),
  ),
  ...at<MacsecAssociationSpec>(
    "macsec.addTransmitAssociation",
    association,
    (spec) => generic.macsec.addTransmitAssociation(1, spec),
  ),
  ...at<{ number: number; active?: boolean; packetNumber?: number }>(
    "macsec.changeTransmitAssociation",
    { number: 0, active: true, packetNumber: 5 },
    (change) => generic.macsec.changeTransmitAssociation(1, change),
  ),
  ...at<{ number: number }>(
    "macsec.deleteTransmitAssociation",
    { number: 0 },
    (key) => generic.macsec.deleteTransmitAssociation(1, key),
  ),
  ...at<MacsecChannelSpec>(
    "macsec.addChannel",
    { sci: "0200000000020001", active: true },
    (spec) => generic.macsec.addChannel(1, spec),
  ),
  ...atLists(
    (options) => generic.macsec.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => generic.macsec.get(1, options),
    (options) => generic.macsec.find(1, options),
    (options) => generic.macsec.addTransmitAssociation(1, association, options),
    (options) => generic.macsec.addChannel(1, channel, options),
    (options) => generic.macsec.changeChannel(1, channel, options),
    (options) =>
      generic.macsec.addReceiveAssociation(1, channel, association, options),
    (options) =>
      generic.macsec.changeTransmitAssociation(1, { number: 0 }, options),
    (options) =>
      generic.macsec.changeReceiveAssociation(
        1,
        channel,
        { number: 0 },
        options,
      ),
    (options) => generic.macsec.setOffload(1, "off", options),
  ),
  ...atDeletes(
    (options) =>
      generic.macsec.deleteChannel(1, { sci: "0000000000000001" }, options),
    (options) =>
      generic.macsec.deleteTransmitAssociation(1, { number: 0 }, options),
    (options) =>
      generic.macsec.deleteReceiveAssociation(
        1,
        channel,
        { number: 0 },
        options,
      ),
  ),
];
