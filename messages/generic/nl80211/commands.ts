/**
 * Commands and events of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

/**
 * Numbers of commands and of events, each under the name that the header has it
 * by: `NL80211_CMD_*`.
 */
export const NL80211_COMMANDS = {
  "get-wiphy": 1,
  "set-wiphy": 2,
  "new-wiphy": 3,
  "del-wiphy": 4,
  "get-interface": 5,
  "set-interface": 6,
  "new-interface": 7,
  "del-interface": 8,
  "get-key": 9,
  "set-key": 10,
  "new-key": 11,
  "del-key": 12,
  "get-beacon": 13,
  "set-beacon": 14,
  "start-ap": 15,
  "stop-ap": 16,
  "get-station": 17,
  "set-station": 18,
  "new-station": 19,
  "del-station": 20,
  "get-mpath": 21,
  "set-mpath": 22,
  "new-mpath": 23,
  "del-mpath": 24,
  "set-bss": 25,
  "set-reg": 26,
  "req-set-reg": 27,
  "get-mesh-config": 28,
  "set-mesh-config": 29,
  "set-mgmt-extra-ie": 30,
  "get-reg": 31,
  "get-scan": 32,
  "trigger-scan": 33,
  "new-scan-results": 34,
  "scan-aborted": 35,
  "reg-change": 36,
  "authenticate": 37,
  "associate": 38,
  "deauthenticate": 39,
  "disassociate": 40,
  "michael-mic-failure": 41,
  "reg-beacon-hint": 42,
  "join-ibss": 43,
  "leave-ibss": 44,
  "testmode": 45,
  "connect": 46,
  "roam": 47,
  "disconnect": 48,
  "set-wiphy-netns": 49,
  "get-survey": 50,
  "new-survey-results": 51,
  "set-pmksa": 52,
  "del-pmksa": 53,
  "flush-pmksa": 54,
  "remain-on-channel": 55,
  "cancel-remain-on-channel": 56,
  "set-tx-bitrate-mask": 57,
  "register-frame": 58,
  "frame": 59,
  "frame-tx-status": 60,
  "set-power-save": 61,
  "get-power-save": 62,
  "set-cqm": 63,
  "notify-cqm": 64,
  "set-channel": 65,
  "set-wds-peer": 66,
  "frame-wait-cancel": 67,
  "join-mesh": 68,
  "leave-mesh": 69,
  "unprot-deauthenticate": 70,
  "unprot-disassociate": 71,
  "new-peer-candidate": 72,
  "get-wowlan": 73,
  "set-wowlan": 74,
  "start-sched-scan": 75,
  "stop-sched-scan": 76,
  "sched-scan-results": 77,
  "sched-scan-stopped": 78,
  "set-rekey-offload": 79,
  "pmksa-candidate": 80,
  "tdls-oper": 81,
  "tdls-mgmt": 82,
  "unexpected-frame": 83,
  "probe-client": 84,
  "register-beacons": 85,
  "unexpected-4addr-frame": 86,
  "set-noack-map": 87,
  "ch-switch-notify": 88,
  "start-p2p-device": 89,
  "stop-p2p-device": 90,
  "conn-failed": 91,
  "set-mcast-rate": 92,
  "set-mac-acl": 93,
  "radar-detect": 94,
  "get-protocol-features": 95,
  "update-ft-ies": 96,
  "ft-event": 97,
  "crit-protocol-start": 98,
  "crit-protocol-stop": 99,
  "get-coalesce": 100,
  "set-coalesce": 101,
  "channel-switch": 102,
  "vendor": 103,
  "set-qos-map": 104,
  "add-tx-ts": 105,
  "del-tx-ts": 106,
  "get-mpp": 107,
  "join-ocb": 108,
  "leave-ocb": 109,
  "ch-switch-started-notify": 110,
  "tdls-channel-switch": 111,
  "tdls-cancel-channel-switch": 112,
  "wiphy-reg-change": 113,
  "abort-scan": 114,
  "start-nan": 115,
  "stop-nan": 116,
  "add-nan-function": 117,
  "del-nan-function": 118,
  "change-nan-config": 119,
  "nan-match": 120,
  "set-multicast-to-unicast": 121,
  "update-connect-params": 122,
  "set-pmk": 123,
  "del-pmk": 124,
  "port-authorized": 125,
  "reload-regdb": 126,
  "external-auth": 127,
  "sta-opmode-changed": 128,
  "control-port-frame": 129,
  "get-ftm-responder-stats": 130,
  "peer-measurement-start": 131,
  "peer-measurement-result": 132,
  "peer-measurement-complete": 133,
  "notify-radar": 134,
  "update-owe-info": 135,
  "probe-mesh-link": 136,
  "set-tid-config": 137,
  "unprot-beacon": 138,
  "control-port-frame-tx-status": 139,
  "set-sar-specs": 140,
  "obss-color-collision": 141,
  "color-change-request": 142,
  "color-change-started": 143,
  "color-change-aborted": 144,
  "color-change-completed": 145,
  "set-fils-aad": 146,
  "assoc-comeback": 147,
  "add-link": 148,
  "remove-link": 149,
  "add-link-sta": 150,
  "modify-link-sta": 151,
  "remove-link-sta": 152,
  "set-hw-timestamp": 153,
  "links-removed": 154,
  "set-tid-to-link-mapping": 155,
  "assoc-mlo-reconf": 156,
  "epcs-cfg": 157,
  "nan-next-dw-notification": 158,
  "nan-cluster-joined": 159,
  "incumbent-signal-detect": 160,
  "nan-set-local-sched": 161,
  "nan-sched-update-done": 162,
  "nan-set-peer-sched": 163,
  "nan-ulw-update": 164,
  "nan-channel-evac": 165,
  "start-pd": 166,
  "stop-pd": 167,
} as const;

/** Asks for devices. */
export const NL80211_CMD_GET_WIPHY = 1;

/** Changes a device. */
export const NL80211_CMD_SET_WIPHY = 2;

/** Moves a device to another network namespace. */
export const NL80211_CMD_SET_WIPHY_NETNS = 49;

/** Asks for interfaces. */
export const NL80211_CMD_GET_INTERFACE = 5;

/** Changes an interface. */
export const NL80211_CMD_SET_INTERFACE = 6;

/** Adds an interface. */
export const NL80211_CMD_NEW_INTERFACE = 7;

/** Deletes an interface. */
export const NL80211_CMD_DEL_INTERFACE = 8;

/** Sets the channel of an interface. */
export const NL80211_CMD_SET_CHANNEL = 65;

/** Asks for stations. */
export const NL80211_CMD_GET_STATION = 17;

/** Removes a station. */
export const NL80211_CMD_DEL_STATION = 20;

/** Asks for regulatory domains. */
export const NL80211_CMD_GET_REG = 31;

/** Sets the country. */
export const NL80211_CMD_REQ_SET_REG = 27;

/** Loads the regulatory database again. */
export const NL80211_CMD_RELOAD_REGDB = 126;

/** Asks for the networks that were found. */
export const NL80211_CMD_GET_SCAN = 32;

/** Starts a scan. */
export const NL80211_CMD_TRIGGER_SCAN = 33;

/** Ends a scan. */
export const NL80211_CMD_ABORT_SCAN = 114;

/** A scan is complete; a network in its list. */
export const NL80211_CMD_NEW_SCAN_RESULTS = 34;

/** A scan was ended. */
export const NL80211_CMD_SCAN_ABORTED = 35;

/** Asks for what was measured on channels. */
export const NL80211_CMD_GET_SURVEY = 50;

/** Connects; reports how that ended. */
export const NL80211_CMD_CONNECT = 46;

/** Disconnects; reports the end of a connection. */
export const NL80211_CMD_DISCONNECT = 48;

/** Joins an ad-hoc network. */
export const NL80211_CMD_JOIN_IBSS = 43;

/** Leaves an ad-hoc network. */
export const NL80211_CMD_LEAVE_IBSS = 44;

/** Joins a mesh. */
export const NL80211_CMD_JOIN_MESH = 68;

/** Leaves a mesh. */
export const NL80211_CMD_LEAVE_MESH = 69;

/** Sets whether power is saved. */
export const NL80211_CMD_SET_POWER_SAVE = 61;

/** Asks whether power is saved. */
export const NL80211_CMD_GET_POWER_SAVE = 62;

/** Starts an access point. */
export const NL80211_CMD_START_AP = 15;

/** Stops an access point. */
export const NL80211_CMD_STOP_AP = 16;

/** Asks for features of the protocol. */
export const NL80211_CMD_GET_PROTOCOL_FEATURES = 95;

/** Name of the group that reports devices and interfaces. */
export const NL80211_MULTICAST_GROUP_CONFIG = "config";
/** Name of the group that reports scans. */
export const NL80211_MULTICAST_GROUP_SCAN = "scan";
/** Name of the group that reports regulatory domains. */
export const NL80211_MULTICAST_GROUP_REG = "regulatory";
/** Name of the group that reports connections and management frames. */
export const NL80211_MULTICAST_GROUP_MLME = "mlme";
