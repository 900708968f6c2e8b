#ifndef PARSER_H
#define PARSER_H

#include "value.h"

Value parser_parse(Text text);

#endif
