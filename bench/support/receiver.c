/* The least that a program can do to have the kernel's objects: the measure for
 * everything else. It reads commands, carries them out and reports how long that
 * took by the clock and of the processor, in nanoseconds:
 *
 *   dump KIND keep|messages|stream|count
 *   get NAME TIMES
 *   change add|delete COUNT AT_ONCE DEVICE
 *   watch COUNT
 */

#include "change.h"
#include "netlink.h"
#include "objects.h"

#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct kind {
	const char *name;
	int request, header_size, family;
	size_t size;
	void (*decode)(const struct nlmsghdr *message, void *object);
	void (*release)(void *object);
};

static const struct kind kinds[] = {
	{ "routes", RTM_GETROUTE, sizeof(struct rtmsg), AF_INET,
	  sizeof(struct route), decode_route, free_route },
	{ "links", RTM_GETLINK, sizeof(struct ifinfomsg), AF_UNSPEC,
	  sizeof(struct link), decode_link, NULL },
	{ "neighbors", RTM_GETNEIGH, sizeof(struct ndmsg), AF_INET,
	  sizeof(struct neighbor), decode_neighbor, NULL },
	{ "addresses", RTM_GETADDR, sizeof(struct ifaddrmsg), AF_INET,
	  sizeof(struct address), decode_address, NULL },
};

static const struct kind *find_kind(const char *name)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	}
	fprintf(stderr, "no kind %s\n", name);
	exit(1);
}

static void ask(int fd, const struct kind *kind)
{
	char request[64] __attribute__((aligned(8)));
	struct nlmsghdr *message = start_message(
		request, kind->request, NLM_F_DUMP, kind->header_size);

	*(uint8_t *)NLMSG_DATA(message) = kind->family;
	transmit(fd, request, message->nlmsg_len);
}

/* Objects that have been decoded: all of them, or only the last one. */
struct store {
	const struct kind *kind;
	int keep;
	void **objects;
	size_t count, room;
};

static void release_one(const struct kind *kind, void *object)
{
	if (kind->release)
		kind->release(object);
	free(object);
}

static void *place(struct store *store)
{
	size_t index = store->keep ? store->count : 0;
	void *object = calloc(1, store->kind->size);

	if (index == store->room) {
		store->room = store->room ? 2 * store->room : 1024;
		store->objects = realloc(store->objects,
					 store->room * sizeof(object));
	}
	if (!store->keep && store->count)
		release_one(store->kind, store->objects[0]);
	store->objects[index] = object;
	store->count++;
	return object;
}

static void release(struct store *store)
{
	size_t left = store->keep ? store->count : store->count > 0;

	for (size_t i = 0; i < left; i++)
		release_one(store->kind, store->objects[i]);
	free(store->objects);
}

/* Whether more datagrams follow. */
static int goes_on(const struct nlmsghdr *message)
{
	return message->nlmsg_type != NLMSG_DONE &&
	       message->nlmsg_type != NLMSG_ERROR;
}

static void dump(int fd, const char *name, const char *how)
{
	struct store store = { .kind = find_kind(name),
			       .keep = strcmp(how, "stream") != 0 };
	int only_count = strcmp(how, "count") == 0;
	struct start start = begin();
	int more = 1;

	ask(fd, store.kind);
	while (more) {
		int length = receive(fd);

		EACH_MESSAGE(message, length) {
			more = goes_on(message);
			if (!more)
				break;
			if (only_count)
				store.count++;
			else
				store.kind->decode(message, place(&store));
		}
	}
	report(&start, store.count);
	if (!only_count)
		release(&store);
}

static int ascending(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return left < right ? -1 : left > right;
}

static void report_times(const struct start *start, int64_t *times, int count)
{
	struct start end = begin();

	qsort(times, count, sizeof(*times), ascending);
	printf("{\"ns\":%lld,\"cpu\":%lld,\"count\":%d,\"median\":%lld,"
	       "\"p99\":%lld}\n",
	       (long long)(end.clock - start->clock),
	       (long long)(end.processor - start->processor), count,
	       (long long)times[count / 2], (long long)times[count * 99 / 100]);
}

static void get(int fd, const char *name, int count)
{
	int64_t *times = malloc(count * sizeof(*times));
	struct start whole = begin();
	struct link link;

	for (int i = 0; i < count; i++) {
		char request[128] __attribute__((aligned(8)));
		int64_t start = now();
		struct nlmsghdr *message =
			start_message(request, RTM_GETLINK, 0,
				      sizeof(struct ifinfomsg));

		append(message, IFLA_IFNAME, name, strlen(name) + 1);
		transmit(fd, request, message->nlmsg_len);
		receive(fd);
		memset(&link, 0, sizeof(link));
		decode_link((void *)buffer, &link);
		times[i] = now() - start;
		if (strcmp(link.name, name))
			die(name);
	}
	report_times(&whole, times, count);
	free(times);
}

int main(void)
{
	char line[256];
	int fd = open_socket(0);

	while (fgets(line, sizeof(line), stdin)) {
		char *word[6] = { 0 };
		int words = 0;

		for (char *at = strtok(line, " \n"); at && words < 6;
		     at = strtok(NULL, " \n"))
			word[words++] = at;
		if (words == 3 && strcmp(word[0], "dump") == 0)
			dump(fd, word[1], word[2]);
		else if (words == 3 && strcmp(word[0], "get") == 0)
			get(fd, word[1], atoi(word[2]));
		else if (words == 5 && strcmp(word[0], "change") == 0)
			change(fd, strcmp(word[1], "delete") == 0,
			       atoi(word[2]), atoi(word[3]),
			       if_nametoindex(word[4]));
		else if (words == 2 && strcmp(word[0], "watch") == 0)
			watch(atoi(word[1]));
		else
			printf("{\"error\":\"no such command\"}\n");
		fflush(stdout);
	}
	return 0;
}
