#include "table.h"

#include "workload.h"

#include <stdlib.h>

#include "hashing.h"

static Entry *allocate(int64_t capacity) {
  Entry *entries = calloc(capacity, sizeof(Entry));
  if (!entries) abort();
  return entries;
}

Table table_make(void) { return (Table){allocate(64), 64, 0}; }

static int64_t place(Entry *entries, int64_t length, uint64_t key) {
  int64_t mask = length - 1;
  int64_t i = (int64_t)hashing_mix(key) & mask;
  while (entries[at(i, length)].used && entries[at(i, length)].key != key) i = (i + 1) & mask;
  return i;
}

static void grow(Table *table) {
  Entry *old = table->entries;
  int64_t length = table->length * 2;
  Entry *larger = allocate(length);
  for (int64_t i = 0; i < table->length; i++) {
    Entry entry = old[i];
    if (entry.used) larger[at(place(larger, length, entry.key), length)] = entry;
  }
  free(old);
  table->entries = larger;
  table->length = length;
}

void table_add(Table *table, uint64_t key, int64_t amount) {
  if (table->count * 2 >= table->length) grow(table);
  Entry *entry = &table->entries[at(place(table->entries, table->length, key), table->length)];
  if (!entry->used) {
    *entry = (Entry){key, 0, true};
    table->count++;
  }
  entry->value += amount;
}

int64_t table_find(Table *table, uint64_t key) {
  Entry *entry = &table->entries[at(place(table->entries, table->length, key), table->length)];
  return entry->used ? entry->value : 0;
}
