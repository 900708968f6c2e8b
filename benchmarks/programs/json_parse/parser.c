#include "parser.h"

static Value parse_value(Cursor *here);

Value parser_parse(Text text) {
  Cursor start = {text, 0};
  return parse_value(&start);
}

static Text parse_text(Cursor *here) {
  cursor_advance(here);
  int64_t start = here->at;
  while (cursor_peek(here) != '"') {
    if (cursor_peek(here) == '\\') cursor_advance(here);
    cursor_advance(here);
  }
  Text text = {here->text.text + start, here->at - start};
  cursor_advance(here);
  return text;
}

static bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

static double parse_number(Cursor *here) {
  bool negative = cursor_peek(here) == '-';
  if (negative) cursor_advance(here);
  double number = 0.0;
  while (is_digit(cursor_peek(here))) {
    number = number * 10.0 + (double)(uint8_t)(cursor_peek(here) - '0');
    cursor_advance(here);
  }
  if (cursor_peek(here) == '.') {
    cursor_advance(here);
    double scale = 0.1;
    while (is_digit(cursor_peek(here))) {
      number = number + (double)(uint8_t)(cursor_peek(here) - '0') * scale;
      scale = scale * 0.1;
      cursor_advance(here);
    }
  }
  return negative ? -number : number;
}

static Item *parse_items(Cursor *here, uint8_t end) {
  Item *first = 0;
  Item *last = 0;
  cursor_advance(here);
  cursor_skip_space(here);
  while (cursor_peek(here) != end) {
    Text name = {(const uint8_t *)"", 0};
    if (end == '}') {
      name = parse_text(here);
      cursor_skip_space(here);
      cursor_advance(here);
    }
    Item *made = value_item(name, parse_value(here));
    if (last) {
      last->next = made;
    } else {
      first = made;
    }
    last = made;
    cursor_skip_space(here);
    if (cursor_peek(here) == ',') {
      cursor_advance(here);
      cursor_skip_space(here);
    }
  }
  cursor_advance(here);
  return first;
}

static Value parse_value(Cursor *here) {
  cursor_skip_space(here);
  switch (cursor_peek(here)) {
    case '{':
      return (Value){VALUE_LIST, {.list = parse_items(here, '}')}};
    case '[':
      return (Value){VALUE_LIST, {.list = parse_items(here, ']')}};
    case '"':
      return (Value){VALUE_TEXT, {.text = parse_text(here)}};
    case 't':
      here->at += 4;
      return (Value){VALUE_BOOLEAN, {.boolean = true}};
    case 'f':
      here->at += 5;
      return (Value){VALUE_BOOLEAN, {.boolean = false}};
    case 'n':
      here->at += 4;
      return (Value){VALUE_NULL, {0}};
    default:
      return (Value){VALUE_NUMBER, {.number = parse_number(here)}};
  }
}
