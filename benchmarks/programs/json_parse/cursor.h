#ifndef CURSOR_H
#define CURSOR_H

#include <stdint.h>

#include "workload.h"

typedef struct {
  const uint8_t *text;
  int64_t length;
} Text;

typedef struct {
  Text text;
  int64_t at;
} Cursor;

static inline uint8_t cursor_peek(Cursor *cursor) {
  return cursor->at < cursor->text.length ? cursor->text.text[at(cursor->at, cursor->text.length)] : 0;
}

static inline void cursor_advance(Cursor *cursor) { cursor->at++; }

static inline void cursor_skip_space(Cursor *cursor) {
  while (cursor_peek(cursor) == ' ' || cursor_peek(cursor) == '\n') cursor_advance(cursor);
}

#endif
