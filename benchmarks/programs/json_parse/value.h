#ifndef VALUE_H
#define VALUE_H

#include <stdbool.h>

#include "cursor.h"

typedef enum { VALUE_NULL, VALUE_BOOLEAN, VALUE_NUMBER, VALUE_TEXT, VALUE_LIST } ValueKind;

typedef struct {
  ValueKind kind;
  union {
    bool boolean;
    double number;
    Text text;
    struct Item *list;
  };
} Value;

typedef struct Item {
  Text name;
  Value value;
  struct Item *next;
} Item;

Item *value_item(Text name, Value value);
void value_release(Value *value);
double value_sum(Value *value);

#endif
