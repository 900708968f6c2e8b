#include "value.h"

#include <stdlib.h>

Item *value_item(Text name, Value value) {
  Item *made = malloc(sizeof(Item));
  if (!made) abort();
  *made = (Item){name, value, 0};
  return made;
}

void value_release(Value *value) {
  if (value->kind != VALUE_LIST) return;
  Item *item = value->list;
  while (item) {
    Item *next = item->next;
    value_release(&item->value);
    free(item);
    item = next;
  }
}

double value_sum(Value *value) {
  switch (value->kind) {
    case VALUE_NULL:
      return 1.0;
    case VALUE_BOOLEAN:
      return value->boolean ? 2.0 : 3.0;
    case VALUE_NUMBER:
      return value->number;
    case VALUE_TEXT:
      return (double)value->text.length;
    default: {
      double total = 4.0;
      for (Item *item = value->list; item; item = item->next) {
        total = total + (double)item->name.length + value_sum(&item->value);
      }
      return total;
    }
  }
}
