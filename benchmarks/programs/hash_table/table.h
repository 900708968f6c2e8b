#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
  uint64_t key;
  int64_t value;
  bool used;
} Entry;

typedef struct {
  Entry *entries;
  int64_t length;
  int64_t count;
} Table;

Table table_make(void);
void table_add(Table *table, uint64_t key, int64_t amount);
int64_t table_find(Table *table, uint64_t key);

#endif
