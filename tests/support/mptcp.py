# One connection of Multipath TCP over the loopback device, from start to end.
import socket

MPTCP = 262

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM, MPTCP)
server.bind(("127.0.0.1", 0))
server.listen()
client = socket.socket(socket.AF_INET, socket.SOCK_STREAM, MPTCP)
client.connect(server.getsockname())
peer, _ = server.accept()
client.sendall(b"ping")
assert peer.recv(4) == b"ping"
peer.sendall(b"pong")
assert client.recv(4) == b"pong"
client.close()
peer.close()
server.close()
