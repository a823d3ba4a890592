# Speaks a family of generic netlink without the library:
#
#     generic.py FAMILY [watch GROUP COUNT] [REQUEST [+ REQUEST…]]
#
# sends requests and receives the answers, and COUNT reports, which the command
# in the variable CAUSE of the environment causes. The group - is none: what is
# reported is what the requests have asked for. A request is
# COMMAND [dump] [ATTRIBUTE…]. An attribute is TYPE:FORM=VALUE, with the forms
# u8, u16, u32, u64, be16, s32, str, hex, dev (the index of a device) and flag, or
# TYPE:[ and the attributes in it, and ].
import os
import socket
import struct
import sys

SOL_NETLINK = 270
NETLINK_GENERIC = 16
REQUEST, ACK, DUMP, NESTED = 1, 4, 0x300, 0x8000
ERROR, DONE = 2, 3

FORMS = {
    "u8": lambda value: struct.pack("=B", int(value, 0)),
    "u16": lambda value: struct.pack("=H", int(value, 0)),
    "u32": lambda value: struct.pack("=I", int(value, 0)),
    "u64": lambda value: struct.pack("=Q", int(value, 0)),
    "s32": lambda value: struct.pack("=i", int(value, 0)),
    "be16": lambda value: struct.pack("!H", int(value, 0)),
    "str": lambda value: value.encode() + b"\0",
    "hex": bytes.fromhex,
    "dev": lambda value: struct.pack("=I", socket.if_nametoindex(value)),
    "flag": lambda value: b"",
}


def attribute(kind, payload):
    length = 4 + len(payload)
    return struct.pack("=HH", length, kind) + payload + bytes(-length % 4)


def attributes(words):
    result = b""
    while words and words[0] != "]":
        kind, _, rest = words.pop(0).partition(":")
        if rest == "[":
            result += attribute(int(kind) | NESTED, attributes(words))
            words.pop(0)
        else:
            form, _, value = rest.partition("=")
            result += attribute(int(kind), FORMS[form](value))
    return result


def parts(data):
    found = {}
    while len(data) >= 4:
        length, kind = struct.unpack("=HH", data[:4])
        found[kind & 0x3FFF] = data[4:length]
        data = data[length + -length % 4:]
    return found


class Family:
    def __init__(self, name):
        self.socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW,
                                    NETLINK_GENERIC)
        self.socket.bind((0, 0))
        self.socket.settimeout(20)
        self.sequence = 0
        self.send(16, 3, 1, ACK, attribute(2, name.encode() + b"\0"))
        found = parts(self.answers()[0][20:])
        self.id = struct.unpack("=H", found[1])[0]
        groups = [parts(group) for group in parts(found.get(7, b"")).values()]
        self.groups = {
            group[1][:-1].decode(): struct.unpack("=I", group[2])[0]
            for group in groups
        }

    def send(self, kind, command, version, flags, payload):
        self.sequence += 1
        self.socket.sendto(
            struct.pack("=IHHIIBBH", 20 + len(payload), kind, REQUEST | flags,
                        self.sequence, 0, command, version, 0) + payload,
            (0, 0))

    def answers(self, last=ERROR):
        # What is no dump is acknowledged, even after the end of a list.
        messages = []
        while True:
            data = self.socket.recv(1 << 16)
            while data:
                length, kind = struct.unpack("=IH", data[:6])
                if kind in (ERROR, last):
                    return messages
                messages.append(data[:length])
                data = data[length + -length % 4:]


name, *words = sys.argv[1:]
family = Family(name)
watched = 0
late = False
if words[0] == "watch":
    late = words[1] == "-"
    if not late:
        family.socket.setsockopt(SOL_NETLINK, 1, family.groups[words[1]])
    watched = int(words[2])
    words = words[3:]
if "CAUSE" in os.environ and not late:
    os.system(os.environ["CAUSE"])
while words:
    end = words.index("+") if "+" in words else len(words)
    command, *request = words[:end]
    words = words[end + 1:]
    flags = ACK
    if request[:1] == ["dump"]:
        request.pop(0)
        flags = DUMP
    family.send(family.id, int(command), 1, flags, attributes(request))
    answers = family.answers(DONE if flags == DUMP else ERROR)
    watched -= sum(answer[8:12] == bytes(4) for answer in answers)
if late:
    os.system(os.environ["CAUSE"])
while watched > 0:
    data = family.socket.recv(1 << 16)
    watched -= 1
